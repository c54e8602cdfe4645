"""Rules about what a shared link shows (ogp.me): its picture is a file of the site, by its absolute address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from tools.crawl.element import Element
from tools.crawl.folder import Folder
from tools.crawl.page import Page
from tools.crawl.problem import Problem


def sharing_problems(folder: Folder, page: Page, root: Element) -> Iterator[Problem]:
    """Check the picture of a page, where it names one, and that a page to be kept from others names none."""
    for element in root.find("meta"):
        if element.attributes.get("property") != "og:image":
            continue
        url = element.attributes.get("content", "")
        what = f"og:image is {url!r}"
        if not page.is_indexable:
            yield Problem(page.path, "shared-picture", f"{what}; expected none on a page that is not indexed")
        elif not urlsplit(url).scheme:
            yield Problem(page.path, "shared-picture", f"{what}; expected an absolute address")
        elif folder.target(url, page.path).path is None:
            yield Problem(page.path, "shared-picture", f"{what}, which is no file of the site")
