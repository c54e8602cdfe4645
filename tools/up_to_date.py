"""Whether a build has anything to do: where nothing it looks at and nothing it left has changed, it has not.

Nothing here starts Pelican, reads content or makes a plan.
"""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.catalogue.settings import SettingError, Settings, read_settings
from plugins.incremental.commit import is_up_to_date
from plugins.incremental.manifest import manifest_path
from plugins.incremental.variants import VARIANT
from plugins.plan.named import is_own_or_needed
from tools.inputs import UnknowableError, stamps_of
from tools.settings_file import ROOT, load


def build_values(
    content: Path | None,
    output: Path | None,
    site_url: str | None,
    settings: Path | None,
    drafts: bool,
    search: bool,
    again: bool = False,
) -> dict[str, Any]:
    """Read the settings of a build, with what its options say. Raises UsageError.

    `again` asks for a build after others in a process that serves: without a fork, which would take locks along that
    the threads of a server may hold, and with the search index of the first build, which takes longest.
    """
    if drafts and output is None:
        output = ROOT / "preview"
    return load(
        settings,
        PATH=str(content.resolve()) if content else None,
        OUTPUT_PATH=str(output.resolve()) if output else None,
        SITEURL=site_url,
        SHOW_DRAFTS=drafts or None,
        SEARCH=None if search else False,
        WORKERS=1 if again else None,
        KEEP_LAST=again or None,
    )


def inputs_of(values: dict[str, Any]) -> str:
    """Digest all that a build looks at; empty where that cannot be known without looking at all of it."""
    try:
        site = read_settings(values, ROOT)
        if not site.content.is_dir() or not all(map(is_own_or_needed, site.plugins)):
            return ""
        stamps = stamps_of(site)
    except (SettingError, UnknowableError):
        return ""
    digest = blake2b(f"{stamps.digest} {sorted(values.items())!r}".encode("utf-8", "backslashreplace"), digest_size=16)
    return digest.hexdigest() if stamps.are_safe else ""


def has_nothing_to_do(values: dict[str, Any], inputs: str) -> bool:
    """Tell whether a build of values and inputs would change nothing and, if so, tell what the last one told."""
    if not inputs:
        return False
    site: Settings = read_settings(values, ROOT)
    kept = is_up_to_date(site.output, manifest_path(site.output, ROOT), inputs, site.shows_drafts)
    if kept is None:
        return False
    sys.stderr.write(kept.heading.told)
    files = sum(left.key != VARIANT for left in kept.files.values())
    print(f"{counted(files, 'file')}, nothing has changed -> {name_of(site.output)}")
    return True


def counted(number: int, noun: str) -> str:
    """Count things: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def name_of(path: Path) -> str:
    """Name a path as the caller would, from their folder where it lies in that."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
