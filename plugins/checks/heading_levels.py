"""Rule `heading-skipped`: a heading more than one level below the one above it (WCAG 2.2, 1.3.1 and 2.4.6).

Who listens to a page goes through it by its headings and takes a missing level for a missing part. The highest level of
a body becomes h2, so a body should also start with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.catalogue.source import BodySource
from plugins.catalogue.structure import Kind, scanned
from plugins.diagnostics import Diagnostic, warning

ATX = re.compile(r"(#{1,6})(?: +\S|$)")
UNDERLINE = re.compile(r"(=+|-+) *$")


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each heading that skips a level."""
    headings = list(_headings(source))
    above = min((level for _, level in headings), default=1) - 1
    found: list[Diagnostic] = []
    for line, level in headings:
        if level > above + 1:
            message = f"the heading goes from level {above} to {level}; expected level {above + 1}"
            if not found and (line, level) == headings[0]:
                message = f"the first heading has level {level}, and others are above it; expected level {above + 1}"
            found.append(warning(source.path, line, "heading-skipped", message, f"write {'#' * (above + 1)} before it"))
        above = level
    return tuple(found)


def _headings(source: BodySource) -> Iterator[tuple[int, int]]:
    """Give line and level of the headings outside lists and quotes, of both styles."""
    above = ""
    for number, line in enumerate(scanned(source.lines), source.first_line):
        text = line.content.strip() if line.kind is Kind.TEXT and not line.depth else ""
        if heading := ATX.match(text):
            yield number, len(heading[1])
        elif above and (underline := UNDERLINE.match(text)):
            yield number - 1, 1 if underline[1][0] == "=" else 2
        above = "" if heading or UNDERLINE.match(text) else text
