"""The pieces of a body that a translator writes as one: a list with all its items, a footnote, else a block.

A pin knows each item of a list and each paragraph of a footnote as a block. Written apart, with something between them,
items would be lists of one item, numbers would start again, and what goes on with a footnote would be code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.catalogue.structure import Kind, scanned
from plugins.translation.blocks import body_blocks


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece: the kind of its first block, and its lines in the file (the first from 1, the last included)."""

    kind: str
    line: int
    end_line: int


def body_pieces(lines: Sequence[str], first_line: int = 1) -> Iterator[Piece]:
    """Read the pieces of a body, the first of whose lines has that number."""
    owners = list(_owners(lines))
    piece: Piece | None = None
    for block in body_blocks(lines, first_line):
        owner = owners[block.line - first_line]
        if piece is not None and owner is not None and owner == owners[piece.end_line - first_line]:
            piece = replace(piece, end_line=block.end_line)
            continue
        if piece is not None:
            yield piece
        piece = Piece(block.kind, block.line, block.end_line)
    if piece is not None:
        yield piece


def _owners(lines: Sequence[str]) -> Iterator[int | None]:
    """Give for each line the place where the list or footnote began that it belongs to, None outside of any."""
    owner: int | None = None
    for place, line in enumerate(scanned(lines)):
        if line.kind is not Kind.BLANK and not line.depth:
            owner = None
        elif line.opens and line.depth == len(line.opens) and not line.opens[0].follows:
            owner = place if line.opens[0].name in ("item", "note") else None
        yield owner
