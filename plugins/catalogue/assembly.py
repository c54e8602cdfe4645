"""From the files of a content folder to the catalogue: each file is split, validated and rendered exactly once.

Every step goes on after a fault as far as it makes sense, so that one run reports all problems of all files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from plugins.catalogue.body import Body, TextFilter, make_body
from plugins.catalogue.concepts import Concept, Concepts, read_concepts
from plugins.catalogue.front_matter import FrontMatter, Split, missing_date, read_front_matter, split_file
from plugins.catalogue.inheritance import FILING, inherit
from plugins.catalogue.links import FileLink, read_embedded
from plugins.catalogue.loading import Folder
from plugins.catalogue.pairing import FileName, find_original, pair, read_name
from plugins.catalogue.people import People, Person, merge_people, read_people
from plugins.catalogue.post import Catalogue, Document, Post, moment
from plugins.catalogue.settings import Settings
from plugins.catalogue.slugs import SlugWish, assign_slugs
from plugins.catalogue.source import BodySource
from plugins.catalogue.summary import first_words
from plugins.diagnostics import Diagnostic, error, warning

PUBLISHED = "published"
UNPUBLISHED = ("draft", "review")  # shown in a preview; a retired document is not


class MarkdownRenderer(Protocol):
    """Turns Markdown into HTML that has not been cleaned yet."""

    def render(self, text: str, lang: str) -> str:
        """Render a body."""

    def render_inline(self, text: str, lang: str) -> str:
        """Render a single paragraph without the element around it."""


class Check(Protocol):
    """A module of rules on what an author wrote; either function may be missing."""

    check_body: Callable[[BodySource, tuple[str, ...]], tuple[Diagnostic, ...]]
    check_post: Callable[[Mapping[str, BodySource], str, tuple[str, ...]], tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class Tools:
    """What other plugins lend to the catalogue, found by the names in the settings."""

    renderer: MarkdownRenderer
    filters: tuple[TextFilter, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A file on its way to a document: named, split and read, not yet rendered."""

    name: FileName
    front: FrontMatter
    source: BodySource


