"""Old addresses and retired texts in a real browser."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenPage
from tests.support.axe import violations
from tests.support.building import build, write_files
from tests.support.serving import served

pytestmark = pytest.mark.browser

FILES = {
    "posts/a.es.md": "---\ntitle: Una nota\ndate: 2013-11-20\naliases: [/viejo/camino.html, /ñandú]\n---\n\nHola.\n",
    "posts/b.es.md": "---\ntitle: Otra\ndate: 2013-11-21\nstatus: retired\naliases: [/otra]\n---\n\nHola.\n",
    "posts/b.en.md": "---\ntitle: Another\noriginal: es\n---\n\nHello.\n",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with texts that have moved."""
    folder = tmp_path_factory.mktemp("moved")
    with served(build(write_files(folder / "content", FILES), folder / "output").output) as served_at:
        yield served_at


@pytest.mark.parametrize(
    ("old", "new"),
    [("/viejo/camino.html", "/notas/una-nota/"), ("/ñandú", "/notas/una-nota/"), ("/otra/", "/notas/otra/")],
)
def test_a_browser_is_led_on_by_itself(address: str, open_page: OpenPage, old: str, new: str) -> None:
    page = open_page(390)
    page.goto(address + old, wait_until="commit")
    page.wait_for_url(f"**{new}")
    assert page.locator("h1").inner_text() in ("Una nota", "Otra")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_pages_of_moved_and_retired_texts_are_accessible(
    address: str, open_page: OpenPage, width: int, scheme: str
) -> None:
    page = open_page(width, color_scheme=scheme)
    page.goto(f"{address}/notas/otra/")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.route("**/notas/una-nota/", lambda route: route.fulfill(status=204))  # so that it stays where it is
    page.goto(f"{address}/viejo/camino.html")
    assert page.locator("body").get_attribute("data-kind") == "redirect"
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
