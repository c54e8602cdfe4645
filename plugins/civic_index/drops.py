"""The drops beneath a circle of the diagram: one a language, its number beside it, the first at the page's start.

They repeat the marks that the languages have everywhere else: the tail of the first points to the start of the line,
that of the second to its end, the third has none. A fourth would have no mark of its own, so then there are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.civic_index.matrix import Matrix

MOST = 3
RADIUS, DIGIT, GAP, APART = 5.5, 9.5, 4, 12  # a drop, a digit beside it, what is between them, and between languages


@dataclass(frozen=True, slots=True)
class Drop:
    """A language's place beneath a circle: how far from its middle, towards the page's end, drop and number are."""

    lang: str
    middle: float
    number: float  # where the number starts


def place_drops(matrices: Mapping[str, Matrix], width: float) -> tuple[Drop, ...]:
    """Place a drop for each language of the site, the main one first, in a column of the given width.

    All circles of a diagram have them at the same places, with room for the longest number. There are none where one
    language has nothing to be told from, where there are more than three, or where they do not fit.
    """
    longest = max((count for matrix in matrices.values() for row in matrix.counts for count in row), default=0)
    slot = 2 * RADIUS + GAP + DIGIT * len(str(longest))
    whole = len(matrices) * (slot + APART) - APART
    if not 1 < len(matrices) <= MOST or whole > width:
        return ()
    starts = [place * (slot + APART) - whole / 2 for place in range(len(matrices))]
    return tuple(
        Drop(lang, start + RADIUS, start + 2 * RADIUS + GAP) for lang, start in zip(matrices, starts, strict=True)
    )


def outline(place: int, x: float, y: float, is_mirrored: bool) -> str:
    """Give the path of the drop of the language at a place (from 0) around a point; mirrored where pages are `rtl`."""
    tail = {0: -RADIUS, 1: RADIUS}.get(place, 0.0) * (-1 if is_mirrored else 1)
    if not tail:
        return (
            f"M{x - RADIUS:.1f} {y:.1f}a{RADIUS} {RADIUS} 0 1 1 {2 * RADIUS} 0a{RADIUS} {RADIUS} 0 1 1 {-2 * RADIUS} 0z"
        )
    sweep = int(tail < 0)
    return f"M{x + tail:.1f} {y + RADIUS:.1f}V{y:.1f}A{RADIUS} {RADIUS} 0 1 {sweep} {x:.1f} {y + RADIUS:.1f}z"
