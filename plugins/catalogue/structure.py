"""The block structure of Markdown lines as CommonMark sees it: which lines are code, where lists and quotes open.

Rules about a body's source need line numbers, which Python-Markdown's blocks do not have, and a full CommonMark parser
costs more than rendering does. This scanner knows containers and leaves only as far as those rules ask (CommonMark
0.31, sections 4 and 5, and GitHub's footnotes). Where superfences differs, superfences wins: a fence opens inside a
block of raw HTML as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a line holds; `CODE` is what stands between the fences."""

    BLANK = "blank"
    TEXT = "text"
    FENCE = "fence"
    FENCE_END = "closing fence"
    CODE = "code"
    INDENTED = "indented code"
    COMMENT = "comment"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Opening:
    """A container that opens on a line: a `quote`, an `item` of a list or a `note`.

    `column` is where its marker stands, `start` where its parent's content starts, `width` how far its own content is
    indented from there. `interrupts` tells whether a paragraph ran up to it without a blank line.
    """

    name: str
    column: int
    start: int
    width: int
    marker: str
    interrupts: bool = False
    follows: bool = False  # another item of the same list came before


@dataclass(frozen=True, slots=True)
class Line:
    """A line with tabs expanded, where its content starts, and the containers it stands in, outermost first.

    The last of the containers are those that open on this line: `opens`.
    """

    text: str
    kind: Kind
    start: int
    containers: tuple[Opening, ...]
    opens: tuple[Opening, ...] = ()

    @property
    def depth(self) -> int:
        """How many containers the line stands in."""
        return len(self.containers)

    @property
    def content(self) -> str:
        """The line without the markers and the indentation of its containers."""
        return self.text[self.start :]


_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"([-+*]|[0-9]{1,9}[.)])(?: +|$)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
_RULE = re.compile(r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,}).*$")
_HEADING = re.compile(r"#{1,6}(?: |$)")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_RAW = re.compile(r"<(?:pre|script|style|textarea)(?:[ >]|$)", re.IGNORECASE)
_RAW_END = re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE)
_HTML = re.compile(
    r"</?(?:address|article|aside|blockquote|center|details|dialog|dd|dir|div|dl|dt|fieldset|figcaption|figure|footer|"
    r"form|h[1-6]|header|hr|iframe|legend|li|link|main|menu|nav|ol|option|p|search|section|summary|table|tbody|td|"
    r"tfoot|th|thead|title|tr|track|ul)(?:[ >]|/>|$)",
    re.IGNORECASE,
)
_COMMENT_END = re.compile("-->")
_BLANK = re.compile(r" *$")
_DEEPEST = 100  # containers in each other; keeps the time linear when a line is nothing but markers


@dataclass(slots=True)
class _State:
    containers: list[Opening] = field(default_factory=list)
    in_paragraph: bool = False
    fence: str = ""
    leaf_depth: int = 0  # containers around the open fence, comment or raw HTML
    until: re.Pattern[str] | None = None  # what ends the open comment or raw HTML
    until_kind: Kind = Kind.HTML
    is_bare_item: bool = False  # the last line opened an item and nothing else


def scan(lines: Iterable[str]) -> Iterator[Line]:
    """Give each line its kind and containers; takes lines without line ends and time linear in their length."""
    state = _State()
    for line in lines:
        yield _scan_line(state, line.expandtabs(4).rstrip("\r\n"))


def _scan_line(state: _State, text: str) -> Line:
    start, matched = _enter(state.containers, text)
    if state.fence or state.until is not None:
        if matched >= state.leaf_depth:
            return _continue_leaf(state, text, start)
        state.fence, state.until = "", None
    if not text[start:].strip():
        return _blank(state, text, start, matched)
    was_paragraph = state.in_paragraph
    held = state.containers
    paragraph_here = was_paragraph and matched == len(held)
    state.containers = held[:matched]
    opens, start = _open(state, text, start, paragraph_here, held[matched : matched + 1])
    state.in_paragraph = paragraph_here and not opens
    kind = _leaf(state, text[start:], lazy=was_paragraph and not opens)
    if kind is Kind.TEXT and state.in_paragraph and was_paragraph and not opens:
        state.containers = held  # a lazy line goes on with the paragraph, wherever that is
    state.is_bare_item = bool(opens) and opens[-1].name == "item" and not text[start:].strip()
    return Line(text, kind, min(start, len(text)), tuple(state.containers), tuple(opens))


