"""The Chromium that browser tests drive: the machine's own, or one installed when it has none.

The suite may not pass over its browser tests, so it is found before the tests start, and a machine on which it can
neither be found nor installed is told so in one line.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tools.errors import MachineError

VARIABLE = "PLAZA_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
PLAYWRIGHT_FOLDERS = (Path(".cache/ms-playwright"), Path("Library/Caches/ms-playwright"))
PLAYWRIGHT_BROWSERS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium_headless_shell-*/*/*headless*shell",
)

Which = Callable[[str], str | None]
Works = Callable[[Path], bool]
Run = Callable[[Sequence[str]], bool]


def runs(browser: Path) -> bool:
    """Tell whether the browser starts; a distribution may ship a stub that only asks for another package."""
    return run((str(browser), "--version"), seconds=60)


def run(command: Sequence[str], seconds: float = 1200) -> bool:
    """Run a command without a word; tell whether it succeeded in time."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def find_chromium() -> Path:
    """Return a Chromium that starts, installing one where there is none. Raises MachineError."""
    if found := existing(os.environ, shutil.which, runs, Path.home()):
        return found
    print("plaza: installing Chromium for the browser tests …", file=sys.stderr, flush=True)
    for commands in ways_to_install(shutil.which, is_root=os.geteuid() == 0):
        if all(run(command) for command in commands) and (
            found := existing(os.environ, shutil.which, runs, Path.home())
        ):
            return found
    raise MachineError(
        f"found no Chromium and could not install one: install Chromium or Chrome, or set {VARIABLE} to its path"
    )


def existing(environ: Mapping[str, str], which: Which, works: Works, home: Path) -> Path | None:
    """Return the first browser there is that works. Raises MachineError where the variable names one that does not."""
    if named := environ.get(VARIABLE):
        if works(Path(named)):
            return Path(named)
        raise MachineError(f"{VARIABLE} is {named}, which is no browser that starts")
    return next((browser for browser in _candidates(which, home) if works(browser)), None)


def ways_to_install(which: Which, *, is_root: bool) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """List the ways to install a browser here, each a row of commands, the machine's own packages first."""
    playwright = ((sys.executable, "-m", "playwright", "install", "chromium"),)
    if not (is_root and which("apt-get")):
        return (playwright,)
    # Another apt-get may be at work on a fresh machine: wait for it.
    apt = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300")
    return ((*apt, "update"), (*apt, "install", "chromium")), playwright


def _candidates(which: Which, home: Path) -> Iterator[Path]:
    yield from (Path(path) for name in NAMES if (path := which(name)))
    yield from (path for path in APPLICATIONS if path.is_file())
    for folder in PLAYWRIGHT_FOLDERS:
        for pattern in PLAYWRIGHT_BROWSERS:
            yield from sorted((home / folder).glob(pattern), reverse=True)  # the newest first
