"""The lock: every package of every task, pinned with the digests of all its published files.

uv makes it because it resolves for all platforms at once. No address of an index and no folder of files goes into it:
each machine fetches from the index it is set up for, and the digests make sure that it gets the same files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tools.errors import MachineError

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"
HEADER = """\
# Every package that any task needs, with the digests of its published files for all platforms.
# Made from pyproject.toml by `./inv lock`; `./inv` makes .venv from it, and anew whenever it changes.
"""


def lock(upgrade: bool) -> None:
    """Write requirements.lock, keeping the versions it has unless `upgrade`. Raises MachineError."""
    path = ROOT / "requirements.lock"
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / path.name
        if path.is_file():
            shutil.copyfile(path, draft)  # uv keeps the versions that it finds in its output
        done = subprocess.run(
            command(draft, upgrade), cwd=ROOT, env=_public(os.environ), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise MachineError(f"uv could not make the lock: {' '.join(done.stderr.split())}")
        path.write_text(with_header(draft.read_text(encoding="utf-8")), encoding="utf-8")


def command(draft: Path, upgrade: bool) -> tuple[str, ...]:
    """Return the command that writes the draft from pyproject.toml, its groups included."""
    options = ("--universal", "--generate-hashes", "--no-config", "--no-header", "--no-annotate", "--quiet")
    return (
        *(sys.executable, "-m", "uv", "pip", "compile", *options, "--python-version", OLDEST_PYTHON),
        *("--group", "dev", *(("--upgrade",) if upgrade else ()), "--output-file", str(draft), "pyproject.toml"),
    )


def with_header(draft: str) -> str:
    """Put our comment at the head of uv's output, whatever comment it carried over."""
    return HEADER + "".join(line for line in draft.splitlines(keepends=True) if not line.startswith("#"))


def _public(environ: Mapping[str, str]) -> dict[str, str]:
    """Leave out what would point uv to other files than the public ones."""
    return {name: value for name, value in environ.items() if not name.startswith(("UV_INDEX", "UV_EXTRA", "UV_FIND"))}
