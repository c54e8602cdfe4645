import json
import re
from pathlib import Path
from typing import Any

from plugins.plan.theme_folder import ThemeFolder
from plugins.plan.web_manifest import PAPER, web_manifest

ROOT = Path(__file__).resolve().parents[3]


def manifest(example: Any, lang: str, files: tuple[str, ...] = ("icon-192.png",), **values: Any) -> Any:
    settings = example.settings("es ar", **values)
    return json.loads(web_manifest(settings, lang, ThemeFolder("/theme", {name: name for name in files})))


def test_a_manifest_is_in_its_language_and_starts_at_its_home(example: Any) -> None:
    arabic = manifest(example, "ar", SITEURL="https://example.org/blog")

    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    assert (arabic["start_url"], arabic["scope"]) == ("/blog/ar/", "/blog/")
    assert manifest(example, "es")["start_url"] == "/"


def test_a_manifest_names_only_icons_that_the_theme_has(example: Any) -> None:
    assert [icon["src"] for icon in manifest(example, "es")["icons"]] == ["/theme/icon-192.png"]
    assert "icons" not in manifest(example, "es", files=())


def test_colours_are_the_themes(example: Any) -> None:
    light, _, dark = (ROOT / "theme/static/css/tokens.css").read_text("utf-8").partition("@media")
    papers = [match[1] for part in (light, dark) if (match := re.search(r"--paper: (#\w{6})", part))]
    head = (ROOT / "theme/templates/partials/sharing.html").read_text("utf-8")

    assert manifest(example, "es")["theme_color"] == PAPER == papers[0]
    assert re.findall(r'name="theme-color" content="(#\w{6})"', head) == papers
    assert manifest(example, "es", CARD_COLOURS={"paper": "#ffffff"})["background_color"] == "#ffffff"
