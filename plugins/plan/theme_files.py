"""The theme's static files, and what the site says otherwise: one stylesheet of all layers, all else as it is.

A site that is published may have them smaller (MINIFY), and under names that hold a digest (FINGERPRINT).

An adapter: it reads the folders of the theme and of the site.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from plugins.catalogue.settings import SettingError, Settings
from plugins.plan.kept_names import CircleError, kept_files
from plugins.plan.minifying import minified_css, minified_js
from plugins.plan.plan import PlannedFile
from plugins.plan.site import STYLESHEET, theme_address
from plugins.plan.theme_folder import ThemeFolder
from plugins.plan.voices import voice_rules
from plugins.plan.web_manifest import manifest_path, web_manifest

ORDER = ("layers.css", "tokens.css", "base.css", "compositions/*.css", "blocks/*.css", "utilities.css", "print.css")
ROOT_ICON = "favicon.ico"  # browsers ask for it at the root of a host, whatever a page says
VOICES_AFTER = "tokens.css"
SCRIPTS = (".js", ".mjs")


def read_theme(settings: Settings) -> tuple[ThemeFolder, tuple[PlannedFile, ...]]:
    """Give the files of `static/`, published below `theme/`, with the one stylesheet first, and where each is.

    A file in the site's own `theme/static/` takes the place of the theme's of the same path. A stylesheet of the site
    that the theme has not comes after all the theme's, in the layer `site`. Raises SettingError where FINGERPRINT
    cannot name files that name each other.
    """
    address, files = theme_address(settings), _published(settings)
    if not settings.has_fingerprints:
        planned = tuple(PlannedFile(f"theme/{name}", content) for name, content in files.items())
        return ThemeFolder(address, {name: name for name in files}), planned
    read = {name: content.read_bytes() if isinstance(content, Path) else content for name, content in files.items()}
    try:
        kept = kept_files(read, address)
    except CircleError as circle:
        raise SettingError(
            f"FINGERPRINT cannot name files of the theme that name each other in a circle: {circle};"
            " leave one of these out, or set it to False"
        ) from circle
    planned = tuple(
        PlannedFile(f"theme/{file.name}", files[name] if file.content == read[name] else file.content)
        for name, file in kept.items()
    )
    return ThemeFolder(address, {name: file.name for name, file in kept.items()}, is_renamed=True), planned


def _published(settings: Settings) -> dict[str, bytes | Path]:
    """Give the bytes of each file by its name in `theme/`, or the file to copy."""
    theme = _files(settings.theme / "static")
    own = _files(settings.site_folder / "theme" / "static") if settings.site_folder else {}
    files = theme | own
    sheet = "".join(_stylesheet(files, set(own) - set(theme), settings.langs))
    published: dict[str, bytes | Path] = {
        STYLESHEET: (minified_css(sheet) if settings.minifies else sheet).encode(),
        **{name: file for name, file in sorted(files.items()) if file.suffix != ".css"},
    }
    for name, file in files.items() if settings.minifies else ():
        if file.suffix in SCRIPTS:
            script = file.read_text("utf-8", "surrogateescape")
            published[name] = minified_js(script).encode("utf-8", "surrogateescape")
    return published


def icon_files(settings: Settings, theme: ThemeFolder, taken: Collection[str] = ()) -> Iterator[PlannedFile]:
    """Give each language's manifest, which names the icons, and the icon at the root where none is `taken` there."""
    files = _all_files(settings)
    for lang in settings.langs:
        yield PlannedFile(manifest_path(lang), web_manifest(settings, lang, theme).encode())
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
