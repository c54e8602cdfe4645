"""What the templates of the civic index see, beside what every page and every listing has."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plugins.plan.view import Card, Link, ListingView, View


@dataclass(frozen=True, slots=True)
class CloudPart:
    """The topics under one letter: in one case, `0` for figures, empty for letters that the alphabet lacks."""

    letter: str
    cloud: Markup


@dataclass(frozen=True, slots=True)
class Rank:
    """The topics that have one number of posts."""

    count: int
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudView(View):
    """All topics that have posts, by name and by number of posts."""

    total: int
    parts: tuple[CloudPart, ...]  # in the alphabet; a single one where there are few topics
    has_letters: bool  # whether the parts are one a letter
    ranking: tuple[Rank, ...]  # most posts first


@dataclass(frozen=True, slots=True)
class Related:
    """A topic, and how many posts it shares with the page's own."""

    topic: Link
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView(ListingView):
    """The posts of a topic."""

    related: tuple[Related, ...]  # most shared posts first; none on numbered pages


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a page's posts meet another concept, whose cell `link` leads to; None for posts that have none."""

    link: Link | None
    count: int


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Posts that share a concept; `link` leads to all of them, None for those that have none."""

    link: Link | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossedView(ListingView):
    """The posts of a level by activity, or of an activity by level; what is counted stands on the first page only."""

    practices: tuple[str, ...]
    practices_lang: str
    practices_dir: str
    shares: tuple[Share, ...]
    groups: tuple[CardGroup, ...]
    step: int  # a level's place among the levels, from 1; 0 for an activity
    steps: int
    before: Link | None  # the level before; none for an activity
    after: Link | None


@dataclass(frozen=True, slots=True)
class Voice:
    """How many of some posts can be read in a language of the site, which is named for the page's readers."""

    lang: str
    language: str
    count: int


@dataclass(frozen=True, slots=True)
class Sum:
    """Posts, and how many of them each language has; no voices where there are no posts or one language only."""

    count: int
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Posts at a level in an activity; no address where there are none. `weight` is 1 to 9, 0 for an empty cell."""

    posts: Sum
    url: str
    weight: int
    activity: Link


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A level with its posts by activity."""

    level: Link
    cells: tuple[MatrixCell, ...]
    total: Sum


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView(View):
    """Levels by activities, with sums, what of them each language has, and the diagram of the same numbers."""

    activities: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    column_totals: tuple[Sum, ...]
    total: Sum
    left_out: int  # posts without level or without activity
    diagram: Markup  # SVG; empty where there are too many levels to draw, or nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView(ListingView):
    """The posts at a level in an activity, and the filled cells one level down and up."""

    level: Link
    activity: Link
    before: Link | None
    after: Link | None
