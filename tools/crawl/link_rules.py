"""Rules about addresses: each leads to a file and a fragment that are there, in the language it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from tools.crawl.folder import Folder
from tools.crawl.page import Page
from tools.crawl.problem import Problem
from tools.crawl.references import Reference, css_references

CRUMB = re.compile(r"(?:^|/)\.\.(?:/|$)|(?:^|/)index\.html$")


def link_problems(folder: Folder, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Check every address of every page."""
    for page in pages.values():
        for reference in page.references:
            yield from _reference(folder, pages, page, reference)


def stylesheet_problems(folder: Folder) -> Iterator[Problem]:
    """Check what each stylesheet fetches."""
    for path in sorted(folder.files):
        if path.endswith(".css"):
            for reference in css_references((folder.root / path).read_text(encoding="utf-8")):
                yield from _reference(folder, {}, path, reference)


def _reference(folder: Folder, pages: Mapping[str, Page], page: Page | str, reference: Reference) -> Iterator[Problem]:
    path = page if isinstance(page, str) else page.path
    what = f"<{reference.tag}> leads to {reference.url!r}"
    if reference.url == "#" and reference.tag == "a":  # the top of the page (HTML 7.4.6.3)
        return
    if not reference.url or reference.url == "#":
        yield Problem(path, "dead-link", f"<{reference.tag}> has an empty address")
        return
    if urlsplit(reference.url).scheme == "data":
        return
    target = folder.target(reference.url, path)
    if target.is_outside:
        if reference.is_fetched:
            yield Problem(path, "outside-request", f"{what}, which is on another host")
        return
    if CRUMB.search(urlsplit(reference.url).path):
        yield Problem(path, "address-form", f"{what}; expected no .. and no index.html")
    if target.path is None:
        yield Problem(path, "dead-link", f"{what}: {target.fault}")
        return
    found = pages.get(target.path)
    if target.fragment and found and target.fragment not in found.ids:
        yield Problem(path, "dead-fragment", f"{what}: that page has no such id")
    if found and not isinstance(page, str):
        yield from _language(page, reference, found, what)


def _language(page: Page, reference: Reference, found: Page, what: str) -> Iterator[Problem]:
    if reference.hreflang and reference.hreflang not in (found.lang, "x-default"):
        yield Problem(page.path, "link-lang", f"{what} as {reference.hreflang}, but that page is in {found.lang}")
    is_foreign = found.lang not in (page.lang, reference.passage_lang)  # in a Spanish passage, Spanish is expected
    if reference.tag == "a" and not reference.hreflang and reference.is_in_main and is_foreign:
        yield Problem(page.path, "link-lang", f"{what}, a page in {found.lang}, and does not say so (hreflang)")

    for words, lang in reference.words:
        if words == found.heading and lang != found.lang and found.lang != page.lang:
            yield Problem(page.path, "title-lang", f"{what} by its title, which is marked as {lang}, not {found.lang}")


def orphan_problems(folder: Folder, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Report pages that no way of links leads to from a home."""
    seen = {path for path, page in pages.items() if page.kind == "home"}
    waiting = list(seen)
    while waiting:
        page = pages[waiting.pop()]
        for reference in page.references:
            if reference.tag == "a":
                path = folder.target(reference.url, page.path).path
                if path is not None and path in pages and path not in seen:
                    seen.add(path)
                    waiting.append(path)
    for path, page in pages.items():
        if path not in seen and page.kind not in ("error", "redirect", "retired"):
            yield Problem(path, "orphan", "no link leads here from a home")
