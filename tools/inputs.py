"""All that a check or a build looks at: content, theme, settings and code, told by their bytes or, sooner, by stamps.

Where the system says that each file is as it was (its times, size and inode, all older than the moment they were
noted), no byte has changed, and none is read.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from plugins.catalogue.file_index import GRAIN
from plugins.catalogue.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
CODE = ("plugins", "tools", "requirements.lock")


class UnknowableError(Exception):
    """The files cannot be known by their bytes alone, as where one is a link."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """What the system says of all files: a digest of it, their latest time, and the moment it was asked (ns)."""

    digest: str
    newest: int
    noted: int

    @property
    def are_safe(self) -> bool:
        """Whether a file written after this would have another stamp."""
        return self.newest + GRAIN <= self.noted


def stamps_of(settings: Settings) -> Stamps:
    """Ask the system about all files. Raises UnknowableError."""
    noted, newest = time.time_ns(), 0

    def stamp(path: str, stat: os.stat_result | None) -> bytes:
        nonlocal newest
        stat = stat or os.stat(path)  # noqa: PTH116 - thousands of them: a Path each would cost as much again
        newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
        return f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_size} {stat.st_ino}".encode()

    return Stamps(_digest(settings, stamp), newest, noted)


def digest_of(settings: Settings) -> str:
    """Digest the bytes of all files. Raises UnknowableError."""

    def sized(path: str, _: os.stat_result | None) -> bytes:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            data = file.read()
        return b"%d\0%b" % (len(data), data)

    return _digest(settings, sized)


def _digest(settings: Settings, tell: Callable[[str, os.stat_result | None], bytes]) -> str:
    """Digest the names of all files and folders, with what `tell` says of each file."""
    digest = _begun(settings)
    try:
        for folder in _folders(settings):
            digest.update(f"\n{folder}".encode("utf-8", "surrogateescape"))
            for name, path, stat in _files(str(folder), is_code=folder != settings.content):
                digest.update(f"\0{name}".encode("utf-8", "surrogateescape"))
                if path:
                    digest.update(b"\0" + tell(path, stat))
    except OSError as fault:
        raise UnknowableError from fault
    return digest.hexdigest()


def _begun(settings: Settings) -> blake2b:
    digest = blake2b(digest_size=20)
    seen_from = os.path.relpath(settings.content), os.path.relpath(ROOT)  # diagnostics name files so
    digest.update(f"{sys.version_info[:3]} {seen_from} {settings!r}".encode("utf-8", "backslashreplace"))
    return digest


def _folders(settings: Settings) -> Iterator[Path]:
    folders = [settings.content, settings.theme, *settings.template_overrides, *settings.translations]
    folders += [settings.site_folder] if settings.site_folder else []
    folders += settings.card_fonts
    folders += [ROOT / name for name in CODE]
    yield from dict.fromkeys(folders)


def _files(folder: str, is_code: bool) -> Iterator[tuple[str, str, os.stat_result | None]]:
    """Give name, path and, where it is at hand, what the system says of each file; a folder has no path.

    What Python compiled of code is no part of it.
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - as above
        if os.path.isfile(folder):  # noqa: PTH113
            yield "", folder, None
        return
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                name = f"{inside}{entry.name}"
                if is_code and entry.name == "__pycache__":
                    continue
                if entry.is_symlink():
                    raise UnknowableError(name)
                if entry.is_dir():
                    waiting.append(f"{name}/")
                    yield f"{name}/", "", None
                elif entry.is_file():
                    yield name, entry.path, entry.stat()
                else:
                    raise UnknowableError(name)
