"""The kinds of page that every site has: home, post, standing page, archive, person and error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from plugins.catalogue.languages import Language
from plugins.catalogue.people import Person
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.filed import shown_posts
from plugins.plan.home import compose_home, outline_home
from plugins.plan.identity import Identity, Kind, Outline
from plugins.plan.listing_page import listing_fields, listing_outlines, no_posts, shown_on
from plugins.plan.post_page import compose_page, compose_post, outline_pages, outline_posts, shown_with, subject_alone
from plugins.plan.view import ErrorView, Link, ListingView


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
    Kind("home", outline_home, compose_home, reads=no_posts),
    Kind("post", outline_posts, compose_post, shows=shown_with, reads=subject_alone),
    Kind("page", outline_pages, compose_page, shows=subject_alone),
    Kind("archive", _outline_archive, _compose_archive, shows=shown_on, reads=no_posts),
    Kind("person", _outline_people, _compose_person, shows=shown_on, reads=no_posts),
    Kind("error", _outline_error, _compose_error, shows=no_posts),
)
