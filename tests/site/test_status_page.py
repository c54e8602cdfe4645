"""What readers and translators see of how far a site is translated."""

from collections.abc import Callable, Mapping
from pathlib import Path

import html5lib
import pytest

from tests.support.building import Built, build
from tools.sync import sync

Write = Callable[[Mapping[str, str | bytes]], Path]
FILES = {
    "topics.yml": "datos: {es: {label: Datos}, en: {label: Data}}\n",
    "levels.yml": "basic: {es: {label: Básica}, en: {label: Basic}}\n",
    "posts/a.es.md": (
        "---\ntitle: Uno\ndate: 2013-11-20\ntopics: [datos]\nlevel: basic\n---\nHola.\n\nFin.\n"
    ),
    "posts/a.en.md": "---\ntitle: One\noriginal: es\n---\nHello.\n\nEnd.\n",
    "posts/b.es.md": "---\ntitle: Dos\ndate: 2014-11-20\n---\nHola.\n",
    "posts/secret.es.md": "---\ntitle: Tres\ndate: 2015-11-20\nstatus: draft\n---\nHola.\n",
    "pages/about.es.md": "---\ntitle: Acerca\n---\nHola.\n",
}
ON = "STATUS_PAGE = True\nEDIT_URL = 'https://code.example.org/edit/{path}'\n"


@pytest.fixture
def outdated(content: Write) -> Path:
    folder = content(FILES)
    sync("a", "en", folder)
    original = folder / "posts/a.es.md"
    text = original.read_text(encoding="utf-8").replace("Hola.", "Buenas.").replace("level:", "modified: 2014-01-05\nlevel:")
    original.write_text(text, encoding="utf-8")
    return folder


def settings(tmp_path: Path, extra: str = "") -> Path:
    file = tmp_path / "settings.py"
    root = Path(__file__).resolve().parents[2]
    head = f"import runpy\nglobals().update(runpy.run_path({str(root / 'pelicanconf.py')!r}))\n"
    file.write_text(head + extra, encoding="utf-8")
    return file


def said(built: Built, path: str, tag: str, css_class: str = "") -> str:
    """Give the words of each element of a name and class, in one line."""
    page = html5lib.parse(built.read(path), namespaceHTMLElements=False)
    found = [e for e in page.iter(tag) if not css_class or css_class in (e.get("class") or "").split()]
    return " ".join(" ".join("".join(element.itertext()).split()) for element in found)


def test_an_outdated_translation_says_so_with_the_date_and_the_fresher_original(outdated: Path, output: Path) -> None:
    built = build(outdated, output)
    notice = said(built, "en/posts/one/index.html", "p", "notice")
    assert notice.startswith("This translation is behind its original. The original in Spanish was last changed on 5 January 2014: Uno")
    page = built.read("en/posts/one/index.html")
    notice_html = page[page.index("notice--behind") :]
    assert '<time datetime="2014-01-05">' in notice_html[:600]
    assert '<a href="/notas/uno/" lang="es" hreflang="es"' in notice_html[:800]
    assert "notice--behind" not in built.read("notas/uno/index.html")


def test_a_translation_in_step_says_nothing(outdated: Path, output: Path) -> None:
    sync("a", "en", outdated)
    assert "notice--behind" not in build(outdated, output).read("en/posts/one/index.html")


def test_an_original_that_readers_cannot_have_is_not_pointed_to(outdated: Path, output: Path) -> None:
    original = outdated / "posts/a.es.md"
    original.write_text(original.read_text(encoding="utf-8").replace("title:", "status: draft\ntitle:"), encoding="utf-8")
    assert "notice--behind" not in build(outdated, output).read("en/posts/one/index.html")


def test_the_status_page_is_in_the_preview(outdated: Path, output: Path) -> None:
    built = build(outdated, output, drafts=True)
    assert "Tres" in said(built, "en/status/index.html", "table")
    assert "draft" in said(built, "en/status/index.html", "td")
    assert '<body data-kind="status"' in built.read("estado/index.html")


def test_the_published_site_has_none_unless_a_setting_says_so(outdated: Path, output: Path) -> None:
    built = build(outdated, output)
    assert not (output / "estado").exists()
    assert "/estado/" not in built.read("index.html")


def test_the_public_page_tells_nothing_of_drafts_and_links_to_the_sources(
    outdated: Path, output: Path, tmp_path: Path
) -> None:
    built = build(outdated, output, settings=settings(tmp_path, ON))
    page = built.read("en/status/index.html")
    assert "Tres" not in page
    assert "secret" not in page
    assert 'href="https://code.example.org/edit/posts/a.en.md"' in page
    assert built.problems == ""
    assert '<a href="/en/status/">State of translations</a>' in built.read("en/index.html")
    assert '<link rel="alternate" hreflang="es"' in page
    assert "noindex" not in page


def test_it_tells_states_progress_and_what_comes_next(outdated: Path, output: Path, tmp_path: Path) -> None:
    built = build(outdated, output, settings=settings(tmp_path, ON))
    path = "en/status/index.html"
    assert said(built, path, "dd").startswith("3 of 3 current 0 of 3 current, 1 behind, 2 missing")
    assert said(built, path, "ol").startswith("One behind: 1 block posts/a.en.md Dos (in Spanish) missing posts/b.es.md")
    tables = said(built, path, "table")
    assert "Data 1 of 1 0 of 1" in tables
    assert "Basic 1 of 1 0 of 1" in tables
    assert "One original Source posts/a.es.md behind: 1 block Source posts/a.en.md" in tables


def test_a_site_without_posts_has_a_page_that_says_so(content: Write, output: Path) -> None:
    built = build(content({}), output, drafts=True)
    assert "There are no posts here yet." in built.read("en/status/index.html")
