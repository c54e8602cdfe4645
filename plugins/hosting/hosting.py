"""All that a host is told about a site, whatever its configuration looks like: one frozen value, made of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.catalogue.setting_kinds import HOST_FILES
from plugins.hosting.media_types import FEED_NAME
from plugins.hosting.policy import header_policy
from plugins.hosting.protection import SEARCH, policies
from plugins.hosting.security_headers import SECURITY_HEADERS
from plugins.hosting.url_path import encoded
from plugins.plan.identity import REDIRECT, Identity
from plugins.plan.kept_names import KEPT_FOLDER
from plugins.plan.plan import Plan

YEAR = "public, max-age=31536000, immutable"  # of files whose names change with their contents
HOURS = "public, max-age=14400"  # of media
HOUR = "public, max-age=3600"  # of what has no other
ANEW = "no-cache"  # of pages: kept, and asked about each time
INDEX_FOLDER = "pagefind/"  # below a page to search from
INDEX_PARTS = ("fragment/", "index/", "filter/", "sort/")  # whose files Pagefind names by what is in them
HIDDEN = (".plaza", *HOST_FILES)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address, and the one it leads to; both from the root of the host, percent-encoded."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Caching:
    """How long browsers may keep the files of a folder (Cache-Control); the folder ends in a slash."""

    folder: str
    value: str


@dataclass(frozen=True, slots=True)
class Root:
    """Where a language's pages are: below an address that ends in a slash, with a page for what is not there."""

    lang: str
    url: str
    error: str


@dataclass(frozen=True, slots=True)
class Hosting:
    """What a host is told; addresses are from the root of the host, percent-encoded, and no header's value has `"`.

    A later rule for caching goes before an earlier one.
    """

    base: str  # the path of the site's address, without a slash at the end
    roots: tuple[Root, ...]  # the main language first, all others below it
    policy: str  # Content-Security-Policy of all pages but those to search from
    search_policy: str
    searches: tuple[str, ...]  # addresses of the pages to search from
    headers: tuple[tuple[str, str], ...]  # of every answer
    caching: tuple[Caching, ...]
    feeds: tuple[str, ...] = ()
    manifests: tuple[str, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    is_led_by_language: bool = False  # whether the root leads who comes from elsewhere to their language

    @property
    def others(self) -> tuple[tuple[str, Root], ...]:
        """Give the languages that are not the main one, each with the start of the tags that ask for it.

        That is the first part of its tag where no other language of the site has the same.
        """
        firsts = [root.lang.split("-")[0] for root in self.roots]
        return tuple(
            (first if firsts.count(first) == 1 else root.lang, root)
            for first, root in zip(firsts[1:], self.roots[1:], strict=True)
        )


def hosting_of(plan: Plan) -> Hosting:
    """Make what a host is told of a plan, whose redirects are in the order of their addresses."""
    composer = plan.composer
    settings, base = composer.settings, encoded(composer.settings.base_path)
    by_kind = policies(settings)
    errors, pages = (composer.addresses.get(Identity(kind), {}) for kind in ("error", SEARCH))
    searches = tuple(base + address.url for address in pages.values()) if settings.has_search else ()
    return Hosting(
        base=base,
        roots=tuple(
            Root(lang, base + errors[lang].url.removesuffix("404.html"), base + errors[lang].url)
            for lang in settings.langs
        ),
        policy=header_policy(by_kind[""]),
        search_policy=header_policy(by_kind.get(SEARCH, by_kind[""])),
        searches=searches,
        headers=SECURITY_HEADERS,
        caching=caching_of(base, searches),
        feeds=tuple(sorted(base + page.address.url for page in plan.pages if page.address.path.endswith(FEED_NAME))),
        manifests=tuple(encoded(site.manifest) for site in plan.sites.values()),
        redirects=_redirects(plan, base),
        is_led_by_language=settings.root_by_language,
    )


def caching_of(base: str, searches: tuple[str, ...]) -> tuple[Caching, ...]:
    """Give the folders whose files are kept otherwise than for an hour; an index names its parts, so it is asked about.

    Pages are no folder: they are asked about wherever they are.
    """
    indexes = [f"{search}{INDEX_FOLDER}" for search in searches]
    return (
        Caching(f"{base}/media/", HOURS),
        *(Caching(index, ANEW) for index in indexes),
        *(Caching(f"{index}{part}", YEAR) for index in indexes for part in INDEX_PARTS),
        Caching(f"{base}/{KEPT_FOLDER}", YEAR),
    )


def _redirects(plan: Plan, base: str) -> tuple[Redirect, ...]:
    found = []
    for page in plan.pages:
        if page.kind.name == REDIRECT:
            target: str = getattr(page.view(plan.composer), "target")  # noqa: B009 - the view is another plugin's
            found.append(Redirect(base + encoded(page.address.url), encoded_target(target)))
    return tuple(sorted(found, key=lambda redirect: redirect.old))


def encoded_target(target: str) -> str:
    """Encode where a redirect leads; a fragment stays one."""
    path, mark, fragment = target.partition("#")
    return encoded(path) + mark + encoded(fragment)
