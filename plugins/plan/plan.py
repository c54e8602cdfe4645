"""The plan: every page and file of every language, with its address, its alternates and its view.

Two passes over the kinds of page: the first gives every page its address, the second its view, which may then name
any other page. Nothing here knows of Pelican, so `check` makes the same plan without it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from plugins.catalogue.cue import Cue
from plugins.catalogue.picture_size import Sizes
from plugins.catalogue.post import Catalogue, Post
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, error
from plugins.plan.composer import Composer
from plugins.plan.files import media_files
from plugins.plan.identity import Address, Identity, Kind, Outline, address
from plugins.plan.labels import Labels
from plugins.plan.linked_table import LinkedTable
from plugins.plan.linking import Linker
from plugins.plan.onward import RelatedPosts, neighbours
from plugins.plan.pictures import Sources
from plugins.plan.recordings import TranscriptOf
from plugins.plan.share import DataOf, PictureOf
from plugins.plan.site import make_site, theme_address
from plugins.plan.theme_folder import ThemeFolder
from plugins.plan.view import Protection, Site, View

SETTINGS_FILE = "pelicanconf.py"  # to blame where no content is; the one path that is not in the content folder


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that no template makes: its path in the output, and its bytes, the file to copy, or what makes either.

    `inputs` names all that a function makes it of, so that it need not be made to know that it is the same;
    `is_of_skeleton` tells that it is made of nothing but which pages there are, and where. Without either it is made in
    every build.
    """

    path: str
    content: bytes | Path | Callable[[], bytes | Path]
    inputs: str = ""
    is_of_skeleton: bool = False

    def made(self) -> bytes | Path:
        """Give its bytes or the file to copy, however long it takes to make them."""
        return self.content() if callable(self.content) else self.content


class PlannedPage(NamedTuple):
    """A page with its address; its view is composed when it is asked for."""

    outline: Outline
    address: Address
    kind: Kind

    def view(self, composer: Composer) -> View:
        """Compose what the template will see."""
        return self.kind.compose(self.outline, composer)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that will be in the output."""

    pages: tuple[PlannedPage, ...]
    files: tuple[PlannedFile, ...]
    sites: Mapping[str, Site]
    composer: Composer

    def views(self) -> tuple[tuple[PlannedPage, View], ...]:
        """Compose the view of every page: a fault in one is found before any page is rendered."""
        return tuple((page, page.view(self.composer)) for page in self.pages)


FileMaker = Callable[["Plan"], Iterable[PlannedFile | Diagnostic]]


def make_plan(
    catalogue: Catalogue,
    settings: Settings,
    kinds: Iterable[Kind],
    labels: Mapping[str, Labels],
    sizes: Sizes = MappingProxyType({}),
    shared_picture: PictureOf | None = None,
    structured_data: DataOf | None = None,
    sources: Sources = MappingProxyType({}),
    cues: Mapping[str, tuple[Cue, ...]] = MappingProxyType({}),
    transcript: TranscriptOf | None = None,
    protections: Mapping[str, Protection] = MappingProxyType({}),
    theme: ThemeFolder | None = None,
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Plan the whole site, with the problems that only the whole shows, as clashing addresses.

    What is wrong with the links of a text stands with them.

    `sizes` are those of pictures by path; without them, pages leave the size of a picture to the browser.
    `shared_picture` gives the picture that a link to a page shows elsewhere, `structured_data` what a page says to
    machines. `sources` are what a browser may choose from for a picture, by its path. `cues` are those of
    tracks by path in the output, `transcript` writes them out. `protections` say by kind what pages must not do.
    `theme` tells where the theme's files are; without it, they have the names that they have there.
    """
    pages = _planned(tuple(kinds), catalogue, settings)
    addresses: dict[Identity, dict[str, Address]] = defaultdict(dict)
    indexed: dict[Identity, set[str]] = defaultdict(set)
    for page in pages:
        addresses[page.outline.identity][page.outline.lang] = page.address
        if page.outline.is_indexed and not page.outline.canonical and not settings.shows_drafts:
            indexed[page.outline.identity].add(page.outline.lang)
    linker = Linker(catalogue, addresses, settings, sizes, sources)
    documents = [document for post in (*catalogue.posts, *catalogue.pages) for document in post.documents.values()]
    linked = LinkedTable(linker, {document.path: document for document in documents})
    reserved = _word_clashes(catalogue, settings)
    told = {problem.path for problem in reserved}  # such a slug has the address of another page, too
    diagnostics = [*reserved, *(clash for clash in _clashes(pages, settings) if clash.path not in told)]
    files, found = media_files(catalogue, settings, sizes)
    shown = [post for post in catalogue.posts if post.shown]
    composer = Composer(
        catalogue=catalogue,
        settings=settings,
        addresses=dict(addresses),
        indexed={identity: frozenset(langs) for identity, langs in indexed.items()},
        labels=labels,
        linked=linked,
        sizes=sizes,
        sources=sources,
        cues=cues,
        transcript=transcript,
        related=RelatedPosts(shown),
        neighbours=neighbours(shown, settings.langs),
        shared_picture=shared_picture,
        structured_data=structured_data,
        protections=protections,
    )
    planned = tuple(PlannedFile(path, source) for path, source in files)
    theme = theme or ThemeFolder(theme_address(settings))
    sites = {lang: make_site(lang, composer, theme) for lang in settings.langs}
    return Plan(tuple(pages), planned, sites, composer), (*diagnostics, *found)


