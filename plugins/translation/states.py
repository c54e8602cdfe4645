"""How far each post is translated: a state for each language of the site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plugins.catalogue.post import Catalogue, Post


class State(StrEnum):
    """Where a post stands in one language."""

    CURRENT = "current"
    MISSING = "missing"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Standing:
    """A post in one language: its state, and the file (empty where it is missing)."""

    lang: str
    state: State
    path: str


@dataclass(frozen=True, slots=True)
class PostStatus:
    """A post and where it stands in each language of the site."""

    key: str
    collection: str
    original: str
    standings: tuple[Standing, ...]


def post_status(post: Post, langs: Sequence[str]) -> PostStatus:
    """Tell where a post stands."""
    return PostStatus(post.key, post.collection, post.original, tuple(_standing(post, lang) for lang in langs))


def _standing(post: Post, lang: str) -> Standing:
    document = post.documents.get(lang)
    if document is None:
        return Standing(lang, State.MISSING, "")
    is_draft = document.front.status in ("draft", "review")
    return Standing(lang, State.DRAFT if is_draft else State.CURRENT, document.path)


def site_status(catalogue: Catalogue, langs: Sequence[str]) -> tuple[PostStatus, ...]:
    """Tell where every post and page stands, by collection and key."""
    everything = sorted((*catalogue.posts, *catalogue.pages), key=lambda post: (post.collection != "posts", post.key))
    return tuple(post_status(post, langs) for post in everything)


def as_text(statuses: Sequence[PostStatus], langs: Sequence[str]) -> str:
    """Format as a table, a line each post, and the totals of each language. The original's state is starred."""
    rows = [["", *langs]]
    rows += [
        [_name(status), *(f"{s.state}{'*' * (s.lang == status.original)}" for s in status.standings)]
        for status in statuses
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    totals = [f"{lang}: {_totals(statuses, lang)}" for lang in langs]
    return "\n".join([*table, "", *totals, "(* the original)"]) + "\n"


def as_json(statuses: Iterable[PostStatus]) -> str:
    """Format as `{"posts": [{key, collection, original, languages: {en: {state, path, blocks}}}]}`."""
    posts = [
        {
            "key": status.key,
            "collection": status.collection,
            "original": status.original,
            "languages": {s.lang: {"state": str(s.state), "path": s.path, "blocks": []} for s in status.standings},
        }
        for status in statuses
    ]
    return json.dumps({"posts": posts}, ensure_ascii=False, indent=2) + "\n"


def _name(status: PostStatus) -> str:
    return status.key if status.collection == "posts" else f"{status.collection}/{status.key}"


def _totals(statuses: Iterable[PostStatus], lang: str) -> str:
    states = [s.state for status in statuses for s in status.standings if s.lang == lang]
    return ", ".join(f"{states.count(state)} {state}" for state in State)
