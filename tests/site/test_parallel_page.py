"""The page of a post in two languages, in a built site: where it stands and how it gives way to its post."""

from __future__ import annotations

from pathlib import Path

from tests.support.building import ROOT, SITE_URL, Built, build, write_files

HEAD = "---\ntitle: {}\ndate: 2024-05-01\nslug: {}\n{}---\n"
TEXTS = {
    "posts/a.es.md": HEAD.format("Nota", "nota", "") + "Uno[^1].\n\n## Dos\n\nTres.\n\n## Más\n\nSolo aquí.\n\n[^1]: Pie.\n",
    "posts/a.en.md": HEAD.format("Post", "post", "original: es\n") + "One[^1].\n\n## Two\n\nThree.\n\n[^1]: Foot.\n",
    "posts/b.es.md": HEAD.format("Sola", "sola", "") + "Nadie la tradujo.\n",
    "posts/c.es.md": HEAD.format("Otra", "otra", "") + "Publicada.\n",
    "posts/c.en.md": HEAD.format("Other", "other", "original: es\nstatus: draft\n") + "Not yet.\n",
}


def made(tmp_path: Path) -> Built:
    return build(write_files(tmp_path / "content", TEXTS), tmp_path / "output")


def test_only_a_post_that_readers_get_in_two_languages_has_one(tmp_path: Path) -> None:
    built = made(tmp_path)
    found = sorted(path.parent.relative_to(built.output).as_posix() for path in built.output.rglob("paral*/index.html"))
    assert found == ["en/posts/post/parallel", "notas/nota/paralelo"]
    assert built.problems == ""


def test_it_gives_way_to_its_post(tmp_path: Path) -> None:
    built = made(tmp_path)
    html = built.read("en/posts/post/parallel/index.html")
    assert '<body data-kind="parallel">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="{SITE_URL}/en/posts/post/">' in html
    assert "hreflang" not in html.split("</head>")[0]
    assert "parallel/" not in built.read("sitemap.xml")
    assert 'href="/en/posts/post/parallel/"' in built.read("en/posts/post/index.html")
    assert "paralelo" not in built.read("notas/sola/index.html")


def test_the_switcher_leads_to_the_same_page(tmp_path: Path) -> None:
    assert 'href="/notas/nota/paralelo/" lang="es"' in made(tmp_path).read("en/posts/post/parallel/index.html")


def test_pairs_stand_in_the_order_of_reading_and_say_what_has_no_counterpart(tmp_path: Path) -> None:
    html = made(tmp_path).read("en/posts/post/parallel/index.html")
    main = html[html.index("<main") :]
    places = [main.index(words) for words in ("One", "Uno", "Two", "Dos", "Three", "Tres", "Solo")]
    assert places == sorted(places)
    assert "No counterpart in English" in main


def test_ids_are_those_of_the_pages_own_language(tmp_path: Path) -> None:
    html = made(tmp_path).read("en/posts/post/parallel/index.html")
    assert html.count('id="fn:1"') == 1
    assert 'href="/notas/nota/#fn:1"' in html


def test_a_preview_names_no_canonical_address(tmp_path: Path) -> None:
    built = build(write_files(tmp_path / "content", TEXTS), tmp_path / "output", drafts=True)
    assert "canonical" not in built.read("en/posts/other/parallel/index.html")
    assert built.problems == ""


def test_without_the_plugin_posts_have_no_way_to_it(tmp_path: Path) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        "PLUGINS = [name for name in PLUGINS if 'parallel_page' not in name]\n",
        encoding="utf-8",
    )
    built = build(write_files(tmp_path / "content", TEXTS), tmp_path / "output", settings=settings)
    assert not list(built.output.rglob("paral*/index.html"))
    assert "parallel" not in built.read("en/posts/post/index.html").split("<main")[1]
    assert built.problems == ""
