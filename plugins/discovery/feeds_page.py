"""The page of feeds: what a feed is, how to use one, and all that a reader of its language can choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.catalogue.concepts import Concepts
from plugins.catalogue.post import Catalogue
from plugins.catalogue.settings import Settings
from plugins.discovery.feed import HOME, NEWEST
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity, Outline, feed_of
from plugins.plan.view import Link, View


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsView(View):
    """The feeds, by what they are about; links lead to feeds in the page's language, but for those of `languages`."""

    languages: tuple[Link, ...]
    levels: tuple[Link, ...]
    activities: tuple[Link, ...]
    topics: tuple[Link, ...]
    newest: int  # the most posts that a feed holds
    address: str  # of this language's feed, absolute, for readers to copy; empty where there is none


def outline_feeds(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the page in every language, whether or not there is a feed yet."""
    return (Outline(Identity("feeds"), lang, (settings.language(lang).paths["feeds"],)) for lang in settings.langs)


def compose_feeds(outline: Outline, composer: Composer) -> FeedsView:
    """Compose the page; levels and activities stand in their own order, topics in the language's alphabet."""
    lang, catalogue = outline.lang, composer.catalogue
    own = composer.url_of(feed_of(HOME), lang)
    return FeedsView(
        **composer.frame(outline, composer.labels[lang].feeds(), ""),
        languages=_languages(composer, lang),
        levels=_about(catalogue.levels, "level", composer, lang),
        activities=_about(catalogue.activities, "activity", composer, lang),
        topics=composer.in_alphabet(_about(catalogue.topics, "topic", composer, lang), lang),
        newest=NEWEST,
        address=composer.absolute(own) if own else "",
    )


def _languages(composer: Composer, page_lang: str) -> tuple[Link, ...]:
    """Link to the feed of every language, by the name that its own speakers give it."""
    feeds = ((language, composer.url_of(feed_of(HOME), language.lang)) for language in composer.settings.languages)
    return tuple(
        Link(language.name, url, *composer.foreign(language.lang, page_lang)) for language, url in feeds if url
    )


def _about(concepts: Concepts, kind: str, composer: Composer, lang: str) -> tuple[Link, ...]:
    feeds = ((concept, composer.url_of(feed_of(Identity(kind, concept.id)), lang)) for concept in concepts.items)
    return tuple(composer.concept(kind, concept, lang)._replace(url=url) for concept, url in feeds if url)
