"""The JSON-LD of a built site: its shapes, and relations that both sides tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.building import SITE_URL, Built, build, write_files

Node = dict[str, Any]
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
REQUIRED = {
    "Article": {"headline", "inLanguage", "datePublished", "author", "url", "image", "publisher", "license"},
    "Person": {"name", "url"},
    "VideoObject": {"name", "contentUrl", "thumbnailUrl", "uploadDate", "inLanguage", "transcript", "caption"},
    "Quotation": {"text", "inLanguage"},
    "WebSite": {"name", "url", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


def graphs(output: Path) -> dict[str, list[Node]]:
    """Give the nodes that each page says, by its path."""
    found = {}
    for path in sorted(output.rglob("*.html")):
        scripts = SCRIPT.findall(path.read_text(encoding="utf-8"))
        assert len(scripts) <= 1, path
        if scripts:
            data = json.loads(scripts[0])
            assert data["@context"] == "https://schema.org"
            found[path.relative_to(output).as_posix()] = data["@graph"]
    return found


def nodes(value: Any) -> Iterator[Node]:
    """Give every node in a value, however deep."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


@pytest.fixture(scope="module")
def sample(built_sample: Built) -> dict[str, list[Node]]:
    return graphs(built_sample.output)


def articles(found: dict[str, list[Node]]) -> dict[str, Node]:
    return {node["@id"]: node for graph in found.values() for node in graph if node["@type"] == "Article"}


def test_every_page_that_search_engines_show_says_what_it_is(built_sample: Built, sample: dict[str, list[Node]]) -> None:
    for path in sorted(built_sample.output.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        name = path.relative_to(built_sample.output).as_posix()
        own = f'rel="canonical" href="{SITE_URL}/{name.removesuffix("index.html")}"'
        assert (name in sample) == ('content="noindex"' not in html and own in html), name


def test_nodes_have_what_their_type_needs(sample: dict[str, list[Node]]) -> None:
    for path, graph in sample.items():
        for node in nodes(graph):
            missing = REQUIRED.get(node.get("@type", ""), set()) - set(node)
            assert not missing or set(node) <= {"@type", "@id", "inLanguage"}, (path, node["@type"], missing)


def test_no_value_is_blank(sample: dict[str, list[Node]]) -> None:
    for path, graph in sample.items():
        for node in nodes(graph):
            assert "" not in node.values(), path
            assert None not in node.values(), path


def test_translations_and_originals_name_each_other(sample: dict[str, list[Node]]) -> None:
    found = articles(sample)
    down = {(id, other["@id"]) for id, node in found.items() for other in node.get("workTranslation", [])}
    up = {(node["translationOfWork"]["@id"], id) for id, node in found.items() if "translationOfWork" in node}
    assert down == up
    assert len(down) == 14  # all pairs of the sample but the one that gives way to another copy
    assert {id for pair in down for id in pair} <= set(found)


def test_ids_within_the_site_are_of_some_page(built_sample: Built, sample: dict[str, list[Node]]) -> None:
    for path, graph in sample.items():
        for node in nodes(graph):
            if id := node.get("@id", ""):
                url, _, fragment = id.removeprefix(SITE_URL).partition("#")
                page = built_sample.output / url.strip("/") / "index.html"
                assert page.is_file(), (path, id)
                if fragment.startswith("quote-"):
                    assert f'id="{fragment}"' in page.read_text(encoding="utf-8"), id


def test_the_last_step_of_a_trail_is_the_page(sample: dict[str, list[Node]]) -> None:
    for path, graph in sample.items():
        for trail in (node for node in graph if node["@type"] == "BreadcrumbList"):
            items = trail["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert items[-1]["item"] == f"{SITE_URL}/{path.removesuffix('index.html')}"


def test_no_text_can_end_the_script(tmp_path: Path) -> None:
    head = "---\ntitle: \"</script><script>alert(1)</script> & \\u2028\"\ndate: 2024-05-01\nslug: x\nauthors: Ana\n---\nUno.\n"
    built = build(write_files(tmp_path / "content", {"posts/a.es.md": head}), tmp_path / "output")
    (article, _) = graphs(built.output)["notas/x/index.html"]
    assert article["headline"].startswith("</script><script>alert(1)")
    assert "<script>alert" not in built.read("notas/x/index.html")


def test_what_is_unpublished_or_gives_way_is_named_by_nobody(tmp_path: Path) -> None:
    head = "---\ntitle: {}\ndate: 2024-05-01\nslug: {}\n{}---\nUno.\n"
    texts = {
        "posts/a.es.md": head.format("Uno", "uno", ""),
        "posts/a.en.md": head.format("One", "one", "original: es\nstatus: draft\n"),
        "posts/b.es.md": head.format("Dos", "dos", ""),
        "posts/b.en.md": head.format("Two", "two", "original: es\ncanonical: https://example.org/two/\n"),
    }
    found = graphs(build(write_files(tmp_path / "content", texts), tmp_path / "output").output)
    assert "workTranslation" not in json.dumps(found)
    assert "en/posts/two/index.html" not in found
    drafts = build(write_files(tmp_path / "content", texts), tmp_path / "preview", drafts=True)
    assert graphs(drafts.output) == {}
