"""`bench`: what there is to measure, each in a table of its own; nothing of it is asserted anywhere."""

from __future__ import annotations

from pathlib import Path

from tools import check_times, paint_times


def bench(what: str | None, pairs: int, content: Path | None, settings: Path | None) -> None:
    """Measure `paint`, `check` or, where nothing is named, both. Raises what building the site does."""
    if what in (None, "paint"):
        paint_times.print_waits(content, settings)
    if what in (None, "check"):
        check_times.print_table(check_times.measure(pairs), pairs)