def _enter(containers: list[Opening], text: str) -> tuple[int, int]:
    """Find how many of the open containers the line stays in, and where the content of the last of them starts."""
    start = 0
    for matched, container in enumerate(containers):
        if container.name == "quote":
            found = _QUOTE.match(text, start)
            if found is None:
                return start, matched
            start = found.end()
        elif not text[start:].strip():
            start = len(text)
        elif _indent(text, start) >= container.width:
            start += container.width
        else:
            return start, matched
    return start, len(containers)


def _indent(text: str, start: int) -> int:
    rest = text[start:]
    return len(rest) - len(rest.lstrip(" "))


def _continue_leaf(state: _State, text: str, start: int) -> Line:
    containers = tuple(state.containers)
    content = text[start:]
    if state.fence:
        closing = content.strip()
        is_end = _indent(content, 0) < 4 and closing.startswith(state.fence) and not closing.strip(state.fence[0])
        if is_end:
            state.fence = ""
        return Line(text, Kind.FENCE_END if is_end else Kind.CODE, start, containers)
    if state.until_kind is Kind.HTML and _opens_fence(state, content):
        state.until = None
        return Line(text, Kind.FENCE, start, containers)
    if state.until is not None and state.until.search(content):
        state.until = None
    is_blank = state.until is None and not content.strip()
    return Line(text, Kind.BLANK if is_blank else state.until_kind, start, containers)


def _blank(state: _State, text: str, start: int, matched: int) -> Line:
    state.in_paragraph = False
    state.containers = state.containers[:matched]
    if state.is_bare_item and state.containers and state.containers[-1].name == "item":
        state.containers.pop()  # an item may begin with one blank line at most
    state.is_bare_item = False
    return Line(text, Kind.BLANK, start, tuple(state.containers))


def _open(state: _State, text: str, start: int, in_paragraph: bool, before: list[Opening]) -> tuple[list[Opening], int]:
    opens: list[Opening] = []
    while len(state.containers) < _DEEPEST:
        found = _container(text, start, in_paragraph and not opens, before)
        if found is None:
            return opens, start
        opens.append(found)
        state.containers.append(found)
        start += found.width
        before = []
    return opens, start


def _container(text: str, start: int, in_paragraph: bool, before: list[Opening]) -> Opening | None:
    indent = _indent(text, start)
    column = start + indent
    if indent >= 4 or column >= len(text):
        return None
    if text[column] == ">":
        width = indent + (2 if text[column + 1 : column + 2] == " " else 1)
        return Opening("quote", column, start, width, ">", in_paragraph)
    if (note := _NOTE.match(text, column)) is not None:
        return Opening("note", column, start, 4, note.group(), in_paragraph)
    item = _ITEM.match(text, column)
    if item is None or _RULE.match(text, column):
        return None
    marker = item.group(1)
    is_empty = not text[item.end() :].strip()
    if in_paragraph and (is_empty or (marker[:-1] and int(marker[:-1]) != 1)):
        return None
    gap = item.end() - item.end(1)
    width = indent + len(marker) + (gap if 1 <= gap <= 4 and not is_empty else 1)
    follows = bool(before) and before[0].name == "item" and before[0].marker[-1] == marker[-1]
    return Opening("item", column, start, width, marker, in_paragraph, follows)


def _opens_fence(state: _State, content: str) -> bool:
    found = _FENCE.match(content.lstrip(" "))
    if found is None or _indent(content, 0) >= 4:
        return False
    state.fence = found.group(1) or found.group(2)
    state.leaf_depth = len(state.containers)
    state.in_paragraph = False
    return True


def _leaf(state: _State, content: str, lazy: bool) -> Kind:
    """Classify what the containers hold, and open what runs over several lines."""
    words = content.strip()
    if not words:
        return Kind.TEXT
    if _indent(content, 0) >= 4 and not lazy:
        return Kind.INDENTED
    if _indent(content, 0) < 4:
        if _opens_fence(state, content):
            return Kind.FENCE
        if _opens_html(state, words):
            return state.until_kind
        if _RULE.match(words) or _HEADING.match(words) or (state.in_paragraph and _UNDERLINE.match(words)):
            state.in_paragraph = False
            return Kind.TEXT
    state.in_paragraph = True
    return Kind.TEXT


def _opens_html(state: _State, words: str) -> bool:
    end = None
    if words.startswith("<!--"):
        state.until_kind, end = Kind.COMMENT, _COMMENT_END
    elif _RAW.match(words):
        state.until_kind, end = Kind.HTML, _RAW_END
    elif _HTML.match(words):
        state.until_kind, end = Kind.HTML, _BLANK
    if end is None:
        return False
    state.leaf_depth = len(state.containers)
    state.until = None if end is not _BLANK and end.search(words) else end
    state.in_paragraph = False
    return True
