"""What the tests of host files share: what a host is told of a small site in two languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.hosting.hosting import Hosting, Redirect, Root, caching_of

HostingOf = Callable[..., Hosting]


@pytest.fixture
def hosting() -> HostingOf:
    """Tell of a site: `hosting("/blog", redirects=(("/a/", "/b/"),))`; policies are words."""

    def told(
        base: str = "", redirects: tuple[tuple[str, str], ...] = (), langs: str = "es en", is_led: bool = False
    ) -> Hosting:
        main, *others = langs.split()
        searches = (f"{base}/buscar/", f"{base}/en/search/")
        return Hosting(
            base=base,
            roots=(
                Root(main, f"{base}/", f"{base}/404.html"),
                *(Root(lang, f"{base}/{lang}/", f"{base}/{lang}/404.html") for lang in others),
            ),
            policy="pages 'self'",
            search_policy="search 'self'",
            searches=searches,
            headers=(("X-Content-Type-Options", "nosniff"),),
            caching=caching_of(base, searches),
            feeds=(f"{base}/feed.xml", f"{base}/en/feed.xml", f"{base}/temas/a/feed.xml", f"{base}/temas/b/feed.xml"),
            manifests=(f"{base}/theme/site.es.webmanifest",),
            redirects=tuple(Redirect(*pair) for pair in redirects),
            is_led_by_language=is_led,
        )

    return told
