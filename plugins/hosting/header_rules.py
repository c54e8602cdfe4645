"""`_headers`, as Netlify and Cloudflare Pages read it: addresses, and below each the headers of its answers.

Where several rules meet one address, hosts of the second kind send both values as one, so no header is set by two rules
that can meet. Hence the policy is the search's everywhere, and the meta element of each other page narrows it; and what
no rule says of caching is left to the hosts, which have everything asked about each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.hosting.hosting import ANEW, Hosting
from plugins.hosting.media_types import CHARSET, FEED_NAME, FEED_TYPE


def header_rules(hosting: Hosting) -> str:
    """Write the file."""
    rules = [
        _rule(f"{hosting.base}/*", ("Content-Security-Policy", hosting.search_policy), *hosting.headers),
        *(_rule(f"{one.folder}*", ("Cache-Control", one.value)) for one in hosting.caching if one.value != ANEW),
        *(_rule(feed, ("Content-Type", f"{FEED_TYPE}; charset={CHARSET}")) for feed in feed_patterns(hosting.feeds)),
        *(_rule(manifest, ("Content-Type", "application/manifest+json")) for manifest in hosting.manifests),
    ]
    return "".join(rules)


def feed_patterns(feeds: Iterable[str]) -> tuple[str, ...]:
    """Give addresses that meet all feeds: hosts allow few rules, and a site has a feed for each topic."""
    folders = [feed.removesuffix(FEED_NAME).rstrip("/").split("/") for feed in feeds]
    patterns = (segments if len(segments) < 3 else (*segments[:-1], ":name") for segments in folders)
    return tuple(sorted({"/".join((*segments, FEED_NAME)) for segments in patterns}))


def _rule(path: str, *headers: tuple[str, str]) -> str:
    return "".join(_lines(path, headers))


def _lines(path: str, headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"{path}\n"
    for name, value in headers:
        yield f"  {name}: {value}\n"
