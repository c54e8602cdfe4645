"""What a template sees: `site`, the constants of a language, and `page`, one frozen view for each kind of page.

A template gets nothing else, and an undefined name is an error, so a view is the whole of its page's inputs. Values
are finished: addresses start at the root of the host, dates are in words, HTML is safe. Where a value carries `lang`
and `dir`, they are empty unless its text is in another language than the page. What a site has thousands of is a named
tuple, which is cheap to make and to digest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from plugins.catalogue.parts import Source
from plugins.plan.later import Later
from plugins.plan.theme_folder import ThemeFolder


class Link(NamedTuple):
    """A page to go to: its title and address, and the language of both where it is not the page's."""

    title: str
    url: str
    lang: str = ""
    dir: str = ""
    language: str = ""  # the name of `lang` in the page's language, for readers


class Date(NamedTuple):
    """A date as `datetime` wants it and as readers of the language do."""

    iso: str
    text: str


class Credit(NamedTuple):
    """The people who did one thing for a post: `role` is the front matter's field, as `authors`."""

    role: str
    people: tuple[Link, ...]


class Picture(NamedTuple):
    """A picture, the words that stand for it (empty where it only decorates), its size in pixels (0: unknown)."""

    url: str
    alt: str
    width: int
    height: int
    sources: tuple[Source, ...] = ()  # what a browser may show for it, by what its reader's screen needs


class Share(NamedTuple):
    """What other sites and apps show for a link to a page (Open Graph, ogp.me)."""

    type: str  # "article" for a post, else "website"
    title: str
    description: str
    locale: str  # language_TERRITORY
    other_locales: tuple[str, ...]
    image: Picture | None  # absolute; None where no plugin has one
    image_type: str  # media type; empty without an image
    published: str  # ISO 8601; empty but for posts, as is all below
    modified: str
    section: str
    tags: tuple[str, ...]


class Protection(NamedTuple):
    """What a browser must not do on a page, whatever stands in it: values of meta elements, safe in double quotes."""

    policy: Markup  # Content-Security-Policy, but for what a meta element cannot say
    referrer: Markup  # how much of the page's address other sites are told (Referrer-Policy)


class Alternate(NamedTuple):
    """The same page in one language: absolute address, for `link rel=alternate hreflang`."""

    lang: str
    url: str


class SwitchEntry(NamedTuple):
    """A language in the switcher: its own name, and the same page in it (empty where there is none)."""

    lang: str
    dir: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A post in a listing. One not published in the page's language links to another language's, and says so.

    Two voices speak in a translation, and its card marks both: its authors that of the language it was translated
    from, its translators that of the card's own. An original in the page's language has no mark: all around it is in
    that voice, and marks everywhere would mark nothing.
    """

    title: str
    url: str
    lang: str
    dir: str
    language: str
    original_lang: str  # in a translation: what it was translated from; empty where that is not shown
    original_language: str
    date: Date
    summary: Markup
    image: Picture | None
    authors: tuple[Link, ...]
    translators: tuple[Link, ...]
    topics: tuple[Link, ...]
    level: Link | None
    activity: Link | None
    is_featured: bool
    status: str  # "published", or in a preview "draft" or "review"


class Pager(NamedTuple):
    """Where a listing goes on. `newer` and `older` are None at the ends; numbers count from the oldest page, 1."""

    newer: Link | None
    older: Link | None
    number: int  # 0 on the listing itself


@dataclass(frozen=True, slots=True)
class Site:
    """The constants of one language's site."""

    lang: str
    dir: str
    language: str  # the name of `lang` in itself, as it stands within a sentence
    name: str
    tagline: str
    url: str  # absolute, ends in a slash: this language's home
    home: Link
    archive: Link
    cloud: str  # address of the page of all topics; empty where no plugin makes it, as are the next three
    matrix: str
    feeds: str  # the page that lists the feeds
    feed: str  # the feed of all posts
    sections: tuple[Link, ...]  # the ways to all posts: archive, topics, matrix
    menu: tuple[Link, ...]  # standing pages in the header, and the page to search from
    footer: tuple[Link, ...]  # the other standing pages, and the page of feeds
    levels: tuple[Link, ...]
    activities: tuple[Link, ...]
    stylesheet: str
    theme: ThemeFolder  # `site.theme["js/search.js"]` is the address of a file of the theme
    icon: str
    manifest: str
    licence: Link | None  # the default licence of the posts
    reading_mode: str  # of parallel quotes, where the reader has not chosen: "mine", "original", "stacked" or "beside"
    is_preview: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page has."""

    kind: str  # data-kind
    id: str
    number: int
    lang: str
    dir: str
    title: str  # plain text, without the site's name
    description: str  # plain text, may be empty
    url: str
    canonical: str  # absolute; empty on error pages
    alternates: tuple[Alternate, ...]  # with itself; empty where hreflang has no place
    x_default: str  # absolute; empty likewise
    switcher: tuple[SwitchEntry, ...]
    is_noindex: bool
    feed: str  # the Atom feed of this page's posts; empty where there is none
    share: Share | None = None  # None where there is no canonical address
    data: Markup | Later = field(default_factory=Markup)  # what the page says to machines: a script that holds data
    protection: Protection | None = None  # None where no plugin protects pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView(View):
    """A listing: archive, topic, level, activity or person; `intro` is the concept's description or person's bio."""

    intro: Markup
    intro_lang: str
    intro_dir: str
    title_lang: str  # where a label falls back to another language
    title_dir: str
    outside: Link | None  # a person's own site
    cards: tuple[Card, ...]
    total: int  # posts over all pages; 0 on numbered pages, which stay as they are when posts are added
    pager: Pager


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView(View):
    """The page a host shows for an address that does not exist: `homes` of all languages."""

    homes: tuple[Link, ...]
