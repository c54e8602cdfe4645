"""The sitemap: each page once, with its rendering in every language (sitemaps.org 0.9, xhtml:link alternates)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape as escape_text
from xml.sax.saxutils import quoteattr

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """A page: its absolute address, and (tag, absolute address) of it in every language, itself included."""

    url: str
    alternates: tuple[tuple[str, str], ...]


def sitemap(entries: Iterable[Entry]) -> str:
    """Write the sitemap, in the order of the addresses."""
    return HEAD + "".join(map(_entry, sorted(entries))) + "</urlset>\n"


def _entry(entry: Entry) -> str:
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(url)}/>\n'
        for lang, url in entry.alternates
    )
    return f"  <url>\n    <loc>{escape_text(entry.url)}</loc>\n{links}  </url>\n"
