"""Asks git about a checkout, and has it change one; git's own words tell what it could not do."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tools.errors import MachineError, UsageError


class Git:
    """The git of one checkout, whatever the user's language and aliases."""

    def __init__(self, root: Path) -> None:
        """Raises UsageError where there is no git, or the folder is no checkout of its own."""
        self.root = root
        try:
            found = self.tells("rev-parse", "--is-inside-work-tree")
        except FileNotFoundError as fault:
            raise UsageError(
                "there is no git on this machine; expected it, since it keeps what is taken out"
            ) from fault
        if not found:
            raise UsageError(f"{root} is no clone of git; expected one, as `git clone -o plaza` makes it")

    def tells(self, *arguments: str) -> bool:
        """Tell whether a command succeeds."""
        return self._run(arguments).returncode == 0

    def __call__(self, *arguments: str) -> str:
        """Run a command and give what it prints. Raises MachineError with git's last line."""
        done = self._run(arguments)
        if done.returncode:
            told = (done.stderr or done.stdout).strip().splitlines() or [f"exit code {done.returncode}"]
            raise MachineError(f"git {arguments[0]} failed: {told[-1]}")
        return done.stdout

    def lines(self, *arguments: str) -> list[str]:
        """Run a command with `-z` among its arguments, and give its records."""
        return [record for record in self(*arguments).split("\0") if record]

    def uncommitted(self, *paths: str) -> list[str]:
        """Name the files that are not as the last commit has them, new ones too, but for ignored ones."""
        status = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
        return [record[3:] for record in self.lines(*status, "--", *paths)]

    def _run(self, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        command = ("git", "-c", "core.quotePath=false", *arguments)
        return subprocess.run(
            command, cwd=self.root, env={**os.environ, "LC_ALL": "C"}, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", errors="surrogateescape", check=False,
        )  # fmt: skip
