"""The page to search from: what narrows a search, and ways into the index that need no script.

The search itself runs in the reader's browser, over the index that `search_index` makes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from plugins.catalogue.cloud import draw_cloud, most_used, weigh
from plugins.catalogue.collation import sort_key
from plugins.catalogue.concepts import Concept, label
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.discovery.search_records import FOLDER
from plugins.plan.composer import Composer
from plugins.plan.filed import posts_by_activity, posts_by_level, posts_by_topic, shown_posts, topic_words
from plugins.plan.identity import Identity, Outline
from plugins.plan.view import View

TOPICS = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A concept to search within; `lang` and `dir` where its label is in another language than the page."""

    id: str
    label: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A way to narrow a search: its name in the index (`level`, `activity` or `topic`), and its choices."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The topics of most posts, and what a search needs; levels and activities are the site's own."""

    cloud: Markup
    index: str  # address of the folder that a search reads; empty where the site has none
    base: str  # address of the site's root, which the addresses of results are relative to
    narrowings: tuple[Narrowing, ...]


def outline_search(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the page in every language."""
    return (Outline(Identity("search"), language.lang, (language.paths["search"],)) for language in settings.languages)


def compose_search(outline: Outline, composer: Composer) -> SearchView:
    """Compose the page."""
    words = topic_words(composer, outline.lang)
    posts = shown_posts(composer.catalogue)
    pages = any(outline.lang in page.shown for page in composer.catalogue.pages)
    has_index = composer.settings.has_search and (bool(posts) or pages)
    return SearchView(
        **composer.frame(outline, composer.labels[outline.lang].search(), ""),
        cloud=draw_cloud(weigh(most_used(words, TOPICS))),
        index=f"{composer.url(outline.identity, outline.lang)}{FOLDER}/" if has_index else "",
        base=f"{composer.settings.base_path}/",
        narrowings=_narrowings(posts, outline.lang, composer) if has_index else (),
    )


def _narrowings(posts: Iterable[Post], lang: str, composer: Composer) -> tuple[Narrowing, ...]:
    """Give the concepts that posts are filed under: levels and activities as declared, topics by alphabet."""
    posts, catalogue = tuple(posts), composer.catalogue
    alphabet = composer.settings.language(lang).alphabet
    topics = _choices(catalogue.topics.items, posts_by_topic(catalogue), lang, composer)
    found = {
        "level": _choices(catalogue.levels.items, posts_by_level(posts), lang, composer),
        "activity": _choices(catalogue.activities.items, posts_by_activity(posts), lang, composer),
        "topic": tuple(sorted(topics, key=lambda choice: (sort_key(choice.label, alphabet), choice.id))),
    }
    return tuple(Narrowing(name, choices) for name, choices in found.items() if len(choices) > 1)


def _choices(concepts: Iterable[Concept], filed: Iterable[str], lang: str, composer: Composer) -> tuple[Choice, ...]:
    used = set(filed)
    chosen = []
    for concept in concepts:
        if concept.id in used:
            text, text_lang = label(concept, lang, composer.settings.langs)
            tag, dir_, _ = composer.foreign(text_lang, lang)
            chosen.append(Choice(concept.id, text, tag, dir_))
    return tuple(chosen)
