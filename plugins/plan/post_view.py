"""What the templates of posts and standing pages see."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plugins.plan.later import Later
from plugins.plan.view import Card, Credit, Date, Link, Picture, View


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected, and when."""

    date: Date
    text: Markup


@dataclass(frozen=True, slots=True)
class Place:
    """A post's place in the maturity matrix: the page of its cell, and a small map of all cells that marks it."""

    url: str
    map: tuple[tuple[bool, ...], ...]  # a row an activity, in it a place for each level, least mature first


@dataclass(frozen=True, slots=True)
class Citation:
    """What names a post elsewhere, in its own language; `url` is absolute, names are plain text."""

    authors: tuple[str, ...]
    title: str
    site: str
    date: Date
    translators: tuple[str, ...]
    original_language: str  # in a translation: the name of the language it was translated from
    licence: str
    url: str


@dataclass(frozen=True, slots=True)
class Behind:
    """What a translation is behind: its original, and the day that is the original's latest."""

    original: Link
    date: Date | None  # a page that says no day has none
    is_change: bool  # whether the day is that of a change, and not that of publication


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView(View):
    """A post."""

    body: Later
    summary: Markup
    date: Date
    modified: Date | None
    image: Picture | None
    credits: tuple[Credit, ...]
    topics: tuple[Link, ...]
    level: Link | None
    activity: Link | None
    place: Place | None  # where level and activity meet
    parallel: str  # the page that shows the post in two languages; empty where there is none
    original: Link | None  # in a translation: what it was translated from (title and url empty where unpublished)
    behind: Behind | None  # in a translation that says less, or something else, than its original
    origin: Link | None  # where it was first published
    licence: Link | None
    corrections: tuple[Correction, ...]
    related: tuple[Card, ...]
    older: Link | None  # the posts before and after it in its language
    newer: Link | None
    citation: Citation
    links_language: str  # name of the one other language all outside links are in, else empty
    has_quotes: bool  # parallel ones, which can be linked to and copied
    has_reading_modes: bool  # a quote shows two languages, of which the reader may choose
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(View):
    """A standing page."""

    body: Later
    modified: Date | None
    original: Link | None
    behind: Behind | None
    links_language: str
    has_quotes: bool
    has_reading_modes: bool
    status: str
