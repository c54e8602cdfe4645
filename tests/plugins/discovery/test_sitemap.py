from typing import Any
from xml.etree import ElementTree

from plugins.discovery.kinds import make_sitemap
from plugins.discovery.sitemap import Entry, sitemap

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_each_page_has_all_its_languages_and_the_pages_are_in_order() -> None:
    both = (("es", "https://a.example/?b&c"), ("en", "https://a.example/en/"))
    assert (
        sitemap([Entry("https://a.example/en/", both), Entry("https://a.example/?b&c", both)])
        == """\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url>
    <loc>https://a.example/?b&amp;c</loc>
    <xhtml:link rel="alternate" hreflang="es" href="https://a.example/?b&amp;c"/>
    <xhtml:link rel="alternate" hreflang="en" href="https://a.example/en/"/>
  </url>
  <url>
    <loc>https://a.example/en/</loc>
    <xhtml:link rel="alternate" hreflang="es" href="https://a.example/?b&amp;c"/>
    <xhtml:link rel="alternate" hreflang="en" href="https://a.example/en/"/>
  </url>
</urlset>
"""
    )


def entries(example: Any, **values: Any) -> dict[str, list[tuple[str, str]]]:
    texts = {
        "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n---\n",
        "posts/a.en.md": "---\ntitle: A\noriginal: es\n---\n",
        "posts/b.es.md": "---\ntitle: B\ndate: 2013-11-21\n---\n",
        "posts/b.en.md": "---\ntitle: B\noriginal: es\ncanonical: https://elsewhere.example/b\n---\n",
        "posts/c.es.md": "---\ntitle: C\ndate: 2013-11-22\nstatus: draft\n---\n",
    }
    plan, _ = example.plan(texts, **values)
    files = list(make_sitemap(plan))
    if not files:
        return {}
    (file,) = files
    assert file.path == "sitemap.xml"
    root = ElementTree.fromstring(bytes(file.made()))
    return {
        str(url.findtext(f"{SITEMAP}loc")): [
            (a.attrib["hreflang"], a.attrib["href"]) for a in url.findall(f"{XHTML}link")
        ]
        for url in root
    }


def test_the_sitemap_has_what_hreflang_may_name(example: Any) -> None:
    home = "https://example.org"
    found = entries(example)
    assert sorted(found) == [
        f"{home}/", f"{home}/en/", f"{home}/en/matrix/", f"{home}/en/posts/", f"{home}/en/posts/a/",
        f"{home}/en/topics/",
        f"{home}/matriz/", f"{home}/notas/", f"{home}/notas/a/", f"{home}/notas/b/", f"{home}/temas/",
    ]  # fmt: skip
    assert found[f"{home}/en/posts/a/"] == [("es", f"{home}/notas/a/"), ("en", f"{home}/en/posts/a/")]
    assert found[f"{home}/notas/b/"] == [("es", f"{home}/notas/b/")]


def test_every_alternate_is_in_the_sitemap_and_names_the_page_back(example: Any) -> None:
    found = entries(example, SITEURL="https://example.org/blog")
    for url, alternates in found.items():
        assert url.startswith("https://example.org/blog/")
        assert all(found[other] == alternates for _, other in alternates)


def test_a_preview_has_no_sitemap(example: Any) -> None:
    assert entries(example, SHOW_DRAFTS=True) == {}
