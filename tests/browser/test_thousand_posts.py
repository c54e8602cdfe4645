"""A thousand posts: the pages that grow with them stay light, in one piece and free of faults."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.test_axe import violations
from tests.support.building import build, write_files
from tests.support.hard_cases import many_posts
from tests.support.probes import LOST_TEXT
from tests.support.serving import served

pytestmark = [pytest.mark.prove, pytest.mark.browser]

PATHS = ("/", "/en/", "/notas/", "/notas/pagina/50/", "/niveles/basica/", "/temas/", "/matriz/", "/personas/ana/")


def test_the_pages_of_a_thousand_posts_hold(tmp_path: Path, open_page: OpenPage) -> None:
    built = build(write_files(tmp_path / "content", many_posts(1000)), tmp_path / "output")
    assert built.problems == ""
    with served(built.output) as address:
        page = open_page(320)
        assert violations(page, address, list(PATHS)) == {}
        for path in PATHS:
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") == 320, path
            assert page.evaluate(LOST_TEXT) == [], path
            html = built.read(f"{path.lstrip('/')}index.html")
            assert len(gzip.compress(html.encode())) <= 40 * 1024, path
            assert html.count("<article") <= 40, path
