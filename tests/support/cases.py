"""Cases of bad content as data: `%% title`, then `%% file PATH` and its text for each file, then `%% diagnostics`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HEADING = re.compile(r"^%% (?:(file) (\S+)|(.+))\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A content folder that is wrong in one way, and all that a build says of it."""

    title: str
    files: dict[str, str]
    diagnostics: str


def read_cases(path: Path) -> tuple[Case, ...]:
    """Read a file of cases; what stands before the first is its comment."""
    _, *parts = HEADING.split(path.read_text(encoding="utf-8"))
    cases: list[Case] = []
    files: dict[str, str] = {}
    title = ""
    for is_file, name, words, text in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        if is_file:
            files[name] = text
        elif words == "diagnostics":
            said = text.strip("\n")
            cases.append(Case(title, files, f"{said}\n" if said else ""))
        else:
            title, files = words, {}
    return tuple(cases)
