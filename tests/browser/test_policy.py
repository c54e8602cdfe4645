"""The policy in a real browser, by header and by meta element: nothing of the site's own is blocked, all else is.

Pages come with the headers that `_headers` tells hosts to send.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from plugins.hosting.hosting import Hosting, hosting_of
from tests.browser.conftest import OpenPage
from tests.support.building import Built
from tests.support.kinds import every_page, page_of_each_kind
from tests.support.serving import served

pytestmark = pytest.mark.browser

LISTEN = "addEventListener('securitypolicyviolation', event => console.error(`blocked ${event.violatedDirective}`))"
SMUGGLED = """
<script>document.title = 'run'</script>
<p style="color: red">x</p>
<img src="data:," onerror="document.title = 'run'">
<script src="https://evil.example/x.js"></script>
<iframe src="https://evil.example/"></iframe>
"""


@pytest.fixture(scope="module")
def hosting(built_sample: Built) -> Hosting:
    return hosting_of(built_sample.build.plan)


@pytest.fixture(scope="module")
def address(built_sample: Built, hosting: Hosting) -> Iterator[str]:
    headers = (("Content-Security-Policy", hosting.search_policy), *hosting.headers)
    with served(built_sample.output, headers=headers) as address:
        yield address


def text_of(built: Built, url: str) -> str:
    """Give the HTML of a page."""
    return built.read(f"{url}index.html".lstrip("/") if url.endswith("/") else url.lstrip("/"))


def listened(page: Page) -> list[str]:
    """Give what the browser complains of, as it goes on."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.add_init_script(LISTEN)
    return said


def test_nothing_of_any_kind_of_page_is_blocked(built_sample: Built, address: str, open_page: OpenPage) -> None:
    page = open_page(1280)
    said = listened(page)
    found = page_of_each_kind(built_sample.output)
    assert {lang for lang, _ in found} == {"es", "en"}
    recordings = [url for url in every_page(built_sample.output, "post") if "<video" in text_of(built_sample, url)]
    assert recordings
    for url in {*found.values(), *recordings}:
        page.goto(address + url)
        page.evaluate("document.querySelectorAll('img').forEach(picture => picture.loading = 'eager')")
        page.evaluate("Promise.all([...document.images].map(picture => picture.decode().catch(() => {})))")
        assert (url, said) == (url, [])


@pytest.mark.parametrize("path", ["/buscar/?q=mapas", "/en/search/?q=maps&level=specialized"])
def test_the_search_finds_under_its_policy(address: str, open_page: OpenPage, path: str) -> None:
    page = open_page(1280)
    said = listened(page)
    page.goto(address + path)
    expect(page.locator(".search-result").first).to_be_visible()
    assert said == []


def test_reading_modes_are_chosen_and_remembered_under_the_policy(
    built_sample: Built, address: str, open_page: OpenPage
) -> None:
    post = next(
        url
        for url in page_of_each_kind(built_sample.output).values()
        if url.startswith("/en/posts/") and 'class="reading-modes"' in text_of(built_sample, url)
    )
    page = open_page(1280, permissions=["clipboard-read", "clipboard-write"])
    said = listened(page)
    page.goto(address + post)
    for mode in ("mine", "original", "stacked", "beside", "original"):
        page.locator(f".reading-modes [value={mode}]").check()
    page.get_by_role("button", name="Copy quote").first.click()
    expect(page.get_by_role("status").first).to_have_text("Quote copied")
    page.reload()
    expect(page.locator(".reading-modes [value=original]")).to_be_checked()
    assert said == []


@pytest.mark.parametrize("has_headers", [True, False])
def test_what_is_smuggled_into_a_page_does_not_run(
    built_sample: Built, hosting: Hosting, open_page: OpenPage, has_headers: bool
) -> None:
    """Without headers, as on hosts that send none, the meta element is what blocks."""
    headers = (("Content-Security-Policy", hosting.search_policy),) if has_headers else ()
    with served(built_sample.output, headers=headers) as address:
        page = open_page(1280)
        said = listened(page)
        page.route(
            "**/en/",
            lambda route: route.fulfill(
                response=(answer := route.fetch()), body=answer.text().replace("</main>", f"{SMUGGLED}</main>")
            ),
        )
        page.goto(f"{address}/en/")
        expect(page.locator("iframe")).to_be_attached()
        assert page.title() != "run"
        told = {line.removeprefix("blocked ") for line in said if line.startswith("blocked ")}
        assert told == {"script-src-elem", "script-src-attr", "style-src-attr", "img-src", "frame-src"}


def test_a_page_that_does_not_search_cannot_fetch_even_where_the_header_lets_it(
    address: str, open_page: OpenPage
) -> None:
    page = open_page(1280)
    page.goto(f"{address}/en/")
    assert page.evaluate("fetch('/feed.xml').then(() => 'fetched', () => 'blocked')") == "blocked"
    page.goto(f"{address}/en/search/")
    assert page.evaluate("fetch('/feed.xml').then(() => 'fetched', () => 'blocked')") == "fetched"
