"""The page of all topics: a cloud in the language's alphabet, under letters once there are many, and a ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from plugins.catalogue.cloud import CloudWord, WeighedWord, draw_cloud, weigh
from plugins.catalogue.collation import initial
from plugins.catalogue.post import Catalogue
from plugins.catalogue.settings import Settings
from plugins.civic_index.view import CloudPart, CloudView, Rank
from plugins.plan.composer import Composer
from plugins.plan.filed import topic_words
from plugins.plan.identity import Identity, Outline
from plugins.plan.view import Link

FEW = 60  # as many topics as one looks through at a glance; more stand under their letters


def outline_cloud(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the page in every language; it exists even where there is no topic yet."""
    return (Outline(Identity("cloud"), language.lang, (language.paths["topics"],)) for language in settings.languages)


def compose_cloud(outline: Outline, composer: Composer) -> CloudView:
    """Compose the page of all topics."""
    lang = outline.lang
    words = topic_words(composer, lang)
    parts = by_letter(weigh(words), composer.settings.language(lang).alphabet)
    return CloudView(
        **composer.frame(outline, composer.labels[lang].topics(), ""),
        total=len(words),
        parts=parts,
        has_letters=len(parts) > 1,
        ranking=ranked(words),
    )


def by_letter(words: Sequence[WeighedWord], alphabet: str) -> tuple[CloudPart, ...]:
    """Cut a cloud, in the order of the alphabet, into one a letter where it has more than FEW words."""
    if not words:
        return ()
    if len(words) <= FEW or not alphabet:
        return (CloudPart("", draw_cloud(words)),)
    found: dict[str, list[WeighedWord]] = defaultdict(list)
    for word in words:
        found[initial(word.word.text, alphabet)].append(word)
    return tuple(CloudPart(letter, draw_cloud(under)) for letter, under in found.items())


def ranked(words: Iterable[CloudWord]) -> tuple[Rank, ...]:
    """Gather words by their count, the greatest first; among equals their order stays."""
    found: dict[int, list[Link]] = defaultdict(list)
    for word in words:
        found[word.count].append(Link(word.text, word.url, word.lang, word.dir))
    return tuple(Rank(count, tuple(found[count])) for count in sorted(found, reverse=True))
