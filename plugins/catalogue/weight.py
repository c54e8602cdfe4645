"""How heavy a word of a cloud is, 1 to 9, from how often it counts.

Counts of topics differ by orders of magnitude, so the scale is logarithmic: each step multiplies the count by the
same factor. Every cloud, in a text or on a page of its own, uses this one scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log

LIGHTEST, MIDDLE, HEAVIEST = 1, 5, 9


def weights(counts: Sequence[int]) -> tuple[int, ...]:
    """Weigh counts (each at least 1) against each other: the least is 1, the greatest 9, all equal are 5."""
    if not counts:
        return ()
    least, greatest = min(counts), max(counts)
    return tuple(_weight(count, least, greatest) for count in counts)


def _weight(count: int, least: int, greatest: int) -> int:
    if least == greatest:
        return MIDDLE
    share = (log(count) - log(least)) / (log(greatest) - log(least))
    # Platforms differ in the last bits of a logarithm: rounding them off keeps a half a half everywhere.
    return LIGHTEST + floor(round(share * (HEAVIEST - LIGHTEST), 9) + 0.5)
