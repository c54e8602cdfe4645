"""Which pages need not even be composed: a key of all that a page's view can be made of, cheaper than the view.

A view is made of the site's skeleton (what pages there are, where, how posts are filed, the concepts, the settings) and
of the posts that its kind says a page shows or reads. Where no kind says, of all of them. A composer refuses to show a
post that its page did not name, so what a key lacks is an error when the page is made, and never a stale page.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from plugins.catalogue.post import Post
from plugins.plan.composer import Composer
from plugins.plan.later import digest_of
from plugins.plan.plan import Plan, PlannedPage


class PageKeys:
    """The keys of a plan's pages."""

    def __init__(self, plan: Plan, sites: Mapping[str, str], templates: Mapping[str, str]) -> None:
        """Take the plan, and the digests of each language's site and of each template."""
        self.plan = plan
        self.sites = sites
        self.templates = templates
        self._heads: dict[tuple[str, str], str] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._known: list[str] = [""] * len(plan.pages)
        # The numbers of the pages that read a post: which those are is part of the plan.
        self._reading: dict[tuple[str, str], array[int]] = {}

    def note_text(self, post: Post) -> None:
        """Digest what the texts of a post say, at a time when they are at hand."""
        _kept(self._heads, post, self._head)
        _kept(self._texts, post, self._text)

    def all(self) -> list[str]:
        """Give the keys of the pages, in their order."""
        is_first = not self._reading
        for number, page in enumerate(self.plan.pages):
            if not self._known[number]:
                shown, read = shown_and_read(page, self.plan.composer)
                self._known[number] = self._key(page, shown, read)
                for post in read if is_first else ():
                    self._reading.setdefault((post.collection, post.key), array("I")).append(number)
        return self._known

    def forget(self, posts: Iterable[Post]) -> None:
        """Forget what the texts of posts said, and with it the keys of the pages that read them."""
        for post in posts:
            place = post.collection, post.key
            self._texts.pop(place, None)
            for number in self._reading.get(place, ()):
                self._known[number] = ""

    def _key(self, page: PlannedPage, shown: Iterable[Post], read: Iterable[Post]) -> str:
        outline, kind = page.outline, page.kind
        return digest_of(
            self.skeleton,
            kind.name,
            repr(outline.identity),
            outline.lang,
            self.sites[outline.lang],
            self.templates.get(f"{kind.name}.html", ""),
            *(_kept(self._heads, post, self._head) for post in shown),
            *(_kept(self._texts, post, self._text) for post in read),
        )

    @cached_property
    def skeleton(self) -> str:
        """What every view may be made of, whatever posts it shows."""
        plan, composer = self.plan, self.plan.composer
        catalogue = composer.catalogue
        pages = (
            f"{page.outline.identity!r} {page.outline.lang} {page.address.url} {page.outline.is_indexed}"
            f" {page.outline.canonical} {len(page.outline.posts)}"
            for page in plan.pages
        )
        return digest_of(
            repr(replace(composer.settings, workers=0, keeps_last=False, compressions=())),  # which change no page
            "\n".join(pages),
            "\n".join(map(_filing, (*catalogue.posts, *catalogue.pages))),
            repr((catalogue.topics.items, catalogue.levels.items, catalogue.activities.items)),
            repr(sorted(catalogue.people.items())),
            repr(sorted(composer.protections.items())),
            repr((sorted(composer.sizes.items()), sorted(composer.sources.items()), sorted(composer.cues.items()))),
        )

    def _head(self, post: Post) -> str:
        """Digest what a post says in its head, summary included."""
        linked = self.plan.composer.linked
        return digest_of(
            *(
                text
                for one in post.documents.values()
                for text in (
                    one.path,
                    one.title,
                    repr((one.front, one.summary.parts)),
                    repr(linked[one.path].summary),
                )
            )
        )

    def _text(self, post: Post) -> str:
        """Digest all that a post says: its files, and where their links lead."""
        linked = self.plan.composer.linked
        documents = post.documents.values()
        return digest_of(*(text for one in documents for text in (one.path, one.digest, repr(linked[one.path]))))


def shown_and_read(page: PlannedPage, composer: Composer) -> tuple[tuple[Post, ...], tuple[Post, ...]]:
    """Give the posts of which a page says something, and those of which it says what stands in their texts."""
    kind, catalogue = page.kind, composer.catalogue
    shown = tuple(kind.shows(page.outline, composer)) if kind.shows else (*catalogue.posts, *catalogue.pages)
    return shown, tuple(kind.reads(page.outline, composer)) if kind.reads else shown


def _kept(kept: dict[tuple[str, str], str], post: Post, digest: Callable[[Post], str]) -> str:
    place = post.collection, post.key
    if place not in kept:
        kept[place] = digest(post)
    return kept[place]


def _filing(post: Post) -> str:
    level, activity = (concept.id if concept else "" for concept in (post.level, post.activity))
    documents = (
        f"{lang} {one.is_shown} {one.slug} {head.date} {head.modified} {head.featured} {head.status}"
        for lang, one in post.documents.items()
        for head in (one.front,)
    )
    topics = " ".join(topic.id for topic in post.topics)
    return f"{post.collection} {post.key} {post.original} [{topics}] {level} {activity} {'; '.join(documents)}"
