"""What discovery adds to the plan: feeds and their page, the sitemap, search, and pictures for shared links."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from plugins.discovery.atom import write_feed
from plugins.discovery.card_files import card_files
from plugins.discovery.feed import compose_feed, no_pages, outline_feed, posts_of_feed
from plugins.discovery.feeds_page import compose_feeds, outline_feeds
from plugins.discovery.robots import robots_file
from plugins.discovery.search_index import search_files
from plugins.discovery.search_page import compose_search, outline_search
from plugins.discovery.sharing import shared_picture
from plugins.discovery.sitemap import Entry, sitemap
from plugins.discovery.structured_data import structured_data
from plugins.plan.identity import Kind
from plugins.plan.listing_page import no_posts
from plugins.plan.plan import Plan, PlannedFile


def make_sitemap(plan: Plan) -> Iterable[PlannedFile]:
    """Plan the sitemap of what is indexed, none where nothing is; only a build that writes it makes it."""
    if any(plan.composer.indexed.values()):
        yield PlannedFile("sitemap.xml", partial(_sitemap_of, plan), is_of_skeleton=True)


def _sitemap_of(plan: Plan) -> bytes:
    composer = plan.composer
    entries = []
    for page in plan.pages:
        identity, lang = page.outline.identity, page.outline.lang
        if lang in composer.indexed.get(identity, ()):
            address = composer.absolute(composer.url(identity, lang))
            alternates = tuple((alternate.lang, alternate.url) for alternate in composer.alternates(identity))
            entries.append(Entry(address, alternates))
    return sitemap(entries).encode()


KINDS = (
    Kind("feed", no_pages, compose_feed, write_feed, beside=outline_feed, shows=posts_of_feed),
    Kind("feeds", outline_feeds, compose_feeds, shows=no_posts),
    Kind("search", outline_search, compose_search, shows=no_posts),
)
FILES = (make_sitemap, robots_file, card_files)
LAST = (search_files,)
SHARED_PICTURE = shared_picture
STRUCTURED_DATA = structured_data
