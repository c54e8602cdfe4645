"""The blockquotes of a body: their lines without `>`, and where in them a paragraph of the quote itself starts.

A marker counts at those places only: in a nested list, a nested quote or code it is text. A blockquote that starts with
a marker ends at the first line without `>`; in any other, CommonMark lets the last paragraph go on without it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from plugins.catalogue.lang import is_known, is_well_formed
from plugins.catalogue.structure import Kind, Line, Opening, scan
from plugins.parallel_quote.attribution import DEFINITION

MARKER = re.compile(r" {0,3}\[(?P<tag>[A-Za-z0-9-]+)\](?: +|$)")

_QUOTE_LINE = re.compile(r" {0,3}> ?")
_NO_PARAGRAPH = re.compile(r" {0,3}(?:#{1,6}(?: |$)|(?:[-*_] *){3,}$|(?:=+|-+) *$)")  # headings, rules, underlines
_MARKDOWN_IN_HTML = re.compile(r" *</?[a-z][^<>]*\bmarkdown\b[^<>]*> *$")  # raw HTML that holds Markdown all the same
_PRIVATE = re.compile("[\x02\x03]")  # what Python-Markdown takes out of a text before all else


@dataclass(frozen=True, slots=True)
class Blockquote:
    """A blockquote that stands in no other one.

    `first` is the index of its first line in the body. `starts` tells which of `lines` start a paragraph of the quote
    itself, `inside` which go on with a paragraph there, `markers` lists the starts with a known language. `prefix` is
    what Python-Markdown wants to see before a block in the same place: four spaces for each item around it, or the
    item's own marker.
    """

    first: int
    prefix: str
    lines: tuple[Line, ...]
    starts: tuple[bool, ...]
    inside: tuple[bool, ...]
    markers: tuple[int, ...]

    @property
    def is_parallel(self) -> bool:
        """Whether the quote starts with a marker; comments and blank lines before it do not count."""
        aside = (Kind.BLANK, Kind.COMMENT)
        first = next((at for at, line in enumerate(self.lines) if line.kind not in aside), None)
        return first is not None and first in self.markers[:1]


def marker_tag(line: Line) -> str:
    """Give the tag of the marker at the start of a line, known or not, else an empty string."""
    match = MARKER.match(line.text)
    return match["tag"] if match and is_well_formed(match["tag"]) else ""


def find_blockquotes(lines: Sequence[str], known: Collection[str]) -> tuple[tuple[Blockquote, ...], tuple[Line, ...]]:
    """Find the outermost blockquotes of a body, and give all its scanned lines beside them (out of order).

    `known` lists the tags a marker may name. What is code, comment or raw HTML holds no quote.
    """
    texts = _PRIVATE.sub("", "\n".join(lines)).split("\n") if lines else []
    texts = [_MARKDOWN_IN_HTML.sub("", line) if "markdown" in line else line for line in texts]
    queue = deque(texts)
    found: list[Blockquote] = []
    scanned: list[Line] = []
    at, end = -1, 0
    for line in scan(_drained(queue)):
        at += 1
        scanned.append(line)
        place = _quote_place(line.opens) if at >= end else None
        if place is None:
            continue
        column = line.opens[place].start
        further = column - sum(opening.lead - opening.width for opening in line.opens[:place] if opening.lead)
        content = [_unquoted(line.text[column:]), *_following(texts, at + 1, further)]
        quote = _blockquote(at, _prefix(line, place), content, known)
        found.append(quote)
        end = at + len(content)
        if quote.is_parallel:  # the scanner sees a blank line instead of the rest, so that no line goes on lazily
            scanned += quote.lines
            for _ in content[1:]:
                queue.popleft()
            queue.appendleft("")
            at = end - 2
    return tuple(found), tuple(scanned)


def _drained(queue: deque[str]) -> Iterator[str]:
    while queue:
        yield queue.popleft()


def _quote_place(opens: Sequence[Opening]) -> int | None:
    return next((place for place, opening in enumerate(opens) if opening.name == "quote"), None)


def _prefix(line: Line, place: int) -> str:
    outside = line.depth - len(line.opens)
    return " " * 4 * outside + "".join(f"{opening.marker} " for opening in line.opens[:place])


def _following(texts: Sequence[str], at: int, column: int) -> Iterator[str]:
    for index in range(at, len(texts)):
        expanded = texts[index].expandtabs(4).rstrip("\r\n")
        if expanded[:column].strip(" ") or not _QUOTE_LINE.match(expanded[column:]):
            return
        yield _unquoted(expanded[column:])


def _unquoted(text: str) -> str:
    return _QUOTE_LINE.sub("", text, count=1)


def _blockquote(first: int, prefix: str, content: Sequence[str], known: Collection[str]) -> Blockquote:
    lines = tuple(scan(content))
    starts, inside = [], []
    in_paragraph = False
    for line in lines:
        is_own = line.kind is Kind.TEXT and not line.opens and line.start == 0  # the lazy line of a nested list too
        is_definition = not in_paragraph and DEFINITION.match(line.content) is not None
        starts.append(is_own and not in_paragraph and line.depth == 0 and not is_definition)
        inside.append(is_own and in_paragraph)
        is_text = line.kind is Kind.TEXT and bool(line.content.strip(" "))
        in_paragraph = is_text and not is_definition and not _NO_PARAGRAPH.match(line.content)
    markers = tuple(at for at, line in enumerate(lines) if starts[at] and is_known(marker_tag(line), known))
    return Blockquote(first, prefix, lines, tuple(starts), tuple(inside), markers)
