"""A post in one language as an entry of a feed: whole, and with no address that depends on where it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from plugins.catalogue.concepts import label
from plugins.catalogue.post import Document, moment
from plugins.discovery.feed_ids import entry_id
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity
from plugins.plan.later import Later, digest_of
from plugins.plan.licence import licence_link
from plugins.plan.view import Link

LEAD_PICTURE = Markup('<p><img src="{}" alt="{}"></p>\n')
CONTENT = Markup('<div lang="{}" dir="{}">\n{}{}\n</div>')  # Atom itself knows no direction


@dataclass(frozen=True, slots=True)
class Category:
    """A topic, level or activity: its id, and its label with the language that this is in."""

    term: str
    label: str
    lang: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of a post; addresses are absolute, moments have a time zone, `title` is plain text."""

    id: str
    title: str
    url: str
    lang: str
    published: datetime
    updated: datetime
    summary: Markup
    content: Later
    authors: tuple[Link, ...]
    contributors: tuple[Link, ...]  # all others who are credited
    categories: tuple[Category, ...]
    licence: Link | None


def make_entry(document: Document, composer: Composer) -> Entry:
    """Make the entry of a post's document. Raises ValueError where it has no date."""
    front, lang, settings = document.front, document.lang, composer.settings
    if front.date is None:
        raise ValueError(f"{document.path} has no date")
    published = moment(front.date, settings.timezone)
    authors, contributors = _credited(document, composer)
    return Entry(
        id=entry_id(settings.feed_authority, front.date, document.key, lang),
        title=document.title,
        url=composer.absolute(composer.url(Identity("post", document.key), lang)),
        lang=lang,
        published=published,
        updated=max(published, moment(front.modified or front.date, settings.timezone)),
        summary=composer.summary_elsewhere(document),
        content=_content(document, composer),
        authors=authors,
        contributors=contributors,
        categories=_categories(document, composer),
        licence=licence_link(front.licence or settings.licence, lang),
    )


def _content(document: Document, composer: Composer) -> Later:
    picture = composer.picture(document)
    lead = LEAD_PICTURE.format(composer.absolute(picture.url), picture.alt) if picture else ""
    direction = composer.settings.direction(document.lang)
    body = composer.body_elsewhere(document)
    return Later(digest_of(body.digest, lead, direction), lambda: CONTENT.format(document.lang, direction, lead, body))


def _credited(document: Document, composer: Composer) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    by_role = {credit.role: credit.people for credit in composer.credits(document, document.lang)}
    authors = by_role.get("authors", ())
    others = (person for people in by_role.values() for person in people if person not in authors)

    def absolute(person: Link) -> Link:
        return Link(person.title, composer.absolute(person.url))

    return tuple(map(absolute, authors)), tuple(map(absolute, dict.fromkeys(others)))


def _categories(document: Document, composer: Composer) -> tuple[Category, ...]:
    post = composer.catalogue.by_key[document.collection, document.key]
    filed = (*post.topics, *filter(None, (post.level, post.activity)))
    langs = composer.settings.langs
    return tuple(Category(concept.id, *label(concept, document.lang, langs)) for concept in filed)
