"""Topics, levels and activities: declared once for all languages, found by any of their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from plugins.catalogue.concept_clashes import Said, find_clashes, find_slug_clashes
from plugins.catalogue.concept_file import read_ids, read_langs
from plugins.catalogue.folding import fold
from plugins.catalogue.nearest import nearest
from plugins.catalogue.slug import slugify
from plugins.catalogue.text_values import TextReader, is_blank
from plugins.catalogue.yaml_text import Entry
from plugins.diagnostics import Diagnostic, error, warning

T = TypeVar("T")
CONCEPT_FIELDS = ("label", "synonyms", "description", "practices", "slug")
EXAMPLE = "open-data: {es: {label: Datos abiertos}, en: {label: Open data}}"


@dataclass(frozen=True, slots=True)
class Concept:
    """A topic, level or activity; texts are by language, and only those that are written."""

    id: str
    labels: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    descriptions: Mapping[str, str]  # plain text
    practices: Mapping[str, tuple[str, ...]]  # what is done at a level or in an activity, plain sentences
    slugs: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Concepts:
    """All concepts of a kind (`topics`, `levels`, `activities`) in the order of their file."""

    kind: str
    items: tuple[Concept, ...]
    by_text: Mapping[str, Concept] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_text: dict[str, Concept] = {}
        for rank in ("id", "label", "synonym"):  # the first that has a text keeps it
            for concept in self.items:
                for text in _texts(concept)[rank]:
                    by_text.setdefault(fold(text), concept)
        object.__setattr__(self, "by_text", by_text)

    def find(self, text: str) -> Concept | None:
        """Find the concept with this id, label or synonym in any language, whatever the case."""
        return self.by_text.get(fold(text))

    def nearest(self, text: str) -> str:
        """Give the id, label or synonym most like the text, or an empty string where none is."""
        return nearest(text, (known for concept in self.items for group in _texts(concept).values() for known in group))


def _texts(concept: Concept) -> dict[str, tuple[str, ...]]:
    synonyms = tuple(text for group in concept.synonyms.values() for text in group)
    return {"id": (concept.id,), "label": tuple(concept.labels.values()), "synonym": synonyms}


def label(concept: Concept, lang: str, langs: Sequence[str]) -> tuple[str, str]:
    """Give the concept's name for readers of `lang`, and the language it is in.

    Where there is none, that of the first of `langs` (the site's) that has one.
    """
    return _fallback(concept.labels, lang, langs) or (concept.id, lang)


def description(concept: Concept, lang: str, langs: Sequence[str]) -> tuple[str, str]:
    """Give the concept's description, plain text, and the language it is in; empty where there is none."""
    return _fallback(concept.descriptions, lang, langs) or ("", lang)


def practices(concept: Concept, lang: str, langs: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Give what is done at a level or in an activity, sentence by sentence, and the language they are in."""
    return _fallback(concept.practices, lang, langs) or ((), lang)


def slug(concept: Concept, lang: str, langs: Sequence[str]) -> str:
    """Give the last part of the concept's address: as written, else of its label, else of its id; never empty."""
    text, label_lang = label(concept, lang, langs)
    written = concept.slugs.get(lang) or (concept.slugs.get(label_lang) if lang not in concept.labels else None)
    return written or slugify(text) or slugify(concept.id) or sha256(fold(concept.id).encode()).hexdigest()[:8]


def _fallback(texts: Mapping[str, T], lang: str, langs: Sequence[str]) -> tuple[T, str] | None:
    return next(((texts[tag], tag) for tag in (lang, *langs, *texts) if tag in texts), None)


def read_concepts(text: str, path: str, kind: str, langs: Sequence[str]) -> tuple[Concepts, tuple[Diagnostic, ...]]:
    """Read a concept file; `langs` are the site's languages, the main one first. An empty file has no concepts."""
    reader = TextReader(path)
    concepts: list[Concept] = []
    said: list[Said] = []
    for written in read_ids(text, reader, EXAMPLE):
        entries = read_langs(written.id, written.fields, langs, reader)
        concept = _read_concept(written.id, written.line, entries, reader, said)
        concepts.append(concept)
        reader.diagnostics.extend(_unlabelled(concept, entries, langs, path))
    lines = {(one.id, one.rank, one.lang): one.line for one in said}
    in_langs = {lang: [_said_slug(concept, lang, langs, lines) for concept in concepts] for lang in langs}
    found = (*reader.diagnostics, *find_clashes(said, path), *find_slug_clashes(in_langs, said, path))
    return Concepts(kind, tuple(concepts)), found


def _read_concept(id: str, line: int, entries: Mapping[str, Entry], reader: TextReader, said: list[Said]) -> Concept:
    labels: dict[str, str] = {}
    synonyms: dict[str, tuple[str, ...]] = {}
    descriptions: dict[str, str] = {}
    practised: dict[str, tuple[str, ...]] = {}
    slugs: dict[str, str] = {}
    said.append(Said(id, "id", "", id, line))
    for lang, entry in entries.items():
        fields = (
            {}
            if is_blank(entry)
            else reader.fields(f"{id} in {lang}", entry.value, CONCEPT_FIELDS, f"write {EXAMPLE}") or {}
        )
        for name, field_ in fields.items():
            what = f"{name} of {id} in {lang}"
            if is_blank(field_):
                continue
            if name == "synonyms" and (listed := reader.texts(what, field_.value)):
                synonyms[lang] = listed.texts
                pairs = zip(listed.texts, listed.lines, strict=True)
                said.extend(Said(id, "synonym", lang, text, line) for text, line in pairs)
            elif name == "practices" and (listed := reader.texts(what, field_.value)):
                practised[lang] = tuple(" ".join(text.split()) for text in listed.texts)
            elif name == "label" and (text := reader.text(what, field_.value)):
                labels[lang] = " ".join(text.split())
                said.append(Said(id, "label", lang, labels[lang], field_.line))
            elif name == "description" and (text := reader.text(what, field_.value)):
                descriptions[lang] = text
            elif name == "slug" and (text := reader.slug(what, field_.value)):
                slugs[lang] = text
                said.append(Said(id, "slug", lang, text, field_.line))
    return Concept(id, labels, synonyms, descriptions, practised, slugs, line)


def _unlabelled(
    concept: Concept, entries: Mapping[str, Entry], langs: Sequence[str], path: str
) -> tuple[Diagnostic, ...]:
    if not concept.labels:
        message = f"{concept.id} has no label in any language"
        return (error(path, concept.line, "missing-label", message, f"write {EXAMPLE}"),)
    shown, instead = label(concept, "", langs)
    return tuple(
        warning(
            path,
            entries[lang].line if lang in entries else concept.line,
            "missing-label",
            f"{concept.id} has no label in {lang}; its label in {instead}, {shown!r}, stands there",
            f"add a label in {lang}",
        )
        for lang in langs
        if lang not in concept.labels
    )


def _said_slug(concept: Concept, lang: str, langs: Sequence[str], lines: Mapping[tuple[str, str, str], int]) -> Said:
    decisive = "slug" if lang in concept.slugs else "label"
    line = lines.get((concept.id, decisive, lang), concept.line)
    return Said(concept.id, "slug", lang, slug(concept, lang, langs), line)
