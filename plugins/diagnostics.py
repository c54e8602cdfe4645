"""A reported problem, as data: where it is, what is wrong, what was expected, and how it is printed.

Every stage returns its diagnostics beside its result instead of raising, so that one run reports all of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile
from pathlib import PurePosixPath


class Severity(StrEnum):
    """An `error` stops a build; a `warning` is publishable but wrong."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """A problem in a file, ordered by where it is.

    `path` is relative to the content folder (posix) until `located` turns it into one the caller can open;
    `line` counts from 1, also where the fault is that the file is missing.
    """

    path: str
    line: int
    severity: Severity
    rule: str
    message: str
    help: str = ""


def error(path: str, line: int, rule: str, message: str, help: str = "") -> Diagnostic:
    """Make an error; `message` is lower case and says what is wrong and what was expected."""
    return Diagnostic(path, line, Severity.ERROR, rule, message, help)


def warning(path: str, line: int, rule: str, message: str, help: str = "") -> Diagnostic:
    """Make a warning; `message` is lower case and says what is wrong and what was expected."""
    return Diagnostic(path, line, Severity.WARNING, rule, message, help)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether one of the diagnostics stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by path, line and rule, each problem once."""
    return tuple(sorted(set(diagnostics)))


def as_ruled(diagnostics: Iterable[Diagnostic], ruled: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Give warnings the severity that their rule is `ruled` to have: `off` drops them, `error` makes them errors."""
    kept = (d for d in diagnostics if d.severity is Severity.ERROR or ruled.get(d.rule) != "off")
    return tuple(replace(d, severity=Severity.ERROR) if ruled.get(d.rule) == "error" else d for d in kept)


def located(diagnostics: Iterable[Diagnostic], folder: str) -> tuple[Diagnostic, ...]:
    """Put `folder` (relative to the caller's folder) before each path."""
    return tuple(replace(d, path=str(PurePosixPath(folder) / d.path)) for d in diagnostics)


def softened(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Make warnings of errors: rules about missing text, in a file that is not published."""
    return tuple(replace(d, severity=Severity.WARNING) for d in diagnostics)


def without_silenced(
    diagnostics: Iterable[Diagnostic], lines_of: Mapping[str, Sequence[str]]
) -> tuple[Diagnostic, ...]:
    """Drop the warnings that a comment above their line silences: `<!-- check: ignore rule -->`, in YAML after `#`.

    Such comments may stand on several lines right above, several on one line, and one may name several rules.
    `lines_of` has each file's lines under its path relative to the content folder. Errors stay.
    """
    return tuple(d for d in diagnostics if not _is_silenced(d, lines_of.get(d.path, ())))


def silenced_rules(line: str) -> tuple[str, ...]:
    """Give the rules that a line silences below it; none where it holds anything but such comments."""
    at, found = len(line) - len(line.lstrip(" \t>")), list[str]()  # a comment may stand inside a quote
    while at < len(line):
        comment = _IGNORE.match(line, at)
        if comment is None:
            return ()
        found += _RULE_NAME.findall(comment["in_html"] or comment["in_yaml"])
        at = comment.end()
    return tuple(found)


def _is_silenced(diagnostic: Diagnostic, lines: Sequence[str]) -> bool:
    if diagnostic.severity is Severity.ERROR or not 2 <= diagnostic.line <= len(lines) + 1:
        return False
    above = (silenced_rules(lines[at]) for at in range(diagnostic.line - 2, -1, -1))
    return any(diagnostic.rule in rules for rules in takewhile(bool, above))


_IGNORE = re.compile(
    r"<!--\s*check:\s*ignore\s(?P<in_html>[\w\s,-]*?)-->\s*|#\s*check:\s*ignore\s(?P<in_yaml>[\w\s,-]*)"
)
_RULE_NAME = re.compile(r"[\w-]+")


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Format for a terminal: `path:line: severity: message [rule]`, the help on a second line."""
    lines = []
    for d in diagnostics:
        lines.append(f"{d.path}:{d.line}: {d.severity}: {d.message} [{d.rule}]")
        if d.help:
            lines.append(f"  help: {d.help}")
    return "".join(f"{_on_one_line(line)}\n" for line in lines)


def _on_one_line(text: str) -> str:
    """Escape what would break the line or steer a terminal; names of files may hold anything."""
    return _encodable("".join(c if c >= " " and not "\x7f" <= c <= "\x9f" else repr(c)[1:-1] for c in text))


def _encodable(text: str) -> str:
    """Escape the surrogates that stand for bytes of a file's name that are not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Format as `{"diagnostics": [{path, line, severity, rule, message, help}]}`."""
    rows = [
        {
            "path": _encodable(d.path),
            "line": d.line,
            "severity": str(d.severity),
            "rule": d.rule,
            "message": _encodable(d.message),
            "help": _encodable(d.help),
        }
        for d in diagnostics
    ]
    return json.dumps({"diagnostics": rows}, ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Format as GitHub Actions workflow commands, with that format's escapes for data and for properties."""
    return "".join(
        f"::{d.severity} file={_property(d.path)},line={d.line},title={_property(d.rule)}::"
        f"{_data(d.message + (chr(10) + 'help: ' + d.help if d.help else ''))}\n"
        for d in diagnostics
    )


def _data(text: str) -> str:
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Count errors and warnings in words: `1 error, 2 warnings`."""
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    warnings = len(diagnostics) - errors
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
