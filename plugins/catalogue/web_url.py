"""Which texts are addresses on the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

NOT_IN_URL = re.compile(r"[\s\x00-\x20\x7f<>\"\\]")


def is_web_url(text: str) -> bool:
    """Tell whether the text is an absolute address of http or https with a host (RFC 3986)."""
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - raises ValueError where it is no number
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not NOT_IN_URL.search(text)
