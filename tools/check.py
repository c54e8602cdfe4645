"""`check`: every rule over the content, without Pelican."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.catalogue.settings import SettingError
from plugins.diagnostics import as_github, as_json, as_text, has_errors, summary
from plugins.plan.build import BadContentError, Build, prepare
from tools.errors import CONTENT_AT_FAULT, FINE, UsageError
from tools.settings_file import read

FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def check(content: Path | None = None, settings: Path | None = None, format: str = "text") -> int:
    """Report all diagnostics, text to stderr, other formats to stdout; gives 1 where one is an error."""
    try:
        diagnostics = catalogued(content, settings).diagnostics
    except BadContentError as bad:
        diagnostics = bad.diagnostics
    (sys.stderr if format == "text" else sys.stdout).write(FORMATS[format](diagnostics))
    if format == "text":
        print(summary(diagnostics), file=sys.stderr)
    return CONTENT_AT_FAULT if has_errors(diagnostics) else FINE


def catalogued(content: Path | None, settings: Path | None) -> Build:
    """Prepare a build that will not be rendered. Raises UsageError where there is no such folder or setting."""
    values = read(settings, PATH=str(content.resolve()) if content else None)
    if not values.content.is_dir():
        raise UsageError(f"there is no content folder {content or values.content}")
    try:
        return prepare(values)
    except SettingError as fault:
        raise UsageError(f"the settings are wrong: {fault}") from fault
