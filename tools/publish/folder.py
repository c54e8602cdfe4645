"""A target that is a folder of this machine, as a web server reads it: each file is moved into its place when whole."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from tools.errors import TargetError
from tools.publish.record import RECORD, Record, as_bytes, read_record

READABLE = 0o644  # by the web server, whoever that is
SENDING = ".plaza-sending"  # within the target, so on its disk, for files that are not whole yet


class Folder:
    """A folder, made by the first file where it is not there."""

    reads_cheaply = True

    def __init__(self, path: Path) -> None:
        """Take the folder."""
        self.path = path
        self._lock = -1  # held from the first record to the last, by the system, whatever becomes of this process

    def record(self) -> Record | None:
        """Read what the last publish left."""
        with _plainly(self.path):
            try:
                return read_record((self.path / RECORD).read_bytes())
            except FileNotFoundError:
                return None
            except ValueError:
                raise TargetError(
                    f"{self.path / RECORD} cannot be read; remove it, and publish again with --force"
                ) from None

    def sizes(self) -> Mapping[str, int]:
        """Give the bytes of each file."""
        with _plainly(self.path):
            return {
                file.relative_to(self.path).as_posix(): file.lstat().st_size
                for file in self.path.rglob("*")
                if file.is_file() and file != self.path / RECORD and self.path / SENDING not in file.parents
            }

    def write_record(self, record: Record) -> None:
        """Write what stands there."""
        with _plainly(self.path):
            if self._lock < 0:
                self._begin()
            self._place(RECORD, as_bytes(record))

    def send(self, folder: Path, paths: Sequence[str]) -> None:
        """Copy files beside their places, then move them there."""
        for path in paths:
            with _plainly(self.path / path):
                self._place(path, folder / path)

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files and empty folders."""
        for path in paths:
            file = self.path / path
            with _plainly(file), suppress(FileNotFoundError, NotADirectoryError):
                file.unlink()
            with suppress(OSError):
                for around in file.parents:
                    if around == self.path:
                        break
                    around.rmdir()  # fails, and so ends, at the first that holds something

    def digests(self, paths: Sequence[str]) -> Mapping[str, str]:
        """Digest files."""
        found = {}
        for path in paths:
            with _plainly(self.path / path), suppress(FileNotFoundError):
                found[path] = digest_of(self.path / path)
        return found

    def finish(self, record: Record) -> None:
        """Write the last record."""
        self.write_record(record)
        shutil.rmtree(self.path / SENDING, ignore_errors=True)
        os.close(self._lock)
        self._lock = -1

    def _begin(self) -> None:
        """Keep other publishes away, and clear what one that was cut off left."""
        sending = self.path / SENDING
        sending.mkdir(parents=True, exist_ok=True)
        self._lock = os.open(sending, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TargetError(f"another publish to {self.path} is running; wait for it") from None
        for lost in sending.iterdir():
            lost.unlink()

    def _place(self, path: str, content: bytes | Path) -> None:
        opened, name = mkstemp(dir=self.path / SENDING)
        fresh = Path(name)
        try:
            with os.fdopen(opened, "wb") as file:
                if isinstance(content, bytes):
                    file.write(content)
                else:
                    with content.open("rb") as source:
                        shutil.copyfileobj(source, file)
                file.flush()
                os.fsync(file.fileno())  # else a power cut may leave the name without the bytes
                os.fchmod(file.fileno(), READABLE)
            place = self.path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh.replace(place)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise


def digest_of(file: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise TargetError(f"cannot publish to {fault.filename or path}: {fault.strerror or fault}") from fault
