"""Which blocks of two bodies say the same: by headings, then one by one where their numbers agree.

Nobody marks what belongs together, so the rules are plain ones that never lose or move a block:

1. Each body is divided at its headings. Where both have headings of the same levels in the same order, sections are
   counterparts one by one.
2. Where they differ, sections of one level are matched in order, those before others that share a quote, a picture or
   a recording; a section that is left over has no counterpart.
3. Within a section, the blocks are counterparts one by one where there are as many on both sides; else the section
   stands beside the section.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plugins.parallel_page.blocks import Block

SHARED = 4  # what a shared quote, picture or recording counts; sections of one level alone count 1


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other, in the order of the bodies; an empty side has no counterpart."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it; what stands before the first heading has none."""

    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def level(self) -> int:
        """The level of the heading; 0 without one."""
        return self.heading.level if self.heading else 0

    @property
    def anchors(self) -> frozenset[str]:
        """What a translation leaves as it is, of all blocks."""
        return frozenset().union(*(block.anchors for block in self.blocks))


def align(left: Sequence[Block], right: Sequence[Block]) -> tuple[Row, ...]:
    """Align two bodies; every block of both is in one row, and their order is kept."""
    pairs = _paired(_sections(left), _sections(right))
    return tuple(row for pair in pairs for row in _rows(*pair) if row.left or row.right)


def _sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Divide a body at its headings; the first section has none, and may be empty."""
    found: list[tuple[Block | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if block.level:
            found.append((block, []))
        else:
            found[-1][1].append(block)
    return tuple(Section(heading, tuple(rest)) for heading, rest in found)


Pair = tuple[Section | None, Section | None]


def _paired(left: Sequence[Section], right: Sequence[Section]) -> list[Pair]:
    if [section.level for section in left] == [section.level for section in right]:
        return list(zip(left, right, strict=True))
    return _best(left, right)


def _best(left: Sequence[Section], right: Sequence[Section]) -> list[Pair]:
    """Match sections in order so that most counts (a longest common subsequence, weighted); earlier ones first."""
    counts = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            matched = _likeness(left[i], right[j])
            both = matched + counts[i + 1][j + 1] if matched else 0
            counts[i][j] = max(both, counts[i + 1][j], counts[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(left) and j < len(right):
        matched = _likeness(left[i], right[j])
        if matched and counts[i][j] == matched + counts[i + 1][j + 1]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif counts[i][j] == counts[i + 1][j]:
            pairs.append((left[i], None))
            i += 1
        else:
            pairs.append((None, right[j]))
            j += 1
    return [*pairs, *((section, None) for section in left[i:]), *((None, section) for section in right[j:])]


def _likeness(left: Section, right: Section) -> int:
    return (1 + SHARED * len(left.anchors & right.anchors)) if left.level == right.level else 0


def _rows(left: Section | None, right: Section | None) -> list[Row]:
    headings = Row(_heading(left), _heading(right))
    ours = left.blocks if left else ()
    theirs = right.blocks if right else ()
    if len(ours) == len(theirs):
        return [headings, *(Row((a,), (b,)) for a, b in zip(ours, theirs, strict=True))]
    if left is None or right is None:
        alone = [Row(_side(a), _side(b)) for a, b in zip_longest(ours, theirs)]
        return [headings, *alone]
    return [headings, Row(ours, theirs)]


def _heading(section: Section | None) -> tuple[Block, ...]:
    return (section.heading,) if section and section.heading else ()


def _side(block: Block | None) -> tuple[Block, ...]:
    return (block,) if block else ()
