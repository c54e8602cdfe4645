"""The passages of a body, each with the language it is declared to be in: what the language rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalogue.lang import canonical
from plugins.catalogue.source import BodySource, prose
from plugins.translation.blocks import Block, body_blocks

TEXTS = ("paragraph", "item", "heading", "note", "table")

_MARKER = re.compile(r"[ >]*> ?\[(?P<lang>[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\](?= |$)")
_ATTRIBUTION = re.compile(r"[ >]*> ?(?:—|–|--) ")
_DECLARED = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})(?=\S)[^\n*_]+?(?P=mark)\{[^{}\n]{0,200}?\blang=[^{}\n]{0,200}\}"
    r"|\[[^\[\]\n]*\]\([^()\n]*\)\{[^{}\n]{0,200}?\blang=[^{}\n]{0,200}\}"
)
_NO_TEXT = re.compile(r"(?<=\]\()[^)]*|\{[^{}]*\}|</?[a-zA-Z][^<>]*>|<?https?://[^\s>]+>?|[\w.+-]{1,64}@[\w.-]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text: its first line in the file, its Markdown, and the language it is declared to be in."""

    line: int
    text: str
    lang: str


def passages(source: BodySource) -> Iterator[Passage]:
    """Give each block of text and part of a parallel quote, but for code, comments and what has its own `lang`."""
    masked = prose(source.lines)
    for block in body_blocks(source.lines, source.first_line):
        at = block.line - source.first_line
        lines = masked[at : block.end_line - source.first_line + 1]
        if block.kind == "quote":
            yield from _parts(block, lines, source.lang)
        elif block.kind in TEXTS:
            yield Passage(block.line, _undeclared("\n".join(lines)), source.lang)


def _parts(block: Block, lines: tuple[str, ...], page_lang: str) -> Iterator[Passage]:
    lang, start, held = page_lang, block.line, list[str]()
    for number, line in enumerate(lines, block.line):
        marker = _MARKER.match(line)
        if marker or _ATTRIBUTION.match(line):
            yield Passage(start, _undeclared("\n".join(held)), lang)
            lang, start, held = (canonical(marker["lang"]) if marker else page_lang), number, []
        held.append(line[marker.end() if marker else 0 :].lstrip(" >"))
    yield Passage(start, _undeclared("\n".join(held)), lang)


def _undeclared(text: str) -> str:
    """Put spaces for what is no text of the declared language, so that places stay: marked words, addresses, tags."""
    for pattern in (_DECLARED, _NO_TEXT):
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return text
