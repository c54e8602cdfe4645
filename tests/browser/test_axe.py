"""axe-core over one page of every kind in both languages: WCAG 2.2 AA and axe's best practices, contrast included."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.support.axe import violations as violations_on
from tests.support.building import Built
from tests.support.kinds import every_page, page_of_each_kind

pytestmark = pytest.mark.browser

COLOURS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
WIDTHS = (320, 768, 1280)
# The suite looks at the kinds of page once; the proofs look at all, in both languages, in every way.
SAMPLE = pytest.param(320, "light", ("es",), id="320-light")
ALL_LOOKS = [*product(WIDTHS, COLOURS)]
ALL = [pytest.param(*look, ("es", "en"), id=f"all-{look[0]}-{look[1]}", marks=pytest.mark.prove) for look in ALL_LOOKS]
ODD_LOOKS = [
    pytest.param(320, "dark", "es", id="320-dark"),
    *(pytest.param(*look, "", id=f"all-{look[0]}-{look[1]}", marks=pytest.mark.prove) for look in ALL_LOOKS),
]


def violations(page: Page, address: str, urls: list[str]) -> dict[str, list[str]]:
    found = {}
    for url in urls:
        shown = page.goto(address + url)
        assert shown is not None
        assert shown.ok, url
        if told := violations_on(page):
            found[url] = told
    return found


@pytest.mark.parametrize(("width", "colours", "langs"), [SAMPLE, *ALL])
def test_axe_finds_nothing_in_the_sample(
    built_sample: Built, sample_address: str, open_page: OpenPage, width: int, colours: str, langs: tuple[str, ...]
) -> None:
    urls = [url for (lang, _), url in page_of_each_kind(built_sample.output).items() if lang in langs]
    assert violations(open_page(width, **COLOURS[colours]), sample_address, urls) == {}


@pytest.mark.parametrize(("width", "colours", "lang"), ODD_LOOKS)
def test_axe_finds_nothing_in_hard_cases(
    hard_site: Built, hard_address: str, open_page: OpenPage, width: int, colours: str, lang: str
) -> None:
    urls = {*page_of_each_kind(hard_site.output).values(), *every_page(hard_site.output, "post")}
    urls = sorted(url for url in urls if lang != "es" or not url.startswith("/en/"))
    assert violations(open_page(width, **COLOURS[colours]), hard_address, urls) == {}


@pytest.mark.parametrize(("width", "colours", "lang"), ODD_LOOKS)
def test_axe_finds_nothing_in_small_and_turned_sites(
    small_site: Built, small_address: str, open_page: OpenPage, width: int, colours: str, lang: str
) -> None:
    of_each = page_of_each_kind(small_site.output)
    turned = [one for one, _ in of_each if one not in ("es", "en")]  # the others are looked at in the sample
    urls = [url for (one, _), url in of_each.items() if not lang or one == (turned[0] if turned else lang)]
    assert violations(open_page(width, **COLOURS[colours]), small_address, urls) == {}
