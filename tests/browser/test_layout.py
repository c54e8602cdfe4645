"""How pages lie on screens: nothing sideways, nothing lost, nothing that moves, lines of a length one reads well."""

from __future__ import annotations

from statistics import median

import pytest

from tests.browser.conftest import OpenPage
from tests.support.building import Built
from tests.support.kinds import every_page, page_of_each_kind
from tests.support.probes import LINE_LENGTHS, LOST_TEXT, TEXT_SPACING

pytestmark = pytest.mark.browser

POST = "/en/posts/backups-you-can-restore/"
PARTS = "figure.parallel-quote blockquote"
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth || -scrollX || (scrollTo(-1e4, 0), -scrollX)"


@pytest.mark.parametrize(
    ("width", "scale"),
    [(320, 1), *(pytest.param(*look, marks=pytest.mark.prove) for look in ((768, 1), (360, 3), (1280 // 4, 4)))],
)
def test_no_page_scrolls_sideways(
    built_sample: Built, sample_address: str, open_page: OpenPage, width: int, scale: int
) -> None:
    page = open_page(width, 640, device_scale_factor=scale)
    wide = {}
    for url in page_of_each_kind(built_sample.output).values():
        page.goto(f"{sample_address}{url}")
        if sideways := page.evaluate(SIDEWAYS):
            wide[url] = sideways
    assert wide == {}


def test_no_hard_case_scrolls_sideways(hard_site: Built, hard_address: str, open_page: OpenPage) -> None:
    page = open_page(320, 640)
    wide = {}
    for url in {*page_of_each_kind(hard_site.output).values(), *every_page(hard_site.output, "post")}:
        page.goto(f"{hard_address}{url}")
        if sideways := page.evaluate(SIDEWAYS):
            wide[url] = sideways
    assert wide == {}


def test_no_page_of_a_small_or_turned_site_scrolls_sideways(
    small_site: Built, small_address: str, open_page: OpenPage
) -> None:
    page = open_page(320, 640)
    wide = {}
    for url in page_of_each_kind(small_site.output).values():
        page.goto(f"{small_address}{url}")
        if sideways := page.evaluate(SIDEWAYS):
            wide[url] = sideways
    assert wide == {}


@pytest.mark.parametrize(
    ("width", "spacing"),
    [
        pytest.param(320, TEXT_SPACING, id="320-with the reader's spacing"),
        pytest.param(1280, "", id="1280-as designed", marks=pytest.mark.prove),
        pytest.param(320, "", id="320-as designed", marks=pytest.mark.prove),
        pytest.param(1280, TEXT_SPACING, id="1280-with the reader's spacing", marks=pytest.mark.prove),
    ],
)
def test_no_word_is_lost(hard_site: Built, hard_address: str, open_page: OpenPage, width: int, spacing: str) -> None:
    page = open_page(width, bypass_csp=True)  # for the style that is added
    lost = {}
    for url in {*page_of_each_kind(hard_site.output).values(), *every_page(hard_site.output, "post")}:
        page.goto(f"{hard_address}{url}")
        page.add_style_tag(content=spacing or ":root {}")
        if found := page.evaluate(LOST_TEXT):
            lost[url] = found
    assert lost == {}


def test_no_word_is_lost_from_right_to_left(small_site: Built, small_address: str, open_page: OpenPage) -> None:
    page = open_page(320, bypass_csp=True)
    lost = {}
    for url in page_of_each_kind(small_site.output).values():
        page.goto(f"{small_address}{url}")
        page.add_style_tag(content=TEXT_SPACING)
        if found := page.evaluate(LOST_TEXT):
            lost[url] = found
    assert lost == {}


@pytest.mark.parametrize("lang", ["es", "en"])
def test_a_line_of_a_post_has_60_to_75_characters(
    built_sample: Built, sample_address: str, open_page: OpenPage, lang: str
) -> None:
    page = open_page(1280)
    page.goto(sample_address + page_of_each_kind(built_sample.output)[lang, "post"])
    lines = page.evaluate(LINE_LENGTHS, ".post__body > p")
    assert len(lines) > 20
    assert 60 <= median(lines) <= 75


def test_a_line_of_a_long_post_has_60_to_75_characters(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(1280)
    page.goto(f"{hard_address}/en/posts/a-shorter-title/")
    lines = page.evaluate(LINE_LENGTHS, ".post__body > p")
    assert lines
    assert 60 <= median(lines) <= 75


@pytest.mark.parametrize(("width", "are_side_by_side"), [(1280, True), (360, False)])
def test_quotes_stand_side_by_side_where_there_is_room(
    sample_address: str, open_page: OpenPage, width: int, *, are_side_by_side: bool
) -> None:
    page = open_page(width)
    page.goto(sample_address + POST)
    original, translation = (part.bounding_box() for part in page.locator(PARTS).all()[:2])
    assert original is not None
    assert translation is not None
    if are_side_by_side:
        assert original["x"] + original["width"] <= translation["x"]
        assert abs(original["y"] - translation["y"]) < 2
    else:
        assert original["y"] + original["height"] <= translation["y"]


def test_nothing_glides_for_those_who_ask_for_less_motion(
    built_sample: Built, sample_address: str, open_page: OpenPage
) -> None:
    page = open_page(1280, reduced_motion="reduce")
    for url in page_of_each_kind(built_sample.output).values():
        page.goto(f"{sample_address}{url}")
        moving = page.evaluate("""[...document.querySelectorAll('*')].filter(box => {
            const style = getComputedStyle(box);
            return style.scrollBehavior === 'smooth'
                || [style.transitionDuration, style.animationDuration].some(time => parseFloat(time) > 0);
        }).map(box => box.tagName + '.' + box.className)""")
        assert moving == [], url
