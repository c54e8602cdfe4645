"""What topics.yml, levels.yml, activities.yml and people.yml share: a map of ids, and in it texts by language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.catalogue.folding import fold
from plugins.catalogue.lang import canonical, is_registered
from plugins.catalogue.nearest import advice
from plugins.catalogue.text_lines import find_conflicts, split_lines
from plugins.catalogue.text_values import SHAPES, TextReader, is_blank
from plugins.catalogue.yaml_text import Entry, Fields, Items, Node, read_yaml
from plugins.diagnostics import warning


@dataclass(frozen=True, slots=True)
class WrittenId:
    """An id with what is written under it."""

    id: str
    line: int
    fields: Fields


def read_ids(text: str, reader: TextReader, example: str) -> tuple[WrittenId, ...]:
    """Read a file into its ids, each with its line and its map; ids that differ only in case are an error.

    `example` shows the author what belongs under an id.
    """
    lines = split_lines(text)
    if conflicts := find_conflicts(lines, reader.path):
        reader.diagnostics.extend(conflicts)
        return ()
    root, diagnostics = read_yaml("\n".join(lines), reader.path)
    reader.diagnostics.extend(diagnostics)
    if not isinstance(root, Fields):
        if root is not None:
            message = f"the file is {'a list' if isinstance(root, Items) else 'text'}; expected a map of ids"
            reader.bad(root.line, message, f"write {example}")
        return ()
    found: dict[str, WrittenId] = {}
    for entry in root.entries:
        _add_id(entry, found, reader, example)
    return tuple(found.values())


def _add_id(entry: Entry, found: dict[str, WrittenId], reader: TextReader, example: str) -> None:
    if not fold(entry.key):
        reader.bad(entry.line, "an id is empty; expected a word before the colon", f"write {example}")
    elif fold(entry.key) in found:
        first = found[fold(entry.key)]
        message = f"the id {entry.key} differs from {first.id} on line {first.line} only in case"
        reader.bad(entry.line, message, "write another id, or merge the two", "id-twice")
    elif not isinstance(entry.value, Fields):
        what = "empty" if is_blank(entry) else SHAPES[type(entry.value)]
        reader.bad(entry.line, f"{entry.key} is {what}; expected a map", f"write {example}")
    else:
        found[fold(entry.key)] = WrittenId(entry.key.strip(), entry.line, entry.value)


def read_langs(name: str, fields: Fields, langs: Sequence[str], reader: TextReader) -> dict[str, Entry]:
    """Read a map of languages, by canonical tag, in the order it is written.

    One that the site does not have is kept, with a warning; what is no language is an error.
    """
    found: dict[str, Entry] = {}
    for entry in fields.entries:
        lang = canonical(entry.key.strip())
        if lang in found:
            message = f"{lang} is written twice in {name}; the first is on line {found[lang].line}"
            reader.bad(entry.line, message, "keep one of the two", "field-twice")
            continue
        if lang in langs:
            found[lang] = entry
        elif is_registered(lang):
            found[lang] = entry
            message = f"{name} has texts in {lang}, which is no language of this site; {advice(lang, langs, 'they')}"
            advised = "remove them, or add the language to LANGUAGES"
            reader.diagnostics.append(warning(reader.path, entry.line, "unknown-lang", message, advised))
        else:
            message = f"unknown field {entry.key!r} in {name}, expected a language; {advice(lang, langs, 'languages')}"
            reader.bad(entry.line, message, "put texts under their language", "unknown-field")
    return found


def as_fields(name: str, node: Node, reader: TextReader, example: str) -> Fields | None:
    """Give the map that a value must be, or report what it is."""
    if isinstance(node, Fields):
        return node
    reader.bad(node.line, f"{name} is {SHAPES[type(node)]}; expected a map", f"write {example}")
    return None
