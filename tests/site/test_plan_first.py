"""Every page has its address, and every problem is told, before the first page is composed or rendered."""

from pathlib import Path

import pytest
from jinja2 import Template

from plugins.plan.plan import PlannedPage
from tests.conftest import Write
from tests.support.building import build
from tools.errors import ContentError

ONE_PROCESS = "from pelicanconf import *\nWORKERS = 1\n"


def traced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    events: list[str] = []
    compose, render = PlannedPage.view, Template.render
    monkeypatch.setattr(PlannedPage, "view", lambda *a: events.append("view") or compose(*a))
    monkeypatch.setattr(Template, "render", lambda *a, **k: events.append("render") or render(*a, **k))
    return events


def test_a_page_that_changed_is_rendered_right_after_its_view_is_composed(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text(ONE_PROCESS, encoding="utf-8")
    events = traced(monkeypatch)
    pages = build(None, output, settings=settings).build.plan.pages
    expected = [event for page in pages for event in ("view", *(["render"] if page.kind.write is None else []))]
    assert events == expected
    events.clear()
    build(None, output, settings=settings)
    assert events == []  # nothing has changed: not even a view is composed


def test_bad_content_is_told_before_the_first_view(
    content: Write, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = traced(monkeypatch)
    with pytest.raises(ContentError):
        build(content({"posts/a.es.md": "---\ntitle: A\n---\n"}), output)
    assert events == []
