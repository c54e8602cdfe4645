"""Rules about a page's renderings in other languages: canonical, hreflang and switcher agree with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tools.crawl.folder import Folder
from tools.crawl.page import Page
from tools.crawl.problem import Problem
from tools.crawl.redirect_rules import REDIRECT

X_DEFAULT = "x-default"
PARALLEL = "parallel"  # shows what a post says already, so search engines are led to that


def alternate_problems(folder: Folder, pages: Mapping[str, Page], langs: Iterable[str]) -> Iterator[Problem]:
    """Check canonical, hreflang and switcher of every page."""
    langs = tuple(langs)
    for page in pages.values():
        if page.is_indexable:
            yield from _canonical(folder, page)
        elif page.kind == PARALLEL:
            yield from _gives_way_to_its_post(folder, pages, page)
        elif (page.canonicals and page.kind != REDIRECT) or page.alternates:
            yield Problem(page.path, "canonical", "a page that search engines may not show names its address or others")
        yield from _hreflang(folder, pages, page)
        yield from _switcher(folder, pages, page, langs)


def gives_way(folder: Folder, page: Page) -> bool:
    """Tell whether the page's canonical link names a copy elsewhere."""
    return any(folder.target(url, page.path).is_outside for url in page.canonicals)


def _canonical(folder: Folder, page: Page) -> Iterator[Problem]:
    own = folder.address(page.path)
    if len(page.canonicals) != 1:
        yield Problem(page.path, "canonical", f"the page has {len(page.canonicals)} canonical links; expected 1")
        return
    url = page.canonicals[0]
    if not url.startswith(("http://", "https://")):
        yield Problem(page.path, "canonical", f"the canonical link {url!r} is not absolute")
    elif url != own and not gives_way(folder, page):
        yield Problem(page.path, "canonical", f"the canonical link is {url}; expected {own}")


def _gives_way_to_its_post(folder: Folder, pages: Mapping[str, Page], page: Page) -> Iterator[Problem]:
    if page.alternates:
        yield Problem(page.path, "hreflang", "a page of two languages names alternates")
    parent = "/".join((*page.path.split("/")[:-2], "index.html"))
    post = pages.get(parent)
    if post is None or post.kind != "post":
        yield Problem(page.path, "canonical", "a page of two languages stands below no post")
    elif page.canonicals != post.canonicals:  # both have none in a preview
        yield Problem(page.path, "canonical", f"the canonical link is {page.canonicals}; expected its post's")


def _hreflang(folder: Folder, pages: Mapping[str, Page], page: Page) -> Iterator[Problem]:
    if not page.is_indexable:
        return
    if gives_way(folder, page):
        if page.alternates:
            yield Problem(page.path, "hreflang", "a page that gives way to another copy names alternates")
        return
    named = dict(page.alternates)
    if len(named) != len(page.alternates):
        yield Problem(page.path, "hreflang", "a language is named twice")
    if named.get(page.lang) != folder.address(page.path):
        yield Problem(page.path, "hreflang", "the page does not name itself")
    if named.get(X_DEFAULT) not in {url for lang, url in named.items() if lang != X_DEFAULT}:
        yield Problem(page.path, "hreflang", f"x-default is {named.get(X_DEFAULT)!r}; expected one of the alternates")
    for lang, url in page.alternates:
        if not url.startswith(f"{folder.site_url}/"):
            yield Problem(page.path, "hreflang", f"the alternate {url!r} is not an absolute address of this site")
            continue
        other = pages.get(folder.target(url, page.path).path or "")
        if other is None:
            yield Problem(page.path, "hreflang", f"the alternate {url} is no page")
        elif lang not in (other.lang, X_DEFAULT):
            yield Problem(page.path, "hreflang", f"the alternate {url} is in {other.lang}, not in {lang}")
        elif dict(other.alternates) != named:
            yield Problem(page.path, "hreflang", f"the alternate {url} names other alternates than this page")


def _switcher(folder: Folder, pages: Mapping[str, Page], page: Page, langs: tuple[str, ...]) -> Iterator[Problem]:
    linked = dict(page.switcher)
    if missing := [lang for lang in langs if lang not in linked and lang not in page.unlinked]:
        yield Problem(page.path, "switcher", f"the switcher does not name {', '.join(missing)}")
    for lang, url in page.alternates:
        if lang != X_DEFAULT and _path(folder, page, linked.get(lang, "")) != _path(folder, page, url):
            yield Problem(
                page.path, "switcher", f"the switcher leads to {linked.get(lang)!r} in {lang}; expected {url}"
            )
    for _, url in page.switcher:
        other = pages.get(_path(folder, page, url) or "")
        if other is None:
            continue  # a dead link, reported as such
        if other.kind != page.kind:
            yield Problem(page.path, "switcher", f"the switcher leads to {url}, a page of the kind {other.kind}")
        elif _path(folder, other, dict(other.switcher).get(page.lang, "")) != page.path:
            yield Problem(page.path, "switcher", f"the switcher leads to {url}, whose switcher does not lead back")


def _path(folder: Folder, page: Page, url: str) -> str | None:
    return folder.target(url, page.path).path if url else None
