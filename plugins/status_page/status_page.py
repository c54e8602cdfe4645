"""The status page: every post in every language, how far topics and levels are, and what to translate next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from plugins.catalogue.concepts import Concept
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity, Outline
from plugins.plan.view import Link, View
from plugins.status_page.progress import Progress, progress, what_is_next
from plugins.translation.reading import document_for
from plugins.translation.standing import PostStatus, Standing, State
from plugins.translation.states import post_status


@dataclass(frozen=True, slots=True)
class Version:
    """A post in one language: its state, how many blocks are out of step, and where its file can be edited.

    `edit` is empty without EDIT_URL, and where there is no file; `path` is the file's, from the content folder.
    """

    state: str
    is_original: bool
    is_pinned: bool
    blocks: int
    path: str
    edit: str


@dataclass(frozen=True, slots=True)
class Row:
    """A post and its versions, in the order of the site's languages."""

    post: Link
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """How far the posts of a topic or level are translated, in the order of the site's languages."""

    concept: Link
    progress: tuple[Progress, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A translation that waits: the post, what is wrong, and the file to start from."""

    post: Link
    state: str
    blocks: int
    path: str
    edit: str


@dataclass(frozen=True, slots=True)
class Next:
    """What to translate next into one language."""

    language: Link  # its name, in the page's language; without address
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView(View):
    """How far a site is translated."""

    languages: tuple[Link, ...]  # names in the page's language; without addresses
    totals: tuple[Progress, ...]
    next: tuple[Next, ...]
    rows: tuple[Row, ...]
    levels: tuple[Filed, ...]
    topics: tuple[Filed, ...]


def outline_status(catalogue: Catalogue, settings: Settings) -> Iterable[Outline]:
    """Outline the page in every language, where the preview or a setting asks for it."""
    if settings.shows_drafts or settings.has_status_page:
        for lang in settings.langs:
            yield Outline(Identity("status"), lang, (settings.language(lang).paths["status"],))


def pinned_posts(outline: Outline, composer: Composer) -> Iterable[Post]:
    """Name the posts whose texts are compared: those with a translation that says what it was made from."""
    posts = (*composer.catalogue.posts, *composer.catalogue.pages)
    return (post for post in posts if any(one.front.original_digest for one in post.documents.values()))


def compose_status(outline: Outline, composer: Composer) -> StatusView:
    """Compose the page. What no reader may see, a draft or a post of drafts alone, is on it in the preview only."""
    lang, catalogue, settings = outline.lang, composer.catalogue, composer.settings
    posts = [post for post in (*reversed(catalogue.posts), *catalogue.pages) if post.shown]
    statuses = [_seen(post_status(post, settings.langs), post) for post in posts]
    links = [_post_link(post, composer, lang) for post in posts]
    link_of = dict(zip(((status.collection, status.key) for status in statuses), links, strict=True))
    names = tuple(Link(composer.labels[lang].language(tag), "") for tag in settings.langs)
    in_posts = [status for status in statuses if status.collection == "posts"]
    levels = [_filed("level", level, in_posts, composer, lang) for level in catalogue.levels.items]
    topics = [_filed("topic", topic, in_posts, composer, lang) for topic in catalogue.topics.items]
    by_concept = {filed.concept: filed for filed in topics if filed.progress[0].total}
    return StatusView(
        **composer.frame(outline, composer.labels[lang].status(), ""),
        languages=names,
        totals=tuple(progress(statuses, tag) for tag in settings.langs),
        next=tuple(
            Next(name, tuple(_waiting(status, s, link_of, settings) for status, s in what_is_next(statuses, tag)))
            for name, tag in zip(names, settings.langs, strict=True)
        ),
        rows=tuple(
            Row(link, tuple(_version(status, standing, settings) for standing in status.standings))
            for link, status in zip(links, statuses, strict=True)
        ),
        levels=tuple(filed for filed in levels if filed.progress[0].total),
        topics=tuple(by_concept[link] for link in composer.in_alphabet(by_concept, lang)),
    )


def edit_url(path: str, settings: Settings) -> str:
    """Give where a file can be edited at the code host, by its path from the content folder; empty without EDIT_URL."""
    return settings.edit_url.replace("{path}", quote(path)) if path else ""


def _seen(status: PostStatus, post: Post) -> PostStatus:
    """Leave out the files that this site shows nobody."""
    shown = {document.path for document in post.shown.values()}
    standings = (
        Standing(s.lang, State.MISSING, "") if s.state is State.DRAFT and s.path not in shown else s
        for s in status.standings
    )
    return replace(status, standings=tuple(standings))


def _post_link(post: Post, composer: Composer, lang: str) -> Link:
    document = document_for(post, lang)
    if document is None:
        raise ValueError(f"nothing of {post.key} is shown")
    kind = "post" if post.collection == "posts" else "page"
    url = composer.url(Identity(kind, post.key), document.lang)
    return Link(document.title, url, *composer.foreign(document.lang, lang))


def _version(status: PostStatus, standing: Standing, settings: Settings) -> Version:
    return Version(
        state=str(standing.state),
        is_original=standing.lang == status.original,
        is_pinned=standing.is_pinned or not standing.against,
        blocks=len(standing.blocks),
        path=standing.path,
        edit=edit_url(standing.path, settings),
    )


def _waiting(
    status: PostStatus, standing: Standing, links: Mapping[tuple[str, str], Link], settings: Settings
) -> Waiting:
    """Say what waits; without a file of its own, one starts from the original's."""
    originals = (s.path for s in status.standings if s.lang == status.original)
    path = standing.path or next(originals, "")
    link = links[status.collection, status.key]
    return Waiting(link, str(standing.state), len(standing.blocks), path, edit_url(path, settings))


def _filed(kind: str, concept: Concept, statuses: Iterable[PostStatus], composer: Composer, lang: str) -> Filed:
    within = [s for s in statuses if concept.id in (s.topics if kind == "topic" else (s.level,))]
    return Filed(composer.concept(kind, concept, lang), tuple(progress(within, tag) for tag in composer.settings.langs))
