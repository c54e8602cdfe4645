"""Which texts are addresses on the web, and which are paths on this site."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

NOT_IN_URL = re.compile(r"[\s\x00-\x20\x7f<>\"\\]")
NOT_IN_PATH = re.compile(r"[\x00-\x1f\x7f?#\\]")


def is_web_url(text: str) -> bool:
    """Tell whether the text is an absolute address of http or https with a host (RFC 3986)."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises ValueError where it is no number
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not NOT_IN_URL.search(text)


def is_site_path(text: str) -> bool:
    """Tell whether the text is a path from the site's root that stays below it: no scheme, host, `..` or query."""
    plain = unquote(text)
    return (
        text.startswith("/")
        and not plain.startswith("//")
        and not NOT_IN_URL.search(text)
        and not NOT_IN_PATH.search(plain)
        and not {".", ".."} & set(plain.split("/"))
    )
