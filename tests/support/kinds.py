"""One page of every kind and language of a built site, for tests that look at each.

But for redirects: a browser that looks at one is on another page a moment later; `test_moved` looks at those.
"""

from __future__ import annotations

import re
from pathlib import Path

HEAD = re.compile(r'<html lang="([^"]+)".*?<body data-kind="([a-z]+)"', re.DOTALL)


def page_of_each_kind(output: Path) -> dict[tuple[str, str], str]:
    """Give the address (from the root) of a page by language and kind: the longest page there is of each."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for path in sorted(output.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if (match := HEAD.search(text)) and match[2] != "redirect":
            url = "/" + path.relative_to(output).as_posix().removesuffix("index.html")
            found[match[1], match[2]] = max(found.get((match[1], match[2]), (0, "")), (len(text), url))
    return {key: url for key, (_, url) in found.items()}


def every_page(output: Path, kind: str = "") -> list[str]:
    """Give the addresses (from the root) of all pages, or of those of a kind."""
    found = []
    for path in sorted(output.rglob("*.html")):
        match = HEAD.search(path.read_text(encoding="utf-8"))
        if match and match[2] != "redirect" and kind in ("", match[2]):
            found.append("/" + path.relative_to(output).as_posix().removesuffix("index.html"))
    return found
