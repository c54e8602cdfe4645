"""The pages of posts and of standing pages: what the files of an author become."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from markupsafe import Markup, escape

from plugins.catalogue.parts import has_label
from plugins.catalogue.post import Catalogue, Document, Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity, Outline, cell_of
from plugins.plan.licence import licence_link
from plugins.plan.post_view import Behind, Citation, Correction, PageView, Place, PostView
from plugins.plan.view import Card, Link
from plugins.translation.standing import State
from plugins.translation.states import standing


def _outline_documents(posts: Iterable[Post], kind: str, settings: Settings) -> Iterable[Outline]:
    for post in posts:
        for lang, document in post.shown.items():
            segments, canonical = segments_of(document, settings), document.front.canonical or ""
            identity = Identity(kind, post.key)
            yield Outline(identity, lang, segments, canonical=canonical, source=document.path, subject=post)


def segments_of(document: Document, settings: Settings) -> tuple[str, ...]:
    """Give the words of a document's path, after the root of its language."""
    if document.collection == "posts":
        return settings.language(document.lang).paths["posts"], document.slug
    return (document.slug,)


def outline_posts(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Give every post that is shown its page in each of its languages."""
    return _outline_documents(catalogue.posts, "post", settings)


def outline_pages(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Give every standing page that is shown its page in each of its languages."""
    return _outline_documents(catalogue.pages, "page", settings)


def subject_alone(outline: Outline, composer: Composer) -> Iterable[Post]:
    """Name the post that a page is about."""
    return (cast(Post, outline.subject),)


def shown_with(outline: Outline, composer: Composer) -> Iterable[Post]:
    """Name the post that a page is about, and those that it leads on to."""
    post, _ = _post_and_document(outline)
    beside = composer.neighbours[post.key, outline.lang]
    return (post, *composer.related[post.key], *filter(None, (beside.older, beside.newer)))


def _post_and_document(outline: Outline) -> tuple[Post, Document]:
    post = cast(Post, outline.subject)
    return post, post.documents[outline.lang]


def compose_post(outline: Outline, composer: Composer) -> PostView:
    """Compose the view of a post. Raises ValueError where it has no date, which the catalogue does not let through."""
    post, document = _post_and_document(outline)
    front, lang = document.front, outline.lang
    if front.date is None:
        raise ValueError(f"{document.path} has no date")
    summary = composer.summary(document)
    return PostView(
        **composer.frame(outline, document.title, summary.striptags()),
        body=composer.body_later(document),
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
        behind=_behind(post, document, composer),
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
    cards = (composer.card(other, lang, without_image=True) for other in composer.related[post.key])
    return tuple(sorted(cards, key=lambda card: bool(card.lang)))


def _neighbour(post: Post | None, lang: str, composer: Composer) -> Link | None:
    return composer.link(post.shown[lang].title, Identity("post", post.key), lang) if post else None


def _behind(post: Post, document: Document, composer: Composer) -> Behind | None:
    """Tell what an outdated translation is behind; nothing where readers cannot have that."""
    link = composer.original(post, document)
    if link is None or not link.url or standing(post, document.lang).state is not State.OUTDATED:
        return None
    front = post.documents[document.front.original or ""].front
    when = front.modified or front.date
    latest = composer.date(when, document.lang) if when else None
    return Behind(link, latest, is_change=front.modified is not None)


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


def compose_page(outline: Outline, composer: Composer) -> PageView:
    """Compose the view of a standing page."""
    post, document = _post_and_document(outline)
    front = document.front
    return PageView(
        **composer.frame(outline, document.title, composer.summary(document).striptags()),
        body=composer.body_later(document),
        modified=composer.date(front.modified, outline.lang) if front.modified else None,
        original=composer.original(post, document),
        behind=_behind(post, document, composer),
        links_language=composer.links_language(document),
        has_quotes=has_label(document.body, "quote-original"),
        has_reading_modes=has_label(document.body, "quote-translation"),
        status=front.status,
    )
