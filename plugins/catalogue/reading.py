"""The Markdown files of a content folder, each read and rendered by itself: all that can be known of it alone.

That is what a build remembers of a file. What depends on other files (who inherits what, where links lead) comes after.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from plugins.catalogue.body import Body, Part, make_body
from plugins.catalogue.front_matter import FrontMatter, Split, read_front_matter, split_file
from plugins.catalogue.lent import Tools
from plugins.catalogue.links import FileLink, read_embedded
from plugins.catalogue.loading import Folder
from plugins.catalogue.memory import Memory, Result, key_of, packed
from plugins.catalogue.pairing import FileName, pair, read_name
from plugins.catalogue.parts import Unrendered
from plugins.catalogue.plain_links import leads_elsewhere_only
from plugins.catalogue.settings import Settings
from plugins.catalogue.source import BodySource, KeptSource
from plugins.catalogue.summary import first_words
from plugins.diagnostics import Diagnostic, warning

PUBLISHED = "published"
PICTURE = re.compile(r"(?<!\\)!\[|<img\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A file by itself: its head, its title in the typography of its language, its summary and body.

    `first_line` is the number of the body's first line. A file that cannot be split has nothing but diagnostics, and
    one that was only checked may have no body yet.
    """

    front: FrontMatter | None
    diagnostics: tuple[Diagnostic, ...]
    first_line: int = 1
    title: str = ""
    summary: Body | None = None
    body: Body | None = None


@dataclass(frozen=True)
class Member:
    """A file on its way to a document: its name, what was read of it, and its text where it is asked for."""

    name: FileName
    front: FrontMatter
    title: str
    summary: Body
    body: Body
    source: BodySource
    digest: str  # of the file


Groups = dict[tuple[str, str], dict[str, FileName]]


def read_files(folder: Folder, settings: Settings, tools: Tools) -> tuple[Groups, dict[str, Member], list[Diagnostic]]:
    """Give the files by (collection, key) and language, what could be read of each by path, and the faults."""
    names: list[FileName] = []
    diagnostics: list[Diagnostic] = []
    for path in folder.texts:
        if path.endswith(".md"):
            name = read_name(path, settings.langs)
            (diagnostics if isinstance(name, Diagnostic) else names).append(name)  # type: ignore[arg-type]
    groups, found = pair(names)
    diagnostics.extend(found)
    paired = {name.path for group in groups.values() for name in group.values()}
    alone = [{name.lang: name} for name in names if name.path not in paired]  # a key twice: no post, and yet read
    diagnostics.extend(_read(folder, [*groups.values(), *alone], settings, tools))
    members: dict[str, Member] = {}
    for name in names:
        reading = recalled(name, folder, settings, tools)
        diagnostics.extend(reading.diagnostics)
        if name.path in paired and reading.front and reading.body and reading.summary:
            members[name.path] = Member(
                name=name,
                front=_with_image(reading.front, name.path, folder.files),
                title=reading.title,
                summary=reading.summary,
                body=reading.body,
                source=_source(name, reading, folder),
                digest=folder.digest(name.path),
            )
    return groups, members, diagnostics


def _read(
    folder: Folder, groups: Iterable[Mapping[str, FileName]], settings: Settings, tools: Tools
) -> Iterable[Diagnostic]:
    """Read and render what is not remembered, and give what the files of each post say wrong together."""
    groups = list(groups)
    new = [group for group in groups if any(key not in tools.memory for key in _keys(group, folder, tools))]
    make = partial(_results, folder=folder, settings=settings, tools=tools)
    for results in tools.spread(make, new, lambda group: ", ".join(name.path for name in group.values())):
        tools.memory.add(results)
    for group in groups:
        if len(group) > 1:
            yield from tools.memory.known(_post_key(group, folder))


def _results(group: Mapping[str, FileName], folder: Folder, settings: Settings, tools: Tools) -> list[Result]:
    """Make what is not remembered of the files of one post."""
    results: list[Result] = []
    sources: dict[str, BodySource] = {}
    roots: list[str] = []
    for lang, name in group.items():
        key = _known_key(name, folder, tools)
        if key in tools.memory:
            reading: Reading = tools.memory.known(key)
        else:
            reading = read_file(folder.texts[name.path], name, settings, tools)
            results += _packed(_key(name, folder) if reading.body or reading.front is None else key, reading)
        if reading.front is not None:
            sources[lang] = _source(name, reading, folder)
            roots += [lang] if reading.front.original is None else []
    if len(group) > 1:
        root = next(iter([*roots, *sources]), "")
        checks = [check for check in tools.checks if hasattr(check, "check_post")] if len(sources) > 1 else []
        found = [problem for check in checks for problem in check.check_post(sources, root, settings.marker_langs)]
        results.append(Result(_post_key(group, folder), packed(tuple(found))))
    return results


