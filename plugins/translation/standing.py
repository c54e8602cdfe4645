"""Where a post stands in each language, as plain values: what commands and pages tell of translations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """Where a post stands in one language."""

    CURRENT = "current"
    OUTDATED = "outdated"
    MISSING = "missing"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class OutdatedBlock:
    """A block that changed since the pin.

    `original_line` is where it stands in the original, None where it was taken out; `line` is where the translation
    says it, None where it does not, or where that cannot be told. `was` is its digest in the pin, `wording` what the
    original says now; each is empty where there is none.
    """

    original_line: int | None
    line: int | None
    kind: str
    was: str
    wording: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A post in one language: its state, and the file (empty where it is missing).

    `against` is the file that it was translated from, empty for an original; `is_pinned` tells whether it says what of
    that file it translates. `blocks` are what is out of step, where it is outdated.
    """

    lang: str
    state: State
    path: str
    against: str = ""
    is_pinned: bool = False
    blocks: tuple[OutdatedBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class PostStatus:
    """A post, where it is filed (ids of concepts), and where it stands in each language of the site."""

    key: str
    collection: str
    original: str
    topics: tuple[str, ...]
    level: str  # empty for none
    standings: tuple[Standing, ...]


def as_plain(statuses: Iterable[PostStatus]) -> tuple[dict[str, Any], ...]:
    """Give statuses as maps, lists and texts, of which JSON is made."""
    return tuple(asdict(status) for status in statuses)


def of_plain(values: Iterable[Mapping[str, Any]]) -> tuple[PostStatus, ...]:
    """Give the statuses that `as_plain` was given."""
    return tuple(_status(value) for value in values)


def _status(value: Mapping[str, Any]) -> PostStatus:
    standings = tuple(_standing(standing) for standing in value["standings"])
    return PostStatus(**{**value, "topics": tuple(value["topics"]), "standings": standings})


def _standing(value: Mapping[str, Any]) -> Standing:
    blocks = tuple(OutdatedBlock(**block) for block in value["blocks"])
    return Standing(**{**value, "state": State(value["state"]), "blocks": blocks})
