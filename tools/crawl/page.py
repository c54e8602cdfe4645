"""What a crawl remembers of a page once its tree is gone: enough to compare pages with each other."""

from __future__ import annotations

from dataclasses import dataclass

from tools.crawl.element import Element
from tools.crawl.references import Reference, references

FEED_TYPE = "application/atom+xml"
KINDS = frozenset(
    [
        "home",
        "post",
        "page",
        "archive",
        "cloud",
        "topic",
        "level",
        "activity",
        "matrix",
        "cell",
        "person",
        "search",
        "feeds",
        "status",
        "parallel",
        "retired",
        "redirect",
        "error",
    ]
)


@dataclass(frozen=True, slots=True)
class Page:
    """The facts of one page; `alternates` and `switcher` give addresses by hreflang, `feeds` those announced."""

    path: str
    lang: str
    heading: str
    kind: str
    is_noindex: bool
    canonicals: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    feeds: tuple[str, ...]
    switcher: tuple[tuple[str, str], ...]
    unlinked: tuple[str, ...]  # languages that the switcher names without a link
    ids: frozenset[str]
    references: tuple[Reference, ...]
    refreshes: tuple[str, ...] = ()  # what each meta element says that leads a browser on by itself

    @property
    def is_indexable(self) -> bool:
        """Tell whether search engines may show the page."""
        return self.kind != "error" and not self.is_noindex


def read_page(path: str, root: Element) -> Page:
    """Read the facts of a page off its tree."""
    html = next(iter(root.find("html")), root)
    body = next(iter(root.find("body")), root)
    links = [(element.attributes.get("rel", "").lower().split(), element) for element in root.find("link")]
    robots = [
        element.attributes.get("content", "").lower()
        for element in root.find("meta")
        if element.attributes.get("name", "").lower() == "robots"
    ]
    switcher = [element for nav in root.find("nav", "switcher") for element in nav.walk()]
    linked = [element for element in switcher if element.tag == "a"]
    return Page(
        path=path,
        lang=html.attributes.get("lang", ""),
        heading=next((element.words() for element in root.find("h1")), ""),
        kind=body.attributes.get("data-kind", ""),
        is_noindex=any("noindex" in content for content in robots),
        canonicals=tuple(link.attributes.get("href", "") for rels, link in links if "canonical" in rels),
        alternates=tuple(
            (link.attributes["hreflang"], link.attributes.get("href", ""))
            for rels, link in links
            if "alternate" in rels and "hreflang" in link.attributes
        ),
        feeds=tuple(
            link.attributes.get("href", "")
            for rels, link in links
            if "alternate" in rels and link.attributes.get("type", "").lower() == FEED_TYPE
        ),
        switcher=tuple((a.attributes.get("hreflang", ""), a.attributes.get("href", "")) for a in linked),
        unlinked=tuple(e.attributes["lang"] for e in switcher if e.tag != "a" and "lang" in e.attributes),
        ids=frozenset(element.attributes["id"] for element in root.walk() if "id" in element.attributes),
        references=tuple(dict.fromkeys(references(root))),
        refreshes=tuple(
            element.attributes.get("content", "")
            for element in root.find("meta")
            if element.attributes.get("http-equiv", "").lower() == "refresh"
        ),
    )
