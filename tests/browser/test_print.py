"""What paper shows: the text whole, both voices of a quote, and none of the ways around the site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.support.building import Built
from tests.support.kinds import page_of_each_kind

pytestmark = pytest.mark.browser

PAPER = 718  # A4 between margins of 10 mm, in CSS pixels
HARD_POST = "/en/posts/all-at-once/"


def printed(page: Page, url: str) -> Page:
    page.goto(url)
    page.emulate_media(media="print")
    return page


def test_both_parts_of_a_quote_are_printed_with_their_labels(hard_address: str, open_page: OpenPage) -> None:
    page = printed(open_page(PAPER), hard_address + HARD_POST)
    quote = page.locator("figure.parallel-quote")
    for part in (":scope > .parallel-quote__original", ":scope > .parallel-quote__translation"):
        assert [each.is_visible() for each in quote.locator(part).all()] == [True]
    assert all(
        label.is_visible() for label in page.locator(".parallel-quote > blockquote .parallel-quote__label").all()
    )
    assert page.locator(".parallel-quote__label").count() >= 2


def test_the_parts_in_further_languages_are_printed_too(hard_address: str, open_page: OpenPage) -> None:
    page = printed(open_page(PAPER), hard_address + HARD_POST)
    further = page.locator(".parallel-quote__further blockquote")
    assert further.count() == 1
    height = further.evaluate("part => part.getBoundingClientRect().height")
    assert height > 20


def test_no_way_around_the_site_is_printed(built_sample: Built, sample_address: str, open_page: OpenPage) -> None:
    page = open_page(PAPER)
    for url in (url for (lang, _), url in page_of_each_kind(built_sample.output).items() if lang == "es"):
        printed(page, sample_address + url)
        seen = page.locator(".skip-link, .switcher, .masthead nav, .colophon nav, .pager").all()
        assert [way.get_attribute("class") for way in seen if way.is_visible()] == [], url
        assert page.locator("h1").is_visible(), url


def test_nothing_is_wider_than_the_paper(hard_address: str, open_page: OpenPage) -> None:
    page = printed(open_page(PAPER), hard_address + HARD_POST)
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_ink_is_dark_whatever_the_screen_is(
    sample_address: str, open_page: OpenPage, scheme: str
) -> None:
    page = printed(open_page(PAPER, color_scheme=scheme), f"{sample_address}/en/posts/backups-you-can-restore/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_page_can_be_printed_to_a_file(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(1280)
    page.goto(hard_address + HARD_POST)
    assert page.pdf().startswith(b"%PDF")
