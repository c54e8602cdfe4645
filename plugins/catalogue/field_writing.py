"""Writes one field into the front matter of a file: no byte changes but those of that field's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from plugins.catalogue.front_matter import FENCE
from plugins.catalogue.yaml_text import OTHER_BREAKS

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def with_field(text: str, name: str, written: Sequence[str], below: Sequence[str]) -> str:
    """Put a field, given as its lines of YAML, in place of the one there, or below the first there of those named.

    Without any of those it becomes the last. Raises ValueError where there is no front matter that can be read.
    """
    lines = [line for line in _LINE.findall(text) if line]
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), 0)
    if not end:
        raise ValueError("there is no front matter")
    head = "".join(line.rstrip("\r\n") + "\n" for line in lines[1:end])
    line_end = lines[0][len(lines[0].rstrip("\r\n")) :]
    start, stop, rest = _place(head, name, below)
    new = [line + line_end for line in (*written[:-1], written[-1] + rest)]
    return "".join([*lines[: 1 + start], *new, *lines[1 + stop :]])


def yaml_text(text: str) -> str:
    """Write a text on one line so that YAML reads it as that text, in quotation marks where it must."""
    dumped: str = yaml.safe_dump(" ".join(text.split()), allow_unicode=True, width=2**31, default_flow_style=True)
    return dumped.removesuffix("...\n").strip()


def yaml_list(texts: Sequence[str]) -> str:
    """Write a list of texts on one line."""
    dumped: str = yaml.safe_dump(list(texts), allow_unicode=True, width=2**31, default_flow_style=True)
    return dumped.strip()


def _place(head: str, name: str, below: Sequence[str]) -> tuple[int, int, str]:
    """Find the lines of the head that the field takes, from 0, the last excluded, and what follows it on the last."""
    try:
        root = yaml.compose(head.translate(OTHER_BREAKS), Loader=yaml.SafeLoader)
    except yaml.YAMLError as fault:
        raise ValueError("the front matter is no YAML") from fault
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError("the front matter is no list of lines such as `title: …`")
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
