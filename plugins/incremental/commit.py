"""Puts a build into its output folder: only what has changed, staged beside it, moved file by file when all is made.

This adapter alone writes to the output. A killed build leaves whole files, old or new, and the next one completes it;
of two builds at once the second waits.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from filecmp import cmp
from glob import escape
from hashlib import blake2b
from pathlib import Path
from sys import intern
from tempfile import mkdtemp
from typing import NamedTuple

from plugins.catalogue.file_version import version_of
from plugins.incremental.fingerprint import SIZE, Fingerprint, digest
from plugins.incremental.manifest import (
    Heading,
    Left,
    Manifest,
    locked,
    manifest_path,
    note_heading,
    note_moving,
    read_heading,
    read_manifest,
    write_manifest,
)
from plugins.incremental.reasons import Reason, reason
from plugins.incremental.variants import (
    ENCODINGS,
    VARIANT,
    Encoding,
    fingerprint_of,
    is_of_form,
    is_worth_it,
    owner_of,
    place,
    told,
)

__all__ = [
    "Fingerprint", "ForeignFolderError", "Made", "Staging", "Written",
    "check_output", "commit", "digest", "files_there", "is_up_to_date", "manifest_path", "note_inputs", "staging",
]  # fmt: skip

MARKER = ".plaza"  # the first file written; says what the folder holds, "site" or "preview"


class ForeignFolderError(Exception):
    """The output folder is not ours to write to; the message says why."""


class Made(NamedTuple):
    """A file of the output: what it is made of, why it was made again (None: it was not), whether its bytes differ."""

    path: str
    fingerprint: Fingerprint
    reason: Reason | None = None
    has_changed: bool = False
    key: str = ""
    variants: tuple[Made, ...] = ()  # compressed, beside it


@dataclass(frozen=True, slots=True)
class Written:
    """What a commit did, by paths relative to the output folder; a variant is told where its file is not."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    total: int
    reasons: dict[str, Reason] = field(default_factory=dict)  # of what was written


