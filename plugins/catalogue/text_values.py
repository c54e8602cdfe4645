"""Texts in YAML and the shapes around them: what a list, a slug, an address or a map of known fields must look like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.catalogue.nearest import advice
from plugins.catalogue.slug import is_slug, slugify
from plugins.catalogue.web_url import is_web_url
from plugins.catalogue.yaml_text import Entry, Fields, Items, Node, Text
from plugins.diagnostics import Diagnostic, error

SHAPES: Mapping[type[Node], str] = {Text: "text", Items: "a list", Fields: "a map"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of texts and the line of each."""

    texts: tuple[str, ...]
    lines: tuple[int, ...]


class TextReader:
    """Reads texts of one file; each is None where it is blank or wrong, and what is wrong gathers in `diagnostics`.

    The `name` of a value is how messages call it.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []

    def text(self, name: str, node: Node) -> str | None:
        """Read a text without the space around it."""
        if isinstance(node, Text):
            return node.value.strip() or None
        advised = "a text that starts with [ or { needs quotation marks around it"
        self.bad(node.line, f"{name} is {SHAPES[type(node)]}; expected text", advised)
        return None

    def texts(self, name: str, node: Node) -> Listed | None:
        """Read a list of texts; one text stands for a list of one, and a comma in it is a comma."""
        if isinstance(node, Fields):
            self.bad(node.line, f"{name} is a map; expected a list", "write [one, two]")
            return None
        items = node.items if isinstance(node, Items) else (node,)
        read = [(self.text(f"item {place} of {name}", item), item) for place, item in enumerate(items, start=1)]
        for place, (text, item) in enumerate(read, start=1):
            if text is None and isinstance(item, Text):
                self.bad(item.line, f"item {place} of {name} is empty", "write it or remove it")
        kept = [(text, item.line) for text, item in read if text is not None]
        return Listed(tuple(text for text, _ in kept), tuple(line for _, line in kept))

    def slug(self, name: str, node: Node) -> str | None:
        """Read the last part of an address."""
        text = self.text(name, node)
        if text is None or is_slug(text):
            return text
        message = f"{name} {text!r} holds other characters than a-z, 0-9 and -"
        instead = slugify(text)
        self.bad(node.line, message, f"write {instead}" if instead else "write one in a-z, 0-9 and -", "bad-slug")
        return None

    def url(self, name: str, node: Node) -> str | None:
        """Read a web address."""
        text = self.text(name, node)
        if text is None or is_web_url(text):
            return text
        message = f"{name} {text!r} is no web address; expected one that starts with https:// or http://"
        self.bad(node.line, message, "write the whole address, as https://example.org/page", "bad-url")
        return None

    def fields(self, name: str, node: Node, known: Sequence[str], help: str) -> dict[str, Entry] | None:
        """Read a map of the known fields; an unknown one is reported."""
        if not isinstance(node, Fields):
            self.bad(node.line, f"{name} is {SHAPES[type(node)]}; expected a map of {', '.join(known)}", help)
            return None
        self.diagnostics.extend(unknown_fields(self.path, node, known, f" in {name}"))
        return {entry.key: entry for entry in node.entries}

    def bad(self, line: int, message: str, help: str, rule: str = "bad-value") -> None:
        """Report a value that is wrong."""
        self.diagnostics.append(error(self.path, line, rule, message, help))


def unknown_fields(path: str, node: Fields, known: Sequence[str], where: str = "") -> list[Diagnostic]:
    """Report each field of the map that is not a known one, with the nearest that is."""
    found = []
    for entry in node.entries:
        if entry.key not in known:
            message = f"unknown field {entry.key!r}{where}; {advice(entry.key, known, 'known fields')}"
            found.append(error(path, entry.line, "unknown-field", message, "write a known field, or remove the line"))
    return found


def is_blank(entry: Entry | None) -> bool:
    """Tell whether there is no such field, or nothing after its colon."""
    return entry is None or (isinstance(entry.value, Text) and not entry.value.value.strip())
