"""Rule `missing-alt`: a picture in a body without the words that stand for it (WCAG 2.2, 1.1.1).

A warning: a picture may be there for its looks alone, and then its author says so by silencing the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.catalogue.source import BodySource, prose
from plugins.diagnostics import Diagnostic, warning

MARKDOWN = re.compile(r"!\[\s*\](?=[(\[])")
HTML = re.compile(r"""<img\b((?:[^<>"']|"[^"]*+"|'[^']*+')*+)""", re.IGNORECASE)  # a tag may run over lines
WORDS = re.compile(r"""\balt\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s]|[^\s"'>])""", re.IGNORECASE)
HELP = "write what the picture shows between the brackets; for one that only decorates, silence this rule"


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each picture that says nothing to a reader who cannot see it."""
    return tuple(_found(source))


def _found(source: BodySource) -> Iterator[Diagnostic]:
    if not any("![" in line or "<" in line for line in source.lines):
        return
    text = "\n".join(prose(source.lines))
    bare = [*MARKDOWN.finditer(text), *(tag for tag in HTML.finditer(text) if not WORDS.search(tag[1]))]
    line, counted = source.first_line, 0
    for start in sorted(found.start() for found in bare):
        line, counted = line + text.count("\n", counted, start), start
        message = "the picture has no words that stand for it; expected some for readers who cannot see it"
        yield warning(source.path, line, "missing-alt", message, HELP)
