"""The Markdown files of a content folder: each is read once, and one that is remembered, not at all.

What was made of a file is kept under the digest of its name and bytes: what every build asks for in one piece, the HTML
of its body in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from plugins.catalogue.body import Body, Part
from plugins.catalogue.front_matter import FrontMatter
from plugins.catalogue.lent import Tools
from plugins.catalogue.links import FileLink, read_embedded
from plugins.catalogue.loading import Folder
from plugins.catalogue.memory import BESIDE, Result, key_of, packed
from plugins.catalogue.pairing import FileName, pair, read_name
from plugins.catalogue.parts import LaterBody, Traits
from plugins.catalogue.reading import PUBLISHED, Reading, read_file
from plugins.catalogue.settings import Settings
from plugins.catalogue.source import BodySource, KeptSource
from plugins.catalogue.text import Text
from plugins.diagnostics import Diagnostic

RECENT = 32  # bodies that are held on to
Group = Mapping[str, FileName]  # the files of one post by language


@dataclass(frozen=True, slots=True)
class Member:
    """A file on its way to a document: its name, what was read of it, and its text where it is asked for."""

    name: FileName
    front: FrontMatter
    title: str
    summary: Body
    text: Text


@dataclass(frozen=True, slots=True)
class Files:
    """All files: their names by (collection, key) and language, what could be read of each by path, and the faults.

    What is wrong with the text of a member stands in that.
    """

    groups: Mapping[tuple[str, str], Group]
    members: Mapping[str, Member]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What files are read from, with and by."""

    folder: Folder
    settings: Settings
    tools: Tools
    recent: dict[str, Body] = field(default_factory=dict, compare=False, repr=False)

    def read_files(self) -> Files:
        """Read all files of the folder."""
        names: list[FileName] = []
        diagnostics: list[Diagnostic] = []
        for path in self.folder.texts:
            if path.endswith(".md"):
                name = read_name(path, self.settings.langs)
                (diagnostics if isinstance(name, Diagnostic) else names).append(name)  # type: ignore[arg-type]
        groups, found = pair(names)
        diagnostics.extend(found)
        paired = {name.path for group in groups.values() for name in group.values()}
        alone = [{name.lang: name} for name in names if name.path not in paired]  # a key twice: no post, and yet read
        together = self.read([*groups.values(), *alone])
        members: dict[str, Member] = {}
        for name in names:
            reading = self.reading(name)
            member = self.member(name, reading, together.get(name.path, ())) if name.path in paired else None
            if member is None:
                diagnostics.extend((*reading.diagnostics, *together.get(name.path, ())))
            else:
                members[name.path] = member
        return Files(groups, members, tuple(diagnostics))

    def read(self, groups: Iterable[Group]) -> dict[str, list[Diagnostic]]:
        """Read and render what is not remembered, and give by path what the files of each post say wrong together."""
        groups = list(groups)
        memory = self.tools.memory
        new = [group for group in groups if any(key not in memory for key in self._keys(group))]
        for results in self.tools.spread(self._results, new, lambda group: ", ".join(n.path for n in group.values())):
            memory.add(results)
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for group in groups:
            if len(group) > 1:
                for problem in memory.known(self._post_key(group)):
                    found[problem.path].append(problem)
        return found

    def reading(self, name: FileName, digest: str = "") -> Reading:
        """Give what is remembered of a file, or of an earlier one of a digest; its body's HTML stays where it is kept.

        Raises LookupError where nothing is.
        """
        key = key_of("file", name.path, digest) if digest else self._known_key(name)
        reading: Reading = self.tools.memory.glance(key) if digest else self.tools.memory.known(key)
        if reading.front is None:
            return reading
        if reading.traits is None:  # a body with nothing that a site has to look up
            return replace(reading, body=LaterBody(partial(self._rendered, name), refs=(), **Traits()._asdict()))
        return replace(reading, body=LaterBody(partial(self._body, name, key), **reading.traits._asdict()))

    def member(self, name: FileName, reading: Reading, together: Iterable[Diagnostic] = ()) -> Member | None:
        """Make a member of what was read, None where that was not enough; `together` is wrong beside other files."""
        if reading.front is None or reading.body is None or reading.summary is None:
            return None
        text = Text(
            body=reading.body,
            source=self._source(name, reading),
            digest=self.folder.digest(name.path),
            found=(*reading.diagnostics, *together),
        )
        front = _with_image(reading.front, name.path, self.folder.files)
        return Member(name, front, reading.title, reading.summary, text)

    def forget(self, group: Group, digests: Mapping[str, str], spared: Mapping[str, str]) -> None:
        """Forget what is remembered of the files of a post by their `digests` of before, by path.

        What is `spared`, or as it was, is not forgotten.
        """
        old = {name.path: digests.get(name.path, "") for name in group.values()}
        files = [path for path in old if old[path] not in (self.folder.digest(path), spared.get(path))]
        keys = [key_of("file", path, old[path]) for path in files]
        post = _key_of_post(group, old.__getitem__)
        self.tools.memory.forget([*keys, post] if post != self._post_key(group) else keys)

    def text(
        self,
        path: str,
        lang: str,
        first_line: int,
        is_published: bool,
        digest: str,
        found: tuple[Diagnostic, ...],
        traits: Traits,
    ) -> Text:
        """Give the text of a file of which so much is known: what else it says is got when somebody asks."""
        body = LaterBody(partial(self._body_of, path, digest), **traits._asdict())
        read = partial(self.folder.texts.__getitem__, path)
        return Text(body, KeptSource(path, lang, first_line, is_published, read), digest, found)

    def _body_of(self, path: str, digest: str) -> Body:
        name = read_name(path, self.settings.langs)
        if isinstance(name, Diagnostic):
            raise LookupError(f"{path} is no file of a post")
        return self._body(name, key_of("file", path, digest))

    def _body(self, name: FileName, key: str) -> Body:
        """Get a body from the memory or, where another build has cleared that, make it again."""
        return self._lately(key, lambda: self._kept_body(name, key))

    def _kept_body(self, name: FileName, key: str) -> Body:
        try:
            body: Body = self.tools.memory.seldom(key + BESIDE)
        except LookupError:
            return self._rendered(name)
        return replace(body, content=partial(self._parts, name, key))

    def _rendered(self, name: FileName) -> Body:
        everything = replace(self.tools, renders_all=True)

        def render() -> Body:
            body = read_file(self.folder.texts[name.path], name, self.settings, everything).body
            return body or Body((), (), frozenset(), (), "")

        return self._lately(self._key(name, "rendered"), render)

    def _lately(self, key: str, make: Callable[[], Body]) -> Body:
        """Give a body that was asked for a moment ago; only a few are held on to."""
        if key not in self.recent:
            if len(self.recent) >= RECENT:
                self.recent.pop(next(iter(self.recent)), None)
            self.recent[key] = make()
        return self.recent[key]

    def _results(self, group: Group) -> list[Result]:
        """Make what is not remembered of the files of one post."""
        results: list[Result] = []
        sources: dict[str, BodySource] = {}
        roots: list[str] = []
        for lang, name in group.items():
            key = self._known_key(name)
            if key in self.tools.memory:
                reading: Reading = self.tools.memory.known(key)
            else:
                reading = read_file(self.folder.texts[name.path], name, self.settings, self.tools)
                results += _packed(self._key(name) if reading.body or reading.front is None else key, reading)
            if reading.front is not None:
                sources[lang] = self._source(name, reading)
                roots += [lang] if reading.front.original is None else []
        if len(group) > 1:
            root = next(iter([*roots, *sources]), "")
            found = self._found_together(sources, root) if len(sources) > 1 else ()
            results.append(Result(self._post_key(group), packed(tuple(found))))
        return results

    def _found_together(self, sources: Mapping[str, BodySource], root: str) -> Iterator[Diagnostic]:
        for check in self.tools.checks:
            if hasattr(check, "check_post"):
                yield from check.check_post(sources, root, self.settings.marker_langs)

    def _source(self, name: FileName, reading: Reading) -> BodySource:
        is_published = reading.front is not None and reading.front.status == PUBLISHED
        read = partial(self.folder.texts.__getitem__, name.path)
        return KeptSource(name.path, name.lang, reading.first_line, is_published, read)

    def _parts(self, name: FileName, key: str) -> tuple[Part, ...]:
        """Get the parts of a body from the memory or, where another build has cleared that, make them again."""
        try:
            parts: tuple[Part, ...] = self.tools.memory.seldom(key)
            return parts
        except LookupError:
            return self._rendered(name).parts

    def _key(self, name: FileName, kind: str = "file") -> str:
        return key_of(kind, name.path, self.folder.digest(name.path))

    def _known_key(self, name: FileName) -> str:
        """Give the key under which a reading may be known; where not all is rendered, less than all of it will do."""
        key = self._key(name)
        return key if self.tools.renders_all or key in self.tools.memory else self._key(name, "checked")

    def _post_key(self, group: Group) -> str:
        return _key_of_post(group, self.folder.digest)

    def _keys(self, group: Group) -> list[str]:
        keys = [self._known_key(name) for name in group.values()]
        return [*keys, self._post_key(group)] if len(group) > 1 else keys


def _key_of_post(group: Group, digest_of: Callable[[str], str]) -> str:
    return key_of("post", *(text for name in group.values() for text in (name.path, digest_of(name.path))))


def _packed(key: str, reading: Reading) -> Iterable[Result]:
    """Part a reading in what every build asks for, what a plan asks for of its body, and the HTML of that."""
    body = reading.body
    if body is None:
        return (Result(key, packed(reading)),)
    without = replace(reading, body=None, traits=Traits(body.labels, body.has_player, body.files))
    return (
        Result(key, packed(without)),
        Result(key + BESIDE, packed(replace(body, content=())), is_seldom=True),
        Result(key, packed(body.parts), is_seldom=True),
    )


def _with_image(front: FrontMatter, path: str, files: Collection[str]) -> FrontMatter:
    """Name the picture from the content folder, since translations elsewhere inherit it."""
    target = read_embedded(front.image, path) if front.image else None
    if not isinstance(target, FileLink):
        return front
    return front._replace(image=next((file for file in target.paths if file in files), target.named))
