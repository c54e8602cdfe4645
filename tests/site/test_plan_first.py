"""Every page of every language has its view before the first of them is rendered."""

from pathlib import Path

import pytest
from jinja2 import Template

from plugins.plan.plan import PlannedPage
from tests.support.building import build


def test_every_view_is_composed_before_the_first_page_is_rendered(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    compose, render = PlannedPage.view, Template.render
    monkeypatch.setattr(PlannedPage, "view", lambda *a: events.append("view") or compose(*a))
    monkeypatch.setattr(Template, "render", lambda *a, **k: events.append("render") or render(*a, **k))

    pages = build(None, output).build.plan.pages

    with_template = [page for page in pages if page.kind.write is None]
    assert events == ["view"] * len(pages) + ["render"] * len(with_template)