def make_catalogue(folder: Folder, settings: Settings, tools: Tools) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Make the catalogue of a folder, with every problem found on the way, in no order."""
    diagnostics = list(folder.diagnostics)
    concepts = {}
    for kind in ("topics", "levels", "activities"):
        concepts[kind], found = read_concepts(folder.texts.get(f"{kind}.yml", ""), f"{kind}.yml", kind, settings.langs)
        diagnostics.extend(found)
    people, found = read_people(folder.texts.get("people.yml", ""), "people.yml", settings.langs)
    diagnostics.extend(found)

    groups, readings, reading_found = _read_files(folder, settings)
    diagnostics.extend(reading_found)
    slugs, found = assign_slugs(_slug_wish(reading) for reading in readings.values())
    diagnostics.extend(found)
    by_name, found = _merge_people(people, readings)
    diagnostics.extend(found)

    posts = []
    for (collection, key), names in groups.items():
        members = {lang: readings[name.path] for lang, name in names.items() if name.path in readings}
        diagnostics.extend(_check_sources(members, settings, tools))
        original, found = _original(names, members)
        diagnostics.extend(found)
        if original is None:
            for reading in members.values():  # no post, but what its readable files say wrong is still worth telling
                diagnostics.extend(_file_under(reading, concepts)[1])
        else:
            post, found = _make_post(collection, key, original, members, slugs, concepts, settings, tools)
            posts.append(post)
            diagnostics.extend(found)
    unread = any(problem.path.startswith("posts/") for problem in diagnostics)  # a file that is there, but no post
    if not unread and not any(collection == "posts" for collection, _ in groups):
        diagnostics.append(warning("posts", 1, "no-posts", "there are no posts", "add a file posts/<key>.<lang>.md"))

    posts.sort(key=lambda post: (moment(post.documents[post.original].front.date, settings.timezone), post.key))
    catalogue = Catalogue(
        posts=tuple(post for post in posts if post.collection == "posts"),
        pages=tuple(sorted((post for post in posts if post.collection == "pages"), key=lambda post: post.key)),
        topics=concepts["topics"],
        levels=concepts["levels"],
        activities=concepts["activities"],
        people=by_name,
        files=frozenset(folder.files),
        by_key={(post.collection, post.key): post for post in posts},
        known_keys=frozenset(groups),
    )
    return catalogue, tuple(diagnostics)


def _read_files(
    folder: Folder, settings: Settings
) -> tuple[dict[tuple[str, str], dict[str, FileName]], dict[str, Reading], list[Diagnostic]]:
    names: list[FileName] = []
    readings: dict[str, Reading] = {}
    diagnostics: list[Diagnostic] = []
    for path in folder.texts:
        if not path.endswith(".md"):
            continue
        name = read_name(path, settings.langs)
        if isinstance(name, Diagnostic):
            diagnostics.append(name)
            continue
        names.append(name)
        split = split_file(folder.texts[path], path)
        if isinstance(split, Split):
            front, found = read_front_matter(split, path, name.collection, settings.timezone)
            diagnostics.extend(found)
            readings[path] = Reading(name, _with_image(front, path, folder.files), _source(name, front, split))
        else:
            diagnostics.extend(split)
    groups, found = pair(names)
    diagnostics.extend(found)
    paired = {name.path for group in groups.values() for name in group.values()}
    return groups, {path: reading for path, reading in readings.items() if path in paired}, diagnostics


def _with_image(front: FrontMatter, path: str, files: Collection[str]) -> FrontMatter:
    """Name the picture from the content folder, since translations elsewhere inherit it."""
    target = read_embedded(front.image, path) if front.image else None
    if not isinstance(target, FileLink):
        return front
    return replace(front, image=next((file for file in target.paths if file in files), target.named))


def _source(name: FileName, front: FrontMatter, split: Split) -> BodySource:
    return BodySource(name.path, name.lang, split.body, split.body_line, front.status == PUBLISHED)


def _slug_wish(reading: Reading) -> SlugWish:
    name, front = reading.name, reading.front
    line = front.lines.get("slug" if front.slug else "title", 1)
    return SlugWish(name.path, name.collection, name.key, name.lang, front.title, front.slug, line)


def _merge_people(
    people: People, readings: Mapping[str, Reading]
) -> tuple[Mapping[str, Person], tuple[Diagnostic, ...]]:
    written = [
        (person, reading.name.path, reading.front.item_lines.get(role, (1,) * len(persons))[place])
        for _, reading in sorted(readings.items())
        for role, persons in reading.front.credits.items()
        for place, person in enumerate(persons)
    ]
    return merge_people(people, written)


def _check_sources(members: Mapping[str, Reading], settings: Settings, tools: Tools) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for check in tools.checks:
        if hasattr(check, "check_body"):
            for reading in members.values():
                found.extend(check.check_body(reading.source, settings.marker_langs))
        if hasattr(check, "check_post") and len(members) > 1:
            sources = {lang: reading.source for lang, reading in members.items()}
            root = next(
                (lang for lang, reading in members.items() if reading.front.original is None), next(iter(members))
            )
            found.extend(check.check_post(sources, root, settings.marker_langs))
    return found


def _original(
    names: Mapping[str, FileName], members: Mapping[str, Reading]
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    if set(names) != set(members) or not all(reading.front.is_readable for reading in members.values()):
        return None, ()  # where a head could not be read, who the original is cannot be told
    return find_original(
        {lang: reading.front.original for lang, reading in members.items()},
        {lang: reading.name.path for lang, reading in members.items()},
        {lang: reading.front.lines.get("original", 1) for lang, reading in members.items()},
    )


def _make_post(
    collection: str,
    key: str,
    original: str,
    members: Mapping[str, Reading],
    slugs: Mapping[str, str],
    concepts: Mapping[str, Concepts],
    settings: Settings,
    tools: Tools,
) -> tuple[Post, tuple[Diagnostic, ...]]:
    diagnostics: list[Diagnostic] = []
    root = members[original]
    if root.front.date is None and "date" not in root.front.lines and collection == "posts":
        diagnostics.append(missing_date(root.name.path))
    filing = {}
    for lang in sorted(members, key=lambda lang: lang != original):
        filed, found = _file_under(members[lang], concepts)
        diagnostics.extend(found)
        filing[lang] = filed
        if lang != original:
            diagnostics.extend(_filed_elsewhere(members[lang], filed, filing[original], root.name.path))
    documents = {}
    for lang in settings.langs:
        if lang in members:
            front = members[lang].front if lang == original else inherit(members[lang].front, root.front)
            documents[lang], found = _make_document(members[lang], front, slugs, settings, tools)
            diagnostics.extend(found)
    topics, levels, activities = (filing[original][field] for field in FILING)
    return Post(collection, key, original, documents, topics, _first(levels), _first(activities)), tuple(diagnostics)


def _first(concepts: tuple[Concept, ...]) -> Concept | None:
    return concepts[0] if concepts else None


def _file_under(
    reading: Reading, concepts: Mapping[str, Concepts]
) -> tuple[dict[str, tuple[Concept, ...]], tuple[Diagnostic, ...]]:
    front, path = reading.front, reading.name.path
    diagnostics = []
    filed: dict[str, tuple[Concept, ...]] = {}
    for field, kind in zip(FILING, ("topics", "levels", "activities"), strict=True):
        written = getattr(front, field) or ()
        texts = (written,) if isinstance(written, str) else written
        lines = front.item_lines.get(field) or (front.lines.get(field, 1),) * len(texts)
        found: dict[str, Concept] = {}
        for text, line in zip(texts, lines, strict=True):
            if concept := concepts[kind].find(text):
                found.setdefault(concept.id, concept)
            else:
                diagnostics.append(_unknown_concept(path, line, kind, field, text, concepts[kind]))
        filed[field] = tuple(found.values())
    return filed, tuple(diagnostics)


def _unknown_concept(path: str, line: int, kind: str, field: str, text: str, known: Concepts) -> Diagnostic:
    one = field.removesuffix("s")
    meant = known.find(known.nearest(text))
    guess = f"; did you mean {meant.id}?" if meant else ""
    message = f"{kind}.yml has no {one} {text!r}{guess}"
    return error(path, line, f"unknown-{one}", message, f"write one that is there, or add it to {kind}.yml")


def _filed_elsewhere(
    reading: Reading,
    filed: Mapping[str, tuple[Concept, ...]],
    original: Mapping[str, tuple[Concept, ...]],
    original_path: str,
) -> list[Diagnostic]:
    return [
        warning(
            reading.name.path, reading.front.lines[field], "filed-elsewhere",
            f"{field} differs from the original's in {original_path}, whose value counts for every language",
            f"take `{field}` out of the translation",
        )
        for field in FILING
        if field in reading.front.lines and {c.id for c in filed[field]} != {c.id for c in original[field]}
    ]  # fmt: skip


def _make_document(
    reading: Reading, front: FrontMatter, slugs: Mapping[str, str], settings: Settings, tools: Tools
) -> tuple[Document, tuple[Diagnostic, ...]]:
    name, source, lang = reading.name, reading.source, reading.name.lang
    quotes = settings.quotes

    def as_body(html: str, source: BodySource) -> tuple[Body, tuple[Diagnostic, ...]]:
        return make_body(html, lang, tools.filters, quotes, source, settings.direction)

    body, diagnostics = as_body(tools.renderer.render("\n".join(source.lines), lang), source)
    if front.summary:
        # One line, the field's: folded text has no others, and only above the field can a comment silence a warning.
        words = " ".join(front.summary.split())
        written = BodySource(name.path, lang, (words,), front.lines.get("summary", 1), source.is_published)
        summary, found = as_body(tools.renderer.render_inline(front.summary, lang), written)
        diagnostics += found
    else:
        summary = first_words(body.first_paragraph)
    title = front.title
    for text_filter in tools.filters:
        title = text_filter.filter_text(title, lang, quotes)
    is_shown = front.status == PUBLISHED or (settings.shows_drafts and front.status in UNPUBLISHED)
    slug = slugs[name.path]
    return Document(
        name.path, name.collection, name.key, lang, title, slug, front, summary, body, is_shown
    ), diagnostics
