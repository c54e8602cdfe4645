"""The body of one Markdown file as its author wrote it: lines with their numbers, for parsers that report problems."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plugins.catalogue.structure import Kind, Line, scanned
from plugins.catalogue.text_lines import split_lines

_CODE = (Kind.FENCE, Kind.CODE, Kind.FENCE_END, Kind.INDENTED)
_BACKTICKS = re.compile(r"`+")


@dataclass(frozen=True)
class BodySource:
    """A body: `lines` without line ends, `first_line` the number of the first of them in the file (from 1)."""

    path: str  # relative to the content folder
    lang: str
    lines: tuple[str, ...]
    first_line: int
    is_published: bool


class KeptSource(BodySource):
    """A body whose lines stay in its file until somebody asks for them."""

    def __init__(self, path: str, lang: str, first_line: int, is_published: bool, read: Callable[[], str]) -> None:
        """Take what is known of the body; `read` gives the text of its file."""
        known = {"path": path, "lang": lang, "first_line": first_line, "is_published": is_published, "_read": read}
        self.__dict__.update(known)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the body."""
        read: Callable[[], str] = self.__dict__["_read"]
        return split_lines(read())[self.first_line - 1 :]


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: `info` is what follows the opening fence, `lines` what stands between the fences.

    `line` and `end_line` are the numbers of the fences, or of the last line of the container where `is_closed` is
    False; `prefix` is what stands before the opening fence (markers of block quotes and lists, spaces), which `lines`
    are without.
    """

    info: str
    line: int
    end_line: int
    lines: tuple[str, ...]
    prefix: str
    is_closed: bool


def fences(source_lines: Sequence[str], first_line: int = 1) -> tuple[Fence, ...]:
    """Find fenced blocks (CommonMark 4.5), also in block quotes and list items; `first_line` numbers the first line."""
    lines = scanned(source_lines)
    found: list[Fence] = []
    at = 0
    while at < len(lines):
        if lines[at].kind is Kind.FENCE:
            fence = _fence(lines, at, first_line)
            found.append(fence)
            at = fence.end_line - first_line
        at += 1
    return tuple(found)


def _fence(scanned: Sequence[Line], opening: int, first_line: int) -> Fence:
    end = opening + 1
    while end < len(scanned) and scanned[end].kind is Kind.CODE:
        end += 1
    is_closed = end < len(scanned) and scanned[end].kind is Kind.FENCE_END
    content = scanned[opening].content
    fence = content.lstrip(" ")
    indent = len(content) - len(fence)
    lines = tuple(_dedented(line.content, indent) for line in scanned[opening + 1 : end])
    prefix = scanned[opening].text[: scanned[opening].start + indent]
    last = end if is_closed else end - 1
    return Fence(fence.lstrip(fence[0]).strip(), first_line + opening, first_line + last, lines, prefix, is_closed)


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]


def code_lines(lines: Sequence[str]) -> tuple[bool, ...]:
    """Tell for each line whether it is code: fences, what they hold, and indented code as CommonMark 4.4 sees it."""
    return tuple(line.kind in _CODE for line in scanned(lines))


def without_code_spans(line: str) -> str:
    """Put spaces in place of inline code (CommonMark 6.1), so that columns stay; line ends are kept."""
    runs = [found.span() for found in _BACKTICKS.finditer(line)]
    starts_by_length: dict[int, list[int]] = {}
    for start, end in runs:
        starts_by_length.setdefault(end - start, []).append(start)
    parts: list[str] = []
    done = 0
    for start, end in runs:
        if start < done:
            continue
        start += _is_escaped(line, start)
        closers = starts_by_length.get(end - start, [])
        at = bisect_right(closers, end - 1)
        if start == end or at == len(closers):
            continue
        stop = closers[at] + end - start
        parts += [line[done:start], _masked(line[start:stop])]
        done = stop
    return "".join([*parts, line[done:]])


def _is_escaped(line: str, at: int) -> bool:
    first = at
    while first > 0 and line[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def _masked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def prose(lines: Sequence[str]) -> tuple[str, ...]:
    """Give the lines with code and comments masked: columns stay, inline code may run over a paragraph's lines."""
    return _prose(tuple(lines))


@lru_cache(maxsize=16)
def _prose(lines: tuple[str, ...]) -> tuple[str, ...]:
    kept = (prose_of(line, text) for line, text in zip(scanned(lines), lines, strict=True))
    return tuple(mask_inline("\n".join(kept)).split("\n")) if lines else ()


def prose_of(line: Line, text: str) -> str:
    """Give the text of a scanned line, or of its content, without block comments; nothing where the line is code."""
    if line.kind is Kind.COMMENT:
        end = text.rfind("-->") + len("-->")
        return " " * end + text[end:] if end >= len("-->") else ""
    return "" if line.kind in _CODE else text


def mask_inline(text: str) -> str:
    """Put spaces in place of inline code and comments, paragraph by paragraph; line ends are kept."""
    if "`" not in text and "<!--" not in text:
        return text
    return "".join(
        part if part.isspace() else _without_comments(without_code_spans(part))
        for part in re.split(r"(\n(?:[ \t>]*\n)+)", text)
    )


def _without_comments(text: str) -> str:
    parts: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[done:start], _masked(text[start : end + 3])]
        done = end + 3
    return "".join([*parts, text[done:]])
