"""The page to search from: ways into the index by topic, level, activity and date, none of which needs a script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from plugins.catalogue.cloud import draw_cloud, most_used, weigh
from plugins.catalogue.post import Catalogue
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.filed import topic_words
from plugins.plan.identity import Identity, Outline
from plugins.plan.view import View

TOPICS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The topics of most posts; levels and activities are the site's own."""

    cloud: Markup


def outline_search(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the page in every language."""
    return (Outline(Identity("search"), language.lang, (language.paths["search"],)) for language in settings.languages)


def compose_search(outline: Outline, composer: Composer) -> SearchView:
    """Compose the page."""
    words = topic_words(composer, outline.lang)
    return SearchView(
        **composer.frame(outline, composer.labels[outline.lang].search(), ""),
        cloud=draw_cloud(weigh(most_used(words, TOPICS))),
    )
