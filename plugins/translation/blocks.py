"""The blocks of a document, by which a translation is kept in step with its original.

A block is a run of lines between blank lines. A fence, an item of a list and a block quote, parallel or not, are one
each, whatever blank lines they hold; title, summary and image_alt are blocks too. What says nothing is none: comments,
lines that part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from plugins.catalogue.front_matter import FrontMatter
from plugins.catalogue.post import Document
from plugins.catalogue.source import prose_of
from plugins.catalogue.structure import Kind, Line, scanned
from plugins.translation.wording import inline, is_heading, is_table, plain, wording

FIELDS = ("title", "summary", "image_alt")
_FENCED = (Kind.FENCE, Kind.CODE, Kind.FENCE_END)


@dataclass(frozen=True, slots=True)
class Block:
    """A block: what it is, its lines in the file (the first from 1, the last included), and what it says.

    `kind` is a field's name or heading, paragraph, item, quote, table, code, note or html.
    """

    kind: str
    line: int
    end_line: int
    wording: str

    @property
    def digest(self) -> str:
        """Six hexadecimal digits (24 bits of BLAKE2b): enough to tell the blocks of one document apart."""
        role = self.kind if self.kind in FIELDS else ""  # a title is never a paragraph that moved
        return blake2b(f"{role}\0{self.wording}".encode("utf-8", "replace"), digest_size=3).hexdigest()


def read_blocks(front: FrontMatter, lines: Sequence[str], first_line: int = 1) -> tuple[Block, ...]:
    """Read the blocks of a file from its head and the lines of its body, the first of which has that number."""
    return (*_of_head(front), *body_blocks(lines, first_line))


def document_blocks(document: Document) -> tuple[Block, ...]:
    """Read the blocks of a document of the catalogue."""
    return read_blocks(document.front, document.source.lines, document.source.first_line)


def _of_head(front: FrontMatter) -> Iterator[Block]:
    for name in FIELDS:
        text = getattr(front, name) or ""
        if said := inline(text) if name == "summary" else plain(text):
            line = front.lines.get(name, 1)
            yield Block(name, line, line, said)


def body_blocks(lines: Sequence[str], first_line: int = 1) -> Iterator[Block]:
    """Read the blocks of a body, the first of whose lines has that number."""
    for group in _grouped(lines):
        if said := wording(line for _, line in group):
            yield Block(_kind(group), first_line + group[0][0], first_line + group[-1][0], said)


def _grouped(lines: Sequence[str]) -> Iterator[list[tuple[int, Line]]]:
    """Give the lines of each block with their places; blank lines around it and lines of comment are in none."""
    group: list[tuple[int, Line]] = []
    blank: list[tuple[int, Line]] = []  # since the last line of the group; they belong to it if it goes on below
    owner = ("", 0)
    opened: list[int] = []  # for each open container, the place of the line on which it opened
    for place, line in enumerate(scanned(lines)):
        opened = [*opened[: line.depth - len(line.opens)], *(place for _ in line.opens)]
        if line.kind is Kind.BLANK:
            blank.append((place, line))
        elif not _is_comment(line):
            now = _owner(line, opened, place, ("", 0) if blank and owner[0] == "run" else owner)
            if now != owner and group:
                yield group
            group = [*group, *blank, (place, line)] if now == owner else [(place, line)]
            owner, blank = now, []
    if group:
        yield group


def _is_comment(line: Line) -> bool:
    return line.kind is Kind.COMMENT and not prose_of(line, line.text).strip()


def _owner(line: Line, opened: Sequence[int], place: int, above: tuple[str, int]) -> tuple[str, int]:
    """Tell what a line belongs to: a kind of block that may hold blank lines, or a run, and where that began."""
    names = [container.name for container in line.containers]
    if names[:1] == ["quote"] and line.text.lstrip().startswith(">"):
        return "quote", opened[0]
    outside_quotes = names[: names.index("quote")] if "quote" in names else names
    if "item" in outside_quotes:
        return "item", opened[len(outside_quotes) - 1 - outside_quotes[::-1].index("item")]
    if line.kind in _FENCED:
        return ("fence", place) if line.kind is Kind.FENCE else above
    return above if above[0] == "run" else ("run", place)


def _kind(group: Sequence[tuple[int, Line]]) -> str:
    first = group[0][1]
    held = [line for _, line in group]
    if first.text.lstrip().startswith(">"):
        return "quote"
    if any(container.name == "item" for container in first.containers):
        return "item"
    if first.kind in _FENCED or first.kind is Kind.INDENTED:
        return "code"
    if first.kind is Kind.HTML:
        return "html"
    if any(container.name == "note" for container in first.containers):
        return "note"
    return "table" if is_table(held) else "heading" if is_heading(held) else "paragraph"