def _planned(kinds: Sequence[Kind], catalogue: Catalogue, settings: Settings) -> list[PlannedPage]:
    """Give every page its address: those that the kinds have of themselves, then those that stand beside them."""
    outlines = [(outline, kind) for kind in kinds for outline in kind.outline(catalogue, settings)]
    beside = [
        (outline, kind)
        for kind in kinds
        if kind.beside is not None
        for page, _ in outlines
        for outline in kind.beside(page, catalogue, settings)
    ]
    return [PlannedPage(outline, address(outline, settings.main_lang), kind) for outline, kind in (*outlines, *beside)]


def _clashes(pages: Iterable[PlannedPage], settings: Settings) -> list[Diagnostic]:
    by_path: dict[str, PlannedPage] = {}
    clashes = []
    for page in pages:
        first = by_path.setdefault(page.address.path.lower(), page)
        if first is not page and not _is_slug_twice(first.outline, page.outline):
            is_blamed = bool(page.outline.source) and not (first.outline.path and not page.outline.path)
            blamed, other = (page, first) if is_blamed else (first, page)
            clashes.append(_clash(blamed, other))
    return clashes


def _clash(blamed: PlannedPage, other: PlannedPage) -> Diagnostic:
    """Report a page that has the address of another; an old address gives way to all others."""
    outline, url = blamed.outline, blamed.address.url
    if outline.path:
        owner = "this page itself" if other.outline.source == outline.source else _name(other)
        message = f"the alias {url} has the address of {owner}; expected one where nothing is any more"
        return error(outline.source, outline.line, "address-twice", message, "take the alias out")
    message = f"{_name(blamed)} and {_name(other)} have one address, {url}"
    advice = "write another slug, or other words in LANGUAGES"
    return error(outline.source or SETTINGS_FILE, outline.line, "address-twice", message, advice)


def _is_slug_twice(first: Outline, second: Outline) -> bool:
    """Tell whether two documents or concepts of a kind clash: the catalogue has reported their slug already."""
    if first.path or second.path:
        return False
    one, other = first.subject, second.subject
    are_documents = isinstance(one, Post) and isinstance(other, Post) and one.collection == other.collection
    return first.identity.kind == second.identity.kind or are_documents


def _name(page: PlannedPage) -> str:
    identity = page.outline.identity
    return page.outline.source or " ".join(filter(None, (identity.kind, identity.id)))


def _word_clashes(catalogue: Catalogue, settings: Settings) -> list[Diagnostic]:
    clashes = []
    for page in catalogue.pages:
        for lang, document in page.documents.items():
            taken = {*settings.language(lang).paths.values(), "media", "theme"}
            taken |= {other for other in settings.langs if lang == settings.main_lang}
            if document.slug in taken:
                line = document.front.lines.get("slug", document.front.lines.get("title", 1))
                message = f"the slug {document.slug!r} is a word of the site's own paths"
                clashes.append(error(document.path, line, "slug-reserved", message, "write another slug"))
    return clashes
