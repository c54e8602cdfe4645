"""How far posts are translated, counted: in all, by what they are filed under, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.translation.standing import PostStatus, Standing, State

MOST_NEXT = 10  # tasks that are shown for a language: a list that one can finish


@dataclass(frozen=True, slots=True)
class Progress:
    """Of how many posts (`total`) a language has each state."""

    lang: str
    total: int
    current: int
    outdated: int
    missing: int
    draft: int


def progress(statuses: Iterable[PostStatus], lang: str) -> Progress:
    """Count the states in one language."""
    states = [standing.state for status in statuses for standing in status.standings if standing.lang == lang]
    counts = (states.count(state) for state in (State.CURRENT, State.OUTDATED, State.MISSING, State.DRAFT))
    return Progress(lang, len(states), *counts)


def what_is_next(newest_first: Sequence[PostStatus], lang: str) -> tuple[tuple[PostStatus, Standing], ...]:
    """Give what to translate next: what is outdated first, for readers see it; then drafts; then what is missing.

    Within each, standing pages come after posts, and newer posts before older ones.
    """
    order = (State.OUTDATED, State.DRAFT, State.MISSING)
    standings = ((status, s) for status in newest_first for s in status.standings if s.lang == lang)
    waiting = [(status, s) for status, s in standings if s.state in order and status.original != lang]
    waiting.sort(key=lambda pair: (order.index(pair[1].state), pair[0].collection != "posts"))
    return tuple(waiting[:MOST_NEXT])
