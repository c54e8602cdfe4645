"""How a listing is cut into pages: numbered from the oldest, so that a new post leaves the full ones as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
PER_PAGE = 10


def page_count(total: int) -> int:
    """Count the numbered pages of a listing: the ones beside the listing itself, which keeps the newest 10 to 19."""
    return max(0, total // PER_PAGE - 1)


def page_of(oldest_first: Sequence[T], number: int) -> list[T]:
    """Give the entries of a page, newest first: page 1 has the oldest ten, number 0 is the listing itself."""
    if number:
        part = oldest_first[PER_PAGE * (number - 1) : PER_PAGE * number]
    else:
        part = oldest_first[PER_PAGE * page_count(len(oldest_first)) :]
    return list(reversed(part))
