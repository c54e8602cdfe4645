"""Writes one field into the front matter of a file: no byte changes but those of that field's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from plugins.catalogue.front_matter import FENCE
from plugins.catalogue.yaml_text import FAST_PARSER, OTHER_BREAKS, Fields, Items, Node, Text, read_yaml

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def with_field(text: str, name: str, written: Sequence[str], below: Sequence[str]) -> str:
    """Put a field, given as its lines of YAML, in place of the one there, or below the first there of those named.

    Without any of those it becomes the last. Raises ValueError where there is no front matter that can be read, and
    where what was written would not be read as that field beside all others as they were.
    """
    lines = [line for line in _LINE.findall(text) if line]
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), 0)
    if not end:
        raise ValueError("there is no front matter")
    held = [line.rstrip("\r\n") for line in lines[1:end]]
    head = "".join(f"{line}\n" for line in held)
    line_end = lines[0][len(lines[0].rstrip("\r\n")) :]
    root = _root(head)
    start, stop, rest = _place(root, head, name, below)
    indent = " " * root.start_mark.column
    new = [f"{indent}{line}" for line in (*written[:-1], written[-1] + rest)]
    _hold_to(head, "\n".join([*held[:start], *new, *held[stop:]]), "\n".join(written))
    return "".join([*lines[: 1 + start], *(line + line_end for line in new), *lines[1 + stop :]])


def yaml_text(text: str) -> str:
    """Write a text on one line so that YAML reads it as that text, in quotation marks where it must."""
    dumped: str = yaml.safe_dump(" ".join(text.split()), allow_unicode=True, width=2**31, default_flow_style=True)
    return dumped.removesuffix("...\n").strip()


def yaml_list(texts: Sequence[str]) -> str:
    """Write a list of texts on one line."""
    dumped: str = yaml.safe_dump(list(texts), allow_unicode=True, width=2**31, default_flow_style=True)
    return dumped.strip()


def _root(head: str) -> yaml.MappingNode:
    text = head.translate(OTHER_BREAKS)
    for parser in (yaml.SafeLoader, FAST_PARSER):  # only the latter takes a tab behind a colon, as the catalogue does
        try:
            root = yaml.compose(text, Loader=parser)
        except yaml.YAMLError:
            continue
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise ValueError("the front matter is no list of lines such as `title: …`")
        return root
    raise ValueError("the front matter is no YAML")


def _place(root: yaml.MappingNode, head: str, name: str, below: Sequence[str]) -> tuple[int, int, str]:
    """Find the lines of the head that the field takes, from 0, the last excluded, and what follows it on the last."""
    fields = {key.value: (key, value) for key, value in root.value}
    if name in fields:
        key, value = fields[name]
        stop, rest = _end(value, head)
        return key.start_mark.line, stop, rest
    above = next((field for field in below if field in fields), None)
    stop = _end(fields[above][1], head)[0] if above else head.count("\n")
    return stop, stop, ""


def _end(value: yaml.Node, head: str) -> tuple[int, str]:
    """Give the line after a value, and what is left of its last line, a comment."""
    while isinstance(value, yaml.SequenceNode | yaml.MappingNode) and not value.flow_style and value.value:
        last = value.value[-1]  # the end of such a list or map is where the next field starts
        value = last[1] if isinstance(last, tuple) else last
    mark = value.end_mark
    if mark.column == 0:
        return mark.line, ""
    return mark.line + 1, head.split("\n")[mark.line][mark.column :].rstrip()


def _hold_to(before: str, after: str, written: str) -> None:
    """Raise ValueError unless the new head says what the old one did, but for the field that was written."""
    if _said(after) != {**_said(before), **_said(written)}:
        raise ValueError("the field cannot be written without changing others; write the front matter more plainly")


def _said(head: str) -> dict[str, Any]:
    root, faults = read_yaml(head, "")
    if not isinstance(root, Fields) or faults:
        raise ValueError("the front matter would be no YAML with the field; write it more plainly")
    return {entry.key: _plain(entry.value) for entry in root.entries}


def _plain(node: Node) -> Any:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {entry.key: _plain(entry.value) for entry in node.entries}
