"""The test suite, run by pytest in a process of its own with the browser it needs found first."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.chromium import VARIABLE, find_chromium
from tools.errors import CONTENT_AT_FAULT, FINE, MachineError, UsageError
from tools.settings_file import SITE_FILES

ROOT = Path(__file__).resolve().parent.parent
SPREAD = ("-n", "auto", "--dist", "worksteal")  # some tests take a minute, most a moment
# What pytest's own exit codes mean (pytest.ExitCode).
INTERRUPTED, WRONG_USAGE, NOTHING_COLLECTED = 2, 4, 5


def run_suite(only: str | None) -> int:
    """Run the tests whose names match `only` (all without it) but for the long proofs; return the exit code."""
    return _run(*SPREAD, *(("-k", only) if only is not None else ()))


def run_proofs() -> int:
    """Run the long proofs; return the exit code."""
    return _run("-m", "prove")


def refuse_a_site(own: Iterable[Path]) -> None:
    """Raise UsageError in a clone with settings of its own: many tests read Plaza's own and its sample."""
    if any(file.exists() for file in own):
        raise UsageError("the tests read Plaza's own sample and settings, and this is a site; run ./inv check instead")


def _run(*arguments: str) -> int:
    refuse_a_site(SITE_FILES)
    environ = {
        **os.environ,
        VARIABLE: str(find_chromium()),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(ROOT / ".cache" / "hypothesis"),
    }
    command = (sys.executable, "-m", "pytest", "-q", *arguments)
    return meaning(subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode)


def meaning(code: int) -> int:
    """Translate pytest's exit code. Raises UsageError where no test matched, MachineError where pytest broke."""
    if code in (FINE, CONTENT_AT_FAULT):
        return code
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    if code in (WRONG_USAGE, NOTHING_COLLECTED):
        raise UsageError("no test ran: nothing matches, or pytest could not read the expression")
    raise MachineError(f"pytest ended with code {code}")
