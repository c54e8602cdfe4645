"""Where each link of a document leads: to the reader's language where it can, and to nothing that is not there."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import quote, unquote

from plugins.catalogue.alias import alias_path
from plugins.catalogue.body import Ref, Resolution
from plugins.catalogue.lang import canonical, serves
from plugins.catalogue.links import (
    FileLink,
    FragmentLink,
    OutsideLink,
    PostLink,
    SiteLink,
    Target,
    link_language,
    obsolete_form,
    read_ref,
)
from plugins.catalogue.nearest import Index
from plugins.catalogue.picture_size import Sizes
from plugins.catalogue.post import Catalogue, Document
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, error, warning
from plugins.plan.identity import REDIRECT, RETIRED, Address, Identity, address_at, page_of
from plugins.plan.pictures import Sources, is_picture, shown, unreadable
from plugins.translation.reading import document_for, links_language

Addresses = Mapping[Identity, Mapping[str, Address]]
NOWHERE = Resolution("")


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a document's body and summary, resolved in the order of their `refs`.

    A `mark` is the tag of the target's language, for the page's labels to put in words.
    """

    body: tuple[Resolution, ...]
    summary: tuple[Resolution, ...]
    links_language: str  # tag of the one other language of all outside links, else empty
    diagnostics: tuple[Diagnostic, ...]


