"""Headings of a body: the levels they get in a page that has its own h1, and the ids that links point to."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from plugins.catalogue.html_tokens import EndTag, StartTag, Token
from plugins.catalogue.words import words

LEVELS = {f"h{level}": level for level in range(1, 7)}


class Heading(NamedTuple):
    """A heading: level 2 to 6, id (empty where its text has nothing to make one of), text without markup."""

    level: int
    id: str
    text: str


def read_headings(tokens: Sequence[Token], reserved: Collection[str] = ()) -> tuple[Heading, ...]:
    """Find the headings in order, with the levels and ids they shall have.

    The highest level becomes 2 and the others keep their distance, 6 at most. An id that the author wrote stays,
    unless it is taken; the others are made as GitHub makes them and avoid every id of the body and `reserved`.
    """
    found = [
        (place, token) for place, token in enumerate(tokens) if isinstance(token, StartTag) and token.name in LEVELS
    ]
    if not found:
        return ()
    shift = 2 - min(LEVELS[tag.name] for _, tag in found)
    taken = set(reserved) | {
        token.attributes["id"]
        for token in tokens
        if isinstance(token, StartTag) and "id" in token.attributes and token.name not in LEVELS
    }
    written = []
    for _, tag in found:
        own = "-".join(tag.attributes.get("id", "").split())
        written.append("" if own in taken else own)
        taken.add(own)
    headings = []
    for (at, tag), own in zip(found, written, strict=True):
        text = _text(tokens, at)
        headings.append(Heading(min(LEVELS[tag.name] + shift, 6), own or _free(slug(text), taken), text))
        taken.add(headings[-1].id)
    return tuple(headings)


def reworded(headings: Sequence[Heading], tokens: Sequence[Token]) -> tuple[Heading, ...]:
    """Give the same headings the texts they have in `tokens`, the same body after the typography of its language."""
    places = (place for place, token in enumerate(tokens) if isinstance(token, StartTag) and token.name in LEVELS)
    return tuple(
        Heading(heading.level, heading.id, _text(tokens, place))
        for heading, place in zip(headings, places, strict=True)
    )


def place_headings(headings: Sequence[Heading], tokens: Iterable[Token]) -> Iterator[Token]:
    """Give the headings among the tokens their levels and ids."""
    rest = iter(headings)
    open_: list[str] = []
    for token in tokens:
        if isinstance(token, StartTag) and token.name in LEVELS:
            heading = next(rest)
            open_.append(f"h{heading.level}")
            others = {name: value for name, value in token.attributes.items() if name != "id"}
            yield StartTag(open_[-1], {"id": heading.id, **others} if heading.id else others)
        elif isinstance(token, EndTag) and token.name in LEVELS and open_:
            yield EndTag(open_.pop())
        else:
            yield token


def slug(text: str) -> str:
    """Make an id as GitHub does: lower case, letters, marks, digits, `_` and `-` only, spaces become hyphens."""
    kept = "".join(char for char in text.lower() if char in " -" or _is_word(char))
    return kept.replace(" ", "-")


def _is_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LM" or category in ("Nd", "Nl", "Pc") or char.islower()  # ⓐ is a symbol, and yet a letter


def _free(wanted: str, taken: Collection[str]) -> str:
    if not wanted:
        return ""
    free, number = wanted, 0
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _text(tokens: Sequence[Token], place: int) -> str:
    inside = (tokens[at] for at in range(place + 1, len(tokens)))
    return words(takewhile(lambda token: not (isinstance(token, EndTag) and token.name in LEVELS), inside))
