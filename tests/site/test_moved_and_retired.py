"""Pages that have moved or were retired, in a real build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.building import Built, build, diagnostics_of, tree
from tests.support.random_content import PICTURE
from tools.errors import UsageError
from tools.rename import rename

POST = "---\ntitle: Radio libre\ndate: 2013-11-20\ntopics: [radio]\n%s---\n\nHola.\n"
OTHER = "---\ntitle: Otra\ndate: 2013-11-21\ntopics: [radio]\n---\n\n[%s](%s)\n"
TRANSLATION = "---\ntitle: Free radio\noriginal: es\n%s---\n\nHello.\n"
TOPICS = "radio: {es: {label: Radio}, en: {label: Radio}}\n"


def redirect_of(built: Built, path: str) -> str:
    """Give where the page at a path leads; the crawl has looked at all else."""
    page = built.read(path)
    assert 'data-kind="redirect"' in page
    return page.partition('content="0; url=')[2].partition('"')[0]


def test_each_old_address_leads_to_the_page_of_today(content: Write, output: Path) -> None:
    aliases = "aliases: [/2013/11/radio.html, /viejo, /vi%C3%B1a/, /Cañón/uno/, /a.php]\n"
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": POST % aliases,
        "posts/a.en.md": TRANSLATION % "aliases: [/old/radio/, /es/radio/]\n",
        "pages/about.es.md": "---\ntitle: Acerca\naliases: [/quienes-somos/]\n---\n\nHola.\n",
    })  # fmt: skip
    built = build(folder, output, "https://example.org/blog")

    assert {path: redirect_of(built, path) for path in (
        "2013/11/radio.html", "viejo/index.html", "viña/index.html", "Cañón/uno/index.html", "a.php/index.html",
        "old/radio/index.html", "es/radio/index.html", "quienes-somos/index.html",
    )} == {
        "2013/11/radio.html": "/blog/notas/radio-libre/",
        "viejo/index.html": "/blog/notas/radio-libre/",
        "viña/index.html": "/blog/notas/radio-libre/",
        "Cañón/uno/index.html": "/blog/notas/radio-libre/",
        "a.php/index.html": "/blog/notas/radio-libre/",
        "old/radio/index.html": "/blog/en/posts/free-radio/",
        "es/radio/index.html": "/blog/en/posts/free-radio/",
        "quienes-somos/index.html": "/blog/acerca/",
    }  # fmt: skip
    page = built.read("old/radio/index.html")
    assert '<html lang="en" dir="ltr">' in page
    assert '<link rel="canonical" href="https://example.org/blog/en/posts/free-radio/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="/blog/en/posts/free-radio/">Free radio</a>' in page
    assert "viejo" not in built.read("sitemap.xml") + built.read("feed.xml") + built.read("notas/index.html")
    assert built.problems == ""


def test_no_other_page_is_made_anew_for_an_alias(content: Write, output: Path) -> None:
    folder = content({"posts/a.es.md": POST.replace("topics: [radio]\n", "") % ""})
    build(folder, output)
    before = tree(output)
    (folder / "posts/a.es.md").write_text(POST.replace("topics: [radio]\n", "") % "aliases: [/viejo/]\n")
    built = build(folder, output)

    after = tree(output)
    assert set(after) - set(before) == {"viejo/index.html"}
    assert {path for path in before if before[path] != after[path]} == set()
    (folder / "posts/a.es.md").write_text(POST.replace("topics: [radio]\n", "") % "")
    build(folder, output)
    assert tree(output) == before
    assert built.problems == ""


def test_a_link_to_an_old_address_leads_straight_to_the_new_one(content: Write, output: Path) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": POST % "aliases: [/viejo/]\n",
        "posts/b.es.md": OTHER % ("ahí", "/viejo/#nada"),
    })  # fmt: skip
    assert '<a href="/notas/radio-libre/#nada">ahí</a>' in build(folder, output).read("notas/otra/index.html")


@pytest.mark.parametrize("status", ["draft", "review"])
@pytest.mark.parametrize("drafts", [False, True])
def test_what_is_not_published_yet_had_no_old_address(content: Write, output: Path, status: str, drafts: bool) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": POST % f"aliases: [/viejo/]\nstatus: {status}\n",
        "posts/b.es.md": POST % "slug: b\naliases: [/viejo/]\n",
    })  # fmt: skip
    assert redirect_of(build(folder, output, drafts=drafts), "viejo/index.html") == "/notas/b/"


@pytest.mark.parametrize(
    ("alias", "told"),
    [
        ("/notas/radio-libre", "/notas/radio-libre/ has the address of this page itself"),
        ("/Notas/Radio-Libre/", "/Notas/Radio-Libre/ has the address of this page itself"),
        ("/", "/ has the address of home"),
        ("/en/", "/en/ has the address of home"),
        ("/404.html", "/404.html has the address of error"),
        ("/notas/otra/", "/notas/otra/ has the address of posts/b.es.md"),
        ("/tomado/", "/tomado/ has the address of posts/b.es.md"),
    ],
)
def test_an_alias_may_not_be_the_address_of_a_page(content: Write, output: Path, alias: str, told: str) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": POST.replace("posts", "") % f"aliases:\n  - /vale/\n  - {alias}\n",
        "posts/b.es.md": OTHER.replace("---\n\n", "aliases: [/Tomado/]\n---\n\n") % ("a", "#"),
    })  # fmt: skip
    expected = f"error: the alias {told}"
    found = [line for line in diagnostics_of(folder, output).splitlines() if "[address-twice]" in line]
    if alias == "/tomado/":  # the later of two
        expected = "posts/b.es.md:5: error: the alias /Tomado/ has the address of posts/a.es.md"
    else:
        expected = f"posts/a.es.md:7: {expected}"
    assert [line.startswith(expected) for line in found] == [True]


@pytest.mark.parametrize("alias", ["/sitemap.xml", "/media/a.png/b", "/viejo/x.txt/", "/robots.txt/", "/.plaza"])
def test_an_alias_may_not_be_the_address_of_a_file(content: Write, output: Path, alias: str) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": POST % f"aliases:\n  - {alias}\n",
        "media/a.png": PICTURE,
        "root/viejo/x.txt": "x",
    })  # fmt: skip
    told = f"posts/a.es.md:6: error: the alias has the address of something else in the site, {alias.rstrip('/')}"
    assert told in diagnostics_of(folder, output)


RETIRED = """---
title: Zanahoria
date: 2013-11-20
topics: [radio, carrot]
authors: [Persona Escondida]
summary: Resumen escondido.
image: media/escondida.png
image_alt: Foto escondida
aliases: [/viejo/]
status: retired
---

