"""Clones of Plaza for tests: what the checkout holds now, as one commit, and tasks run in a clone of that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.support.building import ROOT

# No file or variable of the machine's changes what git does.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CEILING_DIRECTORIES": "/",
    **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def snapshot(folder: Path) -> Path:
    """Commit the files of this checkout, as they are now, into a repository of their own, and give it."""
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "Plaza")
    return folder


def clone(plaza: Path, folder: Path) -> Path:
    """Clone a repository as the README says, and give the clone."""
    git(plaza, "clone", "--quiet", "-o", "plaza", str(plaza), str(folder))
    return folder


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and give what it prints; raises CalledProcessError where it fails."""
    command = ("git", *arguments)
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stdout


def inv(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a task of a clone's own, with this environment's packages and without a terminal."""
    return subprocess.run(
        (sys.executable, "-m", "tools", *arguments),
        cwd=folder,
        env={**ENVIRONMENT, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
