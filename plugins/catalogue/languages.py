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
BELOW = ("parallel", "page")  # words of paths below another; all others stand at the root of a language
TAKEN = ("media", "theme")  # folders that all languages share
TAKEN_WORDS = " or ".join(TAKEN)
SEGMENT = re.compile(r"[^/?#%\s.][^/?#%\s]*")


class SettingError(ValueError):
    """A setting is wrong; the message says which, and what was expected."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: canonical tag, own name, direction, words of its paths, quotation marks, alphabet.

    `paths` has every word of PATH_WORDS, the English one where the setting has none. `quotes` holds two or four
    characters, outer pair first. `alphabet` lists the letters in the language's order; empty means code point order
    after folding. `dates` is the tag whose way of writing dates readers know, as en-GB for en.
    """

    lang: str
    name: str
    dir: str
    paths: Mapping[str, str]
    quotes: str
    alphabet: str = ""
    dates: str = ""


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
    given = entry.get("paths", {})
    words = {word: given.get(word) or word for word in PATH_WORDS}  # a word that a later Plaza adds breaks no site
    if unknown := sorted(set(given) - set(PATH_WORDS)):
        raise SettingError(f"{where} has unknown paths {', '.join(unknown)}; known are {', '.join(PATH_WORDS)}")
    if strange := [word for word in PATH_WORDS if not SEGMENT.fullmatch(words[word])]:
        raise SettingError(
            f"{where} has the path {words[strange[0]]!r} for {strange[0]}; expected one part of an address"
        )
    tops = [words[word] for word in PATH_WORDS if word not in BELOW]
    if twice := [word for word, count in Counter((*tops, *TAKEN)).items() if count > 1]:
        raise SettingError(
            f"{where} has the path {twice[0]!r} twice; expected a word for each, none of them {TAKEN_WORDS}"
        )
    if entry.get("dir", "ltr") not in ("ltr", "rtl"):
        raise SettingError(f"{where} has dir {entry['dir']!r}; expected 'ltr' or 'rtl'")
    if not entry.get("name"):
        raise SettingError(f"{where} lacks a name, as its speakers write it")
    quotes = entry.get("quotes", "“”")
    if len(quotes) not in (2, 4):
        raise SettingError(f"{where} has quotes {quotes!r}; expected two or four characters, outer pair first")
    dates = entry.get("dates") or lang
    if not is_well_formed(dates) or canonical(dates).split("-")[0] != lang.split("-")[0]:
        raise SettingError(f"{where} has dates {dates!r}; expected a tag of the same language, as es-MX or en-GB")
    alphabet = entry.get("alphabet", "")
    return Language(lang, entry["name"], entry.get("dir", "ltr"), words, quotes, alphabet, canonical(dates))