Cuerpo escondido. ![Foto escondida]({static}/media/escondida.png)
"""


def test_a_retired_post_leaves_a_page_that_says_so_and_nothing_of_its_text(content: Write, output: Path) -> None:
    folder = content({
        "topics.yml": TOPICS + "carrot: {es: {label: Tema escondido}, en: {label: Hidden}}\n",
        "media/escondida.png": PICTURE,
        "posts/a.es.md": RETIRED,
        "posts/b.es.md": OTHER % ("con nombre", "{filename}a.es.md"),
        "posts/c.es.md": OTHER.replace("Otra", "Más") % ("por camino", "/notas/zanahoria/"),
        "posts/d.es.md": OTHER.replace("Otra", "Aún más") % ("por alias", "/viejo/"),
        "pages/old.es.md": "---\ntitle: Página ida\nstatus: retired\n---\n\nAlgo.\n",
    })  # fmt: skip
    built = build(folder, output)

    page = built.read("notas/zanahoria/index.html")
    assert 'data-kind="retired"' in page and '<meta name="robots" content="noindex">' in page
    assert "Retirado" in page and "<h1>Zanahoria</h1>" in page and "20 de noviembre de 2013" in page
    assert 'href="/temas/radio/"' in page and 'href="/notas/"' in page
    assert redirect_of(built, "viejo/index.html") == "/notas/zanahoria/"
    assert 'data-kind="retired"' in built.read("pagina-ida/index.html")
    assert "con nombre" in built.read("notas/otra/index.html")
    files = tree(output)
    assert [path for path, data in files.items() if b"escondid" in data.lower() or "escondida" in path] == []
    named = {path for path, data in files.items() if b"anahoria" in data}
    assert named == {"notas/zanahoria/index.html", "viejo/index.html"}
    assert built.problems == ""


def test_a_retired_page_leads_to_its_retired_translation(content: Write, output: Path) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": POST % "status: retired\n",
        "posts/a.en.md": TRANSLATION % "status: retired\n",
    })  # fmt: skip
    built = build(folder, output)

    assert 'href="/en/posts/free-radio/" lang="en" hreflang="en"' in built.read("notas/radio-libre/index.html")
    assert 'rel="alternate" hreflang' not in built.read("notas/radio-libre/index.html")
    assert built.problems == ""


def test_a_retired_page_leads_to_the_language_in_which_its_text_is_still_published(
    content: Write, output: Path
) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": POST % "status: retired\n",
        "posts/a.en.md": TRANSLATION % "",
    })  # fmt: skip
    built = build(folder, output)

    assert 'href="/en/posts/free-radio/" lang="en" hreflang="en"' in built.read("notas/radio-libre/index.html")
    assert built.problems == ""


def test_after_rename_the_old_address_leads_to_the_new_one(content: Write, output: Path) -> None:
    folder = content({
        "topics.yml": TOPICS, "posts/a.es.md": POST % "", "posts/b.es.md": OTHER % ("a", "/notas/radio-libre/"),
    })  # fmt: skip
    build(folder, output)
    assert rename("a", "es", "radio-nueva", folder) == 0
    assert rename("a", "es", "radio-de-hoy", folder) == 0
    built = build(folder, output)

    for old in ("notas/radio-libre/index.html", "notas/radio-nueva/index.html"):
        assert redirect_of(built, old) == "/notas/radio-de-hoy/"
    assert 'href="/notas/radio-de-hoy/">a</a>' in built.read("notas/otra/index.html")
    assert built.problems == ""
    assert rename("a", "es", "radio-libre", folder) == 0
    assert redirect_of(build(folder, output), "notas/radio-de-hoy/index.html") == "/notas/radio-libre/"


def test_rename_refuses_the_old_address_of_another(content: Write) -> None:
    folder = content({
        "topics.yml": TOPICS, "posts/a.es.md": POST % "aliases: [/notas/vieja/]\n", "posts/b.es.md": OTHER % ("a", "#"),
    })  # fmt: skip
    with pytest.raises(UsageError, match=r"/notas/vieja/ is an alias of posts/a\.es\.md; choose another"):
        rename("b", "es", "vieja", folder)
