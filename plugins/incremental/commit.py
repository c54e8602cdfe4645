"""Puts a build into its output folder: staged beside it, moved file by file when all is made, untouched where equal.

This adapter alone writes to the output. A killed build leaves whole files, old or new, and the next one completes it.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from filecmp import cmp
from glob import escape
from pathlib import Path
from tempfile import mkdtemp

MARKER = ".plaza"  # the first file written; says what the folder holds, "site" or "preview"


class ForeignFolderError(Exception):
    """The output folder is not ours to write to; the message says why."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a commit did, by paths relative to the output folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    total: int


@dataclass(slots=True)
class Staging:
    """A folder beside the output that takes the files of a build until all are made."""

    output: Path
    folder: Path
    planned: set[str] = field(default_factory=set)
    changed: list[str] = field(default_factory=list)

    def add(self, path: str, content: bytes | Path) -> None:
        """Stage a file of the output: its bytes, or the file to copy. One that is there already stays untouched."""
        self.planned.add(path)
        target = self.output / path
        if _is_equal(target, content):
            return
        staged = self.folder / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, staged)
        else:
            staged.write_bytes(content)
        self.changed.append(path)


def check_output(output: Path, sources: Iterable[Path]) -> None:
    """Make sure that a build may write to a folder: empty, absent or marked as ours, and apart from the sources.

    Raises ForeignFolderError otherwise.
    """
    resolved = output.resolve()
    for source in sources:
        other = source.resolve()
        if resolved == other or resolved in other.parents or other in resolved.parents:
            raise ForeignFolderError(
                f"{output} holds or lies in the sources ({source}); choose a folder apart from them"
            )
    if output.exists() and not output.is_dir():
        raise ForeignFolderError(f"{output} is not a folder")
    if output.is_dir() and not (output / MARKER).is_file() and any(output.iterdir()):
        raise ForeignFolderError(f"{output} is not empty and no build of Plaza made it (it has no file {MARKER})")


@contextmanager
def staging(output: Path) -> Iterator[Staging]:
    """Open a staging folder on the output's own disk, gone afterwards; what killed builds have left goes with it."""
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{output.name}.staging-"
    folder = Path(mkdtemp(prefix=prefix, dir=output.parent))
    try:
        with _held(folder):
            for other in output.parent.glob(f"{escape(prefix)}*"):
                _remove_left(other)
            yield Staging(output, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Lock a folder; the system lets go of it whatever happens to this process. Raises BlockingIOError."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(opened)


def _remove_left(folder: Path) -> None:
    """Remove the staging folder of a build that was killed; a running build holds its own."""
    with suppress(OSError), _held(folder):
        shutil.rmtree(folder, ignore_errors=True)


def commit(staged: Staging, manifest: Path, is_preview: bool) -> Written:
    """Move the staged files into the output, remove the pages that are gone, and save the manifest last.

    With a manifest, what the last build wrote and this one does not is removed; without one, all that is not planned.
    """
    output = staged.output
    output.mkdir(parents=True, exist_ok=True)
    marker = output / MARKER
    final = "preview\n" if is_preview else "site\n"
    if is_preview or (marker.is_file() and marker.read_bytes() == b"preview\n"):
        _write_if_other(marker, "preview\n")  # until the last draft is gone, the folder counts as a preview
    else:
        _write_if_other(marker, final)
    last = _read_manifest(manifest)
    old = _files(output) if last is None else last
    gone = sorted(path for path in old - staged.planned - {MARKER} if _is_ours(output / path))
    if staged.changed:
        _write_manifest(manifest, old | staged.planned)  # if this build is killed, the next knows what it may have left
    for path in sorted(staged.changed):
        target = output / path
        _make_room(target, output)
        (staged.folder / path).replace(target)
    for path in gone:
        if _is_ours(output / path):  # a folder may stand there now, or a file where its folder was
            (output / path).unlink()
            _remove_empty(output / path, output)
    _write_if_other(marker, final)
    if staged.changed or last != staged.planned:
        _write_manifest(manifest, staged.planned)
    return Written(tuple(sorted(staged.changed)), tuple(gone), len(staged.planned))


def _is_equal(target: Path, content: bytes | Path) -> bool:
    if not target.is_file() or target.is_symlink():
        return False
    if isinstance(content, Path):
        return cmp(content, target, shallow=False)
    return target.stat().st_size == len(content) and target.read_bytes() == content


def _is_ours(path: Path) -> bool:
    return path.is_file() or path.is_symlink()


def _make_room(target: Path, output: Path) -> None:
    for parent in target.relative_to(output).parents:
        if (output / parent).is_file():  # a file of an earlier build stands where a folder is needed now
            (output / parent).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _remove_empty(path: Path, output: Path) -> None:
    for parent in path.parents:
        if parent == output or any(parent.iterdir()):
            return
        parent.rmdir()


def _files(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if _is_ours(path)}


def _read_manifest(manifest: Path) -> set[str] | None:
    try:
        return set(json.loads(manifest.read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_manifest(manifest: Path, planned: set[str]) -> None:
    manifest.parent.mkdir(parents=True, exist_ok=True)
    fresh = manifest.with_suffix(".new")
    fresh.write_text(json.dumps({"files": sorted(planned)}, indent=0) + "\n", encoding="utf-8")
    fresh.replace(manifest)


def _write_if_other(path: Path, text: str) -> None:
    if not path.is_file() or path.read_bytes() != text.encode():
        path.write_text(text, encoding="utf-8")