class Linker:
    """Resolves links against a catalogue and the addresses of all its pages."""

    def __init__(
        self, catalogue: Catalogue, addresses: Addresses, settings: Settings, sizes: Sizes, sources: Sources
    ) -> None:
        """Take what links can lead to; `sizes` and `sources` are those of pictures by path."""
        self.catalogue = catalogue
        self.sizes = sizes
        self.sources = sources
        self.addresses = addresses
        self.settings = settings

    def link(self, document: Document) -> Linked:
        """Resolve every link of a document and report those that lead nowhere."""
        outside = [lang for ref in document.body.refs if (lang := self._outside_lang(ref, document))]
        single = links_language(document.lang, outside)
        is_mixed = not single and any(not serves(lang, document.lang) for lang in outside)
        diagnostics: list[Diagnostic] = []
        resolved = [
            self._resolve_all(document, refs, is_mixed, diagnostics)
            for refs in (document.body.refs, document.summary.refs)
        ]
        return Linked(resolved[0], resolved[1], single, tuple(diagnostics))

    def file_url(self, path: str) -> str:
        """Give the address of a file below media/ or root/, from the root of the host."""
        return self.settings.base_path + file_address(path).url

    def _resolve_all(
        self, document: Document, refs: tuple[Ref, ...], is_mixed: bool, diagnostics: list[Diagnostic]
    ) -> tuple[Resolution, ...]:
        resolved = []
        for ref in refs:
            resolution, problem = self._resolve(document, ref, is_mixed)
            resolved.append(resolution)
            if problem:
                diagnostics.append(problem)
        return tuple(resolved)

    def _resolve(self, document: Document, ref: Ref, is_mixed: bool) -> tuple[Resolution, Diagnostic | None]:
        if form := obsolete_form(ref.target):
            return NOWHERE, _obsolete(document, ref, form)
        match target_of(ref, document, self.settings.langs):
            case OutsideLink() as target:
                return self._outside(document, ref, target, is_mixed)
            case PostLink() as target:
                return self._post(document, ref, target)
            case FileLink() as target:
                return self._file(document, ref, target)
            case FragmentLink(""):
                return Resolution("#"), None  # the top of the page (HTML, 7.4.6.3)
            case FragmentLink(fragment):
                place, problem = _fragment(document, document, ref, fragment)
                return (Resolution(place) if place else NOWHERE), problem
            case SiteLink() as target:
                return self._site(document, ref, target)

    def _outside_lang(self, ref: Ref, document: Document) -> str:
        if ref.element != "a":
            return ""
        target = target_of(ref, document, self.settings.langs)
        return self._target_lang(ref, target) if isinstance(target, OutsideLink) and target.host else ""

    def _target_lang(self, ref: Ref, target: OutsideLink) -> str:
        return canonical(ref.hreflang) if ref.hreflang else link_language(target.host, self.settings.link_langs)

    def _outside(
        self, document: Document, ref: Ref, target: OutsideLink, is_mixed: bool
    ) -> tuple[Resolution, Diagnostic | None]:
        if ref.element == "a":
            lang = self._target_lang(ref, target)
            shows_mark = is_mixed and bool(lang) and not serves(lang, document.lang)
            return Resolution(target.url, lang=lang, mark=lang if shows_mark else ""), None
        if ref.attribute == "cite":
            return Resolution(target.url), None
        what = "picture" if is_picture(ref) else "player"
        message = f"the {what} is on another host and becomes a link; expected a file below media/"
        problem = warning(document.path, ref.line, "outside-media", message, "put the file into media/")
        return Resolution(target.url, is_link=True), problem

    def _post(self, document: Document, ref: Ref, target: PostLink) -> tuple[Resolution, Diagnostic | None]:
        post = self.catalogue.by_key.get((target.collection, target.key))
        found = document_for(post, document.lang) if post else None
        if post is None or found is None:
            return NOWHERE, self._dead_post(document, ref, target, is_hidden=post is not None)
        kind = "post" if post.collection == "posts" else "page"
        href = self.settings.base_path + self.addresses[Identity(kind, post.key)][found.lang].url
        place, problem = "", None
        if target.fragment:
            place, problem = _fragment(document, found, ref, target.fragment)
        return self._page(href + place, found.lang, document), problem

    def _page(self, href: str, lang: str, document: Document) -> Resolution:
        """Lead to a page of the site, marked where it is in another language than the document."""
        if lang == document.lang:
            return Resolution(href)
        return Resolution(href, lang=lang, dir=self.settings.direction(lang), mark=lang)

    def _dead_post(self, document: Document, ref: Ref, target: PostLink, is_hidden: bool) -> Diagnostic | None:
        name = f"{target.collection}/{target.key}"
        if is_hidden:
            message = f"{name} is not published in any language; the link is written as its words"
            return warning(document.path, ref.line, "link-unpublished", message, "publish it, or take the link out")
        if (target.collection, target.key) in self.catalogue.known_keys:
            return None  # the file is there, and its own fault is reported
        near = self._near_keys.nearest(name)
        advice = f"did you mean {near}?" if near else "expected the file name of a post or page"
        return warning(
            document.path, ref.line, "dead-link", f"there is no {name}; the link is written as its words", advice
        )

    def _file(self, document: Document, ref: Ref, target: FileLink) -> tuple[Resolution, Diagnostic | None]:
        for path in target.paths:
            if path in self.catalogue.files:
                url = self.file_url(path) + target.suffix
                if not is_picture(ref):
                    return Resolution(url), None
                return shown(url, path, self.sizes, self.sources), unreadable(document.path, ref.line, path, self.sizes)
        near = self._near_files.nearest(target.named)
        advice = f"did you mean {near}?" if near else "expected a path from content/, as media/picture.jpg"
        if ref.element == "a" and not _names_a_file(ref.target, target):
            message = f"the link {ref.target!r} leads to nothing; it is written as its words"
            return NOWHERE, warning(document.path, ref.line, "dead-link", message, advice)
        return NOWHERE, error(document.path, ref.line, "missing-file", f"there is no file {target.named}", advice)

    def _site(self, document: Document, ref: Ref, target: SiteLink) -> tuple[Resolution, Diagnostic | None]:
        if target.path in self.retired_urls:
            message = f"what was at {target.path} is retired; the link is written as its words"
            return NOWHERE, warning(document.path, ref.line, "link-unpublished", message, "take the link out")
        if target.path in self.page_urls:
            url, lang = self.page_urls[target.path]
            return self._page(self.settings.base_path + url + target.suffix, lang, document), None
        root_file = f"root{target.path}"
        if root_file in self.catalogue.files:
            return Resolution(self.file_url(root_file) + target.suffix), None
        near = self._near_pages.nearest(target.path)
        message = f"the site has no page {target.path}; the link is written as its words"
        return NOWHERE, warning(document.path, ref.line, "dead-link", message, f"did you mean {near}?" if near else "")

    @cached_property
    def page_urls(self) -> Mapping[str, tuple[str, str]]:
        """Every page's address and language, by the address as it is read; an old one leads straight to the new."""
        urls = {
            unquote(address.url): (address.url, lang)
            for identity, pages in self.addresses.items()
            for lang, address in pages.items()
            if identity.kind not in (REDIRECT, RETIRED)
        }
        moved = ((old, lang, self.addresses[page][lang]) for old, (page, lang) in self._moved.items())
        return {old: (address.url, lang) for old, lang, address in moved} | urls

    @cached_property
    def retired_urls(self) -> frozenset[str]:
        """The addresses, old ones too, of pages that only say that a text is retired, as they are read."""
        retired = (pages for identity, pages in self.addresses.items() if identity.kind == RETIRED)
        urls = {unquote(address.url) for pages in retired for address in pages.values()}
        return frozenset(urls | {old for old, (page, _) in self._moved.items() if page.kind == RETIRED})

    @cached_property
    def _moved(self) -> Mapping[str, tuple[Identity, str]]:
        """The page and its language that each old address leads to, by the address as it is read."""
        return {
            old: (page, lang)
            for post in self.catalogue.by_key.values()
            for lang, document in post.documents.items()
            for alias in document.front.aliases
            if Identity(REDIRECT, old := unquote(address_at(alias_path(alias)).url)) in self.addresses
            and lang in self.addresses.get(page := page_of(document), {})
        }

    @cached_property
    def _near_keys(self) -> Index:
        return Index(f"{collection}/{key}" for collection, key in self.catalogue.known_keys)

    @cached_property
    def _near_files(self) -> Index:
        return Index(self.catalogue.files)

    @cached_property
    def _near_pages(self) -> Index:
        return Index(self.page_urls)


