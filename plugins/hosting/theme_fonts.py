"""Whether pages load fonts: those of the theme, or the site's own.

An adapter: it asks the system about the folders of theme and site.
"""

from __future__ import annotations

from plugins.catalogue.settings import Settings

FONTS = (".woff2", ".woff", ".ttf", ".otf")


def has_fonts(settings: Settings) -> bool:
    """Tell whether there is a font among the files that are published for pages."""
    own = (settings.site_folder / "theme",) if settings.site_folder else ()
    files = (file for folder in (settings.theme, *own) for file in (folder / "static").rglob("*"))
    return any(file.suffix.lower() in FONTS for file in files)
