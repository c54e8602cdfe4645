"""The addresses that a page or stylesheet names, and which of them a browser fetches without being asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.crawl.element import Element

# Attributes that hold an address, by element; cite, links and forms lead somewhere, the rest is fetched with the page.
LEADING = {
    ("a", "href"), ("area", "href"), ("blockquote", "cite"), ("q", "cite"), ("del", "cite"), ("ins", "cite"),
    ("form", "action"), ("button", "formaction"), ("input", "formaction"),
}  # fmt: skip
FETCHED = {
    ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("video", "src"), ("video", "poster"),
    ("audio", "src"), ("track", "src"), ("script", "src"), ("iframe", "src"), ("embed", "src"), ("object", "data"),
    ("input", "src"), ("use", "href"), ("use", "xlink:href"), ("image", "href"), ("image", "xlink:href"),
    ("link", "href"), ("link", "imagesrcset"),
}  # fmt: skip
# Values of link/rel that name a page and fetch nothing (HTML 4.6.7)
NAMING_RELS = frozenset(
    ["alternate", "author", "bookmark", "canonical", "help", "license", "me", "next", "prev", "search"]
)
CSS_URL = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3""")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as a page names it: by which element, whether browsers fetch it, the language it is said to have."""

    url: str
    tag: str
    is_fetched: bool
    hreflang: str = ""
    is_in_main: bool = False
    passage_lang: str = ""  # of the text around it
    words: tuple[tuple[str, str], ...] = ()  # of a link that names a language: texts within, with the language of each


def references(root: Element) -> Iterator[Reference]:
    """Give every address of a page, in its order."""
    for element in root.walk():
        for name, value in element.attributes.items():
            place = (element.tag, name)
            if place in LEADING or place in FETCHED:
                is_fetched = place in FETCHED and not is_naming(element)
                for url in srcset_urls(value) if name.endswith("srcset") else (value.strip(),):
                    hreflang = element.attributes.get("hreflang", "")
                    around = element.parent.lang if element.parent else ""
                    words = tuple(_words(element)) if hreflang and element.tag == "a" else ()
                    yield Reference(url, element.tag, is_fetched, hreflang, element.is_in_main, around, words)


def _words(link: Element) -> Iterator[tuple[str, str]]:
    for element in link.walk():
        if words := " ".join(element.text.split()):
            yield words, element.lang


def is_naming(element: Element) -> bool:
    """Tell whether a `link` element only names another page."""
    rels = set(element.attributes.get("rel", "").lower().split())
    return element.tag == "link" and bool(rels) and rels <= NAMING_RELS


def srcset_urls(value: str) -> Iterator[str]:
    """Give the addresses of a `srcset` (HTML 4.8.4.2.1)."""
    return (candidate.split()[0] for candidate in re.split(r",\s", f"{value} ") if candidate.split())


def css_references(css: str) -> Iterator[Reference]:
    """Give every address that a stylesheet fetches."""
    for match in CSS_URL.finditer(CSS_COMMENT.sub("", css)):
        yield Reference((match[2] or match[4] or "").strip(), "css", is_fetched=True)
