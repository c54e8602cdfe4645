"""The cloud and the matrix as they are heard, at every width, and by who has no script and no mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.building import build, write_files
from tests.support.serving import served

pytestmark = pytest.mark.browser

SNAPSHOTS = Path(__file__).parents[1] / "data" / "read_aloud"
PAGES = {
    "matrix.es": "/matriz/",
    "matrix.en": "/en/matrix/",
    "cloud.es": "/temas/",
    "cloud.en": "/en/topics/",
    "level.en": "/en/levels/basic/",
}
CONCEPTS = {
    "levels.yml": """\
basic: {es: {label: Básica}, en: {label: Basic, description: The first steps., practices: [Keep one copy.]}}
intermediate: {es: {label: Media}, en: {label: Intermediate}}
specialized: {es: {label: Especializada}, en: {label: Specialized}}
""",
    "activities.yml": """\
research: {es: {label: Investigación}, en: {label: Research}}
skills: {es: {label: Habilidades}, en: {label: Skills}}
""",
    "topics.yml": """\
backups: {es: {label: Respaldos}, en: {label: Backups}}
ethics: {es: {label: Ética}, en: {label: Ethics}}
children: {es: {label: Niñez}, en: {label: Children}}
network: {es: {label: Nube}, en: {label: Cloud}}
""",
}
POSTS = {
    "a": "topics: [backups, ethics]\nlevel: basic\nactivity: skills\n",
    "b": "topics: [backups, children]\nlevel: basic\nactivity: skills\n",
    "c": "topics: [backups, network]\nlevel: specialized\nactivity: research\n",
    "d": "topics: [backups]\nlevel: basic\n",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site of which every number is known."""
    folder = tmp_path_factory.mktemp("index")
    posts = {
        f"posts/{key}.es.md": f"---\ntitle: Nota {key}\ndate: 2020-01-0{day}\n{filing}---\n\nTexto.\n"
        for day, (key, filing) in enumerate(POSTS.items(), start=1)
    }
    built = build(write_files(folder / "content", {**CONCEPTS, **posts}), folder / "output")
    with served(built.output) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page in which no script of the site's could run."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_heard_as_it_was_when_it_was_listened_to(address: str, page: Page, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + PAGES[name])
    heard = page.locator("main").aria_snapshot() + "\n"
    assert heard == (SNAPSHOTS / f"{name}.{width}.yml").read_text(encoding="utf-8")


def test_topics_are_sorted_by_count_without_a_script_and_the_address_keeps_it(address: str, page: Page) -> None:
    page.goto(f"{address}/temas/")
    assert page.get_by_role("heading", name="Temas por nombre").is_visible()
    assert not page.get_by_role("heading", name="Temas por número de notas").is_visible()
    page.keyboard.press("Tab")
    page.get_by_role("link", name="Por número de notas").focus()
    page.keyboard.press("Enter")
    page.reload()
    assert not page.get_by_role("heading", name="Temas por nombre").is_visible()
    assert page.locator(".topic-ranking a:visible").all_inner_texts() == ["Respaldos", "Ética", "Niñez", "Nube"]


def test_no_count_of_a_cloud_stands_alone_on_its_line(browser: Browser, tmp_path: Path) -> None:
    labels = [f"organizaciones que {'que ' * n}acompañan" for n in range(12)]
    topics = "".join(f"t{n}: {{es: {{label: {text}}}, en: {{label: {text}}}}}\n" for n, text in enumerate(labels))
    filed = ", ".join(f"t{n}" for n in range(len(labels)))
    post = f"---\ntitle: Uno\ndate: 2020-01-01\ntopics: [{filed}]\n---\n\nTexto.\n"
    built = build(write_files(tmp_path / "content", {"topics.yml": topics, "posts/a.es.md": post}), tmp_path / "output")
    alone = {}
    with served(built.output) as address:
        page = browser.new_page()
        for width in range(320, 420, 10):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{address}/temas/")
            alone[width] = page.locator(".topic-cloud a").evaluate_all("""links => links.filter(link => {
                const count = link.querySelector('.topic-cloud__count').getBoundingClientRect();
                const last = [...link.querySelector('bdi').getClientRects()].at(-1);
                return count.left < last.right;
            }).map(link => link.innerText)""")
        page.close()
    assert {width: texts for width, texts in alone.items() if texts} == {}


