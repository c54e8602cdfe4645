"""Addresses on the web."""

from __future__ import annotations

import pytest

from plugins.catalogue.web_url import is_web_url


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
