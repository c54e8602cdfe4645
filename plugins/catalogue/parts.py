"""What a rendered body is made of: HTML that is finished, and the gaps that only a whole site can fill.

A body is rendered once and knows nothing of other posts. Where each link leads, and the words that Plaza itself adds in
the reader's language, are found out later; the parts keep their place.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.catalogue.headings import Heading


@dataclass(frozen=True, slots=True)
class Ref:
    """A link, picture, medium or citation as its author wrote it.

    `target` is plain text (no character references); `line` is the line in the file, from 1; `hreflang` is the tag
    that the author gave the target of a link, in canonical case.
    """

    target: str
    element: str
    attribute: str
    line: int
    hreflang: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One picture in one format at several widths, for a browser to choose from (HTML, 4.8.3).

    `files` are (address, width in pixels), the smallest first; `is_own` tells the picture's own format.
    """

    type: str
    files: tuple[tuple[str, int], ...]
    is_own: bool = False

    @property
    def srcset(self) -> str:
        """The value of `srcset`."""
        return ", ".join(f"{url} {width}w" for url, width in self.files)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a ref leads. An empty `href` means nowhere: a link or picture is then written as its words.

    `lang` becomes the link's hreflang, `mark` (as "in Spanish") is shown after the link's words and is part of its
    name. `is_link` asks for a link in place of a picture or player. `width` and `height` are those of a picture's file
    in CSS pixels, 0 where nobody knows; `sources` are what else a browser may show for it. `dir` and `language` are for
    callers.
    """

    href: str
    lang: str = ""
    dir: str = ""
    language: str = ""
    mark: str = ""
    is_link: bool = False
    width: int = 0
    height: int = 0
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the reader's language, by name and argument: text, or the value of `attribute` where it has one."""

    name: str
    argument: str
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """An attribute that holds a ref, inside a start tag; it vanishes where the ref leads nowhere or off the site.

    `ref` counts in `Body.refs`, from 0, here and in the other parts.
    """

    ref: int
    attribute: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """The `href` of a footnote's link, `#fn:1`, inside a start tag; it is whole on the body's own page alone."""

    place: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link: its further attributes as HTML, those that may stay on its bare words, and what is inside."""

    ref: int
    attributes: str
    kept: str
    inner: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its attributes but `src` and size as HTML, its words as plain text, the size that its author gave."""

    ref: int
    attributes: str
    alt: str
    width: str = ""
    height: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """Captions or subtitles of a player: what they are for, their language, and the ref of their file."""

    kind: str
    lang: str
    ref: int


@dataclass(frozen=True, slots=True)
class Player:
    """A video or audio: its start tag, what is inside, the refs that can be played, its name as plain text."""

    name: str
    start: tuple[Part, ...]
    inner: tuple[Part, ...]
    played: tuple[int, ...]
    title: str
    tracks: tuple[Track, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """Where what a recording says is written out: the tracks of the player before it."""

    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """A source or track of a player, which vanishes where it leads nowhere or off the site."""

    ref: int
    name: str
    attributes: str


Part = str | Label | Address | Fragment | Anchor | Picture | Player | Resource | Transcript


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered text: `refs` in the order of the text, `ids` that a fragment can name.

    `first_paragraph` is plain text: the first paragraph that is in no quote, figure, list, table or note.
    """

    parts: tuple[Part, ...]
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    refs: tuple[Ref, ...]
    first_paragraph: str


def has_label(body: Body, name: str) -> bool:
    """Tell whether a body asks for the words of a label outside links and players, as each parallel quote does."""
    return any(isinstance(part, Label) and part.name == name for part in body.parts)
