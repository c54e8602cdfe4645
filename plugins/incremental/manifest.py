"""What the last build left in an output: for each file what it was made of, and how it was left.

An adapter: it reads and writes the manifests in `.cache/manifests/`, one an output folder. One that is damaged, or of
another form, counts as none.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from plugins.incremental.fingerprint import Fingerprint

FORM = 3  # of the file; another number makes an old one count as none


class Left(NamedTuple):
    """A file of the output: what it was made of (None while a build is about to write it), its size and time (ns).

    `key` is what decided even that: where it is the same, so is the fingerprint.
    """

    fingerprint: Fingerprint | None
    size: int = -1
    mtime: int = -1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was left by path, and for which state of all inputs (empty: unknown) nothing more is to be done.

    `marker` is the stamp of the output's marker, which is written anew before every change: a manifest is of no other
    folder, and of no state but the last.
    """

    files: Mapping[str, Left] = field(default_factory=dict)
    marker: str = ""
    inputs: str = ""
    told: str = ""  # what the build for these inputs had to tell of the content


def manifest_path(output: Path, root: Path) -> Path:
    """Name the file that remembers what was left in an output."""
    name = blake2b(str(output.resolve()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return root / ".cache" / "manifests" / f"{name}.json"


def read_manifest(file: Path) -> Manifest | None:
    """Read a manifest; None where there is none that can be read."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["form"] != FORM:
            return None
        files = {
            path: Left(Fingerprint(*made) if made else None, size, mtime, key)
            for path, (made, size, mtime, key) in kept["files"].items()
        }
        return Manifest(files, kept["marker"], kept["inputs"], kept["told"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write a manifest in place of the one before, whole; where none can be kept, the next build has none."""
    kept: dict[str, Any] = {"form": FORM, "marker": manifest.marker, "inputs": manifest.inputs, "told": manifest.told}
    kept["files"] = manifest.files
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".new-{os.getpid()}")
        fresh.write_text(json.dumps(kept, separators=(",", ":")), encoding="utf-8")
        fresh.replace(file)


@contextmanager
def locked(file: Path, waits: bool = True) -> Iterator[bool]:
    """Hold an output's lock, waiting for another build that has it; gives False where that is not wanted.

    The system lets go of it whatever happens to this process. Where no lock can be had, there is none.
    """
    opened = None
    try:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            opened = os.open(file.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o644)
        if opened is not None:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
                return
        yield True
    finally:
        if opened is not None:
            os.close(opened)
