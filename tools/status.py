"""`status`: where each post stands in each language."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.diagnostics import has_errors
from plugins.plan.build import BadContentError
from plugins.translation.states import as_json, as_text, site_status
from tools.check import catalogued
from tools.errors import FINE, ContentError


def status(content: Path | None = None, settings: Path | None = None, format: str = "text") -> int:
    """Print a table, or JSON by the schema in docs/operations.md. Raises ContentError where posts cannot be read."""
    try:
        build = catalogued(content, settings)
    except BadContentError as bad:
        raise ContentError(bad.diagnostics, "no status") from bad
    if has_errors(build.diagnostics):
        raise ContentError(build.diagnostics, "no status")
    statuses = site_status(build.catalogue, build.settings.langs)
    sys.stdout.write(as_json(statuses) if format == "json" else as_text(statuses, build.settings.langs))
    return FINE
