"""The lines in which an author wrote the targets of links: the way back from rendered HTML, which has no lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.catalogue.source import BodySource, prose

_LONGER_BEFORE = re.compile(r"[\w/.#%&?~+-]")  # a target goes on in these: `/a` does not stand in `b/a`
_LONGER_AFTER = re.compile(r"[\w/#%&=?~+-]|\.\w")


class RefLines:
    """Finds targets in one body: each time one is asked for, its next occurrence outside code."""

    def __init__(self, source: BodySource) -> None:
        """Take the body that the HTML was made of."""
        self.source = source
        self._prose: str | None = None
        self._found: dict[str, list[int]] = {}
        self._asked: dict[str, int] = {}

    def line(self, target: str, is_copy: bool = False) -> int:
        """Give the line in the file of the next occurrence of a target, else its last, else the body's first line.

        `is_copy` leaves the occurrence for who asks next: the renderer copies some links into `cite` attributes.
        """
        places = self._places(target)
        asked = self._asked.get(target, 0)
        if not is_copy:
            self._asked[target] = asked + 1
        return places[min(asked, len(places) - 1)] if places else self.source.first_line

    def _places(self, target: str) -> list[int]:
        if target not in self._found:
            if self._prose is None:
                self._prose = "\n".join(prose(self.source.lines))
            # The targets of a video stand in a fence, which is code to `prose`.
            self._found[target] = self._search(target, self._prose) or self._search(
                target, "\n".join(self.source.lines)
            )
        return self._found[target]

    def _search(self, target: str, text: str) -> list[int]:
        for spelling in _spellings(target):
            if spelling in text:
                starts = list(_places(spelling, text)) or [text.index(spelling)]
                return [self.source.first_line + text.count("\n", 0, start) for start in starts]
        return []


def _places(spelling: str, text: str) -> Iterator[int]:
    """Find where a spelling stands on its own, and not as a part of a longer target."""
    at = text.find(spelling)
    while at >= 0:
        end = at + len(spelling)
        if _LONGER_AFTER.match(text, end):
            at = text.find(spelling, at + 1)
            continue
        if not (at and _LONGER_BEFORE.match(text, at - 1)):
            yield at
        at = text.find(spelling, end)


def _spellings(target: str) -> list[str]:
    """List what an author may have written for a target, the likeliest first."""
    spellings = [target, html.escape(target), unquote(target), re.sub(r"([\\`*_{}\[\]()])", r"\\\1", target)]
    if target.startswith("mailto:"):
        spellings.append(target.removeprefix("mailto:"))
    return [spelling for spelling in dict.fromkeys(spellings) if spelling]
