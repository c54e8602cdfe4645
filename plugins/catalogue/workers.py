"""Spreads work over processes: the same results in the same order as one process would give, whatever their number.

An adapter: it forks. What a worker needs it has from before the fork, so nothing is sent to it but places in the list
of work; what it makes comes back as bytes. A worker ends with the process that forked it, even where that was killed:
it has inherited its locks, and would hold up the next build for ever.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from ctypes import CDLL
from multiprocessing import get_context
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 24  # pieces of work that are worth a second process
SHARE = 16  # shares of the work that each process takes, one after another


class WorkerDiedError(Exception):
    """A worker was killed, or ran out of memory; the message names what it was working on."""


def spread(
    make: Callable[[T], R],
    work: Sequence[T],
    name_of: Callable[[T], str],
    workers: int = 0,
    told: Callable[[int], None] = lambda _: None,
) -> Iterator[R]:
    """Give what `make` makes of each piece of work, in order.

    `workers` is the number of processes, 0 for as many as the machine has processors for us. `told` hears how many
    pieces are done. Raises WorkerDiedError, and whatever `make` raises.
    """
    workers = workers or available()
    if workers == 1 or len(work) < FEWEST:
        for done, piece in enumerate(work, start=1):
            yield make(piece)
            told(done)
        return
    size = max(1, min(64, len(work) // (workers * SHARE)))
    shares = [range(at, min(at + size, len(work))) for at in range(0, len(work), size)]
    done = 0
    try:
        for results in _shared(make, work, shares, workers):
            yield from results
            done += len(results)
            told(done)
    except BrokenProcessPool:
        raise WorkerDiedError(_culprit(make, work, done, name_of)) from None


def available() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _trim() -> None:
    """Give back to the system what was let go of, so that no worker inherits it; only glibc has a call for that."""
    with suppress(OSError, AttributeError):
        CDLL(None).malloc_trim(0)


def _shared(make: Callable[[T], R], work: Sequence[T], shares: Sequence[range], workers: int) -> Iterator[list[R]]:
    _trim()
    gc.freeze()  # what is there already is never garbage; looking at it would copy its pages in every worker
    begin: Any = _begin  # its arguments are inherited, so they may be what pickle cannot take
    watched, held = os.pipe()  # `held` is closed when this process ends, however it ends
    pool = ProcessPoolExecutor(workers, get_context("fork"), begin, (make, work, watched, held))
    try:
        futures: deque[Future[list[Any]]] = deque(pool.submit(_make_share, share) for share in shares)
        while futures:
            yield futures.popleft().result()  # which nobody holds on to, then
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        os.close(watched)
        os.close(held)
        gc.unfreeze()


def _culprit(make: Callable[[T], R], work: Sequence[T], done: int, name_of: Callable[[T], str]) -> str:
    """Find the piece that kills a worker by giving the rest out one by one."""
    for place in range(done, len(work)):
        try:
            list(_shared(make, work, [range(place, place + 1)], 1))
        except BrokenProcessPool:
            return f"a worker died over {name_of(work[place])}: it was killed, or ran out of memory"
    return "a worker died: it was killed, or ran out of memory; try again"


# What this process was forked to do; only a worker has it.
_TASK: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def _begin(make: Callable[[Any], Any], work: Sequence[Any], watched: int, held: int) -> None:
    gc.disable()  # a worker ends before its garbage matters
    os.close(held)  # this worker's own copy, without which the pipe has an end only in the process that forked it
    Thread(target=_end_with, args=(watched,), daemon=True).start()
    _TASK[:] = [(make, work)]


def _end_with(watched: int) -> None:
    """End this worker as soon as nobody holds the other end of the pipe."""
    os.read(watched, 1)
    os._exit(1)


def _make_share(share: range) -> list[Any]:
    make, work = _TASK[0]
    return [make(work[place]) for place in share]
