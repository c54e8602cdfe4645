"""Walks by keyboard alone: every stop in reading order, its ring in sight, no trap, and ways that lead somewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.support.building import Built
from tests.support.kinds import page_of_each_kind
from tests.support.probes import FOCUSED

pytestmark = pytest.mark.browser

HARD_POST = "/en/posts/all-at-once/"
Stop = dict[str, Any]


def walk(page: Page) -> list[Stop]:
    """Press Tab from the head of the page until the focus leaves it at the end."""
    focusable = page.evaluate("document.querySelectorAll('a[href], button, input, summary, video, [tabindex]').length")
    stops: list[Stop] = []
    for _ in range(3 * focusable + 10):  # a player has stops of its own
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"the focus is caught at {stops[-1]}")


def faults(stops: list[Stop]) -> list[str]:
    """Tell each stop that cannot be seen or that comes before what stands above it in the document."""
    told = [f"{stop['name']}: no ring" for stop in stops if not stop["hasRing"] and stop["tag"] != "VIDEO"]
    told += [f"{stop['name']}: out of sight or covered" for stop in stops if not stop["isSeen"]]
    told += [f"{stop['name']}: its ring is cut by {stop['clipped']}" for stop in stops if stop["clipped"]]
    told += [f"{b['name']} after {a['name']}" for a, b in pairwise(stops) if b["place"] < a["place"]]
    return told


def out_of_order(stops: list[Stop], *, rtl: bool = False) -> list[str]:
    """Tell each stop of the header that the eye meets before the one that the focus meets first."""
    told = []
    for a, b in pairwise(stop for stop in stops if stop["landmark"] == "header"):
        on_one_line = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"]) > 0
        is_back = (b["x"] > a["x"] if rtl else b["x"] < a["x"]) if on_one_line else b["y"] < a["y"]
        if is_back:
            told.append(f"{b['name']} after {a['name']}")
    return told


@pytest.mark.parametrize(
    ("width", "kinds"),
    [
        pytest.param(320, ("home", "post", "cloud", "matrix", "search", "parallel"), id="320"),
        pytest.param(320, (), id="320-all", marks=pytest.mark.prove),
        pytest.param(1280, (), id="1280-all", marks=pytest.mark.prove),
    ],
)
def test_the_focus_goes_through_each_kind_of_page_in_order_and_in_sight(
    built_sample: Built, sample_address: str, open_page: OpenPage, width: int, kinds: tuple[str, ...]
) -> None:
    page = open_page(width, reduced_motion="reduce")
    told = {}
    found = page_of_each_kind(built_sample.output)
    urls = [url for (lang, kind), url in found.items() if lang == "es" and (not kinds or kind in kinds)]
    for url in urls:
        page.goto(sample_address + url)
        stops = walk(page)
        landmarks = [stop["landmark"] for stop in stops]
        assert landmarks == sorted(landmarks, key=["", "header", "main", "footer"].index), url
        if found := faults(stops) + out_of_order(stops):
            told[url] = found
    assert told == {}


def test_the_focus_goes_through_a_post_of_hard_cases(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(1280, reduced_motion="reduce")
    page.goto(hard_address + HARD_POST)
    stops = walk(page)
    names = [stop["className"] for stop in stops]
    assert names.count("table-scroll") == 2
    assert "footnote-ref" in names
    assert "footnote-backref" in names
    assert "SUMMARY" in [stop["tag"] for stop in stops]
    assert "PRE" not in [stop["tag"] for stop in stops]  # code wraps: there is nothing to scroll
    assert faults(stops) == []


def test_the_focus_goes_through_a_home_from_right_to_left(
    small_site: Built, small_address: str, open_page: OpenPage
) -> None:
    for (lang, kind), url in page_of_each_kind(small_site.output).items():
        if kind == "home":
            page = open_page(1280, reduced_motion="reduce")
            page.goto(small_address + url)
            stops = walk(page)
            assert faults(stops) + out_of_order(stops, rtl=lang == "ar") == []


def test_the_first_stop_skips_to_the_content(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(360)
    page.goto(sample_address)
    page.keyboard.press("Tab")
    link = page.locator(".skip-link")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["landmark"] == "main"


def test_the_parts_of_a_quote_in_further_languages_open_by_keyboard(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(360)
    page.goto(hard_address + HARD_POST)
    further = page.locator(".parallel-quote__further")
    further.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(further.locator("blockquote")).to_be_visible()
    page.keyboard.press("Space")
    expect(further.locator("blockquote")).not_to_be_visible()


def test_a_note_leads_there_and_back(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(360, reduced_motion="reduce")
    page.goto(hard_address + HARD_POST)
    page.locator(".footnote-ref").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".footnote li:target")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["className"] == "footnote-backref"
    page.keyboard.press("Enter")
    expect(page.locator(".footnote-ref").first).to_be_in_viewport()


def test_a_wide_table_scrolls_by_keyboard_in_a_place_of_its_own(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(320, bypass_csp=True)  # which a page that is waited for by an expression needs
    page.goto(hard_address + HARD_POST)
    table = page.locator(".table-scroll:has(th:nth-child(12))")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert page.evaluate("scrollX") == 0


def test_long_lines_of_code_wrap_or_scroll_by_keyboard(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(320, bypass_csp=True)  # which a page that is waited for by an expression needs
    page.goto(hard_address + HARD_POST)
    for code in page.locator("pre").all():
        if code.evaluate("box => box.scrollWidth > box.clientWidth"):
            code.focus()
            page.keyboard.press("ArrowRight")
            page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_a_table_that_scrolls_is_a_region_with_a_name(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(320)
    page.goto(hard_address + HARD_POST)
    regions = page.get_by_role("region", name=re.compile("Table")).all()
    assert [region.get_attribute("tabindex") for region in regions] == ["0", "0"]


@pytest.mark.parametrize("kind", ["home", "post", "page", "topic", "matrix", "cell", "level"])
def test_the_switcher_leads_to_the_same_page_and_back(
    built_sample: Built, sample_address: str, open_page: OpenPage, kind: str
) -> None:
    page = open_page(1280)
    url = sample_address + page_of_each_kind(built_sample.output)["en", kind]
    page.goto(url)
    path = []
    for lang in ("es", "en"):
        page.locator(f".switcher a[hreflang={lang}]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("html")).to_have_attribute("lang", lang)
        expect(page.locator("body")).to_have_attribute("data-kind", kind)
        path.append(page.url)
    assert path[0] != path[1] == url


@pytest.mark.parametrize(("lang", "width"), [("es", 1280), ("en", 320)])
def test_every_filled_cell_of_the_matrix_is_a_stop_that_opens_its_page(
    built_sample: Built, sample_address: str, open_page: OpenPage, lang: str, width: int
) -> None:
    page = open_page(width, reduced_motion="reduce")
    page.goto(sample_address + page_of_each_kind(built_sample.output)[lang, "matrix"])
    cells = [link.get_attribute("href") or "" for link in page.locator(".maturity-matrix td a").all()]
    cells = cells or [link.get_attribute("href") or "" for link in page.locator(".matrix-list a").all()]
    assert cells
    walked = {stop["href"] for stop in walk(page)}
    assert set(cells) <= walked
    page.locator(f'main a[href="{cells[-1]}"]:visible').first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-kind", "cell")
    assert page.url.endswith(cells[-1])
