"""What a device is told that keeps the site on its home screen (W3C Web Application Manifest)."""

from __future__ import annotations

import json

from plugins.catalogue.settings import Settings
from plugins.plan.theme_folder import ThemeFolder

PAPER = "#fcfbf8"  # the theme's, in light
ICONS = (  # file of the theme, sizes, media type, purpose
    ("icon.svg", "any", "image/svg+xml", "any"),
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("icon-maskable-512.png", "512x512", "image/png", "maskable"),
)


def manifest_path(lang: str) -> str:
    """Give the path of a language's manifest in the output."""
    return f"theme/site.{lang}.webmanifest"


def web_manifest(settings: Settings, lang: str, theme: ThemeFolder) -> str:
    """Write the manifest of a language; it names the icons that the theme has."""
    language = settings.language(lang)
    home = f"{settings.base_path}/" if lang == settings.main_lang else f"{settings.base_path}/{lang}/"
    paper = settings.card_colours.get("paper", PAPER)
    values = {
        "id": home,
        "name": settings.site_name[lang],
        "short_name": settings.site_name[lang],
        "description": settings.tagline[lang],
        "lang": lang,
        "dir": language.dir,
        "start_url": home,
        "scope": f"{settings.base_path}/",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": theme[name], "sizes": sizes, "type": kind, "purpose": purpose}
            for name, sizes, kind, purpose in ICONS
            if name in theme
        ],
    }
    return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False, indent=2) + "\n"
