"""Which pages need not even be composed: a key of all that a page's view can be made of, cheaper than the view.

A view is made of the site's skeleton (what pages there are, where, how posts are filed, the concepts, the settings) and
of the posts that its kind says a page shows. Where no kind says, of all of them. A composer refuses to show a post that
its page did not name, so what a key lacks is an error when the page is made, and never a stale page.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from plugins.catalogue.post import Post
from plugins.plan.later import digest_of
from plugins.plan.plan import Plan, PlannedPage


class PageKeys:
    """The keys of a plan's pages."""

    def __init__(self, plan: Plan, sites: Mapping[str, str], templates: Mapping[str, str]) -> None:
        """Take the plan, and the digests of each language's site and of each template."""
        self.plan = plan
        self.sites = sites
        self.templates = templates
        self._posts: dict[tuple[str, str], str] = {}
        self._known: list[str] = [""] * len(plan.pages)
        # The numbers of the pages that show a post, or all of them: what they show is part of the plan.
        self._showing: dict[tuple[str, str], array[int]] = {}
        self._showing_all = array("I")

    def all(self) -> list[str]:
        """Give the keys of the pages, in their order."""
        is_first = not self._showing
        for number, page in enumerate(self.plan.pages):
            if not self._known[number]:
                shown = tuple(page.kind.shows(page.outline, self.plan.composer)) if page.kind.shows else None
                self._known[number] = self._key(page, shown)
                if is_first:
                    self._note(number, shown)
        return self._known

    def forget(self, posts: Iterable[Post]) -> None:
        """Forget what posts said, and with them the keys of the pages that show them."""
        self.__dict__.pop("everything", None)
        nothing = array("I")
        for post in posts:
            place = post.collection, post.key
            self._posts.pop(place, None)
            for number in (*self._showing_all, *self._showing.get(place, nothing)):
                self._known[number] = ""

    def _note(self, number: int, shown: Iterable[Post] | None) -> None:
        if shown is None:
            self._showing_all.append(number)
        for post in shown or ():
            self._showing.setdefault((post.collection, post.key), array("I")).append(number)

    def _key(self, page: PlannedPage, shown: Iterable[Post] | None) -> str:
        outline, kind = page.outline, page.kind
        return digest_of(
            self.skeleton,
            kind.name,
            repr(outline.identity),
            outline.lang,
            self.sites[outline.lang],
            self.templates.get(f"{kind.name}.html", ""),
            *((self.everything,) if shown is None else self._digests(shown)),
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
            repr(replace(composer.settings, workers=0, keeps_last=False)),  # which change no page
            "\n".join(pages),
            "\n".join(map(_filing, (*catalogue.posts, *catalogue.pages))),
            repr((catalogue.topics.items, catalogue.levels.items, catalogue.activities.items)),
            repr(sorted(catalogue.people.items())),
            repr((sorted(composer.sizes.items()), sorted(composer.sources.items()), sorted(composer.cues.items()))),
        )

    @cached_property
    def everything(self) -> str:
        """What all posts and pages say."""
        catalogue = self.plan.composer.catalogue
        return digest_of(*self._digests((*catalogue.posts, *catalogue.pages)))

    def _digests(self, posts: Iterable[Post]) -> Iterable[str]:
        for post in posts:
            place = post.collection, post.key
            if place not in self._posts:
                self._posts[place] = self._digest(post)
            yield self._posts[place]

    def _digest(self, post: Post) -> str:
        """Digest all that a post says: its files, and where their links lead."""
        linked = self.plan.composer.linked
        documents = post.documents.values()
        return digest_of(*(text for one in documents for text in (one.path, one.digest, repr(linked[one.path]))))


def _filing(post: Post) -> str:
    level, activity = (concept.id if concept else "" for concept in (post.level, post.activity))
    documents = (
        f"{lang} {one.is_shown} {one.slug} {head.date} {head.modified} {head.featured} {head.status}"
        for lang, one in post.documents.items()
        for head in (one.front,)
    )
    topics = " ".join(topic.id for topic in post.topics)
    return f"{post.collection} {post.key} {post.original} [{topics}] {level} {activity} {'; '.join(documents)}"
