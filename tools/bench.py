"""`bench`: what there is to measure, each in a table of its own; nothing of it is asserted anywhere."""

from __future__ import annotations

from pathlib import Path

from tools import build_times, check_times, paint_times


def bench(what: str | None, pairs: int, content: Path | None, settings: Path | None, format: str, peers: bool) -> None:
    """Measure `build`, `paint`, `check` or, where nothing is named, all. Raises what building the site does.

    `content` is copied and changed for builds; without it, content is made. `peers` tells whether other generators are
    measured beside Plaza.
    """
    if what in (None, "build"):
        measured = build_times.measure(pairs, content, peers)
        if format == "json":
            print(build_times.as_json(measured, pairs), end="")
        else:
            build_times.print_table(measured, pairs)
    if what in (None, "paint"):
        paint_times.print_waits(content, settings)
    if what in (None, "check"):
        check_times.print_table(check_times.measure(pairs), pairs)
