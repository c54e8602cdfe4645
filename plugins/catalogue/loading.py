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
    for path, is_folder in _walk(root, ""):
        kind = _kind(path, is_folder)
        if kind == "text":
            text, problem = _read_text(root / path, path)
            diagnostics.extend(problem)
            if not problem:
                texts[path] = text
        elif kind == "file":
            files[path] = root / path
        elif kind:
            diagnostics.append(error(path, 1, "unexpected-file", *_unexpected(path, is_folder)))
    return Folder(root, texts, files, tuple(diagnostics))


def _walk(root: Path, folder: str) -> Iterator[tuple[str, bool]]:
    for entry in sorted(os.scandir(root / folder), key=lambda entry: entry.name):
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith((".", "_")) and not path.startswith("root/"):
            continue
        if not entry.is_dir():
            yield path, False
        elif _is_misplaced_folder(path):
            yield path, True
        else:
            yield from _walk(root, path)


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


def _read_text(file: Path, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    try:
        data = file.read_bytes()
    except OSError as fault:
        return "", (
            error(path, 1, "unreadable-file", f"cannot read the file: {(fault.strerror or str(fault)).lower()}"),
        )
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"byte 0x{data[fault.start]:02x} is not UTF-8; expected a file in UTF-8"
        return "", (error(path, line, "not-utf-8", message, "save the file as UTF-8 in your editor"),)
