"""Straight quotation marks and apostrophes, paired and nested as a language's own marks want it.

typogrify looks at the characters beside a mark alone, so `¿"qué"?` gets a closing mark first, and a language that
nests two kinds of mark cannot be written. Here what stands around a mark says what it may be, and pairs say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

# In Unicode's categories these are general punctuation; brackets, dashes and other marks have categories that tell.
_BEFORE_OPENING = frozenset("¿¡/=")
_AFTER_CLOSING = frozenset(".,;:!?…%،؛؟۔、。")


@dataclass(slots=True)
class _Mark:
    """A quotation mark or apostrophe: where it is, and the straight character that it is or stands for."""

    at: int
    straight: str
    is_straight: bool
    opens: bool = False
    is_paired: bool = False


def pair_marks(text: str, outer: str, inner: str) -> Iterator[tuple[int, str]]:
    """Yield place and mark for each straight one, of the pair of its depth: outer, in it inner, and so on by turns.

    Only pairs have a depth: a mark that is never closed leaves those after it alone.
    """
    around: list[str] = []
    for mark in _marks(text, outer):
        nested = around[-1] == outer if around else mark.straight == "'"
        pair = around.pop() if mark.is_paired and not mark.opens else inner if nested and mark.is_straight else outer
        if mark.is_paired and mark.opens:
            around.append(pair)
        if mark.is_straight:
            is_apostrophe = mark.straight == "'" and not mark.is_paired
            yield mark.at, "’" if is_apostrophe else pair[0 if mark.opens else 1]


def _marks(text: str, outer: str) -> list[_Mark]:
    """Find the straight marks and the outer ones that the author wrote, and which of them open, close and pair."""
    pairing = _Pairing()
    for run in re.finditer(f"[\"']+|[{re.escape(outer)}]", text):
        if run[0] in outer:
            pairing.add_written(_Mark(run.start(), '"', is_straight=False), run[0], outer)
            continue
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        is_first = not before or before.isspace() or before in _BEFORE_OPENING or category(before) in ("Ps", "Pi", "Pd")
        is_last = not after or after.isspace() or after in _AFTER_CLOSING or category(after) in ("Pe", "Pf", "Pd")
        is_in_word = before.isalnum() and after.isalnum()
        for at, straight in enumerate(run[0], run.start()):
            pairing.add_straight(_Mark(at, straight, is_straight=True), is_first, is_last, is_in_word)
    return pairing.marks


class _Pairing:
    """The marks of a passage up to a place in it, and those of them that are open there."""

    def __init__(self) -> None:
        self.marks: list[_Mark] = []
        self.open: list[_Mark] = []
        self.doubles = 0

    def add_written(self, mark: _Mark, character: str, outer: str) -> None:
        """Add a mark that the author wrote; in some languages one character opens and closes."""
        self.marks.append(mark)
        if character == outer[1] and self.doubles:
            self._close(mark)
        elif character == outer[0]:
            self._open(mark)

    def add_straight(self, mark: _Mark, is_first: bool, is_last: bool, is_in_word: bool) -> None:
        """Add a straight mark; the rest tells whether a word begins after it, ends before it, or goes on."""
        self.marks.append(mark)
        is_double = mark.straight == '"'
        is_open = self.doubles > 0 if is_double else bool(self.open) and self.open[-1].straight == "'"
        if is_in_word and not is_double:
            return
        if is_open and (is_last or not is_first):
            self._close(mark)
        elif (is_first and not is_last) or (is_double and is_first == is_last):
            self._open(mark)

    def _open(self, mark: _Mark) -> None:
        mark.opens = True
        self.open.append(mark)
        self.doubles += mark.straight == '"'

    def _close(self, mark: _Mark) -> None:
        """Pair with the innermost such mark; what was opened after that and not closed stays alone."""
        while (opened := self.open.pop()).straight != mark.straight:
            pass
        opened.is_paired = mark.is_paired = True
        self.doubles -= mark.straight == '"'
