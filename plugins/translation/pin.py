"""The pin of a translation: the digests of the original's blocks as they were when it was last in step.

It stands in the translation's front matter, so that it is true without git's history, in a shallow clone and after a
rebase. Writing it changes the lines of that one field and no other byte.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

import yaml

from plugins.catalogue.front_matter import FENCE
from plugins.catalogue.yaml_text import OTHER_BREAKS

FIELD = "original_digest"
COLUMNS = 100

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def field_lines(digests: Iterable[str]) -> list[str]:
    """Write the field as YAML, folded at 100 columns, without line ends."""
    items = ", ".join(digests)
    return textwrap.wrap(f"{FIELD}: [{items}]", COLUMNS, subsequent_indent="  ", break_on_hyphens=False)


def with_pin(text: str, digests: Iterable[str]) -> str:
    """Put the pin into the text of a file: in place of the one that it has, else below its field `original`.

    Raises ValueError where there is no front matter that names an original, in YAML that can be read.
    """
    lines = [line for line in _LINE.findall(text) if line]
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), 1)
    head = "".join(line.rstrip("\r\n") + "\n" for line in lines[1:end])
    line_end = lines[0][len(lines[0].rstrip("\r\n")) :] if lines else "\n"
    start, stop, rest = _place(head)
    written = field_lines(digests)
    written[-1] += rest
    return "".join([*lines[: 1 + start], *(line + line_end for line in written), *lines[1 + stop :]])


def _place(head: str) -> tuple[int, int, str]:
    """Find the lines of the head that the field takes, from 0, the last excluded, and what follows it on the last."""
    try:
        root = yaml.compose(head.translate(OTHER_BREAKS), Loader=yaml.SafeLoader)
    except yaml.YAMLError as fault:
        raise ValueError("the front matter is no YAML") from fault
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError("the front matter is no list of lines such as `title: …`")
    fields = {key.value: (key, value) for key, value in root.value}
    if FIELD in fields:
        key, value = fields[FIELD]
        stop, rest = _end(value, head)
        return key.start_mark.line, stop, rest
    if "original" in fields:
        stop, _ = _end(fields["original"][1], head)
        return stop, stop, ""
    raise ValueError("the front matter names no original")


def _end(value: yaml.Node, head: str) -> tuple[int, str]:
    """Give the line after a value, and what is left of its last line, a comment."""
    while isinstance(value, yaml.SequenceNode) and not value.flow_style and value.value:
        value = value.value[-1]  # the end of such a list is where the next field starts
    mark = value.end_mark
    if mark.column == 0:
        return mark.line, ""
    return mark.line + 1, head.split("\n")[mark.line][mark.column :].rstrip()
