"""Rules about languages on one page: the page's own, and those of its passages (BCP 47, HTML 3.2.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import langcodes

from tools.crawl.element import Element
from tools.crawl.page import Page
from tools.crawl.problem import Problem

# Scripts in modern use that run from right to left (Unicode's script metadata)
RIGHT_TO_LEFT = frozenset(["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"])


@cache
def is_registered(tag: str) -> bool:
    """Tell whether the registry of IANA knows every part of a tag."""
    return bool(tag) and langcodes.tag_is_valid(tag)


@cache
def direction(tag: str) -> str:
    """Give the direction of a language by the script it is written in."""
    if not is_registered(tag):
        return "ltr"
    return "rtl" if langcodes.get(tag).maximize().script in RIGHT_TO_LEFT else "ltr"


def folder_lang(path: str, main: str, others: Iterable[str]) -> str:
    """Give the language that a page has by its folder."""
    first = path.partition("/")[0]
    return first if first in others and "/" in path else main


def language_problems(page: Page, root: Element, expected: str) -> Iterator[Problem]:
    """Check the languages of a page whose folder is of the language `expected`."""
    for html in root.find("html"):
        lang, dir_ = html.attributes.get("lang", ""), html.attributes.get("dir", "")
        if lang != expected:
            yield Problem(page.path, "html-lang", f"the page's lang is {lang!r}; expected {expected!r} in this folder")
        if dir_ != direction(expected):
            yield Problem(page.path, "html-dir", f"the page's dir is {dir_!r}; expected {direction(expected)!r}")
    for element in root.walk():
        for name in ("lang", "hreflang"):
            tag = element.attributes.get(name)
            if tag is not None and not is_registered(tag) and tag != "x-default":
                yield Problem(page.path, "lang-tag", f"<{element.tag} {name}> is {tag!r}, which is no registered tag")
        yield from _direction_problems(page.path, element)


def _direction_problems(path: str, element: Element) -> Iterator[Problem]:
    if "lang" not in element.attributes or element.tag == "html":
        return
    wanted = direction(element.lang)
    if element.dir != wanted:
        yield Problem(
            path, "lang-dir", f"<{element.tag} lang={element.lang}> runs {element.dir!r}; expected {wanted!r}"
        )
