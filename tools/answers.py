"""What `check` and `status` found before, kept with a digest of everything that they look at.

Where not one byte of content, theme, settings and code has changed, the same is told again without reading any of it as
Markdown or YAML. One answer is kept for each content folder and way of asking, in `.cache/answers/`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.catalogue.kept_file import keep
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, Severity

ROOT = Path(__file__).resolve().parents[1]
CODE = ("plugins", "tools", "requirements.lock")
MOST = 32  # answers that are kept


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: the diagnostics, and as plain values where each post stands (nothing where that is unknown)."""

    diagnostics: tuple[Diagnostic, ...]
    statuses: tuple[dict[str, Any], ...]


class UnanswerableError(Exception):
    """The files cannot be known by their bytes alone, as where one is a link."""


def digest_of(settings: Settings) -> str:
    """Digest everything an answer depends on. Raises UnanswerableError."""
    digest = blake2b(digest_size=20)
    seen_from = os.path.relpath(settings.content), os.path.relpath(ROOT)  # diagnostics name files so
    digest.update(f"{sys.version_info[:3]} {seen_from} {settings!r}".encode("utf-8", "backslashreplace"))
    folders = [settings.content, settings.theme, *settings.template_overrides, *settings.translations]
    folders += [settings.site_folder] if settings.site_folder else []
    folders += [ROOT / name for name in CODE]
    try:
        for folder in dict.fromkeys(folders):
            digest.update(f"\n{folder}".encode("utf-8", "surrogateescape"))
            for name, path in _files(str(folder)):
                with open(path, "rb") as file:  # noqa: PTH123 - thousands of them: a Path each would cost as much again
                    data = file.read()
                digest.update(f"\0{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
                digest.update(data)
    except OSError as fault:
        raise UnanswerableError from fault
    return digest.hexdigest()


def _files(folder: str) -> Iterator[tuple[str, str]]:
    if not os.path.isdir(folder):  # noqa: PTH112 - as above
        if os.path.isfile(folder):  # noqa: PTH113
            yield "", folder
        return
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                name = f"{inside}{entry.name}"
                if entry.name == "__pycache__":
                    continue
                if entry.is_symlink():
                    raise UnanswerableError(name)
                if entry.is_dir():
                    waiting.append(f"{name}/")
                elif entry.is_file():
                    yield name, entry.path
                else:
                    raise UnanswerableError(name)


def kept_answer(settings: Settings, digest: str) -> Answer | None:
    """Give the answer of before, where it was to the same digest; a damaged one is none."""
    try:
        kept = json.loads(_file(settings).read_text(encoding="utf-8"))
        if kept["digest"] != digest:
            return None
        found = (Diagnostic(d[0], d[1], Severity(d[2]), *d[3:]) for d in kept["diagnostics"])
        return Answer(tuple(found), tuple(kept["statuses"]))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def keep_answer(settings: Settings, digest: str, answer: Answer) -> None:
    """Keep an answer in place of the one before."""
    file = _file(settings)
    rows = [list(asdict(diagnostic).values()) for diagnostic in answer.diagnostics]
    text = json.dumps({"digest": digest, "diagnostics": rows, "statuses": answer.statuses})
    keep(file, text.encode("utf-8", "surrogatepass"), MOST)


def _file(settings: Settings) -> Path:
    asked = f"{settings.content}\0{Path.cwd()}\0{settings.checks}\0{settings.langs}"
    name = blake2b(asked.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return ROOT / ".cache" / "answers" / f"{name}.json"
