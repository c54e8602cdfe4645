"""The feeds of whole sites: valid, announced, and the same wherever and whenever they are built."""

from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from tests.conftest import Write
from tests.support.atom_rules import ATOM, atom_faults
from tests.support.building import ROOT, Built, build, write_files
from tests.support.random_content import random_content

THREE_LANGUAGES = ROOT / "tests" / "data" / "three_languages" / "settings.py"
PAIR = {
    "topics.yml": "water: {es: {label: Agua}, en: {label: Water}}\n",
    "posts/a.es.md": "---\ntitle: Agua\ndate: 2020-01-01\ntopics: [water]\n---\n\nEl pozo.\n",
    "posts/a.en.md": "---\ntitle: Water\noriginal: es\n---\n\nThe well.\n",
}


def faults(built: Built) -> dict[str, list[str]]:
    """Give what is wrong with each feed of a site, by path; every feed is there, also those without a fault."""
    paths = sorted(path.relative_to(built.output).as_posix() for path in built.output.rglob("feed.xml"))
    return {path: atom_faults((built.output / path).read_bytes(), f"{built.site_url}/{quote(path)}") for path in paths}


def ids(built: Built) -> dict[str, list[str]]:
    """Give the ids of the feed and entries of each language, by path."""
    roots = {path: ElementTree.fromstring(built.read(path)) for path in ("feed.xml", "en/feed.xml")}
    return {path: [element.text or "" for element in root.iter(f"{ATOM}id")] for path, root in roots.items()}


def test_every_feed_of_the_sample_keeps_the_rules_of_atom(built_sample: Built) -> None:
    found = faults(built_sample)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert {"feed.xml", "en/feed.xml", "niveles/basica/feed.xml", "en/topics/open-data/feed.xml"} <= set(found)


def test_every_feed_of_three_languages_keeps_the_rules_of_atom(output: Path) -> None:
    built = build(None, output, "https://example.org/blog", THREE_LANGUAGES)
    found = faults(built)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert "ar/feed.xml" in found


@pytest.mark.parametrize("seed", [1, 3, *(pytest.param(seed, marks=pytest.mark.prove) for seed in range(60, 90))])
def test_every_feed_of_random_content_keeps_the_rules_of_atom(content: Write, output: Path, seed: int) -> None:
    found = faults(build(content(random_content(seed)), output, "https://example.org/blog"))
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_a_page_announces_its_own_feed_and_that_of_its_language(built_sample: Built) -> None:
    head = built_sample.read("en/topics/open-data/index.html").partition("<body")[0]
    start = '<link rel="alternate" type="application/atom+xml" '
    announced = [line.strip().removeprefix(start) for line in head.split("\n") if start in line]
    assert announced == [
        'title="Open data · Plaza" href="/en/topics/open-data/feed.xml">',
        'title="Plaza" href="/en/feed.xml">',
    ]


def test_the_page_of_feeds_lists_each_feed_of_its_language_once(built_sample: Built) -> None:
    page = built_sample.read("en/feeds/index.html").partition("<main")[2].partition("</main>")[0]
    found = [path for path in faults(built_sample) if path.startswith("en/")]
    assert [path for path in found if page.count(f'href="/{path}"') != 1] == []
    assert '<a href="/feed.xml" type="application/atom+xml" lang="es" hreflang="es" dir="ltr">Español</a>' in page
    assert page.count("feed.xml") == len(found) + 2  # the Spanish one, and the address to copy


def test_ids_outlive_a_new_address_and_a_new_slug(content: Write, output: Path, tmp_path: Path) -> None:
    post = "---\ntitle: Hola\ndate: 2020-01-02\n%s---\nUno.\n"
    english = "---\ntitle: Hello\noriginal: es\n---\nOne.\n"
    before = ids(build(content({"posts/a.es.md": post % "", "posts/a.en.md": english}), output))
    moved = content({"posts/a.es.md": post % "slug: adios\n", "posts/a.en.md": english})
    assert ids(build(moved, tmp_path / "moved", "https://example.org/blog")) == before
    assert before["feed.xml"][1:] == ["tag:plaza.example,2020-01-02:a/es"]


def test_without_the_index_the_feeds_of_languages_are_left(tmp_path: Path, output: Path) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text(
        "from pelicanconf import *\nPLUGINS = [name for name in PLUGINS if 'civic_index' not in name]\n", "utf-8"
    )
    built = build(write_files(tmp_path / "content", PAIR), output, settings=settings)
    assert sorted(faults(built)) == ["en/feed.xml", "feed.xml"]
    assert built.problems == ""


def test_without_discovery_no_page_promises_a_feed(tmp_path: Path, output: Path) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text(
        "from pelicanconf import *\nPLUGINS = [name for name in PLUGINS if 'discovery' not in name]\n", "utf-8"
    )
    built = build(write_files(tmp_path / "content", PAIR), output, settings=settings)
    assert faults(built) == {}
    assert [line for line in built.problems.splitlines() if not line.startswith("sitemap.xml: ")] == []
    assert "atom+xml" not in built.read("index.html")


def test_drafts_are_in_the_feeds_of_a_preview_alone(content: Write, output: Path, tmp_path: Path) -> None:
    files = {
        "posts/a.es.md": "---\ntitle: A\ndate: 2020-01-02\n---\nUno.\n",
        "posts/b.es.md": "---\ntitle: Zanahoria\ndate: 2020-01-03\nstatus: draft\n---\nDos.\n",
    }
    folder = content(files)
    assert "Zanahoria" not in build(folder, output).read("feed.xml")
    preview = build(folder, tmp_path / "preview", drafts=True)
    assert "Zanahoria" in preview.read("feed.xml")
    assert preview.problems == ""


def test_a_footnote_leads_back_to_the_page_of_its_post(content: Write, output: Path) -> None:
    files = {"posts/a.es.md": "---\ntitle: A\ndate: 2020-01-02\n---\nUno[^1].\n\n[^1]: Nota.\n"}
    built = build(content(files), output)
    assert 'href="http://localhost:8000/notas/a/#fn:1"' in built.read("feed.xml").replace("&quot;", '"')
    assert 'href="#fn:1"' in built.read("notas/a/index.html")
    assert built.problems == ""