@dataclass(slots=True)
class Staging:
    """A folder beside the output that takes the files of a build until all are made."""

    output: Path
    folder: Path
    before: Manifest | None = None
    there: frozenset[str] | None = None  # what was in the output before this build, where no manifest tells
    made: dict[str, Made] = field(default_factory=dict)
    compressions: tuple[str, ...] = ()  # the variants that files get, by names of ENCODINGS
    own: frozenset[str] = frozenset()  # files of the content that are named as variants are

    def why(self, path: str, fingerprint: Fingerprint) -> Reason | None:
        """Tell why a file has to be made; None where it is there as it would be made."""
        left = self.before.files.get(path) if self.before else None
        try:
            stat = os.lstat(f"{self.output}/{path}")
        except OSError:
            return reason(left.fingerprint if left else None, fingerprint, is_there=False, is_as_left=False)
        is_as_left = left is not None and (stat.st_size, stat.st_mtime_ns) == (left.size, left.mtime)
        return reason(left.fingerprint if left else None, fingerprint, is_there=True, is_as_left=is_as_left)

    def keep(self, path: str, key: str) -> bool:
        """Keep a file as it is where it was made under the same key, and nobody has changed it since."""
        left = self.before.files.get(path) if self.before else None
        if left is None or left.fingerprint is None or not key or left.key != key:
            return False
        if self.why(path, left.fingerprint) is not None:
            return False
        variants = self._variants_left(path, left.size)
        if variants is None:
            return False
        self.made[path] = Made(path, left.fingerprint, key=key)
        self.made.update((made.path, made) for made in variants)
        return True

    def stage(self, path: str, fingerprint: Fingerprint, make: Callable[[], bytes | Path], key: str = "") -> Made:
        """Make a file where it has to be made, its bytes or a copy of a file, and stage it where it differs.

        May be called in a process of its own: what it gives is to be given to `take`.
        """
        why = self.why(path, fingerprint)
        if why is None:
            variants = self._variants(path, self.output / path, is_as_left=True)
            return Made(path, fingerprint, key=key, variants=variants)
        content = make()
        return self._staged(path, fingerprint, why, content, key)._replace(variants=self._variants(path, content))

    def _staged(self, path: str, fingerprint: Fingerprint, why: Reason, content: bytes | Path, key: str) -> Made:
        if _is_equal(self.output / path, content):
            return Made(path, fingerprint, why, key=key)
        staged = self.folder / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, staged)
        else:
            staged.write_bytes(content)
        return Made(path, fingerprint, why, has_changed=True, key=key)

    def _wanted(self, path: str, size: int) -> list[tuple[str, Encoding]]:
        """Give path and encoding of each variant that a file may have."""
        if not is_worth_it(path, size):
            return []
        named = [(f"{path}{encoding.suffix}", encoding) for encoding in map(ENCODINGS.__getitem__, self.compressions)]
        return [(name, encoding) for name, encoding in named if name not in self.own]

    def _variants_left(self, path: str, size: int) -> tuple[Made, ...] | None:
        """Give the variants of a file that is as it was left; None where one is not, or was never made."""
        found = []
        for name, encoding in self._wanted(path, size):
            left = self.before.files.get(name) if self.before else None
            if left is None or left.fingerprint is None or not is_of_form(encoding, left.fingerprint):
                return None
            if self.why(name, left.fingerprint) is not None:
                return None
            found.append(Made(name, left.fingerprint, key=VARIANT))
        return tuple(found)

    def _variants(self, path: str, content: bytes | Path, is_as_left: bool = False) -> tuple[Made, ...]:
        """Compress what a file holds, where that was not done before and makes it smaller."""
        if not self.compressions:
            return ()
        size = content.stat().st_size if isinstance(content, Path) else len(content)
        if is_as_left and (left := self._variants_left(path, size)) is not None:
            return left
        wanted = self._wanted(path, size)
        if not wanted:
            return ()
        data = content.read_bytes() if isinstance(content, Path) else content
        made = []
        for name, encoding in wanted:
            fingerprint = fingerprint_of(encoding, data)
            why = self.why(name, fingerprint)
            if why is None:
                made.append(Made(name, fingerprint, key=VARIANT))
            elif len(packed := encoding.compress(data, path)) < size:
                made.append(self._staged(name, fingerprint, why, packed, VARIANT))
        return tuple(made)

    def take(self, made: Made) -> None:
        """Note what was staged; what many files have in common is held once, though it comes from many processes."""
        view, templates, site = made.fingerprint
        fingerprint = Fingerprint(view, intern(templates), intern(site))
        self.made[made.path] = made._replace(fingerprint=fingerprint, variants=())
        self.made.update((variant.path, variant) for variant in made.variants)

    def keep_all(self, key: str) -> bool:
        """Keep every file that was made under a key, whatever it would be now; False where there is none."""
        found = [path for path, left in (self.before.files if self.before else {}).items() if left.key == key]
        return bool(found) and all(self.keep(path, key) for path in found)

    def add(
        self, path: str, content: bytes | Path | Callable[[], bytes | Path], inputs: str = "", key: str = ""
    ) -> None:
        """Stage a file that no template makes; `inputs` say what a function makes it of, where that is known."""
        if isinstance(content, bytes):
            self.take(self.stage(path, _of_bytes(content), lambda: content, key))
        elif isinstance(content, Path):
            self.take(self.stage(path, Fingerprint(f"{content.name} {version_of(content)}"), lambda: content, key))
        elif inputs:
            self.take(self.stage(path, Fingerprint(inputs), content, key))
        else:
            self.add(path, content(), key=key)


def _of_bytes(content: bytes) -> Fingerprint:
    return Fingerprint(blake2b(content, digest_size=SIZE).hexdigest())


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


def files_there(output: Path, manifest: Path) -> frozenset[str] | None:
    """Name the files of an output that no manifest tells of; None where one does."""
    heading = read_heading(manifest)
    return None if heading and _is_of(heading, output) else frozenset(_files(output))


def _manifest_of(output: Path, manifest: Path) -> Manifest | None:
    """Read the manifest, where it is that of the folder that is there, as the last build left it."""
    known = read_manifest(manifest)
    return known if known and _is_of(known.heading, output) else None


def _is_of(heading: Heading, output: Path) -> bool:
    return heading.marker == _stamp(output / MARKER)


def _stamp(marker: Path) -> str:
    with suppress(OSError):
        stat = marker.lstat()
        return f"{stat.st_ino} {stat.st_mtime_ns}"
    return "none"


