"""Tells which of a site's languages a passage is in, from a model in a package: nothing leaves the machine.

py3langid (Lui and Baldwin's langid.py) was chosen among the small ones: its model comes with it, it asks no network,
and its answer for a text is the same each time. It is wrong about names and short words, so words with a capital
within a sentence are not shown to it, what is short without them is not asked about, and nothing is said that it is
not sure of.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

SURE = 0.99  # probability, among the languages asked about, that it is not the declared one
FEWEST_LETTERS = 25
FEWEST_WORDS = 4

_SENTENCE_END = re.compile(r"[.!?…][^\w\s]*$")
_NOT_WORDS = re.compile(r"[\W\d_]+")


def other_language(text: str, declared: str, langs: Collection[str]) -> str:
    """Give the one of `langs` that a passage is in, where that is surely not the declared one; else nothing.

    A declared language that the model does not know is never contradicted.
    """
    words = _shown(text)
    if len(words) < FEWEST_WORDS or sum(map(len, words)) < FEWEST_LETTERS:
        return ""
    own = _primary(declared)
    known = _known(frozenset({own, *map(_primary, langs)}))
    if own not in known or len(known) < 2:
        return ""
    probabilities = dict(_identifier(known).rank(" ".join(words)))
    if 1 - probabilities[own] < SURE:
        return ""
    found = max(probabilities, key=lambda lang: probabilities[lang])
    return next((lang for lang in langs if _primary(lang) == found), "")


def _shown(text: str) -> list[str]:
    """Give the words of a text but for those that start with a capital within a sentence: names, and titles."""
    shown: list[str] = []
    is_start = True
    for piece in text.split():
        words = _NOT_WORDS.sub(" ", piece).split()
        if words and (is_start or not words[0][0].isupper()):
            shown += words
        is_start = _SENTENCE_END.search(piece) is not None if words else is_start
    return shown


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()


@lru_cache(maxsize=8)
def _known(langs: frozenset[str]) -> frozenset[str]:
    return langs & _labels()


@lru_cache(maxsize=8)
def _identifier(langs: frozenset[str]) -> Any:
    """Make an identifier of these languages; making one reads a model of a megabyte."""
    identifier = _model()
    identifier.set_languages(sorted(langs))
    return identifier


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(_model().labels)


def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # late: only the language rules pay for it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
