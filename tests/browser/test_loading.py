"""What a browser asks for to show a page, how much that weighs, and that nothing moves while it arrives."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import OpenPage
from tests.conftest import Write
from tests.support.building import Built, build
from tests.support.hard_cases import many_posts, paragraphs, post
from tests.support.kinds import every_page, page_of_each_kind
from tests.support.probes import PLACES, WATCH_SHIFTS

pytestmark = pytest.mark.browser

PICTURES = "**/*.{png,jpg,jpeg,webp,avif,gif,svg}"
KILOBYTE = 1024
FINE = (200, 304)
SCRIPT = re.compile("<script([^>]*)>")
SOURCE = re.compile(r' (src="/theme/js/[a-z]+\.js"|data-[a-z]+="[^"]*")')
SCRIPTED = ("post", "page", "search")  # where there may be quotes, or a search


def compressed(built: Built, path: str) -> int:
    """Give the bytes of a page with its stylesheet, each through gzip."""
    return sum(len(gzip.compress(built.read(name).encode())) for name in (path, "theme/plaza.css"))


def test_a_page_asks_for_itself_one_stylesheet_and_pictures_of_its_own_host(
    built_sample: Built, sample_address: str, open_page: OpenPage
) -> None:
    page = open_page(1280)
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    page.on("request", lambda request: kinds.update([request.resource_type]))
    page.on("request", lambda request: request.url.startswith(sample_address) or wrong.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on(
        "response", lambda response: response.status in (200, 304) or wrong.append(f"{response.status} {response.url}")
    )
    for (_, kind), url in page_of_each_kind(built_sample.output).items():
        kinds.clear()
        page.goto(f"{sample_address}{url}")
        asked = dict(kinds)
        assert asked.pop("document") == 1, url
        assert asked.pop("stylesheet") == 1, url
        assert asked.pop("script", 0) <= (kind in SCRIPTED), url
        assert set(asked) <= {"image", "manifest", "other"}, url  # "other" is the icon
    assert wrong == []
    assert page.context.cookies() == []


def test_scripts_and_styles_are_files_of_the_theme(built_sample: Built, hard_site: Built) -> None:
    for built in (built_sample, hard_site):
        for url in every_page(built.output):
            path = urlsplit(url).path.lstrip("/")
            html = built.read(path if path.endswith(".html") else f"{path}index.html")
            scripts = {SOURCE.sub("", attributes) for attributes in SCRIPT.findall(html)}
            assert scripts <= {' type="application/ld+json"', " defer", ' type="module"'}, url
            assert "<style" not in html, url
            assert ' style="' not in html, url


def test_a_post_of_8000_characters_takes_25_kilobytes(content: Write, output: Path) -> None:
    built = build(content({"posts/long.es.md": post("Largo", paragraphs(8000))}), output)
    page = built.read("notas/largo/index.html")
    assert len(page) >= 8000
    assert compressed(built, "notas/largo/index.html") <= 25 * KILOBYTE


def test_a_home_takes_40_kilobytes_without_its_pictures(built_sample: Built, content: Write, output: Path) -> None:
    crowded = build(content(many_posts(60)), output)
    for built in (built_sample, crowded):
        for path in ("index.html", "en/index.html"):
            assert compressed(built, path) <= 40 * KILOBYTE


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.prove)])
def test_nothing_moves_while_pictures_arrive(
    hard_site: Built, hard_address: str, open_page: OpenPage, width: int
) -> None:
    page = open_page(width, bypass_csp=True)
    page.add_init_script(WATCH_SHIFTS)
    held: list[Route] = []
    page.route(PICTURES, lambda route: held.append(route))  # Playwright marks the function
    for url in {*page_of_each_kind(hard_site.output).values(), *every_page(hard_site.output, "post")}:
        if width == 360 and url.startswith("/en/"):
            continue  # where the same stands in English
        page.goto(f"{hard_address}{url}", wait_until="domcontentloaded")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        before = page.evaluate(PLACES)
        page.evaluate("document.querySelectorAll('img').forEach(picture => picture.loading = 'eager')")
        page.wait_for_timeout(50)  # until the browser has asked for what is no longer lazy
        while held:
            held.pop().continue_()
            page.wait_for_timeout(10)
        page.wait_for_function("[...document.images].every(picture => picture.complete && picture.naturalWidth)")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate(PLACES) == before, url
        assert page.evaluate("window.shifts") == [], url


def test_pictures_have_the_size_that_the_page_says(hard_address: str, open_page: OpenPage) -> None:
    page = open_page(1280, bypass_csp=True)
    page.goto(f"{hard_address}/notas/todo-a-la-vez/")
    page.evaluate("document.querySelectorAll('img').forEach(picture => picture.loading = 'eager')")
    page.wait_for_function("[...document.images].every(picture => picture.complete && picture.naturalWidth)")
    told = page.evaluate(
        "[...document.images].map(picture => [+picture.getAttribute('width'), +picture.getAttribute('height'),"
        " picture.naturalWidth, picture.naturalHeight])"
    )
    assert len(told) >= 3
    assert [size[0] / size[1] for size in told] == pytest.approx([size[2] / size[3] for size in told])
