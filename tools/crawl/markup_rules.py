"""Rules about one page by itself: its skeleton, and what may not be in it, as inline code and raw syntax."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from tools.crawl.element import Element
from tools.crawl.page import KINDS, Page
from tools.crawl.problem import Problem

RAW_SYNTAX = re.compile(r"\{(?:filename|static|attach|tag|author|category|index)\}|[\x02\x03]|wzxhzdk", re.IGNORECASE)
SCRIPT_URL = re.compile(r"\s*(?:javascript|vbscript):", re.IGNORECASE)
LABEL = "parallel-quote__label"


def markup_problems(page: Page, root: Element, faults: tuple[str, ...]) -> Iterator[Problem]:
    """Check the skeleton of a page and each of its elements."""
    for fault in faults:
        yield Problem(page.path, "markup", fault)
    for tag in ("html", "head", "body", "main", "h1", "title"):
        found = [element for element in root.find(tag) if not (tag == "title" and element.parent_is("svg"))]
        if len(found) != 1:
            yield Problem(page.path, f"one-{tag}", f"the page has {len(found)} {tag} elements; expected 1")
        elif tag in ("h1", "title") and not found[0].words():
            yield Problem(page.path, f"one-{tag}", f"the page's {tag} is empty")
    if page.kind not in KINDS:
        yield Problem(page.path, "data-kind", f"data-kind is {page.kind!r}, which is no kind of page")
    counts = Counter(element.attributes["id"] for element in root.walk() if "id" in element.attributes)
    for id_, count in counts.items():
        if count > 1 or not id_ or re.search(r"\s", id_):
            yield Problem(page.path, "id", f"the id {id_!r} is there {count} times, or is not one word")
    for element in root.walk():
        yield from _inline(page.path, element)
        yield from _raw_syntax(page.path, element)
    for figure in root.find("figure", "parallel-quote"):
        yield from _quote(page.path, figure)


def _inline(path: str, element: Element) -> Iterator[Problem]:
    attributes = element.attributes
    if element.tag == "style" or "style" in attributes:
        yield Problem(path, "inline-style", f"<{element.tag}> has a style of its own")
    if element.tag == "script" and "src" not in attributes:
        if attributes.get("type") != "application/ld+json":
            yield Problem(path, "inline-script", "the page has a script of its own")
        else:
            try:
                json.loads(element.text)
            except ValueError as fault:
                yield Problem(path, "json-ld", f"the structured data cannot be read: {fault}")
    for name, value in attributes.items():
        if name.startswith("on"):
            yield Problem(path, "inline-script", f"<{element.tag}> has the event attribute {name}")
        if SCRIPT_URL.match(value):
            yield Problem(path, "inline-script", f"<{element.tag} {name}> is a script")


def _raw_syntax(path: str, element: Element) -> Iterator[Problem]:
    for name, value in element.attributes.items():
        if name.startswith("data-slot"):
            yield Problem(path, "raw-syntax", f"<{element.tag}> still has {name}")
        elif name not in ("content", "title", "alt") and RAW_SYNTAX.search(value):
            yield Problem(path, "raw-syntax", f"<{element.tag} {name}> is {value!r}")
    if not element.is_verbatim and (match := RAW_SYNTAX.search(element.text)):
        yield Problem(path, "raw-syntax", f"<{element.tag}> shows {match[0]!r}")


def _quote(path: str, figure: Element) -> Iterator[Problem]:
    name = figure.attributes.get("id", "")
    if not re.match(r"quote-[0-9a-f]{6}", name):
        yield Problem(path, "parallel-quote", f"a parallel quote has the id {name!r}; expected quote- and 6 hex digits")
    parts = [element for element in figure.walk() if _is_part(element)]
    originals = figure.find("blockquote", "parallel-quote__original")
    if len(originals) != 1 or parts[:1] != originals:
        yield Problem(path, "parallel-quote", f"{name} has no original as its first part")
    for part in parts:
        if not part.attributes.get("lang"):
            yield Problem(path, "parallel-quote", f"a part of {name} has no lang")
        labels = part.find("", LABEL)
        if len(labels) != 1 or not labels[0].words() or "hidden" in labels[0].attributes:
            yield Problem(path, "parallel-quote", f"a part of {name} has no visible label")


def _is_part(element: Element) -> bool:
    classes = element.attributes.get("class", "").split()
    return element.tag == "blockquote" and any(name.startswith("parallel-quote__") for name in classes)
