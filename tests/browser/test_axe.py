"""axe-core over one page of every kind in both languages: WCAG 2.2 AA and axe's best practices."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.support.building import Built
from tests.support.kinds import page_of_each_kind

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(
    found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target}`)))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    built_sample: Built, sample_address: str, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = {}
    for url in page_of_each_kind(built_sample.output).values():
        page.goto(f"{sample_address}{url}")
        page.evaluate(AXE)
        if violations := page.evaluate(RUN, TAGS):
            found[url] = violations
    page.close()

    assert found == {}
