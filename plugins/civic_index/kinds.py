"""The kinds of page of the civic index: a listing for each topic, level and activity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from plugins.catalogue.concepts import Concept, description, label, slug
from plugins.catalogue.languages import Language
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.filed import shown_posts
from plugins.plan.identity import Identity, Kind, Outline
from plugins.plan.listing_page import listing_outlines, listing_view
from plugins.plan.view import ListingView


def _outline_topics(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    posts: dict[str, list[Post]] = defaultdict(list)
    for post in shown_posts(catalogue):
        for topic in post.topics:
            posts[topic.id].append(post)
    for topic in catalogue.topics.items:
        if topic.id in posts:
            yield from _outlines("topic", "topics", topic, tuple(posts[topic.id]), settings)


def _outline_levels(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    for level in catalogue.levels.items:
        posts = tuple(post for post in shown_posts(catalogue) if post.level and post.level.id == level.id)
        yield from _outlines("level", "levels", level, posts, settings)


def _outline_activities(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    for activity in catalogue.activities.items:
        posts = tuple(post for post in shown_posts(catalogue) if post.activity and post.activity.id == activity.id)
        yield from _outlines("activity", "activities", activity, posts, settings)


def _outlines(kind: str, word: str, concept: Concept, posts: tuple[Post, ...], settings: Settings) -> Iterable[Outline]:
    def words(language: Language) -> tuple[str, ...]:
        return (language.paths[word], slug(concept, language.lang, settings.langs))

    return listing_outlines(Identity(kind, concept.id), posts, concept, words, settings)


def _compose(outline: Outline, composer: Composer) -> ListingView:
    concept = cast(Concept, outline.subject)
    langs = composer.settings.langs
    title, title_lang = label(concept, outline.lang, langs)
    intro, intro_lang = description(concept, outline.lang, langs)
    return listing_view(outline, composer, title, title_lang, intro, intro_lang)


KINDS = (
    Kind("topic", _outline_topics, _compose),
    Kind("level", _outline_levels, _compose),
    Kind("activity", _outline_activities, _compose),
)
