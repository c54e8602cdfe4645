"""Asks other sites for addresses by lychee, all at once: one run of its program, which comes with the lock.

It is given a page that has each address on a line of its own, and names the line of each that it could not get; so
nothing depends on how it spells an address.
"""

from __future__ import annotations

import json
import subprocess
import sysconfig
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from tools.errors import MachineError

TIMEOUT, RETRIES, WAIT = 20, 2, 2  # seconds until an answer, further tries, seconds before each
AT_ONCE, AT_ONE_HOST = 32, 4  # requests, so that no host takes it for an attack
FAULTS = (0, 2)  # exit codes: all well; some addresses could not be got


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an address that could not be got: the HTTP status, 0 where there was none, and in words.

    `is_asked` is False where lychee refuses to ask, as for addresses that are kept for examples (RFC 2606).
    `is_reached` tells whether the host was, as far as can be told.
    """

    status: int
    told: str
    is_asked: bool = True
    is_reached: bool = True


def ask(urls: Sequence[str], timeout: int = TIMEOUT, retries: int = RETRIES) -> dict[str, Answer]:
    """Ask for addresses, and give what came of those that could not be got. Raises MachineError."""
    with tempfile.TemporaryDirectory(prefix="plaza-links-") as folder:  # and no settings of lychee are there
        page = "".join(f'<a href="{escape(url)}">a</a>\n' for url in urls)
        Path(folder, "links.html").write_text(page, encoding="utf-8")
        report = _report(_run(folder, timeout, retries))
    return {
        urls[entry["span"]["line"] - 1]: _answer(entry["status"], kind)
        for kind in ("error_map", "timeout_map", "excluded_map")
        for entries in report.get(kind, {}).values()
        for entry in entries
    }


def _run(folder: str, timeout: int, retries: int) -> subprocess.CompletedProcess[str]:
    program = Path(sysconfig.get_path("scripts"), "lychee")
    limits = ("--timeout", timeout, "--max-retries", retries, "--retry-wait-time", WAIT,
              "--max-concurrency", AT_ONCE, "--host-concurrency", AT_ONE_HOST)  # fmt: skip
    plain = ("--no-progress", "--mode", "plain", "--format", "json")
    try:
        return subprocess.run(
            [str(program), *plain, *map(str, limits), "links.html"],
            cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    except OSError as fault:
        advice = "delete .venv and run ./inv again"
        raise MachineError(f"lychee, which asks for links, cannot run ({fault.strerror}); {advice}") from fault


def _report(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    try:
        report: dict[str, Any] = json.loads(done.stdout) if done.returncode in FAULTS else {}
    except ValueError:
        report = {}
    if not report:
        told = " ".join((done.stderr or done.stdout).split())[:300] or "it says nothing"
        raise MachineError(f"lychee, which asks for links, ended with code {done.returncode}: {told}")
    return report


def _answer(status: dict[str, Any], kind: str) -> Answer:
    if kind == "timeout_map":
        return Answer(0, "does not answer in time", is_reached=False)
    if kind == "excluded_map":
        return Answer(0, "is not asked", is_asked=False)
    code, details = status.get("code", 0), str(status.get("details") or status.get("text", ""))
    if 300 <= code < 400:
        return Answer(code, "leads on and on, to no page")
    if code:
        return Answer(code, f"answers {code}")
    if details.startswith("Connection refused"):
        return Answer(0, "has no server that answers", is_reached=False)
    if details.startswith("Connection failed"):
        return Answer(0, "has a host that cannot be found or reached", is_reached=False)
    return Answer(0, f"cannot be got ({details})")
