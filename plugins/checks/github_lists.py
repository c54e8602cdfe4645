"""`list-not-seen`: a list that CommonMark sees and Python-Markdown does not, or not in the same place.

Authors preview their posts on GitHub, which follows CommonMark. Python-Markdown, which makes the pages, wants a blank
line before a list and four spaces for what belongs to an item; without them a list is printed as part of the paragraph
above, a list inside a list loses its place, and a second paragraph ends the list, without a word. It also counts every
list from 1 and joins those of different marks. The rule follows both parsers line by line and warns where they part,
once a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins.catalogue.containers import indentation
from plugins.catalogue.lang import is_known
from plugins.catalogue.source import BodySource
from plugins.catalogue.structure import Kind, Line, Opening, scanned
from plugins.diagnostics import Diagnostic, warning

RULE = "list-not-seen"
PARTS = (Kind.FENCE, Kind.HTML, Kind.COMMENT)
TAB = 4  # spaces Python-Markdown wants for a level

_BLANK_LINE = "put a blank line before the list"
_FOUR_SPACES = "indent by four spaces for each level, lists and all else that belongs to an item"
_FULL_STOP = "write the number with a full stop, as `1.`"
_APART = "put a line of text, or the comment <!-- --> with a blank line before it, between the two lists"
_FROM_ONE = "start it at 1; what parts two items of one list is indented by four spaces"
_WORDS = "write the item's words on the line of its marker"

# After these lines Python-Markdown looks for a new block without a blank line.
_ENDS_BLOCK = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}|=+ *|-+ *)$|#{1,6}")
_DEFINITION = re.compile(r" {0,3}\[[^\]^]+\]: *\S")
_MARKER = re.compile(r" *> ?\[(?P<tag>[A-Za-z0-9-]+)\](?= |$)")  # of a parallel quote, which keeps its place
_ITEM = re.compile(r" *(?:[-+*]|[0-9]+\.) +")


@dataclass(slots=True)
class _Block:
    """What Python-Markdown has made of the lines since the last blank one, inside one quote or footnote."""

    holds: str = ""  # "list" or "text", after the first line
    base: int = 0  # level that the whole block went to by the indentation of its first line
    last: int = -1  # level of the item above


@dataclass(slots=True)
class _Item:
    """An open item of a list: its kind, and its level as Python-Markdown sees it, 0 outside other lists."""

    level: int
    is_reported: bool


@dataclass(slots=True)
class _Reading:
    blocks: list[_Block] = field(default_factory=lambda: [_Block()])
    items: list[_Item | None] = field(default_factory=list)  # one for each open container, None for a quote
    before: tuple[Opening, ...] = ()  # the containers of the line above
    is_below_blank: bool = False


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Warn of each list in a body that readers would not get as the author's preview shows it."""
    reading = _Reading()
    found = []
    for number, line in enumerate(scanned(source.lines), start=source.first_line):
        if line.containers:
            words = [*_read_part(reading, line, langs), *_read(reading, line)]
            found += [warning(source.path, number, RULE, *said) for said in words]
        else:  # most lines: they end every list and quote, and can be at fault in none
            del reading.items[:], reading.blocks[1:]
            _read_rest(reading.blocks[0], line, 0)
        reading.before, reading.is_below_blank = line.containers, not line.content.strip()
    return tuple(found)


