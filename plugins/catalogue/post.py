"""A post or standing page in all its languages, and the document that says it in one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plugins.catalogue.body import Body
from plugins.catalogue.concepts import Concept, Concepts
from plugins.catalogue.front_matter import FrontMatter
from plugins.catalogue.people import Person
from plugins.catalogue.source import BodySource
from plugins.catalogue.text import Text


class Document(NamedTuple):
    """One file of a post: what it says in one language, with what it inherits from the original."""

    path: str  # relative to the content folder
    collection: str
    key: str
    lang: str
    title: str
    slug: str
    front: FrontMatter
    summary: Body
    text: Text
    is_shown: bool  # published, or unpublished in a preview; a retired one never

    @property
    def body(self) -> Body:
        """The body as it is rendered."""
        return self.text.body

    @property
    def source(self) -> BodySource:
        """The body as its author wrote it."""
        return self.text.source

    @property
    def digest(self) -> str:
        """The digest of the file."""
        return self.text.digest


@dataclass(frozen=True)
class Post:
    """The documents of one key; where it is filed belongs to the post, not to one of its languages."""

    collection: str
    key: str
    original: str  # the language the post was first written in
    documents: Mapping[str, Document]  # in the order of the site's languages
    topics: tuple[Concept, ...]
    level: Concept | None
    activity: Concept | None

    @cached_property
    def shown(self) -> dict[str, Document]:
        """The documents readers get, by language."""
        return {lang: document for lang, document in self.documents.items() if document.is_shown}


def moment(when: date | datetime | None, timezone: ZoneInfo) -> datetime:
    """Make days and moments comparable: a day is its midnight in the site's time zone, none is the first of days."""
    if when is None:
        return datetime.min.replace(tzinfo=UTC)
    return when if isinstance(when, datetime) else datetime.combine(when, time.min, timezone)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All content of all languages."""

    posts: tuple[Post, ...]  # oldest first
    pages: tuple[Post, ...]  # by key
    topics: Concepts
    levels: Concepts
    activities: Concepts
    people: Mapping[str, Person]  # by each name that a file uses
    files: frozenset[str]  # paths below media/ and root/
    by_key: Mapping[tuple[str, str], Post]  # by collection and key
    known_keys: frozenset[tuple[str, str]]  # (collection, key) of every file, also of those at fault
