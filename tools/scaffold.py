"""The text of a new file: a post that is whole but for its words, a translation that asks for them block by block."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile

from plugins.catalogue.field_writing import yaml_list, yaml_text
from plugins.catalogue.post import Document
from plugins.catalogue.settings import Settings
from plugins.catalogue.text_lines import split_lines
from plugins.diagnostics import silenced_rules
from plugins.parallel_quote.attribution import DEFINITION
from plugins.parallel_quote.quote import parse
from plugins.translation.blocks import FIELDS, document_blocks
from plugins.translation.pieces import Piece, body_pieces
from plugins.translation.pin import field_lines

OPEN, CLOSE = "<!--", "-->"
NO_WORDS = re.compile(r"(?:!\[\s*\]\([^()]*\)(?:\{[^{}]*\})?\s*)+")  # pictures that only decorate


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


def translation_text(original: Document, text: str, settings: Settings, translators: Sequence[str] = ()) -> str:
    """Write a draft of a translation: what it does not inherit, and each piece as a comment above its empty place.

    `text` is that of the original's file, whose line ends the draft gets. Parallel quotes are copied as they are, since
    they hold both languages, and so are the targets of links; the pin says what the draft translates.
    """
    blocks = document_blocks(original)
    lines = split_lines(text)
    head: list[str] = []
    for name in FIELDS:
        for block in (block for block in blocks if block.kind == name):
            silenced = _silences_of_picture(original, lines) if name == "title" else []
            head += [*_as_yaml_comment(getattr(original.front, name)), *silenced, f"{block.kind}:"]
    if translators:
        head.append(f"translators: {yaml_list(translators)}")
    head += [f"original: {original.lang}", *field_lines(block.digest for block in blocks), "status: draft"]
    source = original.source
    quotes = parse(source.lines, settings.marker_langs, source.first_line).quotes
    copied = {line for quote in quotes for line in range(quote.line, quote.end_line + 1)}
    body = [line for piece in body_pieces(source.lines, source.first_line) for line in _asked(piece, lines, copied)]
    return ("\r\n" if "\r\n" in text else "\n").join(["---", *head, "---", "", *body])


def _silences_of_picture(original: Document, lines: Sequence[str]) -> list[str]:
    """Give what silences the lack of words for the post's picture, to stand where the draft would be told of it."""
    places = original.front.lines
    rules = _silences_above(places.get("image", places.get("title", 1)), lines)
    is_silenced = any("missing-alt" in silenced_rules(line) for line in rules)
    return ["# check: ignore missing-alt"] if is_silenced and original.front.image else []


def _silences_above(number: int, lines: Sequence[str]) -> list[str]:
    above = takewhile(silenced_rules, (lines[at] for at in range(number - 2, -1, -1)))
    return list(above)[::-1]


def _asked(piece: Piece, lines: Sequence[str], copied: Collection[int]) -> Iterator[str]:
    """Give the lines of a piece as they are where there is nothing to translate, else its comment and its place.

    What silences a rule on the piece's first line stands above the place, without a blank line between.
    """
    text = lines[piece.line - 1 : piece.end_line]
    silences = [line for line in _silences_above(piece.line, lines) if OPEN in line]
    is_quote = all(number in copied for number, line in enumerate(text, piece.line) if line.strip())
    definitions = [line for line in text if DEFINITION.match(line)] if piece.kind == "paragraph" else []
    if is_quote or (silences and NO_WORDS.fullmatch("\n".join(text))):
        yield from (*silences, *text, "")
        return
    if definitions:
        yield from (*silences, *definitions, "")
        text, silences = [line for line in text if line not in definitions], []
    if text:
        place = [*silences, "", ""] if silences else [""]
        yield from (OPEN, *map(_in_comment, text), CLOSE, "", *place)


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
