"""The allowed word that is most like the one an author wrote, so that a diagnostic can name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(text: str, allowed: Iterable[str]) -> str:
    """Give the most similar of the allowed words, whatever the case, or an empty string where none is similar."""
    by_folded = {word.casefold(): word for word in sorted(allowed, reverse=True)}
    found = get_close_matches(text[:100].casefold(), by_folded, n=1)
    return by_folded[found[0]] if found else ""


def advice(text: str, allowed: Iterable[str], what: str) -> str:
    """Say which allowed word was probably meant, or list them all; `what` names them in the plural."""
    words = tuple(allowed)
    if word := nearest(text, words):
        return f"did you mean {word}?"
    return f"{what} are {', '.join(words)}"


class Index:
    """Finds the nearest of very many words: compares only those that share some of the rarest three letters.

    A folder of imported posts can have as many dead links as keys, and comparing each with each takes minutes.
    """

    ENOUGH = 50  # words to compare

    def __init__(self, allowed: Iterable[str]) -> None:
        """Take the allowed words."""
        self._by_part: dict[str, list[str]] = defaultdict(list)
        for word in sorted(allowed):
            for part in _parts(word):
                self._by_part[part].append(word)

    def nearest(self, text: str) -> str:
        """Give the most similar of the allowed words, or an empty string where none is similar."""
        found: dict[str, None] = {}
        for group in sorted((self._by_part[part] for part in _parts(text) if part in self._by_part), key=len):
            if len(found) >= self.ENOUGH:
                break
            found.update(dict.fromkeys(group[: self.ENOUGH]))
        return next(iter(get_close_matches(text[:200], found, n=1)), "")


def _parts(text: str) -> list[str]:
    folded = f" {text.casefold()} "
    return sorted({folded[place : place + 3] for place in range(len(folded) - 2)})
