"""The search as readers use it: the real index of the sample site, in the browser, by words, choices and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.support.axe import violations
from tests.support.building import ROOT, Built, build
from tests.support.kinds import page_of_each_kind
from tests.support.serving import served

pytestmark = pytest.mark.browser

QUERIES = yaml.safe_load((ROOT / "tests" / "data" / "search_queries.yml").read_text(encoding="utf-8"))
PAGES = {"es": "/buscar/", "en": "/en/search/"}
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self';"
    " manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def asked(page: Page, url: str) -> list[str]:
    """Open an address that holds a search, and give where its first results lead."""
    page.goto(url)
    expect(page.locator(".search-results [role=status]")).not_to_be_empty()
    return hrefs(page)


def hrefs(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator(".search-result h3 a").all()]


@pytest.fixture(scope="module")
def search_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("lang", "words", "expected"), QUERIES)
def test_words_find_their_page(sample_address: str, search_page: Page, lang: str, words: str, expected: str) -> None:
    assert expected in asked(search_page, f"{sample_address}{PAGES[lang]}?q={quote(words)}")


def test_a_quoted_phrase_finds_only_texts_that_have_it(sample_address: str, search_page: Page) -> None:
    found = asked(search_page, f"{sample_address}/en/search/?q=%22made+by+walking%22")
    assert found == ["/en/posts/a-map-is-made-by-walking/"]


def test_what_is_unpublished_is_not_found(built_sample: Built) -> None:
    index = built_sample.output / "buscar" / "pagefind"
    assert b"un-glosario-hecho-a-mano" not in b"".join(file.read_bytes() for file in index.glob("*.json"))
    assert len(list((index / "fragment").iterdir())) == 18 + 8


def test_choices_narrow_what_was_found_and_work_alone(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(1280)
    every = asked(page, f"{sample_address}/en/search/?level=specialized")
    assert "/en/posts/six-months-with-a-table-of-potholes/" in every
    page.get_by_role("combobox", name="Activity").select_option("ecosystem")
    expect(page.locator(".search-results [role=status]")).not_to_have_text(f"Results: {len(every)}")
    narrowed = hrefs(page)
    assert narrowed
    assert set(narrowed) < set(every)
    assert "level=specialized&activity=ecosystem" in page.url


def test_a_result_in_another_language_says_so(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(360)
    asked(page, f"{sample_address}/en/search/?q=campaigns&topic=campaigns")
    result = page.locator(".search-result", has_text="¿Quién firma")
    assert result.locator("a").get_attribute("lang") == "es"
    assert result.locator("a").get_attribute("hreflang") == "es"
    assert "In Spanish" in result.inner_text()


def test_the_search_goes_by_keyboard_alone(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(1280)
    page.goto(f"{sample_address}/en/search/")
    page.get_by_label("Words to search for").focus()
    page.keyboard.type("maps")
    page.keyboard.press("Enter")
    expect(page.locator(".search-results [role=status]")).to_contain_text("Results")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.search-result') !== null"):
            break
    assert page.evaluate("document.activeElement.getAttribute('href')") == hrefs(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/posts/**")
    page.go_back()
    expect(page.get_by_label("Words to search for")).to_have_value("maps")


def test_more_results_follow_and_take_the_focus(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(1280)
    asked(page, f"{sample_address}/buscar/?q=que")
    assert len(hrefs(page)) == 10
    page.get_by_role("button", name="Más resultados").click()
    expect(page.locator(".search-result").nth(10).locator("a")).to_be_focused()


def test_nothing_found_says_what_to_do(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(360)
    assert asked(page, f"{sample_address}/en/search/?q=xyzzyq") == []
    expect(page.get_by_role("status")).to_contain_text("Nothing found")


def test_without_a_script_the_ways_are_there_and_the_form_is_not(sample_address: str, open_page: OpenPage) -> None:
    page = open_page(360, java_script_enabled=False)
    page.goto(f"{sample_address}/buscar/")
    assert not page.locator(".search-form").is_visible()
    assert page.locator(".topic-cloud a").count() > 20
    assert page.get_by_role("link", name="Todas las notas").is_visible()


def test_the_script_loads_on_this_page_alone_and_under_its_policy(
    built_sample: Built, sample_address: str, open_page: OpenPage
) -> None:
    page = open_page(1280)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    page.route("**/en/search/?*", with_policy)
    assert asked(page, f"{sample_address}/en/search/?q=maps")
    assert said == []
    for (_, kind), url in page_of_each_kind(built_sample.output).items():
        html = (built_sample.output / url.strip("/") / "index.html") if not url.endswith("html") else None
        if kind != "search" and html:
            assert "search.js" not in html.read_text(encoding="utf-8"), url


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_results(sample_address: str, open_page: OpenPage, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    asked(page, f"{sample_address}/en/search/?q=campaigns")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_results_lead_home_below_a_base_path(open_page: OpenPage, tmp_path: Path) -> None:
    built = build(None, tmp_path / "site" / "blog", site_url="https://example.org/blog", search=True)
    with served(built.output.parent) as address:
        page = open_page(1280)
        found = asked(page, f"{address}/blog/en/search/?q=maps")
        assert found[0].startswith("/blog/en/posts/")
        answer = page.goto(address + found[0])
        assert answer is not None
        assert answer.ok


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_the_script_comes_late(width: int, sample_address: str, open_page: OpenPage) -> None:
    places = []
    for is_late in (True, False):
        page = open_page(width)
        if is_late:
            page.route("**/search.js", lambda route: route.abort())
        page.goto(f"{sample_address}/buscar/")
        form = page.locator(".search-form")
        expect(form).to_be_visible(visible=not is_late)
        places.append(page.locator(".search").bounding_box())
    assert places[0] == places[1]
