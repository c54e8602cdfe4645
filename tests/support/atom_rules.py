"""The rules of Atom as data: what RFC 4287 and the W3C's feed validator ask of a feed, checked without a network.

It knows nothing of how Plaza writes feeds: it reads their bytes, and the HTML in them as a browser would.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import langcodes

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONCE = {"id", "title", "updated"}
AT_MOST_ONCE = {
    "feed": {"generator", "icon", "logo", "rights", "subtitle"},
    "entry": {"content", "published", "rights", "source", "summary"},
}
REPEATED = {"feed": {"author", "category", "contributor", "link", "entry"}}
REPEATED["entry"] = REPEATED["feed"] - {"entry"}
RELS = {"alternate", "enclosure", "license", "related", "self", "via"}
ATTRIBUTES = {"href", "rel", "type", "hreflang", "title", "length"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
TAG_URI = re.compile(r"tag:(?:[\w.-]+@)?[A-Za-z0-9.-]+,\d{4}(?:-\d\d){0,2}:[\w.~!$&'()*+,;=:@/?%-]*", re.ASCII)
UUID_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NOT_IN_IRI = re.compile(r"[\s<>\"{}|\\^`]")
ADDRESSES = {"href", "src", "poster", "cite", "action", "formaction", "data", "srcset", "background", "longdesc"}
DANGEROUS = {"script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "meta", "base", "link"}


def atom_faults(data: bytes, own_address: str) -> list[str]:
    """Give what is wrong with a feed that is served at an address; nothing where all is well."""
    if not data.startswith(b'<?xml version="1.0" encoding="utf-8"?>'):
        return ["the feed does not say that it is XML in UTF-8"]
    try:
        root = ElementTree.fromstring(data.decode("utf-8"))
    except (ElementTree.ParseError, UnicodeDecodeError) as fault:
        return [f"the feed cannot be read: {fault}"]
    if root.tag != f"{ATOM}feed":
        return [f"the root is {root.tag}"]
    return [*_feed(root, own_address)]


def _feed(root: Element, own_address: str) -> Iterator[str]:
    yield from _container(root, "feed")
    if not root.get(XML_LANG):
        yield "feed: there is no xml:lang"
    selves = [link for link in _all(root, "link") if link.get("rel") == "self"]
    if [link.get("href") for link in selves] != [own_address]:
        yield f"feed: rel=self is {[link.get('href') for link in selves]}; expected {own_address}"
    if any(link.get("type") != "application/atom+xml" for link in selves):
        yield "feed: rel=self is of another type than application/atom+xml"
    entries = _all(root, "entry")
    if not _all(root, "author") and not all(_all(entry, "author") for entry in entries):
        yield "feed: neither the feed nor each entry has an author"
    for entry in entries:
        yield from _container(entry, "entry")
        yield from _entry(entry)
    ids = [element.findtext(f"{ATOM}id", "") for element in (root, *entries)]
    yield from (f"the id {own} is there {count} times" for own, count in Counter(ids).items() if count > 1)
    for element in root.iter():
        if XML_LANG in element.attrib and not langcodes.tag_is_valid(element.attrib[XML_LANG]):
            yield f"xml:lang is {element.attrib[XML_LANG]!r}"


def _container(element: Element, name: str) -> Iterator[str]:
    counts = Counter(child.tag.removeprefix(ATOM) for child in element)
    yield from (f"{name}: there are {counts[child]} {child}" for child in sorted(ONCE) if counts[child] != 1)
    yield from (f"{name}: there are {counts[child]} {child}" for child in AT_MOST_ONCE[name] if counts[child] > 1)
    for child in element:
        kind = child.tag.removeprefix(ATOM)
        if kind not in ONCE | AT_MOST_ONCE[name] | REPEATED[name]:
            yield f"{name}: {kind} may not stand here"
        yield from (f"{name} {kind}: {fault}" for fault in _child(kind, child))
    links = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in _all(element, "link")
        if link.get("rel", "alternate") == "alternate"
    )
    yield from (f"{name}: two alternate links are of {kind}" for kind, count in links.items() if count > 1)


def _child(kind: str, child: Element) -> Iterator[str]:
    match kind:
        case "id":
            yield from _id(child.text or "")
        case "updated" | "published":
            yield from _date(child.text or "")
        case "title" | "subtitle" | "rights" | "summary" | "content":
            yield from _text(child)
        case "author" | "contributor":
            yield from _person(child)
        case "link":
            yield from _link(child)
        case "category":
            yield from () if child.get("term") else ("it has no term",)
        case "generator":
            yield from () if (child.text or "").strip() else ("it is empty",)


def _entry(entry: Element) -> Iterator[str]:
    has_alternate = any(link.get("rel", "alternate") == "alternate" for link in _all(entry, "link"))
    if entry.find(f"{ATOM}content") is None and not has_alternate:
        yield "entry: there is neither content nor an alternate link"
    dates = [entry.findtext(f"{ATOM}{name}", "") for name in ("published", "updated")]
    if not any(map(_date_fault, dates)) and datetime.fromisoformat(dates[0]) > datetime.fromisoformat(dates[1]):
        yield "entry: it was updated before it was published"


def _id(text: str) -> Iterator[str]:
    yield from _iri(text)
    for scheme, form in (("tag:", TAG_URI), ("urn:uuid:", UUID_URN)):
        if text.startswith(scheme) and not form.fullmatch(text):
            yield f"{text!r} is no {scheme} URI"


def _date_fault(text: str) -> str:
    if not RFC_3339.fullmatch(text):
        return f"{text!r} is no date of RFC 3339"
    try:
        datetime.fromisoformat(text)
    except ValueError as fault:
        return f"{text!r}: {fault}"
    return ""


def _date(text: str) -> Iterator[str]:
    yield from filter(None, [_date_fault(text)])


def _person(person: Element) -> Iterator[str]:
    counts = Counter(child.tag.removeprefix(ATOM) for child in person)
    if counts["name"] != 1 or not person.findtext(f"{ATOM}name", "").strip():
        yield "there is not one name"
    yield from (f"there are {count} {name}" for name, count in counts.items() if count > 1)
    yield from (f"{name} may not stand here" for name in counts if name not in ("name", "uri", "email"))
    for uri in _all(person, "uri"):
        yield from _iri(uri.text or "")


def _link(link: Element) -> Iterator[str]:
    yield from _iri(link.get("href", ""))
    yield from (f"the attribute {name} may not stand here" for name in link.attrib if name not in ATTRIBUTES)
    if link.get("rel", "alternate") not in RELS:
        yield f"the rel {link.get('rel')} is not registered"
    if not MEDIA_TYPE.fullmatch(link.get("type", "text/html")):
        yield f"the type {link.get('type')!r} is no media type"
    if not langcodes.tag_is_valid(link.get("hreflang", "en")):
        yield f"the hreflang {link.get('hreflang')!r} is no language tag"


def _iri(text: str) -> Iterator[str]:
    parts = urlsplit(text)
    is_web = parts.scheme in ("http", "https")
    if not parts.scheme or NOT_IN_IRI.search(text) or (is_web and not parts.hostname):
        yield f"{text!r} is no absolute IRI"
    if re.search(r"%(?![0-9A-Fa-f]{2})", text):
        yield f"{text!r} has a % that encodes nothing"


def _text(element: Element) -> Iterator[str]:
    kind, text = element.get("type", "text"), element.text or ""
    if kind not in ("text", "html"):
        yield f"the type is {kind}"
    if len(element):
        yield "there is markup in a text"
    if not text.strip():
        yield "it is empty"
    if kind == "html":
        yield from _html(text)


def _html(text: str) -> Iterator[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    fragment = parser.parseFragment(text)
    yield from (f"the HTML does not parse: {fault} at {place}" for place, fault, _ in parser.errors)
    for element in fragment.iter():
        tag = str(element.tag)
        if tag in DANGEROUS:
            yield f"<{tag}> may not stand in a feed"
        for name, value in element.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"<{tag}> has {name}"
            if name in ADDRESSES and not urlsplit(value).scheme:
                yield f"<{tag}> has the relative address {value!r} in {name}"
            if name in ("lang", "hreflang") and not langcodes.tag_is_valid(value):
                yield f"<{tag}> has the {name} {value!r}"
        if tag == "img" and "alt" not in element.attrib:
            yield "<img> has no alt"


def _all(element: Element, name: str) -> list[Element]:
    return element.findall(f"{ATOM}{name}")
