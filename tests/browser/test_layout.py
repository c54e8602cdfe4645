"""How pages lie on screens and paper, and what a browser asks for to show them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.conftest import Write
from tests.support.building import ROOT, Built, build
from tests.support.kinds import page_of_each_kind
from tests.support.serving import served

pytestmark = pytest.mark.browser

POST = "/en/posts/backups-you-can-restore/"
PARTS = "figure.parallel-quote blockquote"


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_scrolls_sideways(built_sample: Built, sample_address: str, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    wide = {}
    for url in page_of_each_kind(built_sample.output).values():
        page.goto(f"{sample_address}{url}")
        scrolled = page.evaluate("document.scrollingElement.scrollWidth")
        if scrolled > width:
            wide[url] = scrolled
    page.close()

    assert wide == {}


def test_a_page_from_right_to_left_does_not_scroll_sideways(output: Path, browser: Browser) -> None:
    built = build(None, output, settings=ROOT / "tests" / "data" / "three_languages" / "settings.py")
    with served(built.output) as address:
        page = browser.new_page(viewport={"width": 320, "height": 640})
        page.goto(f"{address}/ar/مقالات/sunduq/")
        low = page.evaluate("(scrollTo(-1000, 0), scrollX)")
        page.close()

    assert low == 0


def boxes(browser: Browser, url: str, width: int) -> tuple[dict[str, float], dict[str, float]]:
    """The places of the two parts of the first parallel quote of a page."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(url)
    first, second = page.locator(PARTS).all()[:2]
    found: tuple[Any, Any] = (first.bounding_box(), second.bounding_box())
    page.close()
    return found


def test_quotes_stand_side_by_side_on_a_wide_screen(sample_address: str, browser: Browser) -> None:
    original, translation = boxes(browser, sample_address + POST, 1280)

    assert original["x"] + original["width"] <= translation["x"]
    assert abs(original["y"] - translation["y"]) < 2


def test_quotes_stand_one_above_the_other_on_a_phone(sample_address: str, browser: Browser) -> None:
    original, translation = boxes(browser, sample_address + POST, 360)

    assert original["y"] + original["height"] <= translation["y"]


def test_both_parts_of_a_quote_are_printed(sample_address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(sample_address + POST)
    page.emulate_media(media="print")
    parts = page.locator(PARTS).all()
    shown = [part.is_visible() for part in parts]
    labels = [label.is_visible() for label in page.locator(".parallel-quote__label").all()]
    page.close()

    assert len(shown) >= 2
    assert all(shown)
    assert all(labels)


def test_no_page_asks_another_host_for_anything_or_writes_to_the_console(
    built_sample: Built, sample_address: str, browser: Browser
) -> None:
    page = browser.new_page()
    outside: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: request.url.startswith(sample_address) or outside.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("response", lambda response: response.ok or said.append(f"{response.status} {response.url}"))
    for url in page_of_each_kind(built_sample.output).values():
        page.goto(f"{sample_address}{url}")
    cookies = page.context.cookies()
    page.close()

    assert outside == []
    assert said == []
    assert cookies == []


def test_a_post_of_8000_characters_takes_30_kilobytes(content: Write, output: Path) -> None:
    sample = (ROOT / "content" / "posts" / "backups.en.md").read_text(encoding="utf-8")
    words = re.sub(r"^---.*?^---$|[>#\[\]*]", "", sample, flags=re.DOTALL | re.MULTILINE).split()
    text = " ".join(words * 3)[:8000]
    paragraphs = re.sub(r"((?:\S+ ){60})", r"\1\n\n", text)
    built = build(content({"posts/long.es.md": f"---\ntitle: Largo\ndate: 2026-01-01\n---\n\n{paragraphs}\n"}), output)

    page, css = built.read("notas/largo/index.html"), built.read("theme/plaza.css")
    assert len(gzip.compress(page.encode())) + len(gzip.compress(css.encode())) <= 30 * 1024
    assert "<script" not in page
