"""The pages of levels, their posts by activity, and of activities, their posts by level."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from plugins.catalogue.concepts import Concept, description, label, practices, slug
from plugins.catalogue.languages import Language
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.civic_index.view import CardGroup, CrossedView, Share
from plugins.plan.composer import Composer
from plugins.plan.filed import posts_by_activity, posts_by_level, shown_posts
from plugins.plan.identity import Identity, Outline, cell_of
from plugins.plan.listing import page_of
from plugins.plan.listing_page import listing_fields, listing_outlines
from plugins.plan.view import Link

Sorting = Callable[[Iterable[Post]], Mapping[str, tuple[Post, ...]]]
BOTH = ("level", "activity")  # the page says one of a card's facts, the heading of its group the other


def outline_levels(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline a listing for each level, also one without posts."""
    return _outlines("level", "levels", catalogue.levels.items, posts_by_level(shown_posts(catalogue)), settings)


def outline_activities(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline a listing for each activity, also one without posts."""
    posts = posts_by_activity(shown_posts(catalogue))
    return _outlines("activity", "activities", catalogue.activities.items, posts, settings)


def _outlines(
    kind: str, word: str, concepts: Iterable[Concept], posts: Mapping[str, tuple[Post, ...]], settings: Settings
) -> Iterable[Outline]:
    for concept in concepts:

        def words(language: Language, concept: Concept = concept) -> tuple[str, ...]:
            return (language.paths[word], slug(concept, language.lang, settings.langs))

        filed = posts.get(concept.id, ())
        yield from listing_outlines(Identity(kind, concept.id), filed, concept, words, settings)


def compose_level(outline: Outline, composer: Composer) -> CrossedView:
    """Compose one page of a level."""
    level = cast(Concept, outline.subject)
    levels = composer.catalogue.levels.items
    step = next(place for place, other in enumerate(levels) if other.id == level.id)

    def link(other: Concept) -> Link:
        return composer.concept("level", other, outline.lang)

    return _compose(
        outline,
        composer,
        composer.catalogue.activities.items,
        posts_by_activity,
        lambda activity: cell_of(level.id, activity.id),
        step=step + 1,
        before=link(levels[step - 1]) if step else None,
        after=link(levels[step + 1]) if step + 1 < len(levels) else None,
    )


def compose_activity(outline: Outline, composer: Composer) -> CrossedView:
    """Compose one page of an activity."""
    activity = cast(Concept, outline.subject)
    levels = composer.catalogue.levels.items
    return _compose(outline, composer, levels, posts_by_level, lambda level: cell_of(level.id, activity.id))


def _compose(
    outline: Outline,
    composer: Composer,
    across: Iterable[Concept],
    sort: Sorting,
    cell: Callable[[Concept], Identity],
    step: int = 0,
    before: Link | None = None,
    after: Link | None = None,
) -> CrossedView:
    concept, lang, langs = cast(Concept, outline.subject), outline.lang, composer.settings.langs
    title, title_lang = label(concept, lang, langs)
    intro, intro_lang = description(concept, lang, langs)
    done, done_lang = practices(concept, lang, langs)
    is_first = not outline.identity.number
    foreign = composer.foreign(done_lang, lang)
    links = {other.id: _cell_link(other, cell(other), lang, composer) for other in across}
    return CrossedView(
        **listing_fields(outline, composer, title, title_lang, intro, intro_lang, leaving_out=BOTH),
        practices=done if is_first else (),
        practices_lang=foreign[0],
        practices_dir=foreign[1],
        shares=_shares(links, sort(outline.posts)) if is_first else (),
        groups=_groups(links, sort(page_of(outline.posts, outline.identity.number)), lang, composer),
        step=step,
        steps=len(composer.catalogue.levels.items),
        before=before,
        after=after,
    )


def _cell_link(concept: Concept, cell: Identity, lang: str, composer: Composer) -> Link:
    text, text_lang = label(concept, lang, composer.settings.langs)
    return Link(text, composer.url_of(cell, lang), *composer.foreign(text_lang, lang))


def _shares(links: Mapping[str, Link], posts: Mapping[str, tuple[Post, ...]]) -> tuple[Share, ...]:
    shares = [Share(link, len(posts.get(id_, ()))) for id_, link in links.items()]
    if without := posts.get(""):
        shares.append(Share(None, len(without)))
    return tuple(shares)


def _groups(
    links: Mapping[str, Link], posts: Mapping[str, tuple[Post, ...]], lang: str, composer: Composer
) -> tuple[CardGroup, ...]:
    named: list[tuple[str, Link | None]] = [*links.items(), ("", None)]
    return tuple(
        CardGroup(link, tuple(composer.card(post, lang, leaving_out=BOTH) for post in posts[id_]))
        for id_, link in named
        if id_ in posts
    )
