"""What a field's YAML means: each type of the schema read into a plain value, or reported and left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from plugins.catalogue.alias import alias_fault, alias_path
from plugins.catalogue.dates import BadDateError, When, read_date
from plugins.catalogue.lang import canonical, is_well_formed
from plugins.catalogue.nearest import advice
from plugins.catalogue.schema import CORRECTION_FIELDS, ORIGIN_FIELDS, STATUSES, FieldType
from plugins.catalogue.text_values import Listed, TextReader, is_blank
from plugins.catalogue.yaml_text import Items, Node
from plugins.diagnostics import warning

WHOLE_NUMBER = re.compile("[0-9]{1,6}")
DIGEST = re.compile("[0-9a-f]{6}")  # of a block of the original


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a post was first published."""

    name: str
    url: str  # empty where it has none


@dataclass(frozen=True, slots=True)
class CorrectionText:
    """What was corrected and when; `text` is Markdown, `line` where it is written."""

    date: When
    text: str
    line: int


class ValueReader(TextReader):
    """Reads the values of front matter, each type of the schema by the method of its name."""

    def __init__(self, path: str, timezone: ZoneInfo) -> None:
        super().__init__(path)
        self.timezone = timezone

    def read(self, kind: FieldType, name: str, node: Node) -> Any:
        """Read a value of the type, None where it is blank or wrong. `name` is the field's, for messages."""
        readers: Mapping[FieldType, Callable[[str, Node], Any]] = {
            FieldType.TEXT: self.text,
            FieldType.TEXTS: self.texts,
            FieldType.SLUG: self.slug,
            FieldType.DATE: self.date,
            FieldType.LANG: self.lang,
            FieldType.STATUS: self.status,
            FieldType.FLAG: self.flag,
            FieldType.NUMBER: self.number,
            FieldType.URL: self.url,
            FieldType.PATHS: self.paths,
            FieldType.DIGESTS: self.digests,
            FieldType.ORIGIN: self.origin,
            FieldType.CORRECTIONS: self.corrections,
        }
        return readers[kind](name, node)

    def date(self, name: str, node: Node) -> When | None:
        """Read a day or a moment."""
        text = self.text(name, node)
        try:
            return None if text is None else read_date(text, self.timezone)
        except BadDateError as bad:
            self.bad(node.line, f"{name} {bad}", "write year, month and day as 2013-11-20", "bad-date")
            return None

    def lang(self, name: str, node: Node) -> str | None:
        """Read a language tag, in canonical case."""
        text = self.text(name, node)
        if text is None or is_well_formed(text):
            return None if text is None else canonical(text)
        self.bad(node.line, f"{name} {text!r} is no language tag; expected one such as es", "write the tag alone")
        return None

    def status(self, name: str, node: Node) -> str | None:
        """Read one of the statuses."""
        text = self.text(name, node)
        if text is None or text in STATUSES:
            return text
        message = f"unknown {name} {text!r}; {advice(text, STATUSES, 'known ones')}"
        self.bad(node.line, message, f"write {', '.join(STATUSES[:-1])} or {STATUSES[-1]}", "unknown-status")
        return None

    def flag(self, name: str, node: Node) -> bool | None:
        """Read true or false."""
        text = self.text(name, node)
        if text is None or text.lower() in ("true", "false"):
            return None if text is None else text.lower() == "true"
        self.bad(node.line, f"{name} is {text!r}; expected true or false", f"write {name}: true")
        return None

    def number(self, name: str, node: Node) -> int | None:
        """Read a whole number from 0."""
        text = self.text(name, node)
        if text is None or WHOLE_NUMBER.fullmatch(text):
            return None if text is None else int(text)
        self.bad(node.line, f"{name} is {text!r}; expected a whole number", f"write {name}: 1")
        return None

    def paths(self, name: str, node: Node) -> Listed | None:
        """Read a list of old paths on this site, each once whatever its spelling."""
        listed = self.texts(name, node)
        if listed is None:
            return None
        kept: dict[str, tuple[str, int]] = {}
        for text, line in zip(listed.texts, listed.lines, strict=True):
            if fault := alias_fault(text):
                self.bad(line, f"{name} {text!r} {fault[0]}", fault[1], "bad-path")
            elif first := kept.get(alias_path(text).lower()):
                message = f"{name} {text!r} is written twice; the first is {first[0]!r} on line {first[1]}"
                self.bad(line, message, "keep one of the two", "address-twice")
            else:
                kept[alias_path(text).lower()] = text, line
        return Listed(tuple(text for text, _ in kept.values()), tuple(line for _, line in kept.values()))

    def digests(self, name: str, node: Node) -> Listed | None:
        """Read a list of digests; one that is none stays, and is equal to no block."""
        listed = self.texts(name, node)
        for text, line in zip(listed.texts, listed.lines, strict=True) if listed else ():
            if not DIGEST.fullmatch(text):
                message = f"{name} {text!r} is no digest; expected six of 0-9 and a-f, as ./inv sync writes them"
                advice = "run ./inv sync once the translation says what the original says"
                self.diagnostics.append(warning(self.path, line, "bad-pin", message, advice))
        return listed

    def origin(self, name: str, node: Node) -> Origin | None:
        """Read where it was first published; a name is needed."""
        entries = self.fields(name, node, ORIGIN_FIELDS, f'write {name}: {{name: The Paper, url: "https://…"}}')
        if entries is None:
            return None
        title = self.text(f"{name}: name", entries["name"].value) if "name" in entries else None
        url = self.url(f"{name}: url", entries["url"].value) if "url" in entries else None
        if is_blank(entries.get("name")):
            self.bad(node.line, f"{name} has no name", "add the name of what it was first published in")
        return None if title is None else Origin(title, url or "")

    def corrections(self, name: str, node: Node) -> tuple[CorrectionText, ...]:
        """Read a list of dates and texts."""
        items = node.items if isinstance(node, Items) else (node,)
        read = (self._correction(f"item {place} of {name}", item) for place, item in enumerate(items, start=1))
        return tuple(correction for correction in read if correction)

    def _correction(self, name: str, node: Node) -> CorrectionText | None:
        entries = self.fields(name, node, CORRECTION_FIELDS, 'write {date: 2014-02-01, text: "…"}')
        if entries is None:
            return None
        for needed in CORRECTION_FIELDS:
            if is_blank(entries.get(needed)):
                self.bad(node.line, f"{name} has no {needed}", "a correction needs a date and a text")
        when = self.date(f"date in {name}", entries["date"].value) if "date" in entries else None
        text = self.text(f"text in {name}", entries["text"].value) if "text" in entries else None
        return CorrectionText(when, text, node.line) if when and text else None
