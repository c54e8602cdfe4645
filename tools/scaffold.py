"""The text of a new file: a post that is whole but for its words, a translation that asks for them block by block."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from plugins.catalogue.field_writing import yaml_list, yaml_text
from plugins.catalogue.post import Document
from plugins.catalogue.settings import Settings
from plugins.parallel_quote.quote import parse
from plugins.translation.blocks import FIELDS, Block, document_blocks
from plugins.translation.pin import field_lines

OPEN, CLOSE = "<!--", "-->"


def post_text(
    title: str,
    slug: str,
    day: date,
    lists: Mapping[str, Sequence[str]],
    filed: Mapping[str, str],
    hints: Mapping[str, Iterable[str]],
) -> str:
    """Write a draft: `lists` and `filed` are fields with their values.

    `slug` is empty where that of the title will do. A field without a value is a comment that names its `hints`.
    """
    head = [f"title: {yaml_text(title)}"]
    head += [f"slug: {slug}"] if slug else []
    head.append(f"date: {day.isoformat()}")
    head += [_field(name, yaml_list(values) if values else "", hints.get(name, ())) for name, values in lists.items()]
    head += [_field(name, yaml_text(value) if value else "", hints.get(name, ())) for name, value in filed.items()]
    return "\n".join(["---", *head, "status: draft", "---", "", ""])


def translation_text(original: Document, settings: Settings, translators: Sequence[str] = ()) -> str:
    """Write a draft of a translation: what it does not inherit, and each block as a comment above its empty place.

    Parallel quotes are copied as they are, since they hold both languages; the pin says what it translates.
    """
    blocks = document_blocks(original)
    head: list[str] = []
    for name in FIELDS:
        for block in (block for block in blocks if block.kind == name):
            head += [*_as_yaml_comment(getattr(original.front, name)), f"{block.kind}:"]
    if translators:
        head.append(f"translators: {yaml_list(translators)}")
    head += [f"original: {original.lang}", *field_lines(block.digest for block in blocks), "status: draft"]
    source = original.source
    quotes = parse(source.lines, settings.marker_langs, source.first_line).quotes
    copied = {line for quote in quotes for line in range(quote.line, quote.end_line + 1)}
    body = [
        line
        for block in blocks
        if block.kind not in FIELDS
        for line in _asked(block, source.lines, source.first_line, copied)
    ]
    return "\n".join(["---", *head, "---", "", *body])


def _asked(block: Block, lines: Sequence[str], first_line: int, copied: Collection[int]) -> Iterator[str]:
    text = lines[block.line - first_line : block.end_line - first_line + 1]
    if block.line in copied:
        yield from (*text, "")
        return
    yield from (OPEN, *map(_in_comment, text), CLOSE, "", "")


def _in_comment(line: str) -> str:
    """Keep a line from ending the comment it stands in, or opening another (HTML, 13.1.6)."""
    for mark in ("<!--", "-->", "--!>"):
        line = line.replace(mark, mark.replace("<", "&lt;").replace(">", "&gt;"))
    return line


def _as_yaml_comment(text: str) -> list[str]:
    return [f"# {line}".rstrip() for line in text.strip().splitlines()]


def _field(name: str, value: str, hints: Iterable[str]) -> str:
    if value:
        return f"{name}: {value}"
    known = ", ".join(hints)
    return f"# {name}: {known}" if known else f"# {name}:"
