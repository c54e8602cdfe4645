"""How long `check` and `status` take, in multiples of what none can do without: to start, read and hash the files."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from rich.console import Console
from rich.table import Table

from tools.synthetic_content import write_content

TOOLS = Path(__file__).resolve().parent
TIMES = 5
COLD = 3  # folders that are read for the first time
READ_AND_HASH = """\
import hashlib, os, sys
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            hashlib.blake2b(file.read()).digest()
"""


@dataclass(frozen=True, slots=True)
class Time:
    """What was done, and the seconds it took."""

    name: str
    seconds: float


def measure(pairs: int) -> tuple[Time, ...]:
    """Time the commands on as many pairs of posts, in one run; the first is what the others are held against."""
    with tempfile.TemporaryDirectory(prefix="plaza-") as home:
        contents = [Path(home) / f"content-{time}" for time in range(COLD)]
        for content in contents:
            write_content(content, pairs)
        commands = [(sys.executable, str(TOOLS), "check", "--content", str(content)) for content in contents]
        cold = median(_seconds(command) for command in commands)  # none of these folders was read before
        check, content = commands[0], contents[0]
        status = (sys.executable, str(TOOLS), "status", "--content", str(content))
        post = content / "posts" / "post-0.es.md"
        times = [
            Time("start Python, read and hash", _middle((sys.executable, "-c", READ_AND_HASH, str(content)))),
            Time("check, cold", cold),
            Time("check, nothing changed", _middle(check)),
            Time("status, nothing changed", _middle(status)),
        ]
        post.write_text(post.read_text(encoding="utf-8") + "\nMás.\n", encoding="utf-8")
        return (*times, Time("check, one post changed", _seconds(check)))


def print_table(times: Sequence[Time], pairs: int) -> None:
    """Print the times, and how many times the first each of them is."""
    title = f"{pairs:,} pairs of posts, medians of {TIMES}, of {COLD} where it is cold"
    table = Table("what", "seconds", "ratio", title=title)
    for time in times:
        table.add_row(time.name, f"{time.seconds:.2f}", f"{time.seconds / times[0].seconds:.1f}")
    Console(width=110).print(table)


def _middle(command: Sequence[str]) -> float:
    return median(_seconds(command) for _ in range(TIMES))


def _seconds(command: Sequence[str]) -> float:
    started = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - started
