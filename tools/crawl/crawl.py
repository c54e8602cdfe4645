"""The crawl itself: reads every page once, checks it by itself, and then all of them together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.crawl.alternate_rules import alternate_problems
from tools.crawl.element import parse
from tools.crawl.feed_rules import feed_problems
from tools.crawl.folder import INDEX, Folder, read_folder
from tools.crawl.language_rules import folder_lang, language_problems
from tools.crawl.link_rules import link_problems, orphan_problems, stylesheet_problems
from tools.crawl.markup_rules import markup_problems
from tools.crawl.page import Page, read_page
from tools.crawl.problem import Problem
from tools.crawl.redirect_rules import REDIRECT, redirect_problems
from tools.crawl.sharing_rules import sharing_problems
from tools.crawl.sitemap_rules import sitemap_problems

MARKER = ".plaza"


def crawl(output: Path, site_url: str) -> tuple[Problem, ...]:
    """Check a whole output folder, built for the address `site_url`; give its problems in order, each once.

    Raises FileNotFoundError where there is no such folder.
    """
    folder = read_folder(output, site_url)
    langs = site_langs(folder)
    pages: dict[str, Page] = {}
    problems: set[Problem] = set()
    for path in sorted(folder.files):
        if path.endswith(".html"):
            root, faults = parse((output / path).read_text(encoding="utf-8"))
            page = pages[path] = read_page(path, root)
            problems.update(markup_problems(page, root, faults))
            problems.update(sharing_problems(folder, page, root))
            is_old = page.kind == REDIRECT  # which may be in any folder
            problems.update(
                language_problems(page, root, page.lang if is_old else folder_lang(path, langs[0], langs[1:]))
            )
    problems.update(stylesheet_problems(folder))
    problems.update(link_problems(folder, pages))
    problems.update(orphan_problems(folder, pages))
    problems.update(alternate_problems(folder, pages, langs))
    problems.update(redirect_problems(folder, pages))
    problems.update(feed_problems(folder, pages))
    problems.update(sitemap_problems(folder, pages))
    problems.update(_marker_problems(folder, pages))
    return tuple(sorted(problems))


def site_langs(folder: Folder) -> tuple[str, ...]:
    """Tell the site's languages, the main one first, by the homes that are there."""
    homes = [
        path for path in sorted(folder.files) if path == INDEX or (path.count("/") == 1 and path.endswith(f"/{INDEX}"))
    ]
    langs = {}
    for path in homes:
        page = read_page(path, parse((folder.root / path).read_text(encoding="utf-8"))[0])
        if page.kind == "home":
            langs[path] = page.lang if path == INDEX else path.partition("/")[0]
    main = langs.pop(INDEX, "")
    return (main, *langs.values())


def _marker_problems(folder: Folder, pages: dict[str, Page]) -> Iterator[Problem]:
    if MARKER not in folder.files:
        yield Problem(MARKER, "marker", f"there is no file {MARKER}")
        return
    text = (folder.root / MARKER).read_text(encoding="utf-8")
    if text not in ("site\n", "preview\n"):
        yield Problem(MARKER, "marker", f"the file {MARKER} says {text!r}; expected site or preview")
    if text == "preview\n":
        for path, page in pages.items():
            if not page.is_noindex:
                yield Problem(path, "noindex", "a page of a preview may be shown by search engines")
