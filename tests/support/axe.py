"""axe-core as the browser tests run it: WCAG 2.2 AA and axe's best practices, contrast included."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(
    found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target}`)))"""


def violations(page: Page) -> list[str]:
    """Tell each violation on the page as it is now: the rule and the element."""
    page.evaluate(AXE)
    told: list[str] = page.evaluate(RUN, TAGS)
    return told
