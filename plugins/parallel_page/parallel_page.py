"""The page of a post in two languages: which two, where it stands, and what it shows.

Its identity has no language, so that the switcher leads from each to the other: a page pairs its language with the
original, and the original's own page pairs that with the first other language of the site that the post is in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from plugins.catalogue.post import Catalogue, Document, Post
from plugins.catalogue.settings import Settings
from plugins.parallel_page.alignment import align
from plugins.parallel_page.blocks import Block, read_blocks
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity, Outline, address
from plugins.plan.later import LaterItems, digest_of
from plugins.plan.view import View


@dataclass(frozen=True, slots=True)
class Side:
    """The post in one of the two languages. `lang` and `dir` are always written."""

    lang: str
    dir: str
    language: str  # its name in the page's language
    name: str  # its name in itself
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands beside each other: HTML, of which one may be empty."""

    own: Markup
    other: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelView(View):
    """A post in two languages, the page's own first."""

    own: Side
    other: Side
    pairs: LaterItems[Pair]


def outline_nothing(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline no pages of themselves: these stand beside posts."""
    return ()


def outline_parallel(page: Outline, catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the page beside a post that readers get in two languages or more."""
    post = page.subject
    if page.identity.kind == "post" and isinstance(post, Post) and len(post.shown) > 1:
        yield Outline(
            Identity("parallel", post.key),
            page.lang,
            (*page.segments, settings.language(page.lang).paths["parallel"]),
            is_indexed=False,
            canonical=page.canonical or settings.site_url + address(page, settings.main_lang).url,
            source=page.source,
            subject=post,
        )


def other_lang(post: Post, lang: str) -> str:
    """Give the language that a page in `lang` shows beside its own."""
    if lang != post.original and post.original in post.shown:
        return post.original
    return next(other for other in post.shown if other != lang)


def compose_parallel(outline: Outline, composer: Composer) -> ParallelView:
    """Compose the page."""
    post, lang = outline.subject, outline.lang
    if not isinstance(post, Post):
        raise TypeError(f"{outline.identity} is no post")
    own, other = post.shown[lang], post.shown[other_lang(post, lang)]
    bodies = composer.body_later(own), composer.body_beside(other)
    own_side, other_side = (_side(document, lang, composer) for document in (own, other))
    return ParallelView(
        **composer.frame(outline, own.title, composer.summary(own).striptags()),
        own=own_side,
        other=other_side,
        pairs=LaterItems(digest_of(*(body.digest for body in bodies)), lambda: _pairs(*map(str, bodies))),
    )


def _pairs(own: str, other: str) -> Iterable[Pair]:
    blocks = read_blocks(own)
    rows = align(blocks, read_blocks(other, beside=blocks))
    return (Pair(_html(row.left), _html(row.right)) for row in rows)


def _html(blocks: Iterable[Block]) -> Markup:
    return Markup("\n".join(block.html for block in blocks))


def _side(document: Document, page_lang: str, composer: Composer) -> Side:
    lang = document.lang
    return Side(
        lang=lang,
        dir=composer.settings.direction(lang),
        language=composer.labels[page_lang].language(lang),
        name=composer.settings.language(lang).name,
        title=document.title,
        url=composer.url(Identity("post", document.key), lang),
    )
