from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, features

from tests.support.building import ROOT, Built, build, write_files

SETTINGS = ROOT / "tests" / "data" / "three_languages" / "settings.py"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(None, tmp_path_factory.mktemp("sharing") / "output", "https://example.org/blog", SETTINGS)


def test_a_home_shows_the_card_of_its_language(built: Built) -> None:
    page = built.read("ar/index.html")

    assert '<meta property="og:image" content="https://example.org/blog/theme/cards/site.ar.png">' in page
    assert '<meta property="og:title" content="الساحة">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert Image.open(BytesIO((built.output / "theme/cards/site.ar.png").read_bytes())).size == (1200, 630)


@pytest.mark.skipif(not features.check("raqm"), reason="no library here joins letters")
def test_the_shipped_fonts_write_arabic(built: Built) -> None:
    assert [found for found in built.build.diagnostics if found.rule == "card-letters"] == []


def test_pages_that_do_not_exist_show_no_card_but_the_icons(built: Built) -> None:
    page = built.read("404.html")

    assert "og:" not in page
    assert '<link rel="manifest" href="/blog/theme/site.es.webmanifest">' in page
    assert '<link rel="apple-touch-icon" href="/blog/theme/apple-touch-icon.png">' in page


def test_the_icon_that_browsers_ask_for_is_at_the_root(built: Built) -> None:
    assert (built.output / "favicon.ico").read_bytes() == (ROOT / "theme/static/favicon.ico").read_bytes()


def test_a_site_without_discovery_has_no_cards_and_still_says_what_its_pages_are(tmp_path: Path) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text(
        "from pelicanconf import *\nfrom pelicanconf import PLUGINS as ALL\n"
        "PLUGINS = [name for name in ALL if 'discovery' not in name]\n"
    )
    content = write_files(tmp_path / "content", {"posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n---\nUno.\n"})
    built = build(content, tmp_path / "output", settings=settings)
    page = built.read("index.html")

    assert '<meta property="og:title" content="Plaza">' in page
    assert "og:image" not in page
    assert not (built.output / "theme/cards").exists()
