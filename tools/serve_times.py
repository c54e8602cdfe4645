"""How long an author waits: from saving a post to its new page at the address that is being served."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from socket import socket
from statistics import median
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from tools.errors import MachineError

PATIENCE = 600  # seconds until a site that is served has to be there
LOOKING = 0.005  # seconds between two looks


def seconds_to_see(command: Sequence[str], cwd: Path, post: Path, path: str, times: int) -> float:
    """Serve a site, save a post as often, and give the median of the seconds until its page shows that.

    `command` has `{port}` for the port; `path` is that of the page. Raises MachineError where that takes too long.
    """
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}{path}"
    with _running([word.replace("{port}", str(port)) for word in command], cwd):
        _wait_for(address, "")
        waits = []
        for number in range(times):
            sleep(3)  # the author reads what is there
            word = f"guardado{number}{token_hex(4)}"
            post.write_text(post.read_text(encoding="utf-8") + f"\n{word}\n", encoding="utf-8")
            started = perf_counter()
            _wait_for(address, word)
            waits.append(perf_counter() - started)
        return median(waits)


@contextmanager
def _running(command: Sequence[str], cwd: Path) -> Iterator[None]:
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


def _wait_for(address: str, word: str) -> None:
    end = perf_counter() + PATIENCE
    while perf_counter() < end:
        with suppress(URLError, OSError), urlopen(address, timeout=10) as answer:
            if answer.status == 200 and word in answer.read().decode("utf-8", "replace"):
                return
        sleep(LOOKING)
    raise MachineError(f"{address} did not show {word!r} within {PATIENCE} s")
