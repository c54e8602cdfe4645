"""Rule `missing-alt`: a picture in a body without the words that stand for it (WCAG 2.2, 1.1.1).

A warning: a picture may be there for its looks alone, and then its author says so by silencing the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.catalogue.source import BodySource, prose
from plugins.diagnostics import Diagnostic, warning

MARKDOWN = re.compile(r"!\[\s*\](?=[(\[])")
HTML = re.compile(r"<img\b([^>]*)", re.IGNORECASE)
WORDS = re.compile(r"""\balt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s]|[^\s"'>])""", re.IGNORECASE)
HELP = "write what the picture shows between the brackets; for one that only decorates, silence this rule"


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each picture that says nothing to a reader who cannot see it."""
    return tuple(_found(source))


def _found(source: BodySource) -> Iterator[Diagnostic]:
    for line, text in enumerate(prose(source.lines), source.first_line):
        if "![" not in text and "<" not in text:
            continue
        bare = [*MARKDOWN.finditer(text), *(tag for tag in HTML.finditer(text) if not WORDS.search(tag[1]))]
        for _ in bare:
            message = "the picture has no words that stand for it; expected some for readers who cannot see it"
            yield warning(source.path, line, "missing-alt", message, HELP)
