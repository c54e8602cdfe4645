"""`status`: where each post stands in each language."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.catalogue.settings import Settings
from plugins.diagnostics import has_errors
from plugins.translation.report import NO_GIT, Earlier, as_json, as_text
from plugins.translation.standing import PostStatus, of_plain
from tools.check import answered, site_settings
from tools.errors import CONTENT_AT_FAULT, FINE, ContentError


def status(
    content: Path | None = None, settings: Path | None = None, format: str = "text", fail_on: str | None = None
) -> int:
    """Print a table, or JSON by docs/status.schema.json; gives 1 where a post stands somewhere as `fail_on` says.

    Raises ContentError where posts cannot be read.
    """
    site = site_settings(content, settings)
    answer = answered(site)
    if has_errors(answer.diagnostics):
        raise ContentError(answer.diagnostics, "no status")
    statuses = of_plain(answer.statuses)
    if format == "json":
        sys.stdout.write(as_json(statuses))
    else:
        sys.stdout.write(as_text(statuses, site.langs, _earlier(statuses, site)))
    has_failed = any(standing.state == fail_on for status in statuses for standing in status.standings)
    return CONTENT_AT_FAULT if has_failed else FINE


def _earlier(statuses: tuple[PostStatus, ...], site: Settings) -> Earlier:
    if not any(standing.blocks for status in statuses for standing in status.standings):
        return NO_GIT
    from tools.earlier_wording import earlier_wordings  # late: it reads Markdown, and asks git

    return earlier_wordings(statuses, site)
