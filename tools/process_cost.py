"""What a command costs: wall time, processor time, and the most memory that it and its children had at once."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from tools.errors import MachineError

SAMPLING = 0.02  # seconds between two looks at memory


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall and processor time (user and system), and bytes of memory over the process tree.

    What forked processes share is counted once.
    """

    wall: float
    processor: float
    memory: int


def cost_of(command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command and measure it. Raises MachineError where it fails."""
    started = perf_counter()
    # as for most users: Python keeps what it compiles of modules
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(environment or {})}
    with subprocess.Popen(command, cwd=cwd, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        peak = _Peak(process.pid)
        output = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)  # with the children that it waited for
        wall = perf_counter() - started
        peak.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        told = output.decode("utf-8", "replace").strip().splitlines()[-1:] or ["nothing was told"]
        raise MachineError(f"{Path(command[0]).name} ended with code {process.returncode}: {told[0]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak.bytes)


def middle(costs: Sequence[Cost]) -> Cost:
    """Give the median of each figure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.processor for cost in costs),
        int(median(cost.memory for cost in costs)),
    )


class _Peak:
    """Looks at the memory of a process and its descendants until it is told to stop."""

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self._pid = pid
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over.is_set():
            self.bytes = max(self.bytes, sum(_memory(pid) for pid in _tree(self._pid)))
            sleep(SAMPLING)


def _tree(pid: int) -> list[int]:
    """Give a process and its descendants; those that end meanwhile are none (proc(5), on Linux)."""
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def _memory(pid: int) -> int:
    """Give what a process has in memory, its part of what it shares with others (PSS, proc(5))."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
