"""The home of each language: the lead story, the latest posts, and the ways into activities, levels and topics.

Whatever plugin makes their pages: without it, a home has the posts and no ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from markupsafe import Markup, escape

from plugins.catalogue.cloud import draw_cloud, most_used, weigh
from plugins.catalogue.concepts import Concept, description
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.filed import posts_by_activity, posts_by_level, shown_posts, topic_words
from plugins.plan.home_view import HomeActivity, HomeLevel, HomeView
from plugins.plan.identity import Identity, Outline
from plugins.plan.view import Link
from plugins.translation.reading import own_first

CARDS = 8  # beside the lead; an even number fills both columns
CARDS_OF_ACTIVITY = 2
TOPICS = 30


def outline_home(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the home of every language."""
    return (Outline(Identity("home"), lang, ()) for lang in settings.langs)


def compose_home(outline: Outline, composer: Composer) -> HomeView:
    """Compose the home of a language; the newest featured post leads, else the newest in its language."""
    lang, settings = outline.lang, composer.settings
    newest_first = tuple(reversed(shown_posts(composer.catalogue)))
    in_order = own_first(newest_first, lang)
    lead = next((post for post in in_order if lang in post.shown and post.documents[lang].front.featured), None)
    lead = lead or next(iter(in_order), None)
    posts = [post for post in in_order if post is not lead][:CARDS]
    return HomeView(
        **composer.frame(outline, settings.site_name[lang], settings.tagline[lang]),
        lead=composer.card(lead, lang) if lead else None,
        cards=tuple(composer.card(post, lang) for post in posts),
        activities=_activities([post for post in newest_first if post is not lead], posts, composer, lang),
        levels=_levels(composer, lang),
        cloud=draw_cloud(weigh(most_used(topic_words(composer, lang), TOPICS))),
    )


def _activities(
    newest_first: Iterable[Post], listed: Iterable[Post], composer: Composer, lang: str
) -> tuple[HomeActivity, ...]:
    found = posts_by_activity(newest_first)
    total = posts_by_activity(shown_posts(composer.catalogue))
    keys = {post.key for post in listed}
    return tuple(
        HomeActivity(
            link,
            *_description(concept, composer, lang),
            count=len(total.get(concept.id, ())),
            cards=tuple(
                composer.card(post, lang, leaving_out=("activity",))
                for post in _worth_a_look(found.get(concept.id, ()), keys, lang)
            ),
        )
        for concept, link in _with_page("activity", composer.catalogue.activities.items, composer, lang)
    )


def _worth_a_look(newest_first: Sequence[Post], listed: set[str], lang: str) -> list[Post]:
    """Choose from an activity: posts in the language first, of these what the page does not list, then the newest."""
    fresh_first = sorted(newest_first, key=lambda post: post.key in listed)
    chosen = {post.key for post in islice(own_first(fresh_first, lang), CARDS_OF_ACTIVITY)}
    return own_first((post for post in newest_first if post.key in chosen), lang)


def _levels(composer: Composer, lang: str) -> tuple[HomeLevel, ...]:
    posts = posts_by_level(shown_posts(composer.catalogue))
    linked = _with_page("level", composer.catalogue.levels.items, composer, lang)
    return tuple(
        HomeLevel(link, *_description(concept, composer, lang), count=len(posts.get(concept.id, ())), step=step)
        for step, (concept, link) in enumerate(linked, start=1)
    )


def _with_page(kind: str, concepts: Iterable[Concept], composer: Composer, lang: str) -> list[tuple[Concept, Link]]:
    linked = ((concept, composer.concept(kind, concept, lang)) for concept in concepts)
    return [(concept, link) for concept, link in linked if link.url]


def _description(concept: Concept, composer: Composer, lang: str) -> tuple[Markup, str, str]:
    text, text_lang = description(concept, lang, composer.settings.langs)
    return escape(text), *composer.foreign(text_lang, lang)[:2]
