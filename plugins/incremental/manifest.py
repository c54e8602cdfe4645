"""What the last build left in an output: for each file what it was made of, and how it was left.

An adapter: it reads and writes the manifests in `.cache/manifests/`, one an output folder: a line of JSON about the
output, then one about its files. What little has changed since stands in a note beside it, as do the files that a build
is moving. One that is damaged, or of another form, counts as none.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plugins.incremental.fingerprint import Fingerprint

FORM = 5  # of the file; another number makes an old one count as none
SMALL = 0.1  # the part of all files up to which changes are noted, and not all of them written


class Left(NamedTuple):
    """A file of the output: what it was made of (None while a build is about to write it), its size and time (ns).

    `key` is what decided even that: where it is the same, so is the fingerprint.
    """

    fingerprint: Fingerprint | None
    size: int = -1
    mtime: int = -1
    key: str = ""


class Heading(NamedTuple):
    """For which state of all inputs (empty: unknown) nothing more is to be done.

    `marker` is the stamp of the output's marker, which is written anew before every change: a manifest is of no other
    folder, and of no state but the last.
    """

    marker: str = ""
    inputs: str = ""
    told: str = ""  # what the build for these inputs had to tell of the content


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was left by path."""

    files: Mapping[str, Left] = field(default_factory=dict)
    heading: Heading = field(default_factory=Heading)
    kept: Kept | None = field(default=None, compare=False, repr=False)  # what it was read from


class Kept(NamedTuple):
    """A manifest as it is kept: the files, and what a note beside them says otherwise.

    `sum` is of the files as bytes; `changes` are of files (None: no longer there), `moving` those of unknown fate.
    """

    heading: Heading
    sum: str
    files: bytes
    changes: Mapping[str, Left | None]
    moving: tuple[str, ...] = ()


def manifest_path(output: Path, root: Path) -> Path:
    """Name the file that remembers what was left in an output."""
    name = blake2b(str(output.resolve()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return root / ".cache" / "manifests" / f"{name}.json"


def read_heading(file: Path) -> Heading | None:
    """Read what a manifest says of the output, and nothing of its files; None where there is none."""
    kept = _read(file)
    return kept and kept.heading


def read_manifest(file: Path) -> Manifest | None:
    """Read a manifest; None where there is none that can be read."""
    kept = _read(file)
    try:
        if kept is None:
            return None
        files = dict(_files(kept.files))
    except (ValueError, TypeError, AttributeError):
        return None
    for path, left in (*kept.changes.items(), *((path, Left(None)) for path in kept.moving)):
        if left is None:
            files.pop(path, None)
        else:
            files[path] = left
    return Manifest(files, kept.heading, kept)


def write_manifest(file: Path, manifest: Manifest, before: Manifest | None = None) -> None:
    """Write a manifest in place of `before`; where none can be kept, the next build has none.

    Where little has changed since the whole was written, only that is.
    """
    kept = before.kept if before else None
    if before and kept:
        changes = dict(kept.changes)
        changes.update((path, left) for path, left in manifest.files.items() if before.files.get(path) != left)
        changes.update((path, None) for path in before.files if path not in manifest.files)
        if len(changes) < len(manifest.files) * SMALL:
            _write_note(file, kept._replace(heading=manifest.heading, changes=changes, moving=()))
            return
    files = json.dumps(manifest.files, separators=(",", ":")).encode()
    about = {"form": FORM, "sum": _sum(files), "heading": manifest.heading}
    _replace(file, json.dumps(about).encode() + b"\n" + files)
    with suppress(OSError):
        _note(file).unlink(missing_ok=True)


def note_heading(file: Path, heading: Heading) -> None:
    """Say of an output what a heading says, and of its files what the manifest says."""
    kept = _read(file)
    if kept and kept.heading != heading and not kept.moving:
        _write_note(file, kept._replace(heading=heading))


def note_moving(file: Path, paths: Iterable[str], marker: str) -> None:
    """Note the files that are about to be written or removed: what becomes of them is not known until the end.

    Whoever reads the manifest that is there, before another is written, is told so.
    """
    if kept := _read(file):
        _write_note(file, kept._replace(heading=Heading(marker), moving=tuple(sorted(paths))))


def forget_manifest(file: Path) -> None:
    """Forget what was left in an output."""
    for one in (file, _note(file)):
        one.unlink(missing_ok=True)


def _read(file: Path) -> Kept | None:
    try:
        first, _, files = file.read_bytes().partition(b"\n")
        about = json.loads(first)
        if about["form"] != FORM or about["sum"] != _sum(files):
            return None
        kept = Kept(Heading(*about["heading"]), about["sum"], files, {})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    with suppress(OSError, ValueError, KeyError, TypeError):
        note = json.loads(_note(file).read_bytes())
        if note["sum"] == kept.sum:
            changes = {path: _left(*left) if left else None for path, left in note["changes"].items()}
            return Kept(Heading(*note["heading"]), kept.sum, files, changes, tuple(note["moving"]))
    return kept


@lru_cache(maxsize=1)  # a process that serves asks for the same again at each save
def _files(kept: bytes) -> Mapping[str, Left]:
    return {path: _left(*left) for path, left in json.loads(kept).items()}


def _left(made: list[str] | None, size: int, mtime: int, key: str) -> Left:
    return Left(Fingerprint(*made) if made else None, size, mtime, key)


def _write_note(file: Path, kept: Kept) -> None:
    note = {"sum": kept.sum, "heading": kept.heading, "changes": kept.changes, "moving": kept.moving}
    _replace(_note(file), json.dumps(note).encode())


def _replace(file: Path, data: bytes) -> None:
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".new-{os.getpid()}")
        fresh.write_bytes(data)
        fresh.replace(file)


def _note(file: Path) -> Path:
    return file.with_suffix(".note")


def _sum(files: bytes) -> str:
    return blake2b(files, digest_size=16).hexdigest()


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