@contextmanager
def staging(
    output: Path,
    manifest: Path,
    there: frozenset[str] | None = None,
    compressions: tuple[str, ...] = (),
    own: frozenset[str] = frozenset(),
) -> Iterator[Staging]:
    """Open a staging folder on the output's own disk, gone afterwards; what killed builds have left goes with it.

    `there` are the files that were in the output when the build began, where no manifest tells of them; `compressions`
    name the variants that files get, in the place of none of the files `own`. Waits for another build into the same
    output.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{output.name}.staging-"
    with locked(manifest):
        folder = Path(mkdtemp(prefix=prefix, dir=output.parent))
        try:
            with _held(folder):
                for other in output.parent.glob(f"{escape(prefix)}*"):
                    _remove_left(other)
                before = _manifest_of(output, manifest)
                yield Staging(output, folder, before, there, compressions=compressions, own=own)
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
    output, before = staged.output, staged.before
    output.mkdir(parents=True, exist_ok=True)
    marker = output / MARKER
    final = "preview\n" if is_preview else "site\n"
    has_drafts = is_preview or (marker.is_file() and marker.read_bytes() == b"preview\n")
    changed = sorted(path for path, made in staged.made.items() if made.has_changed)
    old = set(before.files) if before else set(_files(output) if staged.there is None else staged.there)
    gone = sorted(path for path in old - set(staged.made) - {MARKER} if _is_ours(output / path))
    variants = {path for path, made in staged.made.items() if made.key == VARIANT}
    variants.update(path for path in gone if owner_of(path) in old or owner_of(path) in staged.made)
    if changed or gone or not marker.is_file() or marker.read_bytes() != final.encode():
        _write_anew(marker, "preview\n" if has_drafts else final)  # a preview until the last draft is gone
        # If this build is killed, the next knows what it may have left.
        if before is None:
            write_manifest(manifest, Manifest({path: Left(None) for path in (*old, *changed)}, Heading(_stamp(marker))))
        else:
            note_moving(manifest, (*gone, *changed), _stamp(marker))
    outlived = {path for path in variants.intersection(gone) if owner_of(path) in staged.made}
    for path in sorted((*changed, *outlived), key=lambda path: place(path, variants)):
        if path in outlived:
            _remove(path, output)
        else:
            _make_room(output / path, output)
            (staged.folder / path).replace(output / path)
    for path in sorted(gone, key=lambda path: place(path, variants)):
        _remove(path, output)
    if marker.read_bytes() != final.encode():
        _write_anew(marker, final)
    after = {path: _left(made, staged) for path, made in sorted(staged.made.items())}
    if before is None or changed or gone or after != before.files or not _is_of(before.heading, output):
        write_manifest(manifest, Manifest(after, Heading(_stamp(marker))), before)
    written = told(changed, variants)
    reasons = {path: why for path in written if (why := staged.made[path].reason)}
    return Written(written, told(gone, variants), len(staged.made.keys() - variants), reasons)


def _left(made: Made, staged: Staging) -> Left:
    if made.reason is None and staged.before:
        left = staged.before.files[made.path]
        return left if left.key == made.key else left._replace(key=made.key)
    stat = os.lstat(f"{staged.output}/{made.path}")
    return Left(made.fingerprint, stat.st_size, stat.st_mtime_ns, made.key)


def note_inputs(manifest: Path, inputs: str, told: str = "") -> None:
    """Note the state of all inputs that the output is up to date with, and what was told of them."""
    with locked(manifest):
        heading = read_heading(manifest)
        if heading is not None:
            note_heading(manifest, heading._replace(inputs=inputs, told=told))


def is_up_to_date(output: Path, manifest: Path, inputs: str, is_preview: bool) -> Manifest | None:
    """Give what was left where nothing is to be done: the same inputs, and every file as it was left."""
    with locked(manifest, waits=False) as is_ours:
        heading = read_heading(manifest) if is_ours else None
        if heading is None or not inputs or heading.inputs != inputs or not _is_of(heading, output):
            return None
        known = read_manifest(manifest)
    if known is None:
        return None
    try:
        if (output / MARKER).read_text(encoding="utf-8") != ("preview\n" if is_preview else "site\n"):
            return None
        for path, left in known.files.items():
            stat = os.lstat(f"{output}/{path}")
            if (stat.st_size, stat.st_mtime_ns) != (left.size, left.mtime):
                return None
    except (OSError, ValueError):
        return None
    return known


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
        if _is_ours(output / parent):  # a file of an earlier build, or a link, stands where a folder is needed now
            (output / parent).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _remove(path: str, output: Path) -> None:
    if _is_ours(output / path):  # a folder may stand there now, or a file where its folder was
        (output / path).unlink()
        _remove_empty(output / path, output)


def _remove_empty(path: Path, output: Path) -> None:
    for parent in path.parents:
        if parent == output or any(parent.iterdir()):
            return
        parent.rmdir()


def _files(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if _is_ours(path)}


def _write_anew(marker: Path, text: str) -> None:
    """Write the marker as another file than before, whatever it said: whole, and with a stamp of its own."""
    fresh = marker.with_name(f"{MARKER}.new")
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, marker)  # noqa: PTH105 - tests watch Path.replace, by which pages are moved
