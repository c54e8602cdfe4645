"""The block structure of Markdown lines as CommonMark sees it: which lines are code, where lists and quotes open.

Rules about a body's source need line numbers, which Python-Markdown's blocks do not have, and a full CommonMark parser
costs more than rendering does. This scanner knows containers and leaves only as far as those rules ask (CommonMark
0.31, sections 4 and 5, and GitHub's footnotes). Where superfences differs, superfences wins: a fence opens inside a
block of raw HTML as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plugins.catalogue.containers import RULE, Opening, enter, indentation, open_containers

__all__ = ["Kind", "Line", "Opening", "scan", "scanned"]


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


class Line(NamedTuple):
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


def scanned(lines: Sequence[str]) -> tuple[Line, ...]:
    """Give what `scan` gives, all of it; a body that many rules ask about one after another is scanned once."""
    return _scanned(tuple(lines))


@lru_cache(maxsize=16)
def _scanned(lines: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(scan(lines))


def _scan_line(state: _State, text: str) -> Line:
    if not (state.containers or state.fence or state.until) and _begins_with_words(text):
        # Most lines of most texts: words at the margin, or nothing; no container, fence, tag or rule starts so.
        state.in_paragraph, state.is_bare_item = bool(text), False
        return Line(text, Kind.TEXT if text else Kind.BLANK, 0, ())
    start, matched = enter(state.containers, text)
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
    opens, start = open_containers(state.containers, text, start, paragraph_here, held[matched : matched + 1])
    state.in_paragraph = paragraph_here and not opens
    kind = _leaf(state, text[start:], lazy=was_paragraph and not opens)
    if kind is Kind.TEXT and state.in_paragraph and was_paragraph and not opens:
        state.containers = held  # a lazy line goes on with the paragraph, wherever that is
    state.is_bare_item = bool(opens) and opens[-1].name == "item" and not text[start:].strip()
    return Line(text, kind, min(start, len(text)), tuple(state.containers), tuple(opens))


def _begins_with_words(text: str) -> bool:
    return not text or text[0].isalpha() or (text[0] == "[" and not text.startswith("[^"))


def _continue_leaf(state: _State, text: str, start: int) -> Line:
    containers = tuple(state.containers)
    content = text[start:]
    if state.fence:
        closing = content.strip()
        is_end = indentation(content) < 4 and closing.startswith(state.fence) and not closing.strip(state.fence[0])
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


def _opens_fence(state: _State, content: str) -> bool:
    found = _FENCE.match(content.lstrip(" ")) if "```" in content or "~~~" in content else None
    if found is None or indentation(content) >= 4:
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
    if indentation(content) >= 4 and not lazy:
        return Kind.INDENTED
    if indentation(content) < 4:
        if _opens_fence(state, content):
            return Kind.FENCE
        if _opens_html(state, words):
            return state.until_kind
        if words[0] in "*-_#=" and (
            RULE.match(words) or _HEADING.match(words) or (state.in_paragraph and _UNDERLINE.match(words))
        ):
            state.in_paragraph = False
            return Kind.TEXT
    state.in_paragraph = True
    return Kind.TEXT


def _opens_html(state: _State, words: str) -> bool:
    if words[0] != "<":
        return False
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
