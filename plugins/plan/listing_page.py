"""The pages of a listing of posts, in every language: the listing itself, and its numbered pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from markupsafe import Markup, escape

from plugins.catalogue.concepts import Concept
from plugins.catalogue.languages import Language
from plugins.catalogue.people import Person
from plugins.catalogue.post import Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.frame import Frame
from plugins.plan.identity import Identity, Outline
from plugins.plan.listing import page_count, page_of
from plugins.plan.view import Card, Link, Pager


def listing_outlines(
    identity: Identity,
    posts: tuple[Post, ...],
    subject: Person | Concept | tuple[Concept, Concept] | None,
    words: Callable[[Language], tuple[str, ...]],
    settings: Settings,
) -> Iterable[Outline]:
    """Outline a listing of posts (oldest first) in every language: the listing itself and its numbered pages."""
    for language in settings.languages:
        segments = words(language)
        yield Outline(identity, language.lang, segments, posts=posts, subject=subject)
        for number in range(1, page_count(len(posts)) + 1):
            numbered = Identity(identity.kind, identity.id, number)
            path = (*segments, language.paths["page"], str(number))
            yield Outline(numbered, language.lang, path, posts=posts, subject=subject)


def shown_on(outline: Outline, composer: Composer) -> Iterable[Post]:
    """Name the posts that a page of a listing shows; the listing itself may show any of them."""
    number = outline.identity.number
    return page_of(outline.posts, number) if number else outline.posts


def no_posts(outline: Outline, composer: Composer) -> Iterable[Post]:
    """Name no post: such a page says how posts are filed, and nothing of what they say."""
    return ()


class ListingFields(Frame):
    """The fields of `ListingView`, for the kinds of listing that have more."""

    intro: Markup
    intro_lang: str
    intro_dir: str
    title_lang: str
    title_dir: str
    outside: Link | None
    cards: tuple[Card, ...]
    total: int
    pager: Pager


def listing_fields(
    outline: Outline,
    composer: Composer,
    title: str,
    title_lang: str = "",
    intro: str = "",
    intro_lang: str = "",
    outside: Link | None = None,
    leaving_out: Collection[str] = (),
) -> ListingFields:
    """Compose one page of a listing; `intro` is plain text, the tags say where a text is not in the page's language.

    `leaving_out` are the facts of a card that the page itself says of all its posts.
    """
    lang, number = outline.lang, outline.identity.number
    foreign_intro = composer.foreign(intro_lang or lang, lang)
    foreign_title = composer.foreign(title_lang or lang, lang)
    return ListingFields(
        **composer.frame(outline, composer.labels[lang].numbered(title, number), "" if foreign_intro[0] else intro),
        intro=escape(intro),
        intro_lang=foreign_intro[0],
        intro_dir=foreign_intro[1],
        title_lang=foreign_title[0],
        title_dir=foreign_title[1],
        outside=outside,
        cards=tuple(composer.card(post, lang, leaving_out) for post in page_of(outline.posts, number)),
        total=0 if number else len(outline.posts),
        pager=_pager(outline, composer, page_count(len(outline.posts)), title),
    )


def _pager(outline: Outline, composer: Composer, count: int, title: str) -> Pager:
    identity, lang = outline.identity, outline.lang
    number = identity.number

    def link(to: int) -> Link:
        words = composer.labels[lang].page(to) if to else title
        return composer.link(words, Identity(identity.kind, identity.id, to), lang)

    if not number:
        return Pager(newer=None, older=link(count) if count else None, number=0)
    newer = link(number + 1 if number < count else 0)
    return Pager(newer=newer, older=link(number - 1) if number > 1 else None, number=number)
