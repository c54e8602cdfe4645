"""The containers of Markdown lines as CommonMark sees them: block quotes, items of lists and GitHub's footnotes.

One part of the scanner in structure.py: which containers a line stays in, and which open on it (CommonMark 0.31,
section 5). What they hold is no concern of this module.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

RULE = re.compile(r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")  # a thematic break, which is no list
DEEPEST = 100  # containers in each other; keeps the time linear when a line is nothing but markers

_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"([-+*]|[0-9]{1,9}[.)])(?: +|$)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")


class Opening(NamedTuple):
    """A container that opens on a line: a `quote`, an `item` of a list or a `note`.

    `column` is where its marker stands, `start` where its parent's content starts, `width` how far its own content is
    indented from there, `lead` how far on the opening line, where that differs. `interrupts` tells whether a paragraph
    ran up to it without a blank line.
    """

    name: str
    column: int
    start: int
    width: int
    marker: str
    interrupts: bool = False
    follows: bool = False  # another item of the same list came before
    lead: int = 0


def enter(containers: Sequence[Opening], text: str) -> tuple[int, int]:
    """Find where the content of the last container that the line stays in starts, and how many it stays in."""
    start = 0
    for matched, container in enumerate(containers):
        if container.name == "quote":
            found = _QUOTE.match(text, start)
            if found is None:
                return start, matched
            start = found.end()
        elif indentation(text, start) == len(text) - start:
            start = len(text)
        elif indentation(text, start) >= container.width:
            start += container.width
        else:
            return start, matched
    return start, len(containers)


def indentation(text: str, start: int = 0) -> int:
    """Count the spaces from `start` on."""
    if not text.startswith(" ", start):
        return 0
    end = start + 1
    while text.startswith(" ", end):
        end += 1
    return end - start


def open_containers(
    containers: list[Opening], text: str, start: int, in_paragraph: bool, before: Sequence[Opening]
) -> tuple[list[Opening], int]:
    """Add to `containers` those that open from `start` on; give them, and where the content of the last starts.

    `before` holds the container that the line has just left at this place, if any.
    """
    opens: list[Opening] = []
    while len(containers) < DEEPEST:
        found = _container(text, start, in_paragraph and not opens, before)
        if found is None:
            break
        opens.append(found)
        containers.append(found)
        start += found.lead or found.width
        before = ()
    return opens, start


def _container(text: str, start: int, in_paragraph: bool, before: Sequence[Opening]) -> Opening | None:
    indent = indentation(text, start)
    column = start + indent
    if indent >= 4 or column >= len(text):
        return None
    if text[column] == ">":
        width = indent + (2 if text.startswith(" ", column + 1) else 1)
        return Opening("quote", column, start, width, ">", in_paragraph)
    if (note := _NOTE.match(text, column)) is not None:
        lead = note.end() - start + min(indentation(text, note.end()), 1)
        return Opening("note", column, start, 4, note.group(), in_paragraph, lead=lead)
    return _item(text, start, column, in_paragraph, before)


def _item(text: str, start: int, column: int, in_paragraph: bool, before: Sequence[Opening]) -> Opening | None:
    item = _ITEM.match(text, column)
    if item is None or RULE.match(text, column):
        return None
    marker = item.group(1)
    is_empty = not text[item.end() :].strip()
    if in_paragraph and (is_empty or (marker[:-1] and int(marker[:-1]) != 1)):
        return None  # a line of a paragraph may begin with a year, or a dash
    gap = item.end() - item.end(1)
    width = column - start + len(marker) + (gap if 1 <= gap <= 4 and not is_empty else 1)
    follows = bool(before) and before[0].name == "item" and before[0].marker[-1] == marker[-1]
    return Opening("item", column, start, width, marker, in_paragraph, follows)
