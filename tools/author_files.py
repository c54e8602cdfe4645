"""Writes what authors own: a file is changed whole or not at all, and none that is there is ever overwritten."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import mkstemp

from tools.errors import MachineError, UsageError


def read_text(path: Path) -> str:
    """Give the text of a file with its line ends and its byte-order mark, if it has one."""
    return path.read_bytes().decode("utf-8")


def change_text(path: Path, text: str) -> None:
    """Put a text in the place of a file's, which keeps its mode. Raises MachineError; the file is then as it was."""
    target = path.resolve()  # a link stays one
    try:
        handle, staged = mkstemp(dir=target.parent, prefix=".plaza-")
    except OSError as fault:
        raise _cannot(path, fault) from fault
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        shutil.copymode(target, staged)
        Path(staged).replace(target)
    except BaseException as fault:
        Path(staged).unlink(missing_ok=True)
        if isinstance(fault, OSError):
            raise _cannot(path, fault) from fault
        raise


def create_text(path: Path, text: str) -> None:
    """Write a new file and the folders it stands in. Raises UsageError where there is one already, and MachineError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(text.encode("utf-8"))
    except FileExistsError as fault:
        raise UsageError(f"{path} is there already; nothing was written") from fault
    except OSError as fault:
        raise _cannot(path, fault) from fault


def _cannot(path: Path, fault: OSError) -> MachineError:
    return MachineError(f"cannot write {path}: {(fault.strerror or str(fault)).lower()}")
