"""What a rendered body is made of: HTML that is finished, and the gaps that only a whole site can fill.

A body is rendered once and knows nothing of other posts. Where each link leads, and the words that Plaza itself adds in
the reader's language, are found out later; the parts keep their place. Named tuples, since a site has a hundred
thousand of them, and they come out of a cache five times as fast as dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.catalogue.headings import Heading
from plugins.catalogue.links import Target


class Ref(NamedTuple):
    """A link, picture, medium or citation as its author wrote it.

    `target` is plain text (no character references); `line` is the line in the file, from 1; `hreflang` is the tag
    that the author gave the target of a link, in canonical case. `to` is what the target says, once it has been read.
    """

    target: str
    element: str
    attribute: str
    line: int
    hreflang: str = ""
    to: Target | None = None


class Source(NamedTuple):
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


class Resolution(NamedTuple):
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


class Label(NamedTuple):
    """Words in the reader's language, by name and argument: text, or the value of `attribute` where it has one."""

    name: str
    argument: str
    attribute: str = ""


class Address(NamedTuple):
    """An attribute that holds a ref, inside a start tag; it vanishes where the ref leads nowhere or off the site.

    `ref` counts in `Body.refs`, from 0, here and in the other parts.
    """

    ref: int
    attribute: str


class Fragment(NamedTuple):
    """The `href` of a footnote's link, `#fn:1`, inside a start tag; it is whole on the body's own page alone."""

    place: str


class Anchor(NamedTuple):
    """A link: its further attributes as HTML, those that may stay on its bare words, and what is inside."""

    ref: int
    attributes: str
    kept: str
    inner: tuple[Part, ...]


class Picture(NamedTuple):
    """A picture: its attributes but `src` and size as HTML, its words as plain text, the size that its author gave."""

    ref: int
    attributes: str
    alt: str
    width: str = ""
    height: str = ""


class Track(NamedTuple):
    """Captions or subtitles of a player: what they are for, their language, and the ref of their file."""

    kind: str
    lang: str
    ref: int


class Player(NamedTuple):
    """A video or audio: its start tag, what is inside, the refs that can be played, its name as plain text."""

    name: str
    start: tuple[Part, ...]
    inner: tuple[Part, ...]
    played: tuple[int, ...]
    title: str
    tracks: tuple[Track, ...] = ()


class Transcript(NamedTuple):
    """Where what a recording says is written out: the tracks of the player before it."""

    tracks: tuple[Track, ...]


class Resource(NamedTuple):
    """A source or track of a player, which vanishes where it leads nowhere or off the site."""

    ref: int
    name: str
    attributes: str


Part = str | Label | Address | Fragment | Anchor | Picture | Player | Resource | Transcript


@dataclass(frozen=True, eq=False)
class Body:
    """A rendered text: `refs` in the order of the text, `ids` that a fragment can name.

    `content` is its parts, or what gets them from where they are kept. `first_paragraph` is plain text: the first
    paragraph that is in no quote, figure, list, table or note. `labels` names the labels it asks for outside links and
    players; `has_player` tells whether it holds a recording, `files` are the refs to files of the content folder.
    """

    content: tuple[Part, ...] | Callable[[], tuple[Part, ...]]
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    refs: tuple[Ref, ...]
    first_paragraph: str
    labels: frozenset[str] = field(default_factory=frozenset)  # by a factory, so that a class has no value of it
    has_player: bool = field(default_factory=bool)
    files: tuple[Ref, ...] = field(default_factory=tuple)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it is made of; nobody needs that but who shows it."""
        return self.content() if callable(self.content) else self.content

    def __eq__(self, other: object) -> bool:
        """Tell whether two bodies say the same, wherever their parts are."""
        if not isinstance(other, Body):
            return NotImplemented
        mine, theirs = (
            (body.parts, body.headings, body.ids, body.refs, body.first_paragraph) for body in (self, other)
        )
        return mine == theirs

    def __hash__(self) -> int:
        """Give equal bodies one hash."""
        return hash((self.headings, self.refs, self.first_paragraph))


class Traits(NamedTuple):
    """What a plan has to know of every body, before anyone shows it; as the attributes of `Body`."""

    labels: frozenset[str] = frozenset()
    has_player: bool = False
    files: tuple[Ref, ...] = ()


class LaterBody(Body):
    """A body that `make` makes when somebody asks for what is not `known` of it."""

    def __init__(self, make: Callable[[], Body], **known: Any) -> None:
        """Take what makes it, and the values of attributes that can be given without."""
        self.__dict__.update(known, _make=make)

    def __getattr__(self, name: str) -> Any:
        """Give what is not known."""
        if name.startswith("__"):  # what copying and pickling ask every object for
            raise AttributeError(name)
        make: Callable[[], Body] = self.__dict__["_make"]
        return getattr(make(), name)


def has_label(body: Body, name: str) -> bool:
    """Tell whether a body asks for the words of a label outside links and players, as each parallel quote does."""
    return name in body.labels
