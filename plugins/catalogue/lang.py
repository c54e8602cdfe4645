"""Language tags (BCP 47): their canonical case, which tag serves which, and how a list of them is searched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def is_well_formed(text: str) -> bool:
    """Tell whether the text has the shape of a language tag (RFC 5646, without private-use tags)."""
    return TAG.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def is_registered(tag: str) -> bool:
    """Tell whether every subtag is in the IANA Language Subtag Registry."""
    if not is_well_formed(tag):
        return False
    import langcodes  # late: reading settings does not need the registry, which takes as long to load as to check

    return bool(langcodes.tag_is_valid(tag))


@lru_cache(maxsize=1024)
def canonical(tag: str) -> str:
    """Write a tag in its conventional case (RFC 5646, 2.1.1): `pt-br` is `pt-BR`; what is no tag stays."""
    if not is_well_formed(tag):
        return tag
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *map(_subtag_case, rest)])


def _subtag_case(subtag: str) -> str:
    if len(subtag) == 2 and subtag.isalpha():
        return subtag.upper()
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.lower()


def serves(tag: str, wanted: str) -> bool:
    """Tell whether text in `tag` serves a reader of `wanted`: one is the other, or a prefix of it."""
    tag, wanted = tag.lower(), wanted.lower()
    return tag == wanted or tag.startswith(f"{wanted}-") or wanted.startswith(f"{tag}-")


def is_known(tag: str, known: Iterable[str]) -> bool:
    """Tell whether the tag, or its part before the first `-`, is one of the known tags."""
    listed = {item.lower() for item in known}
    return tag.lower() in listed or tag.lower().split("-")[0] in listed


def direction(lang: str, default: str = "ltr") -> str:
    """Give the direction in which the language is written, `ltr` or `rtl`, from its script.

    Follows Unicode's script metadata for the scripts in modern use that run from right to left.
    """
    import langcodes  # late, as above

    script = langcodes.get(lang).maximize().script if is_registered(lang) else None
    if script is None:
        return default
    return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"


RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
