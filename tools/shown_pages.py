"""Which pages of a site are shown in pictures: the most telling one of each kind and language.

A pure choice over what a build planned and wrote, so that a new kind of page is shown as soon as it is planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

QUOTE = "quote"  # a close-up of a parallel quote, one with both voices in sight if there is any
UNTRANSLATED = "untranslated"  # a page that some language lacks, as its switcher says
ANY_QUOTE = "figure.parallel-quote"
TWO_VOICES = f"{ANY_QUOTE}:has(> .parallel-quote__original ~ .parallel-quote__translation)"
QUOTES = re.compile(r'<figure\b[^>]*\bclass="[^"]*\bparallel-quote\b.*?</figure>', re.DOTALL)
MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
BLOCKS = re.compile(r"<(blockquote|dl|figure|h2|h3|img|ol|pre|table|ul|video)\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that may be shown: `number` is its place among numbered pages, `posts` how many it lists in all."""

    kind: str
    lang: str
    url: str
    number: int
    posts: int
    is_in_every_language: bool
    html: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to take pictures of: under which name, and the one element to take where it is not the whole page."""

    name: str
    lang: str
    url: str
    selector: str = ""


def shown_pages(candidates: Iterable[Candidate]) -> tuple[Shown, ...]:
    """Choose one page of each kind and language, in the order in which kinds and languages first come.

    Of a kind, it is the page that starts a listing, then lists most posts, then has most parallel quotes that show two
    voices, then most quotes, then most sorts of blocks, then most blocks; of equal ones the first. `quote` and
    `untranslated` follow, where there are any.
    """
    pages = list(candidates)
    kinds = list(dict.fromkeys(page.kind for page in pages))
    langs = list(dict.fromkeys(page.lang for page in pages))
    shown = [
        Shown(kind, lang, best.url)
        for kind in kinds
        for lang in langs
        if (best := most_telling([page for page in pages if (page.kind, page.lang) == (kind, lang)]))
    ]
    quoting = [page for page in pages if page.kind == "post" and QUOTES.search(page.html)]
    lacking = [page for page in pages if not page.is_in_every_language]
    more = [
        Shown(name, lang, best.url, _close_up(best) if name == QUOTE else "")
        for name, among in ((QUOTE, quoting), (UNTRANSLATED, lacking))
        for lang in langs
        if (best := most_telling([page for page in among if page.lang == lang]))
    ]
    return (*shown, *more)


def most_telling(pages: Sequence[Candidate]) -> Candidate | None:
    """Give the page that shows most; None of none."""
    return max(pages, key=_weight, default=None)  # max keeps the first of equal ones


def _weight(page: Candidate) -> tuple[bool, int, int, int, int, int]:
    main = MAIN.search(page.html)
    blocks = BLOCKS.findall(main[0]) if main else []
    return (
        page.number == 0, page.posts, _two_voiced(page), len(QUOTES.findall(page.html)), len(set(blocks)), len(blocks),
    )  # fmt: skip


def _two_voiced(page: Candidate) -> int:
    """Count the quotes that show a translation beside the original, not only folded into `details`."""
    in_sight = (quote.partition("<details")[0] for quote in QUOTES.findall(page.html))
    return sum("parallel-quote__original" in text and "parallel-quote__translation" in text for text in in_sight)


def _close_up(page: Candidate) -> str:
    return TWO_VOICES if _two_voiced(page) else ANY_QUOTE
