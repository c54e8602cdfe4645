"""The theme's static files, and what the site says otherwise: one stylesheet of all layers, all else as it is.

An adapter: it reads the folders of the theme and of the site.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from plugins.catalogue.settings import Settings
from plugins.plan.plan import PlannedFile
from plugins.plan.site import STYLESHEET
from plugins.plan.voices import voice_rules
from plugins.plan.web_manifest import manifest_path, web_manifest

ORDER = ("layers.css", "tokens.css", "base.css", "compositions/*.css", "blocks/*.css", "utilities.css", "print.css")
ROOT_ICON = "favicon.ico"  # browsers ask for it at the root of a host, whatever a page says
VOICES_AFTER = "tokens.css"


def theme_files(settings: Settings) -> Iterator[PlannedFile]:
    """Give the files of `static/`, published below `theme/`, and the one stylesheet.

    A file in the site's own `theme/static/` takes the place of the theme's of the same path. A stylesheet of the site
    that the theme has not comes after all the theme's, in the layer `site`.
    """
    theme = _files(settings.theme / "static")
    own = _files(settings.site_folder / "theme" / "static") if settings.site_folder else {}
    files = theme | own
    yield PlannedFile(STYLESHEET, "".join(_stylesheet(files, set(own) - set(theme), settings.langs)).encode())
    for name, file in sorted(files.items()):
        if file.suffix != ".css":
            yield PlannedFile(f"theme/{name}", file)


def icon_files(settings: Settings, taken: Collection[str] = ()) -> Iterator[PlannedFile]:
    """Give each language's manifest, which names the icons, and the icon at the root where none is `taken` there."""
    files = _all_files(settings)
    for lang in settings.langs:
        yield PlannedFile(manifest_path(lang), web_manifest(settings, lang, files).encode())
    if ROOT_ICON in files and ROOT_ICON not in taken:
        yield PlannedFile(ROOT_ICON, files[ROOT_ICON])


def _all_files(settings: Settings) -> dict[str, Path]:
    own = _files(settings.site_folder / "theme" / "static") if settings.site_folder else {}
    return _files(settings.theme / "static") | own


def _files(folder: Path) -> dict[str, Path]:
    """Name the files of a folder, from it, but for hidden ones; none where there is no such folder."""
    return {
        file.relative_to(folder).as_posix(): file
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }


def _stylesheet(files: Mapping[str, Path], added: Iterable[str], langs: tuple[str, ...]) -> Iterator[str]:
    sheets = sorted(PurePosixPath(name) for name in files if name.endswith(".css"))
    theirs = {PurePosixPath(name) for name in added}
    for pattern in ORDER:
        for sheet in sheets:
            if sheet.match(f"css/{pattern}") and sheet not in theirs:
                yield files[str(sheet)].read_text("utf-8")
        if pattern == VOICES_AFTER:
            yield voice_rules(langs)
    for sheet in sheets:
        if sheet in theirs:
            yield f"@layer site {{\n{files[str(sheet)].read_text('utf-8')}}}\n"
