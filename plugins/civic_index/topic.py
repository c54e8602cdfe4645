"""The pages of topics: their posts, and the topics that share most posts with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import cast

from plugins.catalogue.concepts import Concept, description, label, slug
from plugins.catalogue.languages import Language
from plugins.catalogue.post import Catalogue
from plugins.catalogue.settings import Settings
from plugins.civic_index.view import Related, TopicView
from plugins.plan.composer import Composer
from plugins.plan.filed import posts_by_topic
from plugins.plan.identity import Identity, Outline
from plugins.plan.listing_page import listing_fields, listing_outlines

MOST_RELATED = 8


def outline_topics(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline a listing for each topic under which some post is filed, in every language."""
    topics = {topic.id: topic for topic in catalogue.topics.items}
    for id_, posts in posts_by_topic(catalogue).items():
        topic = topics[id_]

        def words(language: Language, topic: Concept = topic) -> tuple[str, ...]:
            return (language.paths["topics"], slug(topic, language.lang, settings.langs))

        yield from listing_outlines(Identity("topic", id_), posts, topic, words, settings)


def compose_topic(outline: Outline, composer: Composer) -> TopicView:
    """Compose one page of a topic."""
    topic = cast(Concept, outline.subject)
    langs = composer.settings.langs
    title, title_lang = label(topic, outline.lang, langs)
    intro, intro_lang = description(topic, outline.lang, langs)
    fields = listing_fields(outline, composer, title, title_lang, intro, intro_lang)
    return TopicView(**fields, related=() if outline.identity.number else _related(topic, outline, composer))


def _related(topic: Concept, outline: Outline, composer: Composer) -> tuple[Related, ...]:
    others = {other.id: other for post in outline.posts for other in post.topics if other.id != topic.id}
    shared = Counter(other.id for post in outline.posts for other in post.topics if other.id != topic.id)
    counts = {composer.concept("topic", others[id_], outline.lang): count for id_, count in shared.items()}
    in_alphabet = composer.in_alphabet(counts, outline.lang)
    nearest = sorted(in_alphabet, key=lambda link: -counts[link])[:MOST_RELATED]
    return tuple(Related(link, counts[link]) for link in nearest)