def read_file(text: str, name: FileName, settings: Settings, tools: Tools) -> Reading:
    """Read a file of the name, check it and render it."""
    split = split_file(text, name.path)
    if not isinstance(split, Split):
        return Reading(None, split)
    front, found = read_front_matter(split, name.path, name.collection, settings.timezone)
    source = BodySource(name.path, name.lang, split.body, split.body_line, front.status == PUBLISHED)
    diagnostics = list(found)
    for check in tools.checks:
        if hasattr(check, "check_body"):
            diagnostics += check.check_body(source, settings.marker_langs)
    title = front.title
    for text_filter in tools.filters:
        title = text_filter.filter_text(title, name.lang, settings.quotes)
    body = None
    if tools.renders_all or not leads_elsewhere_only(source.lines, settings.site_url):
        body, found = _as_body(tools.renderer.render("\n".join(source.lines), name.lang), source, settings, tools)
        diagnostics += found
    summary, found = _summary(front, source, body.first_paragraph if body else "", settings, tools)
    return Reading(front, (*diagnostics, *found), split.body_line, title, summary, body)


def _summary(
    front: FrontMatter, source: BodySource, first_paragraph: str, settings: Settings, tools: Tools
) -> tuple[Body, tuple[Diagnostic, ...]]:
    if not front.summary:
        return first_words(first_paragraph), ()
    # One line, the field's: folded text has no others, and only above the field can a comment silence a warning.
    words = " ".join(front.summary.split())
    line = front.lines.get("summary", 1)
    written = BodySource(source.path, source.lang, (words,), line, source.is_published)
    summary, found = _as_body(tools.renderer.render_inline(words, source.lang), written, settings, tools)
    if PICTURE.search(front.summary):
        message = "a summary shows no pictures; expected words"
        advice = "name the picture in `image`, or show it in the body"
        found += (warning(source.path, line, "summary-picture", message, advice),)
    return summary, found


def _as_body(html: str, source: BodySource, settings: Settings, tools: Tools) -> tuple[Body, tuple[Diagnostic, ...]]:
    return make_body(
        html, source.lang, tools.filters, settings.quotes, source, settings.direction, langs=settings.langs
    )


def _with_image(front: FrontMatter, path: str, files: Collection[str]) -> FrontMatter:
    """Name the picture from the content folder, since translations elsewhere inherit it."""
    target = read_embedded(front.image, path) if front.image else None
    if not isinstance(target, FileLink):
        return front
    return replace(front, image=next((file for file in target.paths if file in files), target.named))


def _source(name: FileName, reading: Reading, folder: Folder) -> BodySource:
    is_published = reading.front is not None and reading.front.status == PUBLISHED
    return KeptSource(
        name.path, name.lang, reading.first_line, is_published, partial(folder.texts.__getitem__, name.path)
    )


def _key(name: FileName, folder: Folder, kind: str = "file") -> str:
    return key_of(kind, name.path, folder.digest(name.path))


def _known_key(name: FileName, folder: Folder, tools: Tools) -> str:
    """Give the key under which a reading may be known; where not all is rendered, less than all of it will do."""
    key = _key(name, folder)
    return key if tools.renders_all or key in tools.memory else _key(name, folder, "checked")


def _post_key(group: Mapping[str, FileName], folder: Folder) -> str:
    return key_of("post", *(text for name in group.values() for text in (name.path, folder.digest(name.path))))


def _keys(group: Mapping[str, FileName], folder: Folder, tools: Tools) -> list[str]:
    keys = [_known_key(name, folder, tools) for name in group.values()]
    return [*keys, _post_key(group, folder)] if len(group) > 1 else keys


def _packed(key: str, reading: Reading) -> Iterable[Result]:
    """Part a reading in what every build asks for, and the HTML of its body."""
    if reading.body is None:
        return (Result(key, packed(reading)),)
    without = replace(reading, body=replace(reading.body, content=()))
    return Result(key, packed(without)), Result(key, packed(reading.body.parts), is_seldom=True)


def recalled(name: FileName, folder: Folder, settings: Settings, tools: Tools) -> Reading:
    """Give the reading of a file that is remembered; its body's HTML stays where it is kept."""
    key = _known_key(name, folder, tools)
    reading: Reading = tools.memory.known(key)
    if reading.front is None:
        return reading

    def again() -> Body:
        everything = replace(tools, renders_all=True)
        body = read_file(folder.texts[name.path], name, settings, everything).body
        return body or Body((), (), frozenset(), (), "")

    if reading.body is None:
        return replace(reading, body=Unrendered(again))
    return replace(reading, body=replace(reading.body, content=_Kept(tools.memory, key, again)))


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where the parts of a body are: in the memory or, where another build has cleared that, to be made again."""

    memory: Memory
    key: str
    again: Callable[[], Body]

    def __call__(self) -> tuple[Part, ...]:
        try:
            parts: tuple[Part, ...] = self.memory.seldom(self.key)
            return parts
        except LookupError:
            return self.again().parts
