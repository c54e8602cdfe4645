"""What speaks against publishing a site."""

import pytest

from tools.publish.record import Record
from tools.publish.refusals import refusals, vanished

SITE = {f"notas/{number}/index.html": "1" for number in range(10)} | {"index.html": "1", "theme/plaza.css": "1"}


def test_nothing_speaks_against_a_site_that_grew() -> None:
    assert refusals({**SITE, "notas/10/index.html": "2"}, Record(SITE)) == ()


def test_nothing_speaks_against_a_first_publish() -> None:
    assert refusals(SITE, Record()) == ()


@pytest.mark.parametrize(
    ("local", "words"),
    [
        ({}, "the site has no page"),
        ({"theme/plaza.css": "1"}, "the site has no page"),
        (dict(list(SITE.items())[6:]), "the site has 5 pages, and the target has 11"),
        (dict(list(SITE.items())[1:]), "addresses would vanish that readers may have: /notas/0/;"),
    ],
)
def test_a_site_that_lost_pages_is_refused(local: dict[str, str], words: str) -> None:
    assert any(words in line for line in refusals(local, Record(SITE)))


def test_a_preview_is_refused() -> None:
    [line] = refusals(SITE, Record(), is_preview=True)
    assert "preview" in line


def test_a_tree_with_changes_is_refused_by_their_names() -> None:
    [line] = refusals(SITE, Record(), uncommitted=[f"content/posts/{letter}.es.md" for letter in "gfedcba"])
    assert "content/posts/a.es.md" in line
    assert "and 2 more" in line


def test_what_readers_have_no_address_of_may_vanish() -> None:
    own = [
        "theme/kept/plaza.0a1b2c3d.css", "buscar/pagefind/fragment/x.pf_fragment", "en/404.html", "404.html",
        "a/index.html", "a/index.html.gz",
        "_headers", ".htaccess", "sitemap.xml", "robots.txt",
    ]  # fmt: skip
    assert vanished(["a/index.html"], own) == ()
    theirs = ["media/a.jpg", "media/a.tar.gz", "temas/agua/feed.xml"]
    assert vanished([], theirs) == tuple(theirs)
