"""Recordings in a real browser: nothing is asked for before the reader asks, and what is said can be read by all."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.conftest import Write
from tests.support.axe import violations
from tests.support.building import build
from tests.support.serving import served

pytestmark = pytest.mark.browser

FILM = "en/posts/backups-you-can-restore/"
ELSEWHERE = (
    "---\ntitle: Nota\ndate: 2024-05-01\n---\n\n```video\nurl: https://video.example/v/1\n```\n\n"
    "![Lejos](https://video.example/a.png)\n"
)


def test_a_film_is_not_asked_for_before_the_reader_asks(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(1280)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition(".")[2]))
    page.goto(f"{sample_address}/{FILM}")
    page.wait_for_load_state("networkidle")
    assert "mp4" not in asked
    assert page.locator("video").evaluate("video => video.networkState") in (0, 1)  # empty or idle, not loading

    with page.expect_request("**/*.mp4"):
        page.locator("video").evaluate("video => { video.muted = true; video.play(); }")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_transcript_opens_by_keyboard_and_says_which_language_is_which(
    width: int, sample_address: str, open_page: OpenPage
) -> None:
    page = open_page(width)
    page.goto(f"{sample_address}/{FILM}")
    page.locator(".transcript > summary").focus()
    page.keyboard.press("Enter")
    sides = page.locator(".transcript__cue").first.locator("[lang]")
    assert sides.evaluate_all("sides => sides.map(side => side.lang)") == ["es", "en"]
    assert sides.nth(1).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_nothing_is_asked_of_another_host_for_a_film_that_is_there(content: Write, open_page: OpenPage) -> None:
    folder = content({"posts/a.es.md": ELSEWHERE})
    built = build(folder, folder.parent / "output")
    page = open_page(1280)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served(built.output) as address:
        page.goto(f"{address}/notas/nota/")
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if not url.startswith(address)] == []
        assert page.get_by_role("link", name="video.example/v/1").get_attribute("href") == "https://video.example/v/1"
