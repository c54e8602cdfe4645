"""Where two concepts claim one text or one address, so that a post or a reader could mean either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.catalogue.folding import fold
from plugins.diagnostics import Diagnostic, error, warning

RANKS = ("id", "label", "synonym")  # an earlier one wins


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a concept: its rank (`id`, `label`, `synonym` or `slug`), its language and where it is written."""

    id: str
    rank: str
    lang: str
    text: str
    line: int


def find_clashes(said: Iterable[Said], path: str) -> tuple[Diagnostic, ...]:
    """Report each text that two concepts have.

    Of one rank it is an error, for nothing tells which is meant; of two, the higher one wins, with a warning.
    """
    found = []
    owners: dict[str, Said] = {}
    for one in sorted((one for one in said if one.rank in RANKS), key=lambda one: RANKS.index(one.rank)):
        owner = owners.setdefault(fold(one.text), one)
        if owner.id == one.id:
            continue
        if owner.rank == one.rank:
            message = f"the {one.rank} {one.text!r} of {one.id} is also one of {owner.id}, on line {owner.line}"
            found.append(error(path, one.line, "text-twice", message, "give each text to one concept"))
        else:
            message = f"the {one.rank} {one.text!r} of {one.id} is the {owner.rank} of {owner.id}, on line {owner.line}"
            advised = f"remove it; in a post it means {owner.id}"
            found.append(warning(path, one.line, "text-shadowed", message, advised))
    return tuple(found)


def find_slug_clashes(slugs: Mapping[str, Iterable[Said]], said: Iterable[Said], path: str) -> tuple[Diagnostic, ...]:
    """Report each slug that two concepts have in a language, unless their labels are one text, which is told before."""
    labels = {(one.id, one.lang): fold(one.text) for one in said if one.rank == "label"}
    found = []
    for lang, in_lang in slugs.items():
        owners: dict[str, Said] = {}
        for one in in_lang:
            owner = owners.setdefault(one.text, one)
            mine, theirs = labels.get((one.id, lang), one.id), labels.get((owner.id, lang), owner.id)
            if mine == theirs or owner is one:
                continue
            message = f"{one.id} has the slug {one.text!r} in {lang}, as {owner.id} on line {owner.line} has"
            found.append(error(path, one.line, "slug-twice", message, "write a slug of its own"))
    return tuple(found)
