"""What an author sees of `serve` beside the page: how the post stands, what is wrong, and the last good page."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.support.axe import violations
from tests.support.building import write_files
from tools.build import build_site
from tools.preview_state import Preview
from tools.serve import Changes, Handler, Server, attempt

pytestmark = pytest.mark.browser

FILES = {
    "levels.yml": "basic: {es: {label: Básica}, en: {label: Basic}}\n",
    "posts/a.es.md": "---\ntitle: Uno\ndate: 2013-11-20\nlevel: basic\nstatus: draft\n---\nHola.\n",
}
BAD = FILES["posts/a.es.md"].replace("2013-11-20", "mañana <b>x</b>")


class Served:
    """A preview of a small site; `save` writes the post and builds, as a save does."""

    def __init__(self, folder: Path) -> None:
        self.content = write_files(folder / "content", FILES)
        output = folder / "preview"
        self.changes, self.preview = Changes(), Preview()
        handler = partial(
            Handler, directory=str(output), langs=("es", "en"), changes=self.changes, preview=self.preview
        )
        self.server = Server(("127.0.0.1", 0), handler)
        self.address = f"http://localhost:{self.server.server_port}"
        self.rebuild: Callable[[], object] = partial(
            build_site, self.content, output, self.address, drafts=True, search=False
        )
        attempt(self.rebuild, self.preview)  # type: ignore[arg-type]
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def save(self, text: str) -> None:
        (self.content / "posts/a.es.md").write_text(text, encoding="utf-8")
        self.changes.announce(attempt(self.rebuild, self.preview))  # type: ignore[arg-type]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    served.server.shutdown()
    served.server.server_close()


def test_the_bar_tells_how_the_post_stands(site: Served, open_page: OpenPage) -> None:
    page = open_page(1280)
    page.goto(f"{site.address}/notas/uno/")
    bar = page.locator("#plaza-preview .bar")
    expect(bar).to_contain_text("posts/a.es.md")
    expect(bar).to_contain_text("draft")
    expect(bar).to_contain_text("Level: Básica")
    expect(bar).to_contain_text("English: missing ./inv translate a --lang en")
    expect(bar).to_contain_text("No problems")
    page.goto(f"{site.address}/temas/")
    expect(bar).to_have_text("No problems")


def test_bad_content_leaves_the_last_good_page_with_the_problem(site: Served, open_page: OpenPage) -> None:
    page = open_page(1280)
    page.goto(f"{site.address}/notas/uno/")
    expect(page.locator("#plaza-preview .bar")).to_contain_text("No problems")
    site.save(BAD)
    problems = page.locator("#plaza-preview .problems")
    expect(problems).to_be_visible()
    expect(problems).to_contain_text("This page is the last good one")
    expect(problems).to_contain_text("a.es.md:3")
    expect(problems).to_contain_text("date 'mañana <b>x</b>' is no date")
    expect(page.locator("main")).to_contain_text("Hola.")
    site.save(FILES["posts/a.es.md"].replace("Hola.", "Adiós."))
    expect(page.locator("main")).to_contain_text("Adiós.")
    expect(page.locator("#plaza-preview .bar")).to_contain_text("No problems")


def test_the_list_opens_and_closes_by_keyboard(site: Served, open_page: OpenPage) -> None:
    site.save(FILES["posts/a.es.md"] + "\n[x](nada.md)\n")
    page = open_page(390)
    page.goto(f"{site.address}/notas/uno/")
    button, problems = page.get_by_role("button", name="0 errors, 1 warning"), page.locator("#plaza-preview .problems")
    expect(problems).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(problems).to_contain_text("there is no posts/nada")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(problems).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_bar_is_accessible_and_hides_nothing(site: Served, open_page: OpenPage, width: int) -> None:
    page = open_page(width)
    page.goto(f"{site.address}/notas/uno/")
    site.save(BAD)
    expect(page.locator("#plaza-preview .problems")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
