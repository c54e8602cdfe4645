"""Which page a page is, whatever its language: its kind, the thing it shows, and its place among numbered pages.

Named tuples, since a site has ten thousands of them, and they come out of a kept plan sooner than dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from plugins.catalogue.concepts import Concept
    from plugins.catalogue.people import Person
    from plugins.catalogue.post import Catalogue, Document, Post
    from plugins.catalogue.settings import Settings
    from plugins.plan.composer import Composer
    from plugins.plan.view import View

INDEX = "index.html"  # what hosts serve for a folder
REDIRECT, RETIRED = "redirect", "retired"  # kinds of page that no link in a text leads to


class Identity(NamedTuple):
    """A page in no language yet: `("topic", "open-data", 2)`; number 0 is the listing itself."""

    kind: str
    id: str = ""
    number: int = 0


class Address(NamedTuple):
    """Where a page is: `url` from the root of the site, percent-encoded (RFC 3986), and its file in the output."""

    url: str
    path: str


class Outline(NamedTuple):
    """A page before it has a view: what it is, in which language, and the words of its path."""

    identity: Identity
    lang: str
    segments: tuple[str, ...]  # after the root of the language's site
    file_name: str = INDEX
    is_indexed: bool = True  # False for pages that search engines and other languages must not point to
    canonical: str = ""  # where this page must give way to another copy
    source: str = ""  # the file to blame when its address clashes, relative to the content folder
    posts: tuple[Post, ...] = ()  # of a listing: all of them, oldest first, over all its numbered pages
    subject: Post | Person | Concept | tuple[Concept, Concept] | None = None  # what the page is about
    path: str = ""  # its file from the root of the site, where its segments do not say it: an old address has any
    line: int = 1  # of `source`, to blame


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: which pages there are, and what each of them shows.

    The name is the body's `data-kind` and the name of the template. `outline` gives the pages of all languages;
    `compose` makes the view of one once every address is known. A kind that is no HTML (a feed) has no template but
    a function that writes it. `beside` is asked for each page that the kinds outline, and gives those that stand
    beside it, whichever plugin made it. `shows` names the posts of which a page says anything; where a kind does not
    tell, that is all of them. `reads` names those of which it says more than head and summary do: what stands in their
    texts; where a kind does not tell, those that it shows. A page is composed anew when one of them has changed so far.
    """

    name: str
    outline: Callable[[Catalogue, Settings], Iterable[Outline]]
    compose: Callable[[Outline, Composer], View]
    write: Callable[[Any], str] | None = None  # takes what `compose` gives
    beside: Callable[[Outline, Catalogue, Settings], Iterable[Outline]] | None = None
    shows: Callable[[Outline, Composer], Iterable[Post]] | None = None
    reads: Callable[[Outline, Composer], Iterable[Post]] | None = None


def page_of(document: Document) -> Identity:
    """Name the page of a document; that of a retired one says no more than that it is."""
    if document.front.status == RETIRED:
        return Identity(RETIRED, f"{document.collection}/{document.key}")
    return Identity(document.collection.removesuffix("s"), document.key)


def cell_of(level: str, activity: str) -> Identity:
    """Name the page of the posts at a level in an activity, by the ids of both."""
    return Identity("cell", f"{quote(level, safe='')}/{quote(activity, safe='')}")


def feed_of(identity: Identity) -> Identity:
    """Name the feed that a page and its numbered pages may have."""
    return Identity("feed", "/".join(filter(None, (identity.kind, identity.id))))


def address(outline: Outline, main_lang: str) -> Address:
    """Give the address of an outlined page: the main language at the root, any other below its tag."""
    if outline.path:
        return address_at(outline.path)
    root = () if outline.lang == main_lang else (outline.lang,)
    return address_at("".join(f"{segment}/" for segment in (*root, *outline.segments)) + outline.file_name)


def address_at(path: str) -> Address:
    """Give the address of a page by its file in the output: a folder's `index.html` has that of the folder."""
    folder, slash, name = path.rpartition("/")
    return Address("/" + quote(folder + slash + ("" if name == INDEX else name)), path)
