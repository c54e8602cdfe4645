"""Exactly which files a single edit writes, which it does not, and why."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.building import run_plaza, tree
from tests.support.edited_site import EditedSite, make_site, post

PARALLEL = ("en/posts/nota-b-en/parallel/", "notas/nota-b-es/paralelo/")
# An edit, and what it writes: pages by the folder they are in (and `feed.xml` beside them), with the reason.
EDITS: dict[str, tuple[Callable[[EditedSite], object], dict[str, str]]] = {
    "nothing": (lambda site: None, {}),
    "the date of a file alone": (lambda site: (site.content / "posts/b.es.md").touch(), {}),
    "the number of processes": (lambda site: site.set(WORKERS=1), {}),
    "the text of a standing page": (
        lambda site: site.replace("content/pages/about.es.md", "[a]", "[b]"),
        {"acerca/": "VIEW"},
    ),
    # Its page, pages in two languages, every list and feed that shows its first words, posts that lead on to it.
    "the first words of a post": (
        lambda site: site.replace("content/posts/b.es.md", "Texto de b", "Palabras de b"),
        dict.fromkeys(
            """
            notas/nota-b-es/ notas/ / feed.xml temas/mapas-uno/ temas/mapas-uno/feed.xml niveles/alta/
            niveles/alta/feed.xml actividades/habilidades/ actividades/habilidades/feed.xml matriz/alta/habilidades/
            personas/ana/ personas/leo/ notas/nota-d-es/ notas/nota-e-es/ notas/nota-f-es/
            """.split()  # noqa: SIM905 - a table of words reads better than one of literals
            + list(PARALLEL),
            "VIEW",
        ),
    ),
    # No list shows a heading; but nota-f leads to it by its fragment, and so the feeds with the text of f change too.
    "a heading that another post leads to": (
        lambda site: site.replace("content/posts/b.es.md", "## Parte", "## Parte nueva"),
        dict.fromkeys(
            """
            notas/nota-b-es/ notas/nota-f-es/ feed.xml temas/mapas-uno/feed.xml temas/datos-uno/feed.xml
            niveles/alta/feed.xml actividades/habilidades/feed.xml
            """.split()  # noqa: SIM905
            + list(PARALLEL),
            "VIEW",
        ),
    ),
    "a template": (
        lambda site: site.replace("theme/templates/error.html", '<div class="error">', '<div class="error ways">'),
        {"404.html": "TEMPLATES", "en/404.html": "TEMPLATES"},
    ),
    "a template whose pages come out as they were": (
        lambda site: site.write("theme/templates/post.html", "{# x #}" + site.read("theme/templates/post.html")),
        {},
    ),
    "a file that a template takes in, whatever its ending": (
        lambda site: site.write("theme/templates/partials/mark.svg", "<svg></svg>"),
        {"404.html": "TEMPLATES", "en/404.html": "TEMPLATES"},
    ),
    "a style": (
        lambda site: site.write("theme/static/css/blocks/own.css", "@layer blocks { .own { color: red } }\n"),
        {"theme/plaza.css": "FILE"},
    ),
    "a language's message": (
        lambda site: site.replace(
            "theme/translations/en/LC_MESSAGES/messages.po", 'msgstr "Page not found"', 'msgstr "No such page"'
        ),
        {"en/404.html": "VIEW"},
    ),
    "a page of the output that somebody changed": (
        lambda site: (site.output / "404.html").write_text("mine", encoding="utf-8"),
        {"404.html": "TOUCHED"},
    ),
    "a page of the output that is gone": (lambda site: (site.output / "404.html").unlink(), {"404.html": "MISSING"}),
    "a file for the root": (
        lambda site: site.write("content/root/humans.txt", "us\n"),
        {"humans.txt": "NEW"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_writes_what_shows_it_and_nothing_else(name: str, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.write("theme/templates/partials/mark.svg", "<svg/>")
    site.replace("theme/templates/error.html", '<div class="error">', '<div class="error">{% include "partials/mark.svg" %}')
    site.build()
    edit, expected = EDITS[name]
    edit(site)
    assert site.written() == {
        f"{path}index.html".lstrip("/") if path.endswith("/") else path: why for path, why in expected.items()
    }


def test_a_new_post_leaves_the_full_pages_of_lists_as_they_are(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    for number in range(10, 32):
        site.write(f"content/posts/n{number}.es.md", post(f"n{number}", "es", date=f"2019-01-{number}"))
    site.build()
    site.write("content/posts/z.es.md", post("z", "es", title="Zeta", date="2022-01-01"))
    written = site.written()
    assert written["notas/zeta/index.html"] == "NEW"
    assert written["notas/index.html"] == "VIEW"
    assert not [path for path in written if "/pagina/" in path or "/page/" in path]


def test_explain_tells_why_each_file_was_written(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    arguments = ("build", "--explain", "--settings", str(site.home / "settings.py"), "--output", str(site.output))
    first = run_plaza(*arguments).stdout.splitlines()
    assert "index.html  new: nothing was there" in first
    site.replace("content/pages/about.es.md", "[a]", "[b]")
    assert run_plaza(*arguments).stdout.splitlines()[:-1] == ["acerca/index.html  its content has changed"]


@pytest.mark.parametrize("workers", [2, 4])
def test_the_bytes_are_the_same_with_any_number_of_processes(workers: int, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.set(WORKERS=1)
    one = site.clean(tmp_path / "one")
    site.set(WORKERS=workers)
    assert site.clean(tmp_path / "several") == one


def test_a_build_with_nothing_to_do_imports_no_pelican_and_tells_the_same_warnings(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.replace("content/pages/about.es.md", "[a]", "[c](/nada/) [a]")
    site.build()
    arguments = ("build", "--settings", str(site.home / "settings.py"), "--output", str(site.output))
    first = run_plaza(*arguments)
    time.sleep(2.1)  # so that the stamps of files can be believed
    again, still = run_plaza(*arguments), run_plaza(*arguments)
    assert "nothing has changed" in still.stdout
    assert first.stderr == again.stderr == still.stderr
    assert "dead-link" in still.stderr
    before = tree(site.output)
    (site.output / "404.html").unlink()
    assert "1 written" in run_plaza(*arguments).stdout
    assert tree(site.output) == before

