"""The order of texts in a language's alphabet, for lists that a reader looks through by eye.

ICU has the order of every language and is a large library to install; a list of topics needs the order of the letters
alone, and LANGUAGES states it. Words come before longer words, figures before letters; punctuation counts for nothing,
so that `¿Qué?` stands under Q. Texts that are equal so far differ by accents, then by case, then by their characters.
"""

from __future__ import annotations

from unicodedata import combining, normalize

SortKey = tuple[tuple[tuple[int, int], ...], str, str]

_SPACE, _FIGURE, _LETTER, _FOREIGN_LETTER = range(4)


def sort_key(text: str, alphabet: str) -> SortKey:
    """Give the key that sorts texts in the order of `alphabet`, its letters in order, in one case.

    An accent counts only where the letter with it is in the alphabet (`ñ`, `å`). Letters that are not in it come
    after those that are, by code point; with an empty one all do, as in Unicode's order without accents and case.
    """
    folded = _folded(text)
    ranks = _ranks(alphabet)
    weights = [weight for character in " ".join(folded.split()) for weight in _weights(character, ranks)]
    return tuple(weights), folded, text


def initial(text: str, alphabet: str) -> str:
    """Give the letter of `alphabet` under which a list has a text, in one case.

    `0` where the text starts with a figure; empty where it starts with a letter that the alphabet does not have.
    """
    ranks = _ranks(alphabet)
    weights = (weight for character in _folded(text) for weight in _weights(character, ranks))
    kind, rank = next((weight for weight in weights if weight[0] != _SPACE), (_SPACE, 0))
    if kind == _LETTER:
        return normalize("NFC", alphabet.casefold())[rank]
    return "0" if kind == _FIGURE else ""


def _folded(text: str) -> str:
    return normalize("NFC", normalize("NFC", text).casefold())


def _ranks(alphabet: str) -> dict[str, int]:
    return {letter: rank for rank, letter in enumerate(normalize("NFC", alphabet.casefold()))}


def _weights(character: str, ranks: dict[str, int]) -> list[tuple[int, int]]:
    if character in ranks:
        return [(_LETTER, ranks[character])]
    bases = [base for base in normalize("NFKD", character) if not combining(base)]
    return [weight for base in bases for weight in _weight(base, ranks)]


def _weight(base: str, ranks: dict[str, int]) -> list[tuple[int, int]]:
    if base in ranks:
        return [(_LETTER, ranks[base])]
    if base.isspace():
        return [(_SPACE, 0)]
    if base.isdigit():
        return [(_FIGURE, ord(base))]
    return [(_FOREIGN_LETTER, ord(base))] if base.isalpha() else []
