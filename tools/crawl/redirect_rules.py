"""Rules about pages that lead on by themselves: only those of old addresses do, and in one step, to what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.crawl.folder import Folder
from tools.crawl.page import Page
from tools.crawl.problem import Problem

REDIRECT = "redirect"
AT_ONCE = re.compile(r"0; url=(/\S*)")


def redirect_problems(folder: Folder, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Check every redirect, and that no other page is one."""
    for page in pages.values():
        if page.kind == REDIRECT:
            yield from _redirect(folder, pages, page)
        elif page.refreshes:
            yield Problem(page.path, "refresh", "a page that is no redirect leads on by itself")


def _redirect(folder: Folder, pages: Mapping[str, Page], page: Page) -> Iterator[Problem]:
    match = AT_ONCE.fullmatch(page.refreshes[0]) if len(page.refreshes) == 1 else None
    if match is None:
        yield Problem(page.path, "refresh", f"the redirect says {page.refreshes}; expected one 0; url=/…")
        return
    url = match[1]
    target = pages.get(folder.target(url, page.path).path or "")
    if target is None:
        yield Problem(page.path, "refresh", f"the redirect leads to {url}, which is no page")
        return
    if target.kind == REDIRECT:
        yield Problem(page.path, "refresh", f"the redirect leads to another one, {url}")
    if target.lang != page.lang:
        yield Problem(page.path, "refresh", f"the redirect is in {page.lang} and leads to {url}, in {target.lang}")
    if not page.is_noindex:
        yield Problem(page.path, "noindex", "search engines may show a redirect")
    if page.canonicals not in ((), (folder.address(target.path),)):  # a preview has none
        yield Problem(page.path, "canonical", f"the canonical link is {page.canonicals}; expected that of {url}")
    if url not in [reference.url for reference in page.references if reference.tag == "a" and reference.is_in_main]:
        yield Problem(page.path, "refresh", f"the redirect has no link to {url} for who is not led on")
