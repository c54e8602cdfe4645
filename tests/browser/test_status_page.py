"""The status page and the note of a translation that is behind, in a real browser."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenPage
from tests.support.axe import violations
from tests.support.building import build
from tests.support.serving import served

pytestmark = pytest.mark.browser

BEHIND = "/en/posts/nine-organisations-and-one-helpdesk/"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a preview of the sample."""
    with served(build(None, tmp_path_factory.mktemp("preview") / "output", drafts=True).output) as served_at:
        yield served_at


@pytest.mark.parametrize("path", ["/estado/", "/en/status/", BEHIND])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_it_is_accessible_and_fits(address: str, open_page: OpenPage, path: str, width: int, scheme: str) -> None:
    page = open_page(width, color_scheme=scheme)
    page.goto(address + path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_tables_can_be_scrolled_by_keyboard(address: str, open_page: OpenPage) -> None:
    page = open_page(320)
    page.goto(f"{address}/en/status/")
    regions = page.locator(".table-scroll")
    assert regions.count() == 3
    assert all(regions.nth(place).get_attribute("tabindex") == "0" for place in range(3))


def test_the_fresher_original_is_one_step_away(address: str, open_page: OpenPage) -> None:
    page = open_page(390)
    page.goto(address + BEHIND)
    page.locator(".notice--behind a").click()
    page.wait_for_url("**/notas/nueve-organizaciones-y-una-mesa-de-ayuda/")
    assert page.locator(".notice--behind").count() == 0
