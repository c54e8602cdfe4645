"""YAML as authors mean it: every scalar is text, every value knows its line, a key stands once.

YAML 1.1 reads `no`, `on` and `2019` as other than text and lets the last of two equal keys win, so the values are
built from the parser's events, where nothing has been converted yet. Aliases, anchors and tags are refused: nobody
needs them here, and an alias can make a small file enormous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml
from yaml.error import MarkedYAMLError

from plugins.catalogue.yaml_faults import explain
from plugins.diagnostics import Diagnostic, error

# libyaml is twenty times as fast; what it refuses is parsed again by the Python one, whose messages are the same
# on every machine.
FAST_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 16
NOT_TEXT = re.compile("[^\\t\\n\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
OTHER_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")  # line ends in YAML 1.1, not in editors


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, exactly as written; one that is not there is empty."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value; `line` is the key's."""

    key: str
    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping in the order it is written, each key once."""

    entries: tuple[Entry, ...]
    line: int


Node: TypeAlias = Text | Items | Fields


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read one YAML document that starts on `first_line` of the file `path`; its line ends are LF.

    Gives None and one error where it is no YAML. A text without a value is an empty mapping. Never raises.
    """
    text = text.translate(OTHER_BREAKS)
    if bad := NOT_TEXT.search(text):
        return None, (_not_text(path, first_line + text.count("\n", 0, bad.start()), bad.group()),)
    fault: Exception | None = None
    for parser in (FAST_PARSER, yaml.SafeLoader):
        builder = _Builder(path, first_line)
        try:
            return builder.document(yaml.parse(text, Loader=parser))
        except (yaml.YAMLError, ValueError, OverflowError) as raised:
            # The Python parser trips over escapes beyond Unicode without saying where; libyaml says it.
            fault = raised if isinstance(raised, yaml.YAMLError) or fault is None else fault
    problem = explain(fault or ValueError(), path, first_line)
    causes = tuple(found for found in builder.diagnostics if found.line == problem.line)
    return None, causes[:1] or (problem,)


def _not_text(path: str, line: int, character: str) -> Diagnostic:
    message = f"the character U+{ord(character):04X} cannot stand in text"
    return error(path, line, "bad-yaml", message, "remove it; it is invisible in most editors")


class _Builder:
    """Builds values from the events of one document."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.diagnostics: list[Diagnostic] = []

    def document(self, events: Iterator[Any]) -> tuple[Node, tuple[Diagnostic, ...]]:
        root: Node = Fields((), self.first_line)
        starts = 0
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, DEEPEST)
                root = Fields((), node.line) if isinstance(node, Text) and not node.value else node
            elif isinstance(event, yaml.DocumentStartEvent):
                starts += 1
                if starts > 1:
                    raise _problem("a second document", event)
        return root, tuple(self.diagnostics)

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        line = self._line(event.start_mark)
        self._refuse_references(event, line)
        if isinstance(event, yaml.AliasEvent):
            return Text(f"*{event.anchor}", line)
        if isinstance(event, yaml.ScalarEvent):
            if bad := NOT_TEXT.search(event.value):  # by an escape in double quotes
                self.diagnostics.append(_not_text(self.path, line, bad.group()))
            return Text(NOT_TEXT.sub("", event.value), line)
        if depth == 0:
            raise _problem("nested too deeply", event)
        if isinstance(event, yaml.MappingStartEvent):
            return Fields(tuple(self._entries(events, depth)), line)
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, depth - 1))
        return Items(tuple(items), line)

    def _entries(self, events: Iterator[Any], depth: int) -> list[Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth - 1)
            if not isinstance(key, Text):
                raise _problem("a key is no text", event)
            entry = Entry(key.value, key.line, self._node(next(events), events, depth - 1))
            first = entries.setdefault(entry.key, entry)
            if first is not entry:
                message = f"{entry.key} is written twice; the first is on line {first.line}"
                self.diagnostics.append(error(self.path, entry.line, "field-twice", message, "keep one of the two"))
        return list(entries.values())

    def _refuse_references(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            sign = "*"
        elif event.anchor is not None:
            sign = "&"
        elif event.tag is not None:
            sign = "!"
        else:
            return
        problem = MarkedYAMLError(problem=f"a value starts with {sign}")
        self.diagnostics.append(explain(problem, self.path, line))

    def _line(self, mark: Any) -> int:
        return self.first_line + int(mark.line)


def _problem(problem: str, event: Any) -> MarkedYAMLError:
    return MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
