"""Rules about feeds: each is announced by its page, says its own address, and can be read far from the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tools.crawl.element import TreeParser
from tools.crawl.folder import Folder
from tools.crawl.page import Page
from tools.crawl.problem import Problem
from tools.crawl.references import references

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAME = "feed.xml"


def feed_problems(folder: Folder, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Check every feed that a page announces, and every file with the name of one."""
    feeds = {path for path in folder.files if path.rpartition("/")[2] == NAME}
    for page in pages.values():
        for url in page.feeds:
            target = folder.target(url, page.path)
            if target.path is None:
                yield Problem(
                    page.path, "feed", f"it announces the feed {url!r}, but {target.fault or 'it is outside'}"
                )
            else:
                feeds.add(target.path)
    texts: dict[str, tuple[str, ...]] = {}  # a post is in many feeds, and read once
    for path in sorted(feeds):
        try:
            root = ElementTree.fromstring((folder.root / path).read_bytes())
        except ElementTree.ParseError as fault:
            yield Problem(path, "feed", f"the feed is not well-formed: {fault}")
            continue
        if root.tag != f"{ATOM}feed":
            yield Problem(path, "feed", "what is announced as a feed is not Atom")
            continue
        for message in (*_feed(folder, pages, path, root), *_entries(folder, pages, root, texts)):
            yield Problem(path, "feed", message)


def _feed(folder: Folder, pages: Mapping[str, Page], path: str, root: Element) -> Iterator[str]:
    own = folder.address(path)
    if (named := _links(root, "self")) != [own]:
        yield f"the feed names itself {named}; expected {own}"
    page = _page(folder, pages, root)
    if page is None:
        yield f"the feed is of the page {_links(root, 'alternate')}; expected the address of one of the site's"
    elif path not in {folder.target(url, page.path).path for url in page.feeds}:
        yield f"{page.path}, the page of the feed, does not announce it"
    elif root.get(LANG) != page.lang:
        yield f"the feed is in {root.get(LANG)}, its page in {page.lang}"


def _entries(
    folder: Folder, pages: Mapping[str, Page], root: Element, texts: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    entries = root.findall(f"{ATOM}entry")
    if not entries:
        yield "the feed has no entries; expected none to be written"
    for own, count in Counter(entry.findtext(f"{ATOM}id", "") for entry in entries).items():
        if count > 1:
            yield f"the id {own} is there {count} times"
    for entry in entries:
        page = _page(folder, pages, entry)
        if page is None or page.kind != "post":
            yield f"an entry leads to {_links(entry, 'alternate')}; expected the address of a post"
        elif page.lang != root.get(LANG):
            yield f"an entry leads to a page in {page.lang}, the feed is in {root.get(LANG)}"
        for name in ("summary", "content"):
            text = entry.findtext(f"{ATOM}{name}", "")
            if text not in texts:
                texts[text] = tuple(_text(folder, pages, text))
            yield from texts[text]


def _text(folder: Folder, pages: Mapping[str, Page], html: str) -> Iterator[str]:
    parser = TreeParser()
    parser.feed(html)
    parser.close()
    for reference in references(parser.root):
        what = f"<{reference.tag}> leads to {reference.url!r}"
        if not urlsplit(reference.url).scheme:
            yield f"{what}; expected an absolute address"
            continue
        target = folder.target(reference.url, "")
        if target.path is None and not target.is_outside:
            yield f"{what}: {target.fault}"
        found = pages.get(target.path or "")
        if found and target.fragment and target.fragment not in found.ids:
            yield f"{what}: that page has no such id"


def _page(folder: Folder, pages: Mapping[str, Page], element: Element) -> Page | None:
    """Find the page that a feed or entry stands for."""
    urls = _links(element, "alternate")
    path = folder.target(urls[0], "").path if len(urls) == 1 else None
    return pages.get(path) if path and folder.address(path) == urls[0] else None


def _links(element: Element, rel: str) -> list[str]:
    return [link.get("href", "") for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel]
