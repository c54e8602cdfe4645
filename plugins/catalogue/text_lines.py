"""The lines of a text file as all parsers count them: no byte-order mark, one kind of line end, no merge conflict."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.diagnostics import Diagnostic, error

OURS, THEIRS = "<<<<<<<", ">>>>>>>"  # what git writes around a conflict; its `=======` alone is a Markdown heading
CONFLICT_HELP = "choose what to keep and remove the lines with <<<<<<<, ======= and >>>>>>>"


def split_lines(text: str) -> tuple[str, ...]:
    """Split a text into lines without their ends, as editors number them (LF, CRLF or CR, nothing else)."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(lines if lines[-1] else lines[:-1])


def find_conflicts(lines: Iterable[str], path: str) -> tuple[Diagnostic, ...]:
    """Report each merge conflict that was left in the lines, once, where it starts."""
    found = []
    is_inside = False
    for number, line in enumerate(lines, start=1):
        if _is_marker(line, OURS) or (_is_marker(line, THEIRS) and not is_inside):
            found.append(error(path, number, "merge-conflict", "a merge conflict was left here", CONFLICT_HELP))
        is_inside = (is_inside or _is_marker(line, OURS)) and not _is_marker(line, THEIRS)
    return tuple(found)


def _is_marker(line: str, marker: str) -> bool:
    return line.startswith(f"{marker} ") or line == marker
