"""`status`: where each post stands in each language."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.diagnostics import has_errors
from plugins.plan.build import BadContentError, Build
from plugins.translation.report import as_json, as_text
from plugins.translation.states import site_status
from tools.check import catalogued
from tools.earlier_wording import earlier_wordings
from tools.errors import CONTENT_AT_FAULT, FINE, ContentError


def status(
    content: Path | None = None, settings: Path | None = None, format: str = "text", fail_on: str | None = None
) -> int:
    """Print a table, or JSON by docs/status.schema.json; gives 1 where a post stands somewhere as `fail_on` says.

    Raises ContentError where posts cannot be read.
    """
    build = readable(content, settings, "no status")
    statuses = site_status(build.catalogue, build.settings.langs)
    if format == "json":
        sys.stdout.write(as_json(statuses))
    else:
        sys.stdout.write(as_text(statuses, build.settings.langs, earlier_wordings(statuses, build.settings)))
    has_failed = any(standing.state == fail_on for status in statuses for standing in status.standings)
    return CONTENT_AT_FAULT if has_failed else FINE


def readable(content: Path | None, settings: Path | None, outcome: str) -> Build:
    """Prepare a build whose content has no errors. Raises ContentError, which says the `outcome`."""
    try:
        build = catalogued(content, settings)
    except BadContentError as bad:
        raise ContentError(bad.diagnostics, outcome) from bad
    if has_errors(build.diagnostics):
        raise ContentError(build.diagnostics, outcome)
    return build
