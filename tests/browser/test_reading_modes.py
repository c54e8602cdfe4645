"""The reader's choice of how parallel quotes are shown: by styles alone, remembered by a script, whole on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.axe import violations
from tests.support.building import ROOT, Built, build, write_files
from tests.support.serving import served

pytestmark = pytest.mark.browser

SCRIPT = ROOT / "theme" / "static" / "js" / "reading.js"
HEAD = "---\ntitle: {}\ndate: 2024-05-01\n{}---\n"
QUOTES = """
> [es] Dicho en español
>
> [en] Said in Spanish
>
> [pt] Dito em espanhol
>
> — Un taller

> [en] Said in English
>
> [es] Dicho en inglés
"""
ONE = {
    "posts/a.es.md": HEAD.format("Citas", "slug: citas\n") + QUOTES,
    "posts/a.en.md": HEAD.format("Quotes", "slug: quotes\noriginal: es\n") + QUOTES,
    "posts/b.es.md": HEAD.format("Otra", "slug: otra\n") + "> [en] One more\n>\n> [es] Una más\n",
    "posts/c.es.md": HEAD.format("Propia", "slug: propia\n") + "> [es] Solo aquí\n>\n> [en] Only here\n",
    "posts/d.es.md": HEAD.format("Ninguna", "slug: ninguna\n") + "Sin citas.\n",
}
SHOWN = {  # of the English page, where the first quote shows two languages and the second is English of itself
    "mine": ["Said in Spanish", "Said in English"],
    "original": ["Dicho en español", "Said in English"],
    "stacked": ["Dicho en español", "Said in Spanish", "Said in English"],
    "beside": ["Dicho en español", "Said in Spanish", "Said in English"],
}


@pytest.fixture(scope="module")
def quotes(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("quotes")
    return build(write_files(folder / "content", ONE), folder / "output")


def shown(page: Page) -> list[str]:
    parts = page.locator(".parallel-quote > blockquote > p:last-child").all()
    return [part.inner_text().replace("\xa0", " ") for part in parts if part.is_visible()]


def choose(page: Page, mode: str) -> None:
    page.locator(f".reading-modes [value={mode}]").check()


@pytest.mark.parametrize("mode", SHOWN)
@pytest.mark.parametrize("has_script", [True, False])
def test_each_mode_shows_its_parts_with_and_without_a_script(
    quotes: Built, open_page: OpenPage, mode: str, has_script: bool
) -> None:
    with served(quotes.output) as address:
        page = open_page(1280, java_script_enabled=has_script)
        page.goto(f"{address}/en/posts/quotes/")
        choose(page, mode)
        assert shown(page) == SHOWN[mode]
        labels = page.locator(".parallel-quote > blockquote:visible .parallel-quote__label:visible")
        assert labels.count() == len(SHOWN[mode])
        assert page.locator(".parallel-quote__further summary").first.is_visible()


def test_beside_and_stacked_differ_in_place_alone(quotes: Built, open_page: OpenPage) -> None:
    with served(quotes.output) as address:
        page = open_page(1280)
        page.goto(f"{address}/en/posts/quotes/")
        places = {}
        for mode in ("beside", "stacked"):
            choose(page, mode)
            places[mode] = [
                part.bounding_box() for part in page.locator("figure >> nth=0 >> :scope > blockquote").all()
            ]
    (first, second), (upper, lower) = places["beside"], places["stacked"]
    assert first and second and upper and lower
    assert first["y"] == second["y"]
    assert upper["y"] + upper["height"] <= lower["y"]


def test_the_choice_goes_by_keyboard_and_outlives_the_page(quotes: Built, open_page: OpenPage) -> None:
    with served(quotes.output) as address:
        page = open_page(360)
        page.goto(f"{address}/en/posts/quotes/")
        page.locator(".reading-modes [value=beside]").focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".reading-modes [value=mine]")).to_be_checked()
        assert shown(page) == SHOWN["mine"]
        page.goto(f"{address}/notas/otra/")
        expect(page.locator(".reading-modes [value=mine]")).to_be_checked()
        assert shown(page) == ["Una más"]


@pytest.mark.parametrize("mode", SHOWN)
def test_paper_has_both_parts_in_every_mode(quotes: Built, open_page: OpenPage, mode: str) -> None:
    with served(quotes.output) as address:
        page = open_page(718)
        page.goto(f"{address}/en/posts/quotes/")
        choose(page, mode)
        page.emulate_media(media="print")
        assert shown(page) == SHOWN["beside"]
        assert not page.locator(".reading-modes, .parallel-quote__link").first.is_visible()


def test_the_choice_stands_only_where_there_is_one(quotes: Built) -> None:
    def has(lang_path: str) -> tuple[bool, bool]:
        html = (quotes.output / lang_path / "index.html").read_text("utf-8")
        return 'class="reading-modes"' in html, "reading.js" in html

    assert has("notas/citas") == (True, True)
    assert has("notas/propia") == (False, True)  # one language is all there is, but the quote can be copied
    assert has("notas/ninguna") == (False, False)


@pytest.mark.parametrize("mode", SHOWN)
def test_axe_finds_nothing_in_any_mode(quotes: Built, open_page: OpenPage, mode: str) -> None:
    with served(quotes.output) as address:
        for scheme, width in (("light", 320), ("dark", 1280)):
            page = open_page(width, color_scheme=scheme)
            page.goto(f"{address}/en/posts/quotes/")
            choose(page, mode)
            assert violations(page) == []


def test_a_quote_is_copied_with_its_attribution_and_its_address(quotes: Built, open_page: OpenPage) -> None:
    with served(quotes.output) as address:
        page = open_page(1280, permissions=["clipboard-read", "clipboard-write"])
        page.goto(f"{address}/en/posts/quotes/")
        page.get_by_role("button", name="Copy quote").first.click()
        expect(page.get_by_role("status").first).to_have_text("Quote copied")
        copied = page.evaluate("navigator.clipboard.readText()").replace("\xa0", " ")
        link = page.locator(".parallel-quote__link a").first
        url = f"{address}/en/posts/quotes/{link.get_attribute('href')}"
    lines = [line for line in copied.splitlines() if line]
    assert lines == [
        "Original in Spanish",
        "Dicho en español",
        "Translation into English",
        "Said in Spanish",
        "Un taller",
        url,
    ]


def test_a_link_to_a_quote_leads_to_it_and_marks_it(quotes: Built, open_page: OpenPage) -> None:
    with served(quotes.output) as address:
        page = open_page(360)
        page.goto(f"{address}/en/posts/quotes/")
        page.get_by_role("link", name="Link to this quote").nth(1).click()
        assert page.locator(".parallel-quote:target").inner_text().startswith("Original in English")


def test_a_site_may_start_in_another_mode(open_page: OpenPage, tmp_path: Path) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\nREADING_MODE = 'original'\n",
        encoding="utf-8",
    )
    built = build(write_files(tmp_path / "content", ONE), tmp_path / "output", settings=settings)
    with served(built.output) as address:
        page = open_page(1280, java_script_enabled=False)
        page.goto(f"{address}/en/posts/quotes/")
        assert shown(page) == SHOWN["original"]


def test_the_script_is_under_two_kilobytes() -> None:
    assert SCRIPT.stat().st_size < 2048
