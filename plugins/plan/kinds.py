"""The kinds of page that every site has: home, post, standing page, archive, person and error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import cast

from markupsafe import Markup, escape

from plugins.catalogue.languages import Language
from plugins.catalogue.parts import has_label
from plugins.catalogue.people import Person
from plugins.catalogue.post import Catalogue, Document, Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.filed import shown_posts
from plugins.plan.home import compose_home, outline_home
from plugins.plan.identity import Identity, Kind, Outline, cell_of
from plugins.plan.licence import licence_link
from plugins.plan.listing_page import listing_fields, listing_outlines
from plugins.plan.view import (
    Card,
    Citation,
    Correction,
    ErrorView,
    Link,
    ListingView,
    PageView,
    Place,
    PostView,
)


def _outline_documents(posts: Iterable[Post], kind: str, settings: Settings) -> Iterable[Outline]:
    for post in posts:
        for lang, document in post.shown.items():
            words = settings.language(lang).paths
            segments = (words["posts"], document.slug) if kind == "post" else (document.slug,)
            canonical = document.front.canonical or ""
            identity = Identity(kind, post.key)
            yield Outline(identity, lang, segments, canonical=canonical, source=document.path, subject=post)


def _outline_posts(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    return _outline_documents(catalogue.posts, "post", settings)


def _outline_pages(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    return _outline_documents(catalogue.pages, "page", settings)


def _post_and_document(outline: Outline) -> tuple[Post, Document]:
    post = cast(Post, outline.subject)
    return post, post.documents[outline.lang]


def _compose_post(outline: Outline, composer: Composer) -> PostView:
    post, document = _post_and_document(outline)
    front, lang = document.front, outline.lang
    if front.date is None:
        raise ValueError(f"{document.path} has no date")
    summary = composer.summary(document)
    return PostView(
        **composer.frame(outline, document.title, summary.striptags()),
        body=composer.body(document),
        summary=summary if front.summary else Markup(""),
        date=composer.date(front.date, lang),
        modified=composer.date(front.modified, lang) if front.modified else None,
        image=composer.picture(document),
        credits=composer.credits(document, lang),
        topics=composer.concepts("topic", post.topics, lang),
        level=composer.concept("level", post.level, lang) if post.level else None,
        activity=composer.concept("activity", post.activity, lang) if post.activity else None,
        place=_place(post, composer, lang),
        parallel=composer.url_of(Identity("parallel", post.key), lang),
        original=composer.original(post, document),
        origin=Link(front.origin.name, front.origin.url) if front.origin else None,
        licence=licence_link(front.licence or composer.settings.licence, lang),
        corrections=tuple(Correction(composer.date(c.date, lang), escape(c.text)) for c in front.corrections),
        related=_related(post, lang, composer),
        older=_neighbour(composer.neighbours[post.key, lang].older, lang, composer),
        newer=_neighbour(composer.neighbours[post.key, lang].newer, lang, composer),
        citation=_citation(outline, post, document, composer),
        links_language=composer.links_language(document),
        has_quotes=has_label(document.body, "quote-original"),
        has_reading_modes=has_label(document.body, "quote-translation"),
        status=front.status,
    )


def _related(post: Post, lang: str, composer: Composer) -> tuple[Card, ...]:
    """Show the posts most like this one, those in the page's language first, without their pictures."""
    cards = (replace(composer.card(other, lang), image=None) for other in composer.related[post.key])
    return tuple(sorted(cards, key=lambda card: bool(card.lang)))


def _neighbour(post: Post | None, lang: str, composer: Composer) -> Link | None:
    return composer.link(post.shown[lang].title, Identity("post", post.key), lang) if post else None


def _citation(outline: Outline, post: Post, document: Document, composer: Composer) -> Citation:
    front, lang, settings = document.front, outline.lang, composer.settings
    licence = licence_link(front.licence or settings.licence, lang)
    original = composer.original(post, document)

    def names(role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(composer.person(name, lang).title for name in front.credits.get(role, ())))

    return Citation(
        authors=names("authors"),
        title=document.title,
        site=settings.site_name[lang],
        date=composer.date(front.date or date.min, lang),
        translators=names("translators"),
        original_language=original.language if original else "",
        licence=licence.title if licence else "",
        url=outline.canonical or composer.absolute(composer.url(outline.identity, lang)),
    )


def _place(post: Post, composer: Composer, lang: str) -> Place | None:
    level, activity = post.level, post.activity
    if level is None or activity is None:
        return None
    catalogue = composer.catalogue
    url = composer.url_of(cell_of(level.id, activity.id), lang)
    rows = tuple(
        tuple((across.id, down.id) == (level.id, activity.id) for across in catalogue.levels.items)
        for down in catalogue.activities.items
    )
    return Place(url, rows) if url else None


def _compose_page(outline: Outline, composer: Composer) -> PageView:
    post, document = _post_and_document(outline)
    front = document.front
    return PageView(
        **composer.frame(outline, document.title, composer.summary(document).striptags()),
        body=composer.body(document),
        modified=composer.date(front.modified, outline.lang) if front.modified else None,
        original=composer.original(post, document),
        links_language=composer.links_language(document),
        has_quotes=has_label(document.body, "quote-original"),
        has_reading_modes=has_label(document.body, "quote-translation"),
        status=front.status,
    )


def _outline_archive(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    posts = shown_posts(catalogue)
    return listing_outlines(Identity("archive"), posts, None, lambda language: (language.paths["posts"],), settings)


def _compose_archive(outline: Outline, composer: Composer) -> ListingView:
    return ListingView(**listing_fields(outline, composer, composer.labels[outline.lang].archive()))


def _outline_people(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    people: dict[str, Person] = {}
    posts: dict[str, list[Post]] = defaultdict(list)
    for post in shown_posts(catalogue):
        names = [name for doc in post.shown.values() for group in doc.front.credits.values() for name in group]
        for slug in dict.fromkeys(catalogue.people[name].slug for name in names):
            posts[slug].append(post)
        people.update((catalogue.people[name].slug, catalogue.people[name]) for name in names)
    for slug in sorted(people):

        def words(language: Language, slug: str = slug) -> tuple[str, ...]:
            return (language.paths["people"], slug)

        yield from listing_outlines(Identity("person", slug), tuple(posts[slug]), people[slug], words, settings)


def _compose_person(outline: Outline, composer: Composer) -> ListingView:
    person = cast(Person, outline.subject)
    langs = (outline.lang, *composer.settings.langs)
    bio_lang = next((lang for lang in langs if person.bios.get(lang)), outline.lang)
    bio = person.bios.get(bio_lang, "")
    outside = Link(person.url, person.url) if person.url else None
    return ListingView(
        **listing_fields(outline, composer, person.name, intro=bio, intro_lang=bio_lang, outside=outside)
    )


def _outline_error(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    return (Outline(Identity("error"), lang, (), "404.html", is_indexed=False) for lang in settings.langs)


def _compose_error(outline: Outline, composer: Composer) -> ErrorView:
    homes = tuple(
        Link(
            composer.settings.site_name[lang],
            composer.url(Identity("home"), lang),
            *composer.foreign(lang, outline.lang),
        )
        for lang in composer.settings.langs
    )
    return ErrorView(**composer.frame(outline, composer.labels[outline.lang].not_found(), ""), homes=homes)


KINDS = (
    Kind("home", outline_home, compose_home),
    Kind("post", _outline_posts, _compose_post),
    Kind("page", _outline_pages, _compose_page),
    Kind("archive", _outline_archive, _compose_archive),
    Kind("person", _outline_people, _compose_person),
    Kind("error", _outline_error, _compose_error),
)
