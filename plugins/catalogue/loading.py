"""The one place that reads the content folder: which files are there, and the bytes of those that hold text.

Everything after it is pure. Each text file is read once a build.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.diagnostics import Diagnostic, error

CONCEPT_FILES = ("topics.yml", "levels.yml", "activities.yml", "people.yml")
COLLECTIONS = ("posts", "pages")
FILE_FOLDERS = ("media", "root")


@dataclass(frozen=True, slots=True)
class Folder:
    """A content folder as read: texts by path, and the paths of the files that are published as they are.

    Paths are relative to the folder, posix, sorted.
    """

    root: Path
    texts: dict[str, str]
    files: dict[str, Path]
    diagnostics: tuple[Diagnostic, ...]


def read_folder(root: Path) -> Folder:
    """Read a content folder. Raises FileNotFoundError where there is none; all else becomes a diagnostic."""
    if not root.is_dir():
        raise FileNotFoundError(root)
    texts: dict[str, str] = {}
    files: dict[str, Path] = {}
    diagnostics: list[Diagnostic] = []
    for path, is_folder in _walk(root, "", diagnostics):
        kind = _kind(path, is_folder)
        if not is_folder and (problem := _unusable(root / path, path)):
            diagnostics.append(problem)
        elif kind == "text":
            text, found = _read_text(root / path, path)
            diagnostics.extend(found)
            if not found:
                texts[path] = text
        elif kind == "file":
            files[path] = root / path
        elif kind:
            diagnostics.append(error(path, 1, "unexpected-file", *_unexpected(path, is_folder)))
    return Folder(root, texts, files, tuple(diagnostics))


def _walk(root: Path, folder: str, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, bool]]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError as fault:
        diagnostics.append(_unreadable(folder, "folder", fault))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith((".", "_")) and not path.startswith("root/"):
            continue
        if not (root / path).is_dir():
            yield path, False
        elif entry.is_symlink() and _is_circle(root / path):
            message = "the folder is a link to one that it lies in; expected files"
            diagnostics.append(error(path, 1, "unexpected-file", message, "remove the link"))
        elif _is_misplaced_folder(path):
            yield path, True
        else:
            yield from _walk(root, path, diagnostics)


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


def _unusable(file: Path, path: str) -> Diagnostic | None:
    if not path.isprintable():  # as a name in another encoding than UTF-8 is not
        shown = path.encode("unicode_escape").decode()
        return error(shown, 1, "file-name", "the file's name has characters that cannot be printed", "rename the file")
    if file.is_file():
        return None
    what = "a link to a file that is not there" if file.is_symlink() else "neither a file nor a folder"
    return error(path, 1, "unreadable-file", f"cannot read the file: it is {what}")


def _unreadable(path: str, what: str, fault: OSError) -> Diagnostic:
    return error(path, 1, "unreadable-file", f"cannot read the {what}: {(fault.strerror or str(fault)).lower()}")


def _read_text(file: Path, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    try:
        data = file.read_bytes()
    except OSError as fault:
        return "", (_unreadable(path, "file", fault),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"byte 0x{data[fault.start]:02x} is not UTF-8; expected a file in UTF-8"
        return "", (error(path, line, "not-utf-8", message, "save the file as UTF-8 in your editor"),)
