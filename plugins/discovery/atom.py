"""A feed as Atom (RFC 4287), written by feedgenerator.

The library's own elements have one author, no language of a link, and the time of day where an entry lacks a date;
ours say all that a view does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed

from plugins.discovery.entry import Entry
from plugins.discovery.feed import FeedView
from plugins.plan.view import Link

GENERATOR = "Plaza"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def write_feed(view: FeedView) -> str:
    """Write a feed; characters that XML cannot hold are left out."""
    feed = _Feed(view.title, view.page, "", language=view.lang, feed_guid=view.feed_id, view=view)
    for entry in view.entries:
        feed.add_item(entry.title, entry.url, None, entry=entry)
    out = StringIO()
    feed.write(out, "utf-8")
    return f"{out.getvalue()}\n"


def timestamp(when: datetime) -> str:
    """Write a moment (RFC 3339); one whose offset has seconds, as before standard time, is written in UTC."""
    offset = when.utcoffset()
    whole = offset is not None and not offset.total_seconds() % 60
    return (when if whole else when.astimezone(UTC)).isoformat()


class _Feed(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """Writes the elements of our views; `handler` is the library's writer of XML."""

    def add_root_elements(self, handler: Any) -> None:
        view: FeedView = self.feed["view"]
        handler.ignorableWhitespace("\n")
        _element(handler, "id", view.feed_id)
        _element(handler, "title", view.title)
        if view.subtitle:
            _element(handler, "subtitle", view.subtitle, _lang(view.subtitle_lang, view.lang))
        _element(handler, "updated", timestamp(max(entry.updated for entry in view.entries)))
        _link(handler, "self", view.address, self.content_type.partition(";")[0])
        _link(handler, "alternate", view.page, "text/html", view.lang)
        _person(handler, "author", view.site)
        _element(handler, "generator", GENERATOR)

    def write_items(self, handler: Any) -> None:
        for item in self.items:
            handler.startElement("entry", {})
            handler.ignorableWhitespace("\n")
            self.add_item_elements(handler, item)
            handler.endElement("entry")
            handler.ignorableWhitespace("\n")

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:
        entry: Entry = item["entry"]
        _element(handler, "id", entry.id)
        _element(handler, "title", entry.title)
        _link(handler, "alternate", entry.url, "text/html", entry.lang)
        _element(handler, "published", timestamp(entry.published))
        _element(handler, "updated", timestamp(entry.updated))
        for person in entry.authors:
            _person(handler, "author", person)
        for person in entry.contributors:
            _person(handler, "contributor", person)
        for category in entry.categories:
            labelled = {"term": category.term, "label": category.label}
            _element(handler, "category", "", labelled | _lang(category.lang, entry.lang))
        if entry.licence:
            _element(handler, "rights", entry.licence.title)
            if entry.licence.url:
                _link(handler, "license", entry.licence.url)  # RFC 4946
        if entry.summary:
            _element(handler, "summary", entry.summary, {"type": "html"})
        _element(handler, "content", str(entry.content), {"type": "html"})


def _element(handler: Any, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
    sound = {key: NOT_IN_XML.sub("", value) for key, value in (attributes or {}).items()}
    handler.addQuickElement(name, NOT_IN_XML.sub("", text) or None, sound)
    handler.ignorableWhitespace("\n")


def _link(handler: Any, rel: str, url: str, type: str = "", lang: str = "") -> None:
    attributes = {"rel": rel, "href": url, "type": type, "hreflang": lang}
    _element(handler, "link", "", {name: value for name, value in attributes.items() if value})


def _person(handler: Any, role: str, person: Link) -> None:
    handler.startElement(role, {})
    handler.ignorableWhitespace("\n")
    _element(handler, "name", person.title)
    _element(handler, "uri", person.url)
    handler.endElement(role)
    handler.ignorableWhitespace("\n")


def _lang(lang: str, around: str) -> dict[str, str]:
    return {} if lang == around else {"xml:lang": lang}
