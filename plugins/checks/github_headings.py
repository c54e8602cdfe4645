"""Rule `heading-not-seen`: a line such as `#Hashtag`, which Python-Markdown makes a heading and CommonMark does not.

CommonMark wants a space behind the `#` (0.31, 4.2), so an author whose preview is GitHub's sees a word in a paragraph
where readers get a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.catalogue.source import BodySource
from plugins.catalogue.structure import Kind, Line, scanned
from plugins.diagnostics import Diagnostic, warning

TAB = 4  # spaces that Python-Markdown takes off for each item around a line
SHOWN = 40  # characters of the line that the message quotes

_MARK = re.compile(r"#(?!#{0,5}(?: |$))\S*")
_QUOTED = re.compile(r"(?: *> ?)*(?P<indent> *)")


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each line that is a heading on the site alone."""
    return tuple(_found(source)) if any("#" in line for line in source.lines) else ()


def _found(source: BodySource) -> Iterator[Diagnostic]:
    is_first = False  # whether the line goes on with the first paragraph of an item, where no heading begins
    for number, line in enumerate(scanned(source.lines), source.first_line):
        opens_item = any(opening.name != "quote" for opening in line.opens)
        is_first = bool(line.content.strip()) and (opens_item or is_first)
        if line.kind is not Kind.TEXT or "#" not in line.text:
            continue
        start = line.start if opens_item else _start(line, is_first)
        if start >= 0 and (mark := _MARK.match(line.text, start)):
            message = (
                f"{mark.group()[:SHOWN]} is a heading on the site and text on GitHub; expected a space behind the #"
            )
            advice = "write the space, or \\# where no heading is meant"
            yield warning(source.path, number, "heading-not-seen", message, advice)


def _start(line: Line, is_first: bool) -> int:
    """Give where Python-Markdown sees the start of a line, without quotes and items; -1 where that is further in."""
    found = _QUOTED.match(line.text)
    if found is None:
        return -1
    indent = len(found["indent"])
    is_inside = indent % TAB == 0 and line.depth > 0 and not is_first
    return found.end() if not indent or is_inside else -1
