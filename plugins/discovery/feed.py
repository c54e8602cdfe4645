"""Which feeds there are and what is in each: one for a language, topic, level or activity, beside its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.catalogue.concepts import Concept, description, label
from plugins.catalogue.post import Catalogue, Post, moment
from plugins.catalogue.settings import Settings
from plugins.discovery.entry import Entry, make_entry
from plugins.discovery.feed_ids import feed_id
from plugins.plan.composer import Composer
from plugins.plan.filed import shown_posts
from plugins.plan.identity import Identity, Outline, feed_of
from plugins.plan.view import Link, View

FILE_NAME = "feed.xml"
HOME = Identity("home")
WITH_FEED = (HOME.kind, "topic", "level", "activity")
NEWEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView(View):
    """A feed; `address` and `page` are absolute. `subtitle` is plain text, in `subtitle_lang`."""

    feed_id: str
    address: str
    page: str
    subtitle: str
    subtitle_lang: str
    site: Link  # who speaks where a post names no author
    entries: tuple[Entry, ...]  # newest first


def no_pages(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline no feed of itself: each stands beside a page, and goes with it."""
    return ()


def outline_feed(page: Outline, catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the feed of a page, if it has one: the newest posts that can be read in its language."""
    if page.identity.kind not in WITH_FEED or page.identity.number:
        return
    lang = page.lang
    posts = shown_posts(catalogue) if page.identity == HOME else page.posts

    def age(post: Post) -> tuple[object, str]:
        return moment(post.documents[lang].front.date, settings.timezone), post.key

    newest = sorted((post for post in posts if lang in post.shown), key=age)[-NEWEST:]
    if newest:
        yield Outline(
            feed_of(page.identity), lang, page.segments, FILE_NAME,
            is_indexed=False, posts=tuple(newest), subject=page.subject,
        )  # fmt: skip


def page_of(feed: Identity) -> Identity:
    """Name the page that a feed stands beside."""
    kind, _, subject = feed.id.partition("/")
    return Identity(kind, subject)


def posts_of_feed(outline: Outline, composer: Composer) -> Iterable[Post]:
    """Name the posts of a feed."""
    return outline.posts


def compose_feed(outline: Outline, composer: Composer) -> FeedView:
    """Compose a feed once every address is known."""
    lang, settings = outline.lang, composer.settings
    page, name = page_of(outline.identity), settings.site_name[lang]
    title, subtitle, subtitle_lang = name, settings.tagline[lang], lang
    if isinstance(outline.subject, Concept):
        title = f"{label(outline.subject, lang, settings.langs)[0]} · {name}"
        subtitle, subtitle_lang = description(outline.subject, lang, settings.langs)
    return FeedView(
        **composer.frame(outline, title, ""),
        feed_id=feed_id(settings.feed_authority, page, lang),
        address=composer.absolute(composer.url(outline.identity, lang)),
        page=composer.absolute(composer.url(page, lang)),
        subtitle=subtitle,
        subtitle_lang=subtitle_lang,
        site=Link(name, composer.absolute(composer.url(HOME, lang))),
        entries=tuple(composer.once(make_entry, post.documents[lang]) for post in reversed(outline.posts)),
    )
