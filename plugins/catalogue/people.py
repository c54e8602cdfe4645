"""Who is credited: people declared in people.yml, and those that posts only name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from plugins.catalogue.concept_file import WrittenId, read_ids, read_langs
from plugins.catalogue.folding import fold
from plugins.catalogue.slug import slugify
from plugins.catalogue.text_values import TextReader, is_blank
from plugins.catalogue.yaml_text import Entry, Fields
from plugins.diagnostics import Diagnostic, error, warning

PERSON_FIELDS = ("name", "url", "bio")
EXAMPLE = "ana-torres: {name: Ana Torres}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a page; one that posts only name has its slug for an id, and the line of the first mention."""

    id: str
    name: str
    url: str | None
    bios: Mapping[str, str]  # Markdown by language
    line: int
    slug: str


@dataclass(frozen=True, slots=True)
class People:
    """The people of people.yml in its order."""

    items: tuple[Person, ...]
    by_text: Mapping[str, Person] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_text: dict[str, Person] = {}
        for texts_of in (_id, _name, _slug, _name_as_slug):  # the first that has a text keeps it
            for person in self.items:
                by_text.setdefault(texts_of(person), person)
        object.__setattr__(self, "by_text", by_text)

    def find(self, text: str) -> Person | None:
        """Find the person with this id, name or slug, whatever the case."""
        return self.by_text.get(fold(text))


def _id(person: Person) -> str:
    return fold(person.id)


def _name(person: Person) -> str:
    return fold(person.name)


def _slug(person: Person) -> str:
    return person.slug


def _name_as_slug(person: Person) -> str:
    return slug_of(person.name)


def slug_of(text: str) -> str:
    """Give the last part of a person's address, out of an id or a name; never empty."""
    return slugify(text) or f"person-{sha256(fold(text).encode()).hexdigest()[:8]}"


def read_people(text: str, path: str, langs: Sequence[str]) -> tuple[People, tuple[Diagnostic, ...]]:
    """Read people.yml; `langs` are the site's languages. An empty file declares nobody."""
    reader = TextReader(path)
    people: list[Person] = []
    by_slug: dict[str, Person] = {}
    by_name: dict[str, Person] = {}
    for written in read_ids(text, reader, EXAMPLE):
        person = _read_person(written, langs, reader)
        people.append(person)
        if (first := by_slug.setdefault(person.slug, person)) is not person:
            message = f"{person.id} has the slug {person.slug!r}, as {first.id} on line {first.line} has"
            reader.diagnostics.append(error(path, person.line, "slug-twice", message, "write another id"))
        if (first := by_name.setdefault(fold(person.name), person)) is not person:
            message = f"{person.id} has the name of {first.id} on line {first.line}, {person.name!r}"
            advised = "credit both by their ids: the name alone means the first"
            reader.diagnostics.append(warning(path, person.line, "name-twice", message, advised))
    return People(tuple(people)), tuple(reader.diagnostics)


def _read_person(written: WrittenId, langs: Sequence[str], reader: TextReader) -> Person:
    entries = reader.fields(written.id, written.fields, PERSON_FIELDS, EXAMPLE) or {}
    if is_blank(entries.get("name")):
        reader.bad(written.line, f"{written.id} has no name", f"write {EXAMPLE}", "missing-name")
    name = reader.text(f"name of {written.id}", entries["name"].value) if "name" in entries else None
    url = reader.url(f"url of {written.id}", entries["url"].value) if "url" in entries else None
    bios: dict[str, str] = {}
    if "bio" in entries and not is_blank(entries["bio"]):
        bios = _read_bios(f"bio of {written.id}", entries["bio"], langs, reader)
    return Person(written.id, " ".join((name or written.id).split()), url, bios, written.line, slug_of(written.id))


def _read_bios(name: str, entry: Entry, langs: Sequence[str], reader: TextReader) -> dict[str, str]:
    if not isinstance(entry.value, Fields):
        reader.bad(entry.value.line, f"{name} has no languages; expected a text for each", "write bio: {es: …, en: …}")
        return {}
    by_lang = read_langs(name, entry.value, langs, reader)
    texts = ((lang, reader.text(f"{name} in {lang}", written.value)) for lang, written in by_lang.items())
    return {lang: text for lang, text in texts if text}


def merge_people(
    declared: People, names: Iterable[tuple[str, str, int]]
) -> tuple[Mapping[str, Person], tuple[Diagnostic, ...]]:
    """Tell for each name that a file uses who it is.

    `names` are (text, path, line) in the order in which they are met. Plain names with one slug are one person, who
    is shown as first met; another spelling is a warning. So is one of a declared person's name.
    """
    merged: dict[str, Person] = {}
    plain: dict[str, Person] = {}
    diagnostics = []
    for written, path, line in names:
        person = declared.find(written)
        if person is None:
            name, slug = " ".join(written.split()), slug_of(written)
            person = declared.find(slug) or plain.setdefault(slug, Person(slug, name, None, {}, line, slug))
            if name != person.name:
                message = f"{name!r} is taken for {person.name!r}, whose name has the same slug"
                advised = f"write {person.name}; if these are two people, give each an id in people.yml"
                diagnostics.append(warning(path, line, "name-variant", message, advised))
        merged[written] = person
    return merged, tuple(diagnostics)
