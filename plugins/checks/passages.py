"""The passages of a body, each with the language it is declared to be in: what the language rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_ELEMENT = re.compile(r"<(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*?)?\slang\s*=[^<>]*>")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\blang=[^{}\n]*\} *$")  # behind a heading, or below a block
_NO_TEXT = re.compile(r"(?<=\]\()[^)]*|\{[^{}]*\}|</?[a-zA-Z][^<>]*>|<?https?://[^\s>]+>?|[\w.+-]{1,64}@[\w.-]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text: its first line in the file, its Markdown, and the language it is declared to be in."""

    line: int
    text: str
    lang: str


def passages(source: BodySource) -> Iterator[Passage]:
    """Give each block of text and part of a parallel quote, but for code, comments and what has its own `lang`."""
    masked = _without_elements("\n".join(prose(source.lines))).split("\n")
    for block in body_blocks(source.lines, source.first_line):
        at = block.line - source.first_line
        lines = masked[at : block.end_line - source.first_line + 1]
        if block.kind == "quote":
            yield from _parts(block, lines, source.lang)
        elif block.kind == "heading" and _ATTRIBUTES.search(lines[0]):
            continue
        elif block.kind in TEXTS:
            yield Passage(block.line, _undeclared("\n".join(lines)), source.lang)


def _without_elements(text: str) -> str:
    """Put spaces for what stands in elements of raw HTML that have their own `lang`."""
    done, parts = 0, list[str]()
    without_end: set[str] = set()
    for element in _ELEMENT.finditer(text):
        end = f"</{element['tag']}>"
        at = -1 if end in without_end or element.start() < done else text.find(end, element.end())
        if at < 0:
            without_end |= {end} if element.start() >= done else set()
            continue
        parts += [text[done : element.end()], _spaces(text[element.end() : at])]
        done = at
    return "".join([*parts, text[done:]])


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _parts(block: Block, lines: Sequence[str], page_lang: str) -> Iterator[Passage]:
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
    paragraphs = re.split(r"(\n *\n)", text)
    text = "".join(_spaces(part) if _is_declared(part) else part for part in paragraphs)
    for pattern in (_DECLARED, _NO_TEXT):
        text = pattern.sub(lambda found: _spaces(found.group()), text)
    return text


def _is_declared(paragraph: str) -> bool:
    last = paragraph.rstrip().rpartition("\n")[2].strip()
    return last.startswith("{") and _ATTRIBUTES.match(last) is not None
