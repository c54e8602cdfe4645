"""Which files are as they were, told by what the system knows of them, as git does: without reading one byte.

A file is taken for unchanged where its times, size and inode are those of before, and older than the moment they were
noted: what was written within that moment may have been written twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

Stamp = tuple[int, int, int, int]  # mtime and ctime in nanoseconds, size, inode
GRAIN = 2_000_000_000  # nanoseconds within which some file systems tell two times apart


def digest_of(data: bytes) -> str:
    """Give the digest by which a file's text is known: 20 bytes of BLAKE2b, in hexadecimal."""
    return blake2b(data, digest_size=20).hexdigest()


@dataclass(frozen=True, slots=True)
class FileIndex:
    """The digests of files by path, with their stamps, and the moment (nanoseconds since 1970) they were noted."""

    noted: int = 0
    entries: Mapping[str, tuple[Stamp, str]] = field(default_factory=dict)

    def digest(self, path: str, stamp: Stamp) -> str | None:
        """Give the digest of a file that is as it was, else None."""
        entry = self.entries.get(path)
        if entry is None or entry[0] != stamp or max(stamp[0], stamp[1]) + GRAIN > self.noted:
            return None
        return entry[1]
