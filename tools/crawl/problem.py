"""A problem that a crawl found, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """What is wrong with a file of the output; `path` is relative to the output, posix."""

    path: str
    rule: str
    message: str
