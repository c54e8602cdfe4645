"""Rules about the sitemap: it lists the pages that search engines may show, with the alternates that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from tools.crawl.alternate_rules import X_DEFAULT, gives_way
from tools.crawl.folder import Folder
from tools.crawl.page import Page
from tools.crawl.problem import Problem

PATH = "sitemap.xml"
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def sitemap_problems(folder: Folder, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Check the sitemap against the pages."""
    expected = {
        folder.address(path): sorted(pair for pair in page.alternates if pair[0] != X_DEFAULT)
        for path, page in pages.items()
        if page.is_indexable and not gives_way(folder, page)
    }
    if PATH not in folder.files:
        if expected:
            yield Problem(PATH, "sitemap", "there is no sitemap")
        return
    try:
        entries = _entries((folder.root / PATH).read_bytes())
    except ElementTree.ParseError as fault:
        yield Problem(PATH, "sitemap", f"the sitemap is not well-formed: {fault}")
        return
    for url, count in Counter(url for url, _ in entries).items():
        if count > 1:
            yield Problem(PATH, "sitemap", f"{url} is there {count} times")
    for url, alternates in entries:
        if url not in expected:
            yield Problem(PATH, "sitemap", f"{url} is no page that search engines may show")
        elif sorted(pair for pair in alternates if pair[0] != X_DEFAULT) != expected[url]:
            yield Problem(PATH, "sitemap", f"{url} has other alternates than its page")
    listed = {url for url, _ in entries}
    for url in expected:
        if url not in listed:
            yield Problem(PATH, "sitemap", f"{url} is missing")


def _entries(data: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    root = ElementTree.fromstring(data)
    return [
        (
            entry.findtext("s:loc", "", NAMESPACES),
            [(link.get("hreflang", ""), link.get("href", "")) for link in entry.findall("x:link", NAMESPACES)],
        )
        for entry in root.findall("s:url", NAMESPACES)
    ]
