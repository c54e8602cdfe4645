"""The page of a text that was retired: that it was, what it was called, and ways on. Of the text itself it has nothing.

It keeps the address, so that who follows an old link learns what became of it. Nothing in the site leads to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.identity import RETIRED, Outline, page_of
from plugins.plan.post_page import segments_of
from plugins.plan.view import Date, Link, View
from plugins.translation.reading import document_for


@dataclass(frozen=True, slots=True, kw_only=True)
class RetiredView(View):
    """A retired post or standing page."""

    date: Date | None  # of its publication
    topics: tuple[Link, ...]  # those that other posts are filed under
    elsewhere: Link | None  # the text in another language, where it is still published


def outline_retired(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the page of each retired document."""
    for post in (*catalogue.posts, *catalogue.pages):
        for lang, document in post.documents.items():
            if document.front.status == RETIRED:
                segments = segments_of(document, settings)
                yield Outline(page_of(document), lang, segments, is_indexed=False, source=document.path, subject=post)


def compose_retired(outline: Outline, composer: Composer) -> RetiredView:
    """Compose the page."""
    post, lang = outline.subject, outline.lang
    if not isinstance(post, Post):
        raise TypeError(f"{outline.identity} is no post")
    document, other = post.documents[lang], document_for(post, lang)
    return RetiredView(
        **composer.frame(outline, document.title, ""),
        date=composer.date(document.front.date, lang) if document.front.date else None,
        topics=composer.concepts("topic", post.topics, lang),
        elsewhere=Link(other.title, composer.url(page_of(other), other.lang), *composer.foreign(other.lang, lang))
        if other
        else None,
    )
