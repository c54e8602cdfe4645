"""The maturity matrix as numbers: how many posts there are at each level in each activity, and their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.catalogue.weight import weights


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts by level (outer) and activity (inner), in the order of both files."""

    counts: tuple[tuple[int, ...], ...]
    left_out: int  # what has no level or no activity

    @property
    def level_totals(self) -> tuple[int, ...]:
        """The sum of each level."""
        return tuple(map(sum, self.counts))

    @property
    def activity_totals(self) -> tuple[int, ...]:
        """The sum of each activity; none where there is no level."""
        return tuple(map(sum, zip(*self.counts, strict=True)))

    @property
    def total(self) -> int:
        """How many stand in the matrix."""
        return sum(self.level_totals)

    @property
    def weights(self) -> tuple[tuple[int, ...], ...]:
        """The weight of each filled cell among them, 1 to 9, and 0 for an empty one."""
        filled = iter(weights([count for row in self.counts for count in row if count]))
        return tuple(tuple(next(filled) if count else 0 for count in row) for row in self.counts)


def make_matrix(levels: Sequence[str], activities: Sequence[str], filed: Iterable[tuple[str, str]]) -> Matrix:
    """Count pairs of ids (level, activity), an empty id for none, into a matrix of the given levels and activities."""
    found = Counter(filed)
    counts = tuple(tuple(found[level, activity] for activity in activities) for level in levels)
    return Matrix(counts, found.total() - sum(map(sum, counts)))