@pytest.mark.parametrize("path", ["/temas/", "/matriz/", "/niveles/basica/", "/", "/temas/respaldos/"])
def test_everything_one_can_press_is_24_pixels_high_and_wide(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + path)
    boxes = page.locator("main :is(.topic-cloud, .topic-ranking, .cloud__order, .maturity-matrix, .matrix-list,"
                         " .breakdown, .related, .onward) a:visible").evaluate_all(
        "links => links.map(link => [link.innerText, link.getBoundingClientRect()]).map(([text, box]) =>"
        " [text, box.width, box.height])")  # fmt: skip
    page.close()
    assert boxes
    assert [box for box in boxes if min(box[1:]) < 24] == []


def test_no_letter_of_the_diagram_is_under_12_pixels_at_any_width(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/matriz/")
    seen = {}
    for width in range(320, 1500, 20):
        page.set_viewport_size({"width": width, "height": 800})
        is_drawn = page.locator(".matrix-diagram").is_visible()
        assert page.locator(".matrix-list").is_visible() is not is_drawn
        if is_drawn:
            seen[width] = page.evaluate(
                "Math.min(...[...document.querySelectorAll('.matrix-diagram text')].map(text =>"
                " parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"
            )
    page.close()
    assert seen and min(seen.values()) >= 12
    assert 360 not in seen


def test_the_diagram_is_printed(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 718, "height": 1000})  # A4 between its margins
    page.goto(f"{address}/matriz/")
    page.emulate_media(media="print")
    assert page.locator(".matrix-diagram").is_visible()
    page.close()


def test_no_name_is_wider_than_its_place_in_the_diagram(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for path in ("/matriz/", "/en/matrix/"):
        page.goto(address + path)
        found = page.evaluate("""() => {
            const boxes = [...document.querySelectorAll('.matrix-diagram text')].map(text => text.getBBox());
            const overlaps = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
                && a.y < b.y + b.height && b.y < a.y + a.height;
            return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => overlaps(a, b))).length
                + boxes.filter(box => box.x < 0 || box.x + box.width > 720).length;
        }""")
        assert found == 0
    page.close()


def test_five_hundred_topics_have_letters_to_jump_to(browser: Browser, tmp_path: Path) -> None:
    labels = [f"{letter}gua {number}" for letter in "abcdfgñz" for number in range(63)]
    topics = "".join(f"t{n}: {{es: {{label: {text}}}, en: {{label: {text}}}}}\n" for n, text in enumerate(labels))
    posts = {
        f"posts/p{first}.es.md": "---\ntitle: Uno\nslug: p{}\ndate: 2020-01-01\ntopics: [{}]\n---\n\nTexto.\n".format(
            first, ", ".join(f"t{n}" for n in range(first, first + 8))
        )
        for first in range(0, len(labels), 8)
    }
    content = write_files(tmp_path / "content", {"topics.yml": topics, **posts})
    built = build(content, tmp_path / "output")
    with served(built.output) as address:
        page = browser.new_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
        page.goto(f"{address}/temas/")
        assert page.locator(".cloud__letters a").all_inner_texts() == ["A", "B", "C", "D", "F", "G", "Ñ", "Z"]
        assert page.locator(".topic-cloud li").count() == 504
        page.get_by_role("link", name="ñ", exact=True).click()
        assert page.get_by_role("heading", name="ñ", exact=True).bounding_box()["y"] < 320  # type: ignore[index]
        assert page.evaluate("document.scrollingElement.scrollWidth") == 320
        page.close()
