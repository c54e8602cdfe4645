"""The tokens of canonical HTML: start tags, end tags and text, and the way back to HTML.

Regular expressions cannot read HTML as authors write it. They can read what nh3 serialises: balanced, lower case,
every attribute in double quotes, every `<`, `>` and `&` of text escaped, no comments.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

VOID = frozenset({"br", "col", "hr", "img", "source", "track", "wbr"})

# Elements that a pass over a body looks for even where they have no attribute; a break stands for a space in words.
_NOTED = frozenset(
    f"<{name}>"
    for name in ("a", "audio", "br", "h1", "h2", "h3", "h4", "h5", "h6", "img", "source", "table", "track", "video")
)
_PLAIN_VOID = frozenset(f"<{name}>" for name in VOID)

_ATTRIBUTES = r'(?: [^\s"=<>/]+="[^"]*")*'
_TAG = f"</?[a-z][a-z0-9]*{_ATTRIBUTES}>"
_TAGS = re.compile(_TAG)
_SPLIT = re.compile(f"({_TAG})")
_TOKEN = re.compile(f"({_TAG})|([^<]+|<)")
_ATTRIBUTE = re.compile(r' ([^\s"=<>/]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag; the values of `attributes` are plain text."""

    name: str
    attributes: Mapping[str, str]
    _html: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def html(self) -> str:
        """The tag as it is written; the same few tags make most of a site, so it is kept."""
        if not self._html:
            self._html.append(start_tag(self.name, self.attributes))
        return self._html[0]


@dataclass(frozen=True, slots=True)
class EndTag:
    """An end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags, as `html` still escaped; in a run also tags that nothing looks at."""

    html: str

    @property
    def plain(self) -> str:
        """The characters themselves."""
        text = _TAGS.sub("", self.html) if "<" in self.html else self.html
        return html.unescape(text) if "&" in text else text


Token = StartTag | EndTag | Text  # dataclasses, since as tuples the word `table` would equal the tag's end


def tokens(canonical: str) -> Iterator[Token]:
    """Read canonical HTML from left to right; what is no tag is text, so nothing is lost."""
    for match in _TOKEN.finditer(canonical):
        tag, text = match.groups()
        yield Text(text) if tag is None else _token(tag)


@lru_cache(maxsize=4096)  # the same few tags make most of a site
def _token(tag: str) -> StartTag | EndTag:
    if tag[1] == "/":
        return EndTag(tag[2:-1])
    name, _, attributes = tag[1:-1].partition(" ")
    return StartTag(name, _attributes(f" {attributes}") if attributes else {})


def runs(canonical: str) -> Iterator[Token]:
    """Read canonical HTML as `tokens` does, with what no pass over a body looks at joined into runs of text.

    Nine tags in ten are such: without attributes, of an element that means nothing to links, headings, tables or
    players. Start and end of an element are both in runs, or neither is. An empty paragraph is not.
    """
    pieces = _SPLIT.split(canonical)  # text and tags by turns
    run = [pieces[0]]
    noted: list[bool] = []  # of each open element
    for at in range(1, len(pieces), 2):
        tag = pieces[at]
        if tag[1] == "/":
            is_noted = noted.pop() if noted else True
        else:
            is_noted = " " in tag or tag in _NOTED or (tag == "<p>" and not pieces[at + 1].strip())
            if not (tag in _PLAIN_VOID or (is_noted and _token(tag).name in VOID)):
                noted.append(is_noted)
        if is_noted:
            if text := "".join(run):
                yield Text(text)
            run.clear()
            yield _token(tag)
        else:
            run.append(tag)
        run.append(pieces[at + 1])
    if text := "".join(run):
        yield Text(text)


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
