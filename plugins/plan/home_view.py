"""What the template of a home sees: its lead, the latest posts, and the ways into the index."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plugins.plan.view import Card, Link, View


@dataclass(frozen=True, slots=True)
class HomeActivity:
    """A way into an activity: what it is, how many posts it has, and up to two of them that are worth a look here."""

    link: Link
    description: Markup
    description_lang: str
    description_dir: str
    count: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class HomeLevel:
    """A way into a level: what it is, its place among the levels, from 1, and how many posts it has."""

    link: Link
    description: Markup
    description_lang: str
    description_dir: str
    count: int
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """A language's home: the lead story, the latest posts (own language first), ways into the index."""

    lead: Card | None
    cards: tuple[Card, ...]
    activities: tuple[HomeActivity, ...]  # none where no plugin makes their pages
    levels: tuple[HomeLevel, ...]  # likewise
    cloud: Markup  # the topics of most posts
