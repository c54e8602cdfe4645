"""Typography of a body and of plain text, each passage by the rules of its own language.

A body is read once, from left to right, into passages: the text of one block, or of an inline element in another
language. Quotation marks pair inside a passage, across its inline tags; attributes and code are never looked at.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from plugins.typography.characters import Edit, edits, is_english
from plugins.typography.last_words import keep_last_words_together

NOT_PROSE = frozenset({"code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "tt"})
# Elements within a line of prose; all others end a block.
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "math", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt",
    "u", "var", "wbr",
})  # fmt: skip
ASIDES = frozenset({"sup"})  # the mark of a footnote stands between a word and what follows it, and belongs to neither
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip

_TAG = re.compile(r'(<!--(?s:.*?-->|.*)|<(?:[^">]++|"[^"]*+(?:"|\Z))*+>?)')
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_LANG = re.compile(r'\slang="([^"]*)"')
_DIALOGUE = re.compile(r"\s*(?:—|–|--)([ \t\n]+)(?=\S)")


def filter_html(html: str, lang: str, quotes: Mapping[str, str]) -> str:
    """Make the text of a body typographic; `html` is canonical, as nh3 writes it, and in `lang` where it says no other.

    `quotes` maps a language to two or four quotation marks, outer pair first. Never raises; filtering twice is
    filtering once.
    """
    tokens = _TAG.split(html)  # text and tags by turns
    reading = _Reading(lang)
    for index, token in enumerate(tokens):
        if index % 2:
            reading.tag(token)
        elif token and reading.is_prose:
            tokens[index] = token = token.replace("&nbsp;", "\u00a0")
            reading.passage.add(index, token)
    for passage in reading.passages:
        passage.write(tokens, quotes)
    keep_last_words_together(tokens, {piece.token for passage in reading.passages for piece in passage.pieces})
    return "".join(tokens)


def filter_text(text: str, lang: str, quotes: Mapping[str, str]) -> str:
    """Make plain text typographic, a title or a name: nothing but quotation marks, dashes and ellipses changes."""
    escaped = html.escape(text, quote=False)  # typogrify would take `a < b` for a tag
    changed = _edited(escaped, edits(escaped, lang, quotes))
    return changed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


class _Piece(NamedTuple):
    token: int | None  # its index; None for what stands for a tag
    text: str


@dataclass(slots=True)
class _Passage:
    lang: str
    pieces: list[_Piece] = field(default_factory=list)

    def add(self, token: int | None, text: str) -> None:
        self.pieces.append(_Piece(token, text))

    def write(self, tokens: list[str], quotes: Mapping[str, str]) -> None:
        """Lay the edits over the tokens; one that would reach across a tag is left out."""
        text = "".join(piece.text for piece in self.pieces)
        wanted = edits(text, self.lang, quotes)
        if not is_english(self.lang) and (match := _DIALOGUE.match(text)):
            wanted = sorted([*wanted, Edit(match.start(1), match.end(1), "\u00a0")])
        start = at = 0
        for token, text in self.pieces if wanted else ():
            end, mine = start + len(text), []
            while at < len(wanted) and wanted[at].start < end:
                if wanted[at].end <= end:
                    mine.append(Edit(wanted[at].start - start, wanted[at].end - start, wanted[at].text))
                at += 1
            if token is not None:
                tokens[token] = _edited(text, mine)
            start = end


class _Tag(NamedTuple):
    is_end: bool
    name: str
    lang: str | None  # as it says of its element


@lru_cache(maxsize=4096)  # the same few tags make most of a site
def _read_tag(text: str) -> _Tag | None:
    match = _NAME.match(text)
    if match is None:
        return None
    own = _LANG.search(text)
    return _Tag(bool(match[1]), match[2].lower(), html.unescape(own[1]) if own else None)


class _Element(NamedTuple):
    name: str
    lang: str
    is_prose: bool
    outside: _Passage | None  # the passage that an element with a language of its own interrupts


class _Reading:
    """Where the reader of a body is: the open elements, the passage at hand, and all passages so far."""

    def __init__(self, lang: str) -> None:
        self.elements = [_Element("", lang, is_prose=True, outside=None)]
        self.passages: list[_Passage] = []
        self._begin()

    @property
    def is_prose(self) -> bool:
        return self.elements[-1].is_prose

    def tag(self, text: str) -> None:
        tag = _read_tag(text)
        if tag is None:
            return
        if not tag.is_end:
            self._start(tag.name, tag.lang)
        elif len(self.elements) > 1 and self.elements[-1].name == tag.name:
            self._end(self.elements.pop())

    def _start(self, name: str, own_lang: str | None) -> None:
        around = self.elements[-1]
        lang = around.lang if own_lang is None else own_lang
        is_inline = name in INLINE
        interrupts = around.is_prose and is_inline and name not in VOID and (name in ASIDES or lang != around.lang)
        outside = self.passage if interrupts else None
        if around.is_prose and is_inline:
            self.passage.add(None, _stand_in(name, interrupts))
        if name not in VOID:
            self.elements.append(_Element(name, lang, around.is_prose and name not in NOT_PROSE, outside))
        if interrupts or (around.is_prose and not is_inline):
            self._begin()

    def _end(self, element: _Element) -> None:
        if element.outside:
            self.passage = element.outside
        elif self.is_prose and element.name not in INLINE:
            self._begin()

    def _begin(self) -> None:
        self.passage = _Passage(self.elements[-1].lang)
        self.passages.append(self.passage)


def _stand_in(name: str, interrupts: bool) -> str:
    """Give what the rules see of an inline element: a space, a word, or nothing but the text in it."""
    if name == "br":
        return "\n"
    is_word = name in NOT_PROSE or name == "img" or (interrupts and name not in ASIDES)
    return "x" if is_word else ""


def _edited(text: str, changes: Sequence[Edit]) -> str:
    parts, at = [], 0
    for start, end, new in changes:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
