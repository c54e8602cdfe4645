"""The tokens of canonical HTML: start tags, end tags and text, and the way back to HTML.

Regular expressions cannot read HTML as authors write it. They can read what nh3 serialises: balanced, lower case,
every attribute in double quotes, every `<`, `>` and `&` of text escaped, no comments.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

VOID = frozenset({"br", "col", "hr", "img", "source", "track", "wbr"})

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [^\s"=<>/]+="[^"]*")*)>|([^<]+|<)')
_ATTRIBUTE = re.compile(r' ([^\s"=<>/]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag; the values of `attributes` are plain text."""

    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EndTag:
    """An end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags, as `html` still escaped."""

    html: str

    @property
    def plain(self) -> str:
        """The characters themselves."""
        return html.unescape(self.html) if "&" in self.html else self.html


Token = StartTag | EndTag | Text  # dataclasses, since as tuples the word `table` would equal the tag's end


def tokens(canonical: str) -> Iterator[Token]:
    """Read canonical HTML from left to right; what is no tag is text, so nothing is lost."""
    for match in _TOKEN.finditer(canonical):
        slash, name, attributes, text = match.groups()
        if text is not None:
            yield Text(text)
        elif slash:
            yield EndTag(name)
        else:
            yield StartTag(name, _attributes(attributes) if attributes else {})


def _attributes(raw: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(raw)
    return dict(pairs) if "&" not in raw else {name: html.unescape(value) for name, value in pairs}


def start_tag(name: str, attributes: Mapping[str, str]) -> str:
    """Write a start tag."""
    return f"<{name}{written(attributes)}>"


def written(attributes: Mapping[str, str]) -> str:
    """Write attributes, each after a space."""
    return "".join(f' {name}="{escaped(value)}"' for name, value in attributes.items())


def escaped(text: str) -> str:
    """Escape plain text for use between tags and in attributes in double quotes."""
    return html.escape(text).replace("&#x27;", "'")