def target_of(ref: Ref, document: Document, langs: tuple[str, ...]) -> Target:
    """Give what a ref of a document points to."""
    return ref.to or read_ref(ref.target, ref.element, ref.attribute, document.path, langs)


def file_address(path: str) -> Address:
    """Give the address of a file of the content folder: media/ keeps its name, root/ is the root of the site."""
    public = path.removeprefix("root/")
    return Address("/" + quote(public), public)


def _obsolete(document: Document, ref: Ref, form: str) -> Diagnostic | None:
    """Report a summary's link; the rule `link-form` has read the body, and two reports of one fault help nobody."""
    if ref not in document.summary.refs:
        return None
    message = f"links of the form {form} are not known here; expected {{filename}}, {{static}} or an address"
    return error(document.path, ref.line, "link-form", message, "write it as links in the body are written")


def _names_a_file(text: str, target: FileLink) -> bool:
    last = target.named.rpartition("/")[2]
    return text.startswith("{static}") or target.named.startswith("media/") or "." in last.strip(".")


def _fragment(document: Document, target: Document, ref: Ref, fragment: str) -> tuple[str, Diagnostic | None]:
    if fragment in target.body.ids:
        return f"#{fragment}", None
    folded = {_fold(place): place for place in sorted(target.body.ids, reverse=True)}
    if place := folded.get(_fold(fragment)):
        return f"#{place}", None
    near = get_close_matches(fragment, sorted(target.body.ids), 1)
    where = "this page" if target is document else target.path
    return "", warning(
        document.path, ref.line, "dead-fragment",
        f"{where} has no place #{fragment}; the link is written without it",
        f"did you mean #{near[0]}?" if near else "",
    )  # fmt: skip


def _fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
