"""How far long work is, on a terminal; elsewhere nothing is said of it.

An adapter: it writes to the terminal. Nothing is drawn by a thread, since a fork under one is not safe.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

FEWEST = 200  # pieces of work that are worth a bar


def bar(what: str, total: int) -> Callable[[int], None]:
    """Give what hears how many pieces of the work are done, and draws a bar of it until all are."""
    if total < FEWEST or not sys.stderr.isatty():
        return lambda done: None
    from rich.console import Console  # late: only a terminal pays for it
    from rich.progress import Progress

    progress = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    task = progress.add_task(what, total=total)
    progress.start()

    def told(done: int) -> None:
        progress.update(task, completed=done)
        progress.refresh()
        if done >= total:
            progress.stop()

    return told
