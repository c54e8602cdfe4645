"""Guides that stand in two languages, held to each other: the same parts in the same order, naming the same things.

A translation is prose of its own, so only what a reader would type or look up is compared: headings, commands, and what
the rows of tables are about. What is new in one guide and not in the other shows up in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markdown_it.token import Token

from tools.documents import COMMAND, FLAG, parse

TRANSLATION = re.compile(r"(?P<name>.+)\.es\.md")
NAME = re.compile(rf"{FLAG.pattern}|\b[A-Z]+(?:_[A-Z]+)+\b|\./inv [a-z][a-z-]*")
NUMBERS = re.compile(r"[\d, ]+")


class Part(NamedTuple):
    """A heading with the text below it, a block of code or a row of a table: its line, its kind, what it names."""

    line: int
    kind: str
    names: frozenset[str]


def unlike(documents: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each difference between a guide in Spanish and its English one, by path from the root."""
    for path, text in documents.items():
        if not (match := TRANSLATION.fullmatch(path)):
            continue
        other = next((name for ending in (".en.md", ".md") if (name := match["name"] + ending) in documents), None)
        if other is None:
            yield f"{path}: its English guide is not there"
            continue
        yield from _differences(path, read_parts(text), other, read_parts(documents[other]))


def _differences(path: str, parts: list[Part], other: str, others: list[Part]) -> Iterator[str]:
    for here, there in zip(parts, others, strict=False):
        if here.kind != there.kind:
            yield f"{path}:{here.line}: here is {here.kind}, and {there.kind} at {other}:{there.line}"
            return  # whatever follows is off by one
        for name in sorted(there.names - here.names):
            yield f"{path}:{here.line}: {here.kind} lacks {name}, which is at {other}:{there.line}"
        for name in sorted(here.names - there.names):
            yield f"{other}:{there.line}: {there.kind} lacks {name}, which is at {path}:{here.line}"
    if len(parts) != len(others):
        end = min(len(parts), len(others))
        (longer, part), shorter = ((path, parts[end]), other) if len(parts) > end else ((other, others[end]), path)
        yield f"{longer}:{part.line}: {part.kind} is not in {shorter}"


def read_parts(text: str) -> list[Part]:
    """Find the headings, blocks of code and rows of tables of a guide, in their order."""
    tokens = parse(text)
    parts: list[Part] = []
    heading = None  # the place of the section's heading among the parts
    for place, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 0
        if token.type == "heading_open":
            heading = len(parts)
            parts.append(Part(line, f"a section of level {token.tag[1]}", frozenset()))
        elif token.type == "fence":
            parts.append(Part(line, f"a block of {token.info or 'code'}", frozenset(_commands(token.content))))
        elif token.type == "tr_open":
            parts.append(Part(line, "a row", frozenset(_subjects(tokens[place + 2]))))
        if heading is not None:
            names = {name for code in _code(token) for name in NAME.findall(code)}
            parts[heading] = parts[heading]._replace(names=parts[heading].names | names)
    return parts


def _commands(code: str) -> Iterator[str]:
    for match in COMMAND.finditer(code):
        yield f"./inv {match['task']}"
        yield from FLAG.findall(match["rest"])


def _subjects(cell: Token) -> Iterator[str]:
    yield from (code for code in _code(cell) if "](" not in code)  # a sample of Markdown is in the guide's language
    if NUMBERS.fullmatch(cell.content):
        yield cell.content


def _code(token: Token) -> Iterator[str]:
    if token.type in ("fence", "code_inline"):
        yield token.content
    for child in token.children or []:
        yield from _code(child)
