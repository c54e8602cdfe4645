"""The typographic characters of a passage of text, by the rules of its language.

A passage is the text of one block, or a title: marks pair within it and nowhere else. Rules return edits instead of a
new text, so that the caller can lay them over text that tags interrupt. English is left to typogrify, which knows no
other language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from typogrify.filters import smartypants

from plugins.typography.quotation import pair_marks

NEUTRAL = "“”‘’"
# What a language nests in its quotation marks where LANGUAGES gives the outer pair alone.
INNER = {"«»": "“”", "»«": "›‹", "„“": "‚‘", "„”": "‚’", "「」": "『』"}
# What smartypants is shown for a backslash, which it would swallow, and for dashes: it means to open marks after them,
# but knows them by name alone (a `#` in one of its verbose patterns makes the rest of the line a comment).
MASKED = {"\\": "&#92;", "–": "&ndash;", "—": "&mdash;", "--": "&mdash;"}
# What its result holds, the character meant, and what may have stood there before.
REFERENCES = {
    "&#92;": ("\\", ("\\",)),
    "&ndash;": ("–", ("–",)),
    "&mdash;": ("—", ("--", "—")),
    "&#8216;": ("‘", ("'",)),
    "&#8217;": ("’", ("'",)),
    "&#8220;": ("“", ("``", '"')),
    "&#8221;": ("”", ("''", '"')),
    "&#8230;": ("…", ("...", ". . .")),
}
# Addresses and the braces of template languages are no prose. An address ends before the punctuation that follows it.
_NO_PROSE = re.compile(
    r"""(?:https?://|www\.)[^\s<>"'“”‘’«»]*[^\s<>"'“”‘’«».,;:!?()…—–-]|\{\{[^{}]*\}\}|\{%[^{}]*%\}""", re.IGNORECASE
)
_STRAIGHT = re.compile(r"""["'`]|--|\.\.\.|\. \. \.""")
_APOSTROPHE = re.compile("'")
_NOT_AN_APOSTROPHE = re.compile(r"""(?<![^\W\d_])'|'(?=\d)|["`\\]|&quot;|--|\.\.\.|\. \. \.""")
_HYPHENS = re.compile("-{2,}")
_RANGE = re.compile(r"(?<=\d)--(?=\d)")
_ELLIPSIS = re.compile(r"\.\.\.")


class Edit(NamedTuple):
    """Put `text` in the place of the characters from `start` to before `end`."""

    start: int
    end: int
    text: str


def edits(text: str, lang: str, quotes: Mapping[str, str]) -> list[Edit]:
    """Give the edits, in order and apart, that make the straight characters of a passage typographic.

    `quotes` maps a language to two or four characters, outer pair first; a language that it lacks gets those of its
    longest prefix there, else neutral ones.
    """
    if not _STRAIGHT.search(text):
        return []
    prose = _NO_PROSE.sub(lambda match: "x" * len(match[0]), text)
    marks = _marks_of(lang, quotes)
    if is_english(lang) and marks in ("“”", NEUTRAL):
        return list(_english(prose))
    outer, inner = marks[:2], marks[2:] or INNER.get(marks, "‘’")
    curled = (Edit(at, at + 1, mark) for at, mark in pair_marks(prose, outer, inner))
    return sorted([*curled, *_dashes(prose), *_ellipses(prose)])


def is_english(lang: str) -> bool:
    """Tell whether the tag is of English, wherever it is spoken."""
    return lang.lower().split("-")[0] == "en"


def _marks_of(lang: str, quotes: Mapping[str, str]) -> str:
    known = {tag.lower(): marks for tag, marks in quotes.items()}
    subtags = lang.lower().split("-")[:8]
    prefixes = ("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))
    marks = next((known[prefix] for prefix in prefixes if prefix in known), NEUTRAL)
    return marks if len(marks) in (2, 4) else NEUTRAL


def _english(text: str) -> Iterator[Edit]:
    """Change what smartypants changes; what it makes of `don't`, all that nine texts in ten have, is known."""
    if _NOT_AN_APOSTROPHE.search(text):
        return _by_smartypants(text)
    return (Edit(match.start(), match.end(), "’") for match in _APOSTROPHE.finditer(text))


def _by_smartypants(text: str) -> Iterator[Edit]:
    """Find what smartypants changed by reading its result beside the text."""
    curled: str = smartypants(re.sub(r"\\|–|—|--", lambda match: MASKED[match[0]], text))
    at = 0
    for part in re.split("(" + "|".join(REFERENCES) + ")", curled):
        meant, written = REFERENCES.get(part, ("", ()))
        before = next((straight for straight in written if text.startswith(straight, at)), None)
        if before is None:
            at += len(part)  # as the author wrote it, be it a reference
            continue
        if before != meant:
            yield Edit(at, at + len(before), meant)
        at += len(before)


def _dashes(text: str) -> Iterator[Edit]:
    """Make two or three hyphens a raya, between digits an en dash; longer rows are somebody's drawing."""
    for match in _HYPHENS.finditer(text):
        if len(match[0]) <= 3:
            yield Edit(match.start(), match.end(), "–" if _RANGE.match(text, match.start()) else "—")


def _ellipses(text: str) -> Iterator[Edit]:
    return (Edit(match.start(), match.end(), "…") for match in _ELLIPSIS.finditer(text))
