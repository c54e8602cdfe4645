"""A cloud of words by how often they count: the topics of a site, or the words of a block in a post.

One way of drawing for every cloud: a real list, sized by weight, with the count in the text, so that size and position
only repeat what the words say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plugins.catalogue.weight import weights


@dataclass(frozen=True, slots=True)
class CloudWord:
    """A word, or several, and its count, at least 1; `lang` and `dir` where it is in another language than its page."""

    text: str
    count: int
    url: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class WeighedWord:
    """A word with its weight among those it was weighed with, 1 to 9."""

    word: CloudWord
    weight: int


def weigh(words: Sequence[CloudWord]) -> tuple[WeighedWord, ...]:
    """Weigh words against each other; their order stays."""
    return tuple(map(WeighedWord, words, weights([word.count for word in words])))


def most_used(words: Sequence[CloudWord], number: int) -> tuple[CloudWord, ...]:
    """Keep the words that count most, at most `number`, in the order they had; among equals the first."""
    kept = sorted(range(len(words)), key=lambda place: -words[place].count)[:number]
    return tuple(words[place] for place in sorted(kept))


def draw_cloud(words: Iterable[WeighedWord]) -> Markup:
    """Write a cloud as HTML, `ul.topic-cloud > li[data-weight]`; nothing where there is no word."""
    items = Markup("").join(map(_item, words))
    return Markup('<ul class="topic-cloud">{}</ul>').format(items) if items else items


def _item(weighed: WeighedWord) -> Markup:
    word = weighed.word
    foreign = Markup(' lang="{}"').format(word.lang) if word.lang else Markup("")
    foreign += Markup(' dir="{}"').format(word.dir) if word.dir else Markup("")
    # The count stays after the word, whatever the direction of its letters.
    text = Markup("<bdi{}>{}</bdi>").format(foreign, word.text)
    # A no-break space, so that no count stands alone on a line.
    inner = Markup('{}\xa0<span class="topic-cloud__count">({})</span>').format(text, word.count)
    if word.url:
        inner = Markup('<a href="{}">{}</a>').format(word.url, inner)
    return Markup('<li data-weight="{}">{}</li>').format(weighed.weight, inner)
