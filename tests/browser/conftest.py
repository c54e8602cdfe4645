"""One Chromium a test run, and the sites it looks at; without a browser the tests fail, they are not passed over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.support.building import ROOT, Built, build, write_files
from tests.support.hard_cases import EMPTY, HARD_CASES, ONE_POST
from tests.support.serving import served
from tools.chromium import VARIABLE, find_chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the browser that all tests share."""
    executable = os.environ.get(VARIABLE) or str(find_chromium())
    assert Path(executable).exists()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a page: `open_page(320)` gives one of that width; further options are those of Playwright's contexts."""
    contexts: list[BrowserContext] = []

    def opened(width: int, height: int = 800, **options: Any) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def hard_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the site of hard cases, built once a run; tests only read it."""
    folder = tmp_path_factory.mktemp("hard")
    return build(write_files(folder / "content", HARD_CASES), folder / "output")


@pytest.fixture(scope="session")
def hard_address(hard_site: Built) -> Iterator[str]:
    """Give the address at which the hard cases are served."""
    with served(hard_site.output) as address:
        yield address


@pytest.fixture(scope="session", params=["empty", "one post", "three languages"])
def small_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give a site without a post, one with a single post, and one with a language from right to left."""
    folder = tmp_path_factory.mktemp("small")
    if request.param == "three languages":
        settings = ROOT / "tests" / "data" / "three_languages" / "settings.py"
        return build(None, folder / "output", settings=settings)
    files = EMPTY if request.param == "empty" else ONE_POST
    return build(write_files(folder / "content", files), folder / "output")


@pytest.fixture(scope="session")
def small_address(small_site: Built) -> Iterator[str]:
    """Give the address at which the small site is served."""
    with served(small_site.output) as address:
        yield address
