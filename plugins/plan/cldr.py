"""Dates and names of languages as readers of a language write them, from Unicode's CLDR by way of Babel."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date


@lru_cache(maxsize=256)
def locale(lang: str) -> Locale:
    """Find the nearest locale that CLDR has for a tag; English for a language it does not know at all."""
    parts = lang.split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return Locale("en")


def open_graph_locale(lang: str) -> str:
    """Name a language as Open Graph does, with the territory that most who write it are in: `es_ES`, `pt_BR`."""
    known = locale(lang)
    likely = locale(lang) if known.territory else Locale.parse(get_global("likely_subtags").get(str(known), str(known)))
    return "_".join(filter(None, (likely.language, likely.territory)))


@lru_cache(maxsize=4096)
def long_date(when: date | datetime, lang: str) -> str:
    """Write a date in words: `20 de noviembre de 2013`."""
    return format_date(when, "long", locale=locale(lang))


@lru_cache(maxsize=1024)
def language_name(tag: str, lang: str, default: str = "") -> str:
    """Name the language `tag` for a reader of `lang`: `español`, `Spanish`; else the default, else the tag."""
    names = locale(lang).languages
    name = names.get(tag.replace("-", "_")) or names.get(tag.split("-")[0])
    return name or default or tag
