"""The one place that reads the content folder: which files are there, and the bytes of those that hold text.

Everything after it is pure. Each text file is read at most once a build, and one that is as it was before, not at all
unless somebody asks for its text.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.catalogue.file_index import FileIndex, Stamp, digest_of
from plugins.diagnostics import Diagnostic, error

CONCEPT_FILES = ("topics.yml", "levels.yml", "activities.yml", "people.yml")
COLLECTIONS = ("posts", "pages")
FILE_FOLDERS = ("media", "root")


class Texts(Mapping[str, str]):
    """The texts of a folder by path; one that was not read yet is read when it is asked for."""

    def __init__(self, root: Path, texts: Mapping[str, str | None]) -> None:
        """Take the folder and the texts that were read; None for those that were not."""
        self.root = root
        self._texts = dict(texts)

    def __getitem__(self, path: str) -> str:
        """Give a text. Raises KeyError where there is none."""
        text = self._texts[path]
        return (self.root / path).read_bytes().decode("utf-8", "replace") if text is None else text

    def __iter__(self) -> Iterator[str]:
        """Go through the paths, sorted."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Count the texts."""
        return len(self._texts)

    def release(self) -> None:
        """Let go of what was read."""
        self._texts = dict.fromkeys(self._texts)


@dataclass(frozen=True, slots=True)
class Folder:
    """A content folder as read: texts by path, and the paths of the files that are published as they are.

    Paths are relative to the folder, posix, sorted. `index` has the digests of the texts.
    """

    root: Path
    texts: Mapping[str, str]
    files: dict[str, Path]
    diagnostics: tuple[Diagnostic, ...]
    index: FileIndex = field(default_factory=FileIndex, compare=False)
    has_news: bool = True  # whether the index knows other than before

    def digest(self, path: str) -> str:
        """Give the digest of a text."""
        entry = self.index.entries.get(path)
        return entry[1] if entry else digest_of(self.texts[path].encode("utf-8", "surrogatepass"))

    def release(self) -> None:
        """Let go of the texts: who asks for one again reads its file again."""
        if isinstance(self.texts, Texts):
            self.texts.release()


def read_folder(root: Path, index: FileIndex | None = None) -> Folder:
    """Read a content folder; `index` has what a build before knew of its texts.

    Raises FileNotFoundError where there is none; all else becomes a diagnostic.
    """
    if not root.is_dir():
        raise FileNotFoundError(root)
    before = index or FileIndex()
    noted = time.time_ns()
    texts: dict[str, str | None] = {}
    files: dict[str, Path] = {}
    entries: dict[str, tuple[Stamp, str]] = {}
    diagnostics: list[Diagnostic] = []
    for path, entry, is_folder in _walk(root, "", diagnostics):
        kind = _kind(path, is_folder)
        if not is_folder and (problem := _unusable(entry, path)):
            diagnostics.append(problem)
        elif kind == "text":
            text, known, found = _read_text(entry, path, before)
            diagnostics.extend(found)
            if known:
                texts[path], entries[path] = text, known
        elif kind == "file":
            files[path] = root / path
        elif kind:
            diagnostics.append(error(path, 1, "unexpected-file", *_unexpected(path, is_folder)))
    has_news = any(text is not None for text in texts.values()) or len(entries) < len(before.entries)
    return Folder(root, Texts(root, texts), files, tuple(diagnostics), FileIndex(noted, entries), has_news)


def _walk(root: Path, folder: str, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, os.DirEntry[str], bool]]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError as fault:
        diagnostics.append(_unreadable(folder, "folder", fault))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith((".", "_")) and not path.startswith("root/"):
            continue
        if not _is_folder(entry):
            yield path, entry, False
        elif entry.is_symlink() and _is_circle(root / path):
            message = "the folder is a link to one that it lies in; expected files"
            diagnostics.append(error(path, 1, "unexpected-file", message, "remove the link"))
        elif _is_misplaced_folder(path):
            yield path, entry, True
        else:
            yield from _walk(root, path, diagnostics)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_circle(link: Path) -> bool:
    return os.path.realpath(link) in (os.path.realpath(folder) for folder in link.parents)


def _is_misplaced_folder(path: str) -> bool:
    top = path.split("/")[0]
    return top not in COLLECTIONS + FILE_FOLDERS or (top in COLLECTIONS and path.endswith(".md"))


def _kind(path: str, is_folder: bool) -> str:
    top, _, rest = path.partition("/")
    if is_folder:
        return "unexpected"
    if path in CONCEPT_FILES or (top in COLLECTIONS and rest and path.endswith(".md")):
        return "text"
    return "file" if top in FILE_FOLDERS and rest else "unexpected"


def _unexpected(path: str, is_folder: bool) -> tuple[str, str]:
    top = path.split("/")[0]
    if is_folder and path.endswith(".md"):
        return "a folder is named like a post", "rename the folder; a post is a file <key>.<lang>.md"
    if top in COLLECTIONS:
        return (
            f"this file does not belong in {top}/",
            f"{top}/ holds files <key>.<lang>.md; pictures and the like go to media/",
        )
    known = ", ".join(f"{name}/" for name in COLLECTIONS + FILE_FOLDERS)
    return (
        f"this {'folder' if is_folder else 'file'} does not belong in the content folder",
        f"expected {known} and {', '.join(CONCEPT_FILES)}; names that start with . or _ are skipped",
    )


def _unusable(entry: os.DirEntry[str], path: str) -> Diagnostic | None:
    if not path.isprintable():  # as a name in another encoding than UTF-8 is not
        shown = path.encode("unicode_escape").decode()
        return error(shown, 1, "file-name", "the file's name has characters that cannot be printed", "rename the file")
    try:
        if entry.is_file():
            return None
    except OSError:
        pass
    what = "a link to a file that is not there" if entry.is_symlink() else "neither a file nor a folder"
    return error(path, 1, "unreadable-file", f"cannot read the file: it is {what}")


def _unreadable(path: str, what: str, fault: OSError) -> Diagnostic:
    return error(path, 1, "unreadable-file", f"cannot read the {what}: {(fault.strerror or str(fault)).lower()}")


def stamp_of(stat: os.stat_result) -> Stamp:
    """Give what tells a file from its next version."""
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def _read_text(
    entry: os.DirEntry[str], path: str, before: FileIndex
) -> tuple[str | None, tuple[Stamp, str] | None, tuple[Diagnostic, ...]]:
    """Give a text (None where it is as it was), what the index shall know of it, and why it has none."""
    try:
        stamp = stamp_of(entry.stat())
        if digest := before.digest(path, stamp):
            return None, (stamp, digest), ()
        with open(entry.path, "rb") as file:  # noqa: PTH123 - thousands of them: a Path each would cost as much again
            data = file.read()
    except OSError as fault:
        return None, None, (_unreadable(path, "file", fault),)
    try:
        return data.decode("utf-8"), (stamp, digest_of(data)), ()
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"byte 0x{data[fault.start]:02x} is not UTF-8; expected a file in UTF-8"
        return None, None, (error(path, line, "not-utf-8", message, "save the file as UTF-8 in your editor"),)
