"""docs/theme.md does what it says: its examples are put into a site's own folder, and it names every property."""

import re
from pathlib import Path

import pytest

from plugins.plan.voices import NAMES
from tests.support.building import ROOT, Built, build, write_files

GUIDE = (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")
POST = "---\ntitle: Hola\ndate: 2020-01-02\n---\nUno.\n"
LOGO = '<svg class="brand__mark" width="64" height="64" aria-hidden="true"><path d="M0 0h64v64z"/></svg>\n'


def example(language: str, holding: str) -> str:
    """Give the fenced example of the guide that holds a text."""
    found = [
        text for text in re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE) if holding in text
    ]
    assert len(found) == 1, f"{len(found)} examples in {language or 'plain text'} hold {holding!r}"
    return str(found[0])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("themed")
    write_files(
        folder / "site" / "theme",
        {
            "static/css/colours.css": example("css", "--paper: #ffffff"),
            "static/css/type.css": example("css", "@font-face"),
            "static/css/voices.css": example("css", '[lang|="pt"]'),
            "static/fonts/our-serif.woff2": b"wOF2",
            "templates/post.html": example("jinja", "!theme/post.html"),
            "templates/partials/logo.html": LOGO,
            "translations/es/LC_MESSAGES/messages.po": example("", 'msgid "Latest posts"'),
        },
    )
    settings = folder / "settings.py"
    settings.write_text(
        f"from pelicanconf import *\nSITE_FOLDER = {str(folder / 'site')!r}\nTAGLINE = ''\n", encoding="utf-8"
    )
    content = write_files(
        folder / "content", {"posts/hola.es.md": POST, "posts/otra.es.md": POST.replace("Hola", "Otra")}
    )
    return build(content, folder / "output", settings=settings)


def test_the_sites_styles_come_after_the_themes(site: Built) -> None:
    sheet = site.read("theme/plaza.css")
    assert sheet.rindex("--paper: #ffffff") > sheet.rindex("@layer print")
    assert sheet.rindex('[lang|="pt"]') > sheet.rindex("@layer print")
    assert (site.output / "theme/fonts/our-serif.woff2").is_file()


def test_a_template_of_the_site_extends_the_themes(site: Built) -> None:
    page = site.read("notas/hola/index.html")
    assert "<h1>Hola</h1>" in page
    assert page.index('<aside class="invitation">') > page.index("post__foot")


def test_a_partial_of_the_site_takes_the_place_of_the_themes_on_every_page(site: Built) -> None:
    pages = list(site.output.rglob("*.html"))
    assert len(pages) > 10
    assert all(LOGO.strip() in page.read_text(encoding="utf-8") for page in pages)


def test_a_text_of_the_site_takes_the_place_of_the_themes_and_the_others_stay(site: Built) -> None:
    home = site.read("index.html")
    assert "What is new" in home
    assert "Lo último" not in home
    assert "Todas las notas" in home


def test_the_site_is_still_whole(site: Built) -> None:
    assert site.problems == ""


def test_the_guide_names_every_property_that_the_theme_reads() -> None:
    tokens = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8")
    properties = {*re.findall(r"(--[a-z0-9-]+):", tokens), *NAMES}
    assert sorted(name for name in properties if f"`{name}`" not in GUIDE) == []


def test_the_guide_names_every_layer_in_order() -> None:
    layers = re.search(r"@layer ([^;]+);", (ROOT / "theme/static/css/layers.css").read_text(encoding="utf-8"))
    assert layers
    assert re.findall(r"^\| `([a-z]+)` \| .* \| .* \|$", GUIDE, re.MULTILINE)[-7:] == layers[1].split(", ")


def test_only_the_tokens_and_print_name_colours() -> None:
    sheets = (ROOT / "theme/static/css").rglob("*.css")
    named = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", re.IGNORECASE)
    found = sorted(sheet.name for sheet in sheets if named.search(sheet.read_text(encoding="utf-8")))
    assert found == ["print.css", "tokens.css"]


def test_no_side_is_named_by_left_or_right_where_pages_may_run_the_other_way() -> None:
    physical = re.compile(r"(?<![\w-])(?:margin|padding|border|inset)?-?(?:left|right)\s*:")
    sheets = sorted((ROOT / "theme/static/css").rglob("*.css"))
    assert [sheet.name for sheet in sheets if physical.search(Path(sheet).read_text(encoding="utf-8"))] == []
