"""The allowed word that is most like the one an author wrote, so that a diagnostic can name it."""

from __future__ import annotations

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
