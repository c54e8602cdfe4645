"""The head of a content file: split from its body, checked against the schema, read into typed values.

Every problem is reported with its line; what is wrong counts as not written, so that reading goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from plugins.catalogue.dates import When
from plugins.catalogue.field_values import CorrectionText, Origin, ValueReader
from plugins.catalogue.schema import FIELDS, ROLES, UNPUBLISHED, Field
from plugins.catalogue.text_lines import OURS, THEIRS, find_conflicts, split_lines
from plugins.catalogue.text_values import Listed, is_blank, unknown_fields
from plugins.catalogue.yaml_text import Fields, Items, read_yaml
from plugins.diagnostics import Diagnostic, error, softened, warning

__all__ = [
    "FIELDS", "ROLES", "CorrectionText", "Field", "FrontMatter", "Origin", "Split",
    "missing_date", "read_front_matter", "split_file",
]  # fmt: skip

FENCE = "---"
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}


@dataclass(frozen=True, slots=True)
class Split:
    """A file in its two parts, and all its lines; numbers are those of the first line of a part, from 1."""

    lines: tuple[str, ...]
    yaml: str
    yaml_line: int
    body: tuple[str, ...]
    body_line: int


class FrontMatter(NamedTuple):
    """What a file says about itself; None and empty mean that the field is not written.

    Moments have a time zone. `original` is a tag in canonical case. `lines` has the line of each written field,
    `item_lines` the line of each item of a field that is a list of texts. `is_readable` is False where the YAML is
    none: then no rule can tell what is missing.

    A named tuple, since a site has ten thousands of them, and they come out of a cache sooner than dataclasses.
    """

    credits: Mapping[str, tuple[str, ...]]  # by role, in the order of ROLES
    lines: Mapping[str, int]
    item_lines: Mapping[str, tuple[int, ...]]
    title: str = ""
    slug: str | None = None
    date: When | None = None
    modified: When | None = None
    topics: tuple[str, ...] | None = None
    level: str | None = None
    activity: str | None = None
    summary: str | None = None
    image: str | None = None
    image_alt: str | None = None
    origin: Origin | None = None
    licence: str | None = None
    status: str = "published"
    featured: bool | None = None
    original: str | None = None
    original_digest: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    canonical: str | None = None
    corrections: tuple[CorrectionText, ...] = ()
    menu: int | None = None
    is_readable: bool = True


def split_file(text: str, path: str) -> Split | tuple[Diagnostic, ...]:
    """Split the text of a file, or say why it cannot be: no front matter, or a merge conflict anywhere in it."""
    lines = split_lines(text)
    if (OURS in text or THEIRS in text) and (conflicts := find_conflicts(lines, path)):
        return conflicts
    if not lines or lines[0].rstrip() != FENCE:
        message = "there is no front matter; expected --- on the first line"
        return (error(path, 1, "no-front-matter", message, "start the file with ---, title: …, ---"),)
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == FENCE:
            return Split(lines, "\n".join(lines[1 : number - 1]), 2, lines[number:], number + 1)
    message = "the front matter has no end; expected a second line ---"
    return (error(path, 1, "no-front-matter", message, "write --- on a line of its own after the last field"),)


def read_front_matter(
    split: Split, path: str, collection: str, timezone: ZoneInfo
) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """Read the front matter of a file of the collection `posts` or `pages`; naive moments are in `timezone`."""
    root, diagnostics = read_yaml(split.yaml, path, split.yaml_line)
    if not isinstance(root, Fields):
        if root is not None:
            what = "a list" if isinstance(root, Items) else "text"
            message = f"the front matter is {what}; expected lines such as `title: …`"
            diagnostics += (error(path, root.line, "bad-yaml", message, "write `field: value` on each line"),)
        return FrontMatter(credits={}, lines={}, item_lines={}, is_readable=False), diagnostics
    reader = ValueReader(path, timezone)
    entries = {entry.key: entry for entry in root.entries if not is_blank(entry)}
    values: dict[str, Any] = {}
    for field in FIELDS:
        if field.name in entries and collection in field.collections:
            values[field.name] = reader.read(field.type, field.name, entries[field.name].value)
    front = _front_matter(values, {entry.key: entry.line for entry in entries.values() if entry.key in BY_NAME})
    faults = (*_misplaced(root, path, collection), *_untitled(root, front, path), *_unowned_pin(front, path))
    found = (*diagnostics, *reader.diagnostics, *faults)
    return front, found


def missing_date(path: str) -> Diagnostic:
    """Make the error of an original post without a date; whether it is one only its translations tell."""
    message = "date is missing; a post that is no translation needs one"
    return error(path, 1, "missing-date", message, "add a line such as date: 2013-11-20")


def _front_matter(values: dict[str, Any], lines: Mapping[str, int]) -> FrontMatter:
    plain: dict[str, Any] = {}
    by_role: dict[str, tuple[str, ...]] = {}
    item_lines: dict[str, tuple[int, ...]] = {}
    for name, value in values.items():
        if isinstance(value, Listed):
            item_lines[name] = value.lines
            (by_role if name in ROLES else plain)[name] = value.texts
        elif value is not None:
            plain[name] = value
    plain["title"] = " ".join(plain.get("title", "").split())
    return FrontMatter(credits=by_role, lines=lines, item_lines=item_lines, **plain)


def _misplaced(root: Fields, path: str, collection: str) -> list[Diagnostic]:
    allowed = [field.name for field in FIELDS if collection in field.collections]
    known = Fields(tuple(entry for entry in root.entries if entry.key not in BY_NAME), root.line)
    found = unknown_fields(path, known, allowed)
    for entry in root.entries:
        if entry.key in BY_NAME and entry.key not in allowed:
            place = " or ".join(BY_NAME[entry.key].collections)
            message = f"{entry.key} belongs in {place}, not in {collection}"
            found.append(error(path, entry.line, "misplaced-field", message, "remove the line"))
    return found


def _unowned_pin(front: FrontMatter, path: str) -> tuple[Diagnostic, ...]:
    if not front.original_digest or front.original is not None or "original" in front.lines:
        return ()
    message = "original_digest pins a translation, and this file names no original; expected a field `original`"
    advice = "remove the field, or write original: with the language this text was translated from"
    return (warning(path, front.lines["original_digest"], "bad-pin", message, advice),)


def _untitled(root: Fields, front: FrontMatter, path: str) -> tuple[Diagnostic, ...]:
    lines = {entry.key: entry.line for entry in root.entries}
    if "title" in front.lines:  # where it is no text, that has been said
        return ()
    message = "title is empty" if "title" in lines else "title is missing"
    found = (error(path, lines.get("title", 1), "missing-title", message, "write a title, as plain text"),)
    return softened(found) if front.status in UNPUBLISHED else found