def _read_part(reading: _Reading, line: Line, langs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Look at what begins below a blank line inside an item: Python-Markdown ends the list where it is not far in."""
    outer = line.containers[: line.depth - len(line.opens)]
    item = reading.items[len(outer) - 1] if outer and outer[-1].name == "item" else None
    is_part = line.kind is Kind.TEXT or (line.kind in PARTS and line.content.lstrip().startswith(("`", "~", "<")))
    if item is None or item.is_reported or not reading.is_below_blank or not is_part or _is_item(line.opens):
        return
    start = line.opens[0].start if line.opens else line.start
    column = sum(opening.width for opening in _items_inside(outer)) + indentation(line.text, start)
    marker = _MARKER.match(line.text, start)
    if column < TAB * (item.level + 1) and not (marker and is_known(marker["tag"], langs)):
        item.is_reported = True
        yield f"what belongs to an item is {column} spaces in and ends the list", _FOUR_SPACES


def _is_item(opens: Sequence[Opening]) -> bool:
    return bool(opens) and opens[0].name == "item"


def _read(reading: _Reading, line: Line) -> Iterator[tuple[str, str]]:
    outer = line.containers[: line.depth - len(line.opens)]
    siblings = reading.items[len(outer) : len(outer) + 1]
    del reading.items[len(outer) :]
    del reading.blocks[1 + sum(opening.name != "item" for opening in outer) :]
    column = sum(opening.width for opening in _items_inside(outer))
    is_first = True
    for opening in line.opens:
        block = reading.blocks[-1]
        if opening.name != "item":
            block.holds = block.holds or "text"
            reading.blocks.append(_Block())
            reading.items.append(None)
            column, is_first = 0, True
            continue
        column += opening.column - opening.start
        item, fault = _read_item(reading, opening, line, column, is_first)
        sibling = siblings[0] if siblings and opening.follows else None
        if sibling is not None:
            item.is_reported = sibling.is_reported
        if fault is not None and not item.is_reported:
            item.is_reported = True
            yield fault
        reading.items.append(item)
        block.holds = block.holds or "list"
        block.last = item.level
        column += opening.width - (opening.column - opening.start)
        is_first, siblings = False, []
    _read_rest(reading.blocks[-1], line, column)


def _items_inside(containers: Sequence[Opening]) -> list[Opening]:
    """Give the open items inside the innermost quote or footnote."""
    inside: list[Opening] = []
    for opening in containers:
        inside = [*inside, opening] if opening.name == "item" else []
    return inside


def _read_item(
    reading: _Reading, opening: Opening, line: Line, column: int, is_first: bool
) -> tuple[_Item, tuple[str, str] | None]:
    block = reading.blocks[-1]
    parent = reading.items[-1] if reading.items else None
    expected = parent.level + 1 if parent is not None else 0
    if not is_first:
        return _Item(expected, is_reported=False), _count_lost(opening)
    level = column // TAB if column >= TAB * block.base else block.base + column // TAB
    if not block.holds and not block.base:
        block.base = min(level, block.last + 1)
    item = _Item(level, is_reported=False)
    if opening.marker.endswith(")"):
        return item, ("a list with `)` after its numbers is printed as text", _FULL_STOP)
    if len(line.text) == opening.column + len(opening.marker):
        return item, ("an item without words is printed as text", _WORDS)
    if block.holds == "text":
        return item, ("a list right below other text is printed as part of it", _BLANK_LINE)
    if level != expected or level > block.last + 1:
        return item, (f"an item {column} spaces in does not get the level that GitHub shows", _FOUR_SPACES)
    if _is_joined(reading, opening, line):
        return item, ("a list right below one of another kind is joined to it", _APART)
    return item, _count_lost(opening)


def _count_lost(opening: Opening) -> tuple[str, str] | None:
    number = opening.marker[:-1]
    if opening.follows or not number or int(number) == 1:
        return None
    return f"a list that starts at {int(number)} is counted from 1", _FROM_ONE


def _is_joined(reading: _Reading, opening: Opening, line: Line) -> bool:
    place = line.depth - len(line.opens)
    if (
        opening is not line.opens[0]
        or place >= len(reading.before)
        or reading.before[:place] != line.containers[:place]
    ):
        return False
    above = reading.before[place]
    return above.name == "item" and above.marker[-1] != opening.marker[-1]


def _read_rest(block: _Block, line: Line, column: int) -> None:
    """Follow the block through what the line holds beside the markers of lists and quotes."""
    content = line.content
    if line.kind in (Kind.CODE, Kind.FENCE_END):
        return  # superfences has put one mark in the place of all of it
    if not content.strip() or line.kind in (Kind.COMMENT, Kind.HTML):
        if not line.opens or line.opens[-1].name != "item":
            block.holds, block.base = "", 0
    elif line.opens and line.opens[-1].name == "item":
        return
    elif line.kind is Kind.TEXT and _ENDS_BLOCK.match(content):
        block.holds = ""
        block.last = min(block.last, block.base - 1)
    elif not block.holds:
        column += len(content) - len(content.lstrip(" "))
        _begin_with_text(block, line, column)


def _begin_with_text(block: _Block, line: Line, column: int) -> None:
    if line.kind is Kind.INDENTED:
        if block.last < 0:
            return  # code ends where its indentation does
        block.base = min(column // TAB, block.last + 1)
        block.holds = "list" if _ITEM.match(line.content) else "text"
        return
    block.last = min(block.last, column // TAB - 1)
    block.holds = "" if line.kind is Kind.TEXT and _DEFINITION.match(line.content) else "text"
