"""The languages of a site, as the setting LANGUAGES declares them: the first is the main one, all are equal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.catalogue.lang import canonical, is_well_formed

PATH_WORDS = (
    "posts", "topics", "levels", "activities", "matrix", "people", "search", "feeds", "status", "parallel", "page",
)  # fmt: skip
SEGMENT = re.compile(r"[^/?#%\s.][^/?#%\s]*")


class SettingError(ValueError):
    """A setting is wrong; the message says which, and what was expected."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: canonical tag, own name, direction, words of its paths, quotation marks, alphabet.

    `quotes` holds two or four characters, outer pair first. `alphabet` lists the letters in the language's order;
    empty means code point order after folding.
    """

    lang: str
    name: str
    dir: str
    paths: Mapping[str, str]
    quotes: str
    alphabet: str = ""


def read_languages(setting: Mapping[str, Mapping[str, Any]]) -> tuple[Language, ...]:
    """Turn the setting LANGUAGES into values, the main language first.

    Raises SettingError that names the language and what its entry lacks.
    """
    if not setting:
        raise SettingError("LANGUAGES names no language; expected at least one")
    if strange := [tag for tag in setting if not is_well_formed(tag)]:
        raise SettingError(f"LANGUAGES has {strange[0]!r}, which is no language tag; expected one such as es or pt-BR")
    if twice := [lang for lang, count in Counter(map(canonical, setting)).items() if count > 1]:
        raise SettingError(f"LANGUAGES has {twice[0]} twice")
    return tuple(_read_language(canonical(tag), entry) for tag, entry in setting.items())


def _read_language(lang: str, entry: Mapping[str, Any]) -> Language:
    where = f"LANGUAGES[{lang!r}]"
    words = entry.get("paths", {})
    if missing := [word for word in PATH_WORDS if not words.get(word)]:
        raise SettingError(f"{where} lacks paths for {', '.join(missing)}")
    if unknown := sorted(set(words) - set(PATH_WORDS)):
        raise SettingError(f"{where} has unknown paths {', '.join(unknown)}; known are {', '.join(PATH_WORDS)}")
    if strange := [word for word in PATH_WORDS if not SEGMENT.fullmatch(words[word])]:
        raise SettingError(
            f"{where} has the path {words[strange[0]]!r} for {strange[0]}; expected one part of an address"
        )
    if entry.get("dir", "ltr") not in ("ltr", "rtl"):
        raise SettingError(f"{where} has dir {entry['dir']!r}; expected 'ltr' or 'rtl'")
    if not entry.get("name"):
        raise SettingError(f"{where} lacks a name, as its speakers write it")
    quotes = entry.get("quotes", "“”")
    if len(quotes) not in (2, 4):
        raise SettingError(f"{where} has quotes {quotes!r}; expected two or four characters, outer pair first")
    return Language(lang, entry["name"], entry.get("dir", "ltr"), dict(words), quotes, entry.get("alphabet", ""))
