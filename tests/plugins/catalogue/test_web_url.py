"""Addresses on the web and paths on the site."""

from __future__ import annotations

import pytest

from plugins.catalogue.web_url import is_site_path, is_web_url


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://example.org:8080/a?b=c#d", "https://ñandú.example/ñ", "HTTPS://EXAMPLE.ORG"]
)
def test_an_absolute_address_is_one(text: str) -> None:
    assert is_web_url(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https://[",
        "https://a b",
        "https://example.org:port",
        "https://example.org/\n",
        'https://example.org/"',
        "mailto:a@example.org",
        "https://example.org\\@evil.example",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_web_url(text)


@pytest.mark.parametrize("text", ["/", "/viejo/camino/", "/2013/11/a.html", "/%C3%B1and%C3%BA/", "/ñandú/", "/a..b/"])
def test_a_path_from_the_root_is_one(text: str) -> None:
    assert is_site_path(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "viejo",
        "//host/a",
        "/%2Fhost",
        "https://example.org/a",
        "/a/../b",
        "/..",
        "/./a",
        "/%2e%2e/b",
        "/a?b",
        "/a#b",
        "/a\\b",
        "/a b",
        "/a%00",
        "/a%0Ab",
    ],
)
def test_a_path_that_could_leave_the_site_is_none(text: str) -> None:
    assert not is_site_path(text)
