"""The blocks of a body: its outermost elements, as the alignment and a reader see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from plugins.catalogue.html_tokens import VOID, EndTag, StartTag, Text, Token, start_tag, tokens

HEADING = re.compile("h[1-6]")


@dataclass(frozen=True, slots=True)
class Block:
    """An outermost element: its HTML, its level where it is a heading (else 0), and what tells it apart.

    `anchors` are what a translation leaves as it is: ids of parallel quotes, addresses of pictures and recordings.
    """

    html: str
    level: int = 0
    anchors: frozenset[str] = frozenset()


def read_blocks(html: str, beside: Iterable[Block] | None = None) -> tuple[Block, ...]:
    """Divide a body's canonical HTML into its blocks; text that stands outside an element is a block as well.

    Those that stand on one page `beside` the blocks of another body lose their ids; a parallel quote, which must have
    one, gets a number that none of the others has.
    """
    taken = None if beside is None else {anchor[1:] for block in beside for anchor in block.anchors}
    return tuple(_block(block, taken) for block in _outermost(html) if _has_content(block))


def _outermost(html: str) -> Iterator[list[Token]]:
    block: list[Token] = []
    depth = 0
    for token in tokens(html):
        block.append(token)
        if isinstance(token, StartTag) and token.name not in VOID:
            depth += 1
        elif isinstance(token, EndTag):
            depth -= 1
            if depth == 0:
                yield block
                block = []
    yield block


def _has_content(block: list[Token]) -> bool:
    return any(not isinstance(token, Text) or not token.html.isspace() for token in block)


def _block(block: list[Token], taken: set[str] | None) -> Block:
    starts = [token for token in block if isinstance(token, StartTag)]
    first = starts[0].name if starts else ""
    level = int(first[1]) if HEADING.fullmatch(first) else 0
    return Block("".join(_written(token, taken) for token in block).strip(), level, frozenset(_anchors(starts)))


def _anchors(starts: list[StartTag]) -> Iterator[str]:
    for tag in starts:
        if _is_quote(tag):
            yield f"#{tag.attributes.get('id', '')}"
        elif "src" in tag.attributes:
            yield tag.attributes["src"]


def _is_quote(tag: StartTag) -> bool:
    return tag.attributes.get("class") == "parallel-quote"


def _written(token: Token, taken: set[str] | None) -> str:
    if isinstance(token, Text):
        return token.html
    if isinstance(token, EndTag):
        return f"</{token.name}>"
    attributes = dict(token.attributes)
    if taken is not None and "id" in attributes:
        own = attributes.pop("id")
        if _is_quote(token):
            attributes["id"] = _free(own, taken)
    return start_tag(token.name, attributes)


def _free(own: str, taken: set[str]) -> str:
    """Number the id of a quote as those of equal quotes are, from 2."""
    base = "-".join(own.split("-")[:2])
    found = next(numbered for number in count(2) if (numbered := f"{base}-{number}") not in taken)
    taken.add(found)
    return found
