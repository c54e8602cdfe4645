"""The links of a site that lead to others: where each is written, and which of them are not to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.catalogue.links import OutsideLink, host_of
from plugins.catalogue.post import Catalogue, Document
from plugins.catalogue.settings import Settings
from plugins.catalogue.web_url import is_web_url
from plugins.plan.identity import RETIRED
from plugins.plan.linking import target_of

PEOPLE = "people.yml"


class Place(NamedTuple):
    """Where an address is written: the file from the content folder, and the line in it, from 1."""

    path: str
    line: int


def outside_links(catalogue: Catalogue, settings: Settings) -> dict[str, tuple[Place, ...]]:
    """Give the places of each address of another site, in order; drafts count, retired texts do not.

    Left out are the site's own address and what LINKS_IGNORED names.
    """
    found: dict[str, set[Place]] = {}
    for url, place in _written(catalogue, settings):
        if is_web_url(url) and not _is_own(url, settings.site_url) and not is_ignored(url, settings.links_ignored):
            found.setdefault(url, set()).add(place)
    return {url: tuple(sorted(found[url])) for url in sorted(found)}


def is_ignored(url: str, ignored: Iterable[str]) -> bool:
    """Tell whether an address starts with one that is named, or is of a host that is, or of a subdomain of one."""
    host = host_of(url)
    return any(
        url.startswith(one) if "/" in one else f".{host}".endswith(f".{one.lower().lstrip('.')}") for one in ignored
    )


def _written(catalogue: Catalogue, settings: Settings) -> Iterator[tuple[str, Place]]:
    for post in (*catalogue.posts, *catalogue.pages):
        for document in post.documents.values():
            if document.front.status != RETIRED:
                yield from _of_head(document)
                yield from _of_text(document, settings)
    for person in catalogue.people.values():
        if person.url:
            yield person.url, Place(PEOPLE, person.line)


def _of_head(document: Document) -> Iterator[tuple[str, Place]]:
    front = document.front
    urls = {"origin": front.origin.url if front.origin else "", "canonical": front.canonical or ""}
    for field, url in urls.items():
        if url and field in front.lines:  # else the original has it
            yield url, Place(document.path, front.lines[field])


def _of_text(document: Document, settings: Settings) -> Iterator[tuple[str, Place]]:
    for ref in (*document.body.refs, *document.summary.refs):
        target = target_of(ref, document, settings.langs)
        if isinstance(target, OutsideLink):
            url = f"https:{target.url}" if target.url.startswith("//") else target.url
            yield url, Place(document.path, ref.line)


def _is_own(url: str, site_url: str) -> bool:
    return url == site_url or url.startswith((f"{site_url}/", f"{site_url}#", f"{site_url}?"))


def hosts(urls: Iterable[str]) -> frozenset[str]:
    """Give the hosts of addresses, with their ports."""
    return frozenset(urlsplit(url).netloc.rpartition("@")[2].lower() for url in urls)
