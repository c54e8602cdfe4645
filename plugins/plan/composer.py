"""What the kinds of page compose their views from: links, cards, credits and the fields that every page has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast
from urllib.parse import urljoin

from markupsafe import Markup

from plugins.catalogue.body import Body, Ref, Resolution, fill
from plugins.catalogue.collation import sort_key
from plugins.catalogue.concepts import Concept, label, slug
from plugins.catalogue.cue import Cue
from plugins.catalogue.parts import Transcript
from plugins.catalogue.people import Person
from plugins.catalogue.picture_size import PictureSize, Sizes
from plugins.catalogue.post import Catalogue, Document, Post
from plugins.catalogue.settings import Settings
from plugins.plan.cldr import long_date
from plugins.plan.frame import Frame, compose_frame
from plugins.plan.identity import Identity, Outline
from plugins.plan.labels import Labels
from plugins.plan.later import Later, digest_of
from plugins.plan.linked_table import LinkedTable
from plugins.plan.linking import Addresses, file_address
from plugins.plan.onward import Neighbours
from plugins.plan.pictures import Sources
from plugins.plan.recordings import TranscriptOf, tracks_by_kind
from plugins.plan.share import DataOf, PictureOf
from plugins.plan.view import Alternate, Card, Credit, Date, Link, Picture, Protection
from plugins.translation.reading import document_for

T = TypeVar("T")
MOST = 2_000  # values that are kept for the pages of a build; the first of a large site's are needed no more by then
RECENT = 64  # bodies that are held on to for pages that show many


@dataclass(frozen=True, slots=True)
class Composer:
    """All that is known once every page has its address; its methods make finished values for templates."""

    catalogue: Catalogue
    settings: Settings
    addresses: Addresses
    indexed: Mapping[Identity, frozenset[str]]  # the languages of a page that hreflang may name
    labels: Mapping[str, Labels]
    linked: LinkedTable  # by the path of the document
    sizes: Sizes  # of pictures, by path
    sources: Sources = field(default_factory=dict)  # what a browser may choose from for a picture, by path
    related: Mapping[str, tuple[Post, ...]] = field(default_factory=dict)  # by key
    neighbours: Mapping[tuple[str, str], Neighbours] = field(default_factory=dict)  # by key and lang
    cues: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)  # of tracks, by their paths in the output
    transcript: TranscriptOf | None = None  # what a recording says, where a plugin writes it out
    structured_data: DataOf | None = None  # what a page says to machines, where a plugin writes it
    shared_picture: PictureOf | None = None  # the picture that a link to a page shows, where a plugin has one
    protections: Mapping[str, Protection] = field(default_factory=dict)  # by kind of page; of all others under ""
    allowed: dict[str, set[tuple[str, str]]] = field(default_factory=dict, repr=False, compare=False)
    recent: dict[str, Markup] = field(default_factory=dict, repr=False, compare=False)  # bodies for elsewhere, by path
    last: dict[str, tuple[str, object]] = field(default_factory=dict, repr=False, compare=False)
    made: dict[tuple[object, ...], object] = field(default_factory=dict, repr=False, compare=False)

    def showing(self, shown: Iterable[Post], read: Iterable[Post]) -> None:
        """Show no other posts, and read no other texts, until told otherwise."""
        self.allowed.update(
            shows={(post.collection, post.key) for post in shown}, reads={(post.collection, post.key) for post in read}
        )

    def showing_all(self) -> None:
        """Show and read any post again."""
        self.allowed.clear()

    def _allow(self, post: Post | Document, what: str = "shows") -> None:
        if what in self.allowed and (post.collection, post.key) not in self.allowed[what]:
            raise LookupError(f"a page {what} {post.collection}/{post.key}, which `{what}` of its kind does not name")

    def frame(self, outline: Outline, title: str, description: str) -> Frame:
        """Give what every page has: its address, its alternates (BCP 47 tags, absolute), the switcher."""
        return compose_frame(outline, self, title, description)

    def url(self, identity: Identity, lang: str) -> str:
        """Give a page's address from the root of the host. Raises KeyError where there is no such page."""
        return self.settings.base_path + self.addresses[identity][lang].url

    def url_of(self, identity: Identity, lang: str) -> str:
        """Give a page's address from the root of the host, empty where no plugin makes such a page."""
        return self.url(identity, lang) if lang in self.addresses.get(identity, {}) else ""

    def absolute(self, url: str) -> str:
        """Make an address from the root of the host absolute."""
        return self.settings.site_url + url.removeprefix(self.settings.base_path)

    def alternates(self, identity: Identity) -> tuple[Alternate, ...]:
        """Give a page in every language that hreflang may name, in the order of the site's languages."""
        langs = self.indexed.get(identity, frozenset())
        return tuple(
            Alternate(lang, self.absolute(self.url(identity, lang))) for lang in self.settings.langs if lang in langs
        )

    def foreign(self, lang: str, page_lang: str) -> tuple[str, str, str]:
        """Give `lang`, `dir` and the language's name for what is in another language than its page, else blanks."""
        if lang == page_lang:
            return "", "", ""
        return lang, self.settings.direction(lang), self.labels[page_lang].language(lang)

    def link(self, title: str, identity: Identity, page_lang: str, title_lang: str = "") -> Link:
        """Link to a page in the page's language; `title_lang` where the title is in another."""
        return Link(title, self.url(identity, page_lang), *self.foreign(title_lang or page_lang, page_lang))

    def concept(self, kind: str, concept: Concept, page_lang: str) -> Link:
        """Link to the page of a topic, level or activity; without address where no plugin makes such pages."""
        return self.kept(("concept", kind, concept.id, page_lang), lambda: self._concept(kind, concept, page_lang))

    def _concept(self, kind: str, concept: Concept, page_lang: str) -> Link:
        text, lang = label(concept, page_lang, self.settings.langs)
        identity = Identity(kind, concept.id)
        if identity not in self.addresses:
            return Link(text, "", *self.foreign(lang, page_lang))
        return self.link(text, identity, page_lang, lang)

    def concepts(self, kind: str, concepts: Iterable[Concept], page_lang: str) -> tuple[Link, ...]:
        """Link to the pages of several concepts, in their order; none where no plugin makes such pages."""
        links = (self.concept(kind, concept, page_lang) for concept in concepts)
        return tuple(link for link in links if link.url)

    def in_alphabet(self, links: Iterable[Link], lang: str) -> tuple[Link, ...]:
        """Sort links by title as the language does."""
        alphabet = self.settings.language(lang).alphabet
        return tuple(sorted(links, key=lambda link: (sort_key(link.title, alphabet), link.url)))

    def concept_slug(self, concept: Concept, lang: str) -> str:
        """Give the slug of a concept in a language."""
        return slug(concept, lang, self.settings.langs)

    def person(self, name: str, page_lang: str) -> Link:
        """Link to a person by a name that a file uses."""
        return self.kept(("person", name, page_lang), lambda: self._person(name, page_lang))

    def _person(self, name: str, page_lang: str) -> Link:
        person: Person = self.catalogue.people[name]
        return Link(person.name, self.url(Identity("person", person.slug), page_lang))

    def credits(self, document: Document, page_lang: str) -> tuple[Credit, ...]:
        """Give all who had a part in a document, each once a role."""
        return tuple(
            Credit(role, tuple(dict.fromkeys(self.person(name, page_lang) for name in names)))
            for role, names in document.front.credits.items()
            if names
        )

    def date(self, when: date | datetime, lang: str) -> Date:
        """Give a date for machines (ISO 8601) and for readers (CLDR, long)."""
        return Date(when.isoformat(), long_date(when, self.settings.language(lang).dates))

    def picture(self, document: Document) -> Picture | None:
        """Give the picture of a document; None where it has none."""
        if not document.front.image:
            return None
        url = self.settings.base_path + file_address(document.front.image).url
        size = self.sizes.get(document.front.image) or PictureSize(0, 0)
        sources = self.sources.get(document.front.image, ())
        return Picture(url, document.front.image_alt or "", size.width, size.height, sources)

    def body(self, document: Document) -> Markup:
        """Give a document's body with its links and labels in place."""
        return self._body(document)

    def _body(self, document: Document, base: str = "") -> Markup:
        return self._fill(document.body, self.linked[document.path].body, document.lang, base)

    def body_later(self, document: Document) -> Later:
        """Give a document's body as `body` does, made when it is asked for."""
        self._allow(document, "reads")
        return self._later(document, "", lambda: self._last("body", document, lambda: self.body(document)))

    def _last(self, what: str, document: Document, make: Callable[[], Markup]) -> Markup:
        """Give what `make` makes, kept until another document's is asked for: one page may show it twice."""
        if self.last.get(what, ("", None))[0] != document.path:
            self.last[what] = document.path, make()
        return cast(Markup, self.last[what][1])

    def body_elsewhere(self, document: Document) -> Later:
        """Give a document's body for readers who are not on its page: every address in it is absolute."""
        self._allow(document, "reads")
        page = self._page(document)
        # a post is in the feeds of its topics, its level, its activity and the home, some of them neighbours
        return self._later(document, page, lambda: self._lately(document, lambda: self._body(document, page)))

    def _lately(self, document: Document, make: Callable[[], Markup]) -> Markup:
        """Give what `make` makes, kept until some others were asked for: all would be as large as the site."""
        if document.path not in self.recent:
            if len(self.recent) >= RECENT:
                del self.recent[next(iter(self.recent))]
            self.recent[document.path] = make()
        return self.recent[document.path]

    def body_beside(self, document: Document) -> Later:
        """Give a document's body for another page of the site: links within it lead to its own page."""
        self._allow(document, "reads")
        url = self._url(document)
        return self._later(document, url, lambda: self._body(document, url))

    def _later(self, document: Document, base: str, make: Callable[[], Markup]) -> Later:
        """Put off a body: it is made of its file, of where its links lead, and of what its recordings say."""
        if document.body.has_player:
            html = make()
            return Later(digest_of(html), lambda: html)
        return Later(digest_of(document.path, document.digest, base, repr(self.linked[document.path].body)), make)

    def summary(self, document: Document) -> Markup:
        """Give a document's summary, safe HTML within a paragraph."""
        self._allow(document)
        return self.kept(("summary", document.path), lambda: self._summary(document))

    def _summary(self, document: Document) -> Markup:
        return self._fill(document.summary, self.linked[document.path].summary, document.lang)

    def summary_elsewhere(self, document: Document) -> Markup:
        """Give a document's summary for readers who are not on the site: every address in it is absolute."""
        return self._fill(document.summary, self.linked[document.path].summary, document.lang, self._page(document))

    def _page(self, document: Document) -> str:
        return self.absolute(self._url(document))

    def _url(self, document: Document) -> str:
        return self.url(Identity(document.collection.removesuffix("s"), document.key), document.lang)

    def once(self, make: Callable[[Document, Composer], T], document: Document) -> T:
        """Give what `make` makes of a document; it is made once a build, however many pages show it."""
        return self.kept((make, document.path), lambda: make(document, self))

    def kept(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """Give what `make` makes, the same each time it is asked for under a key in this build."""
        if key not in self.made:
            if len(self.made) >= MOST:
                self.made.clear()
            self.made[key] = make()
        return cast(T, self.made[key])

    def forget_made(self, posts: Iterable[Post] | None = None) -> None:
        """Forget what was made of the texts of posts, or all that was made."""
        self.last.clear()
        self.recent.clear()
        if posts is None:
            self.made.clear()
            return
        gone = {document.path for post in posts for document in post.documents.values()}
        for key in [key for key in self.made if not gone.isdisjoint(key)]:
            del self.made[key]

    def _fill(self, body: Body, resolved: Sequence[Resolution], lang: str, base: str = "") -> Markup:
        labels = self.labels[lang]

        def resolve(place: int, ref: Ref) -> Resolution:
            resolution = resolved[place]
            if base and resolution.href:
                resolution = _moved(resolution, base)
            return resolution._replace(mark=labels.in_language(resolution.mark)) if resolution.mark else resolution

        def transcript(part: Transcript) -> Markup:
            captions, subtitles = tracks_by_kind(part.tracks, resolved, self.settings)
            return (
                self.transcript(captions, subtitles, lang, self)
                if self.transcript and captions | subtitles
                else Markup("")
            )

        return fill(body, resolve, labels.slot, base, transcript)

    def card(self, post: Post, page_lang: str, leaving_out: Collection[str] = (), without_image: bool = False) -> Card:
        """Show a post in a listing, in the page's language or, marked, in the one that readers are offered.

        `leaving_out` are the facts (`level`, `activity`) that the page, or the group of the card, already says.
        """
        self._allow(post)
        key = ("card", post.collection, post.key, page_lang, *sorted(leaving_out), without_image)
        return self.kept(key, lambda: self._card(post, page_lang, leaving_out, without_image))

    def _card(self, post: Post, page_lang: str, leaving_out: Collection[str], without_image: bool) -> Card:
        document = document_for(post, page_lang)
        if document is None:
            raise ValueError(f"nothing of {post.key} is shown")
        lang, dir_, language = self.foreign(document.lang, page_lang)
        front = document.front
        original_lang, _, original_language = self._original(post, document, page_lang)
        return Card(
            title=document.title,
            url=self.url(Identity("post", post.key), document.lang),
            lang=lang,
            dir=dir_,
            language=language,
            original_lang=original_lang,
            original_language=original_language,
            date=self.date(front.date or date.min, page_lang),
            summary=self.summary(document),
            image=None if without_image else self.picture(document),
            authors=tuple(dict.fromkeys(self.person(name, page_lang) for name in front.credits.get("authors", ()))),
            translators=tuple(
                dict.fromkeys(self.person(name, page_lang) for name in front.credits.get("translators", ()))
            ),
            topics=self.concepts("topic", post.topics, page_lang),
            level=self._fact("level", post.level, page_lang, leaving_out),
            activity=self._fact("activity", post.activity, page_lang, leaving_out),
            is_featured=bool(front.featured),
            status=front.status,
        )

    def _original(self, post: Post, document: Document, page_lang: str) -> tuple[str, str, str]:
        source = post.shown.get(document.front.original or "")
        return self.foreign(source.lang, page_lang) if source else ("", "", "")

    def _fact(self, kind: str, concept: Concept | None, page_lang: str, leaving_out: Collection[str]) -> Link | None:
        return self.concept(kind, concept, page_lang) if concept and kind not in leaving_out else None

    def original(self, post: Post, document: Document) -> Link | None:
        """Link from a translation to what it was translated from; without title and address where that is not shown."""
        named = document.front.original
        if named is None or named not in post.documents:
            return None
        source = post.documents[named]
        kind = "post" if post.collection == "posts" else "page"
        foreign = self.foreign(named, document.lang)
        if not source.is_shown:  # what is unpublished leaves no word in the output
            return Link("", "", *foreign)
        return Link(source.title, self.url(Identity(kind, post.key), named), *foreign)

    def links_language(self, document: Document) -> str:
        """Name the one other language that all of a document's outside links are in; empty where there is none."""
        lang = self.linked[document.path].links_language
        return self.labels[document.lang].language(lang) if lang else ""


def _moved(resolution: Resolution, base: str) -> Resolution:
    """Give a resolution for a text that is shown on another page than `base`, or elsewhere."""
    sources = tuple(
        source._replace(files=tuple((urljoin(base, url), width) for url, width in source.files))
        for source in resolution.sources
    )
    return resolution._replace(href=urljoin(base, resolution.href), sources=sources)
