"""The theme's static files: stylesheets joined into one in the order of their layers, all else as it is.

An adapter: it reads the theme's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.plan.plan import PlannedFile
from plugins.plan.site import STYLESHEET

ORDER = ("layers.css", "tokens.css", "base.css", "compositions/*.css", "blocks/*.css", "utilities.css", "print.css")


def theme_files(theme: Path) -> Iterator[PlannedFile]:
    """Give the files of `static/`, published below `theme/`, and the one stylesheet."""
    static = theme / "static"
    sheets = [sheet for pattern in ORDER for sheet in sorted((static / "css").glob(pattern))]
    yield PlannedFile(STYLESHEET, b"".join(sheet.read_bytes() for sheet in sheets))
    for file in sorted(static.rglob("*")):
        if file.is_file() and file.suffix != ".css" and not file.name.startswith("."):
            yield PlannedFile(f"theme/{file.relative_to(static).as_posix()}", file)
