"""The body of one Markdown file as its author wrote it: lines with their numbers, for parsers that report problems."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BodySource:
    """A body: `lines` without line ends, `first_line` the number of the first of them in the file (from 1)."""

    path: str  # relative to the content folder
    lang: str
    lines: tuple[str, ...]
    first_line: int
    is_published: bool
