"""When two texts are the same to an author: whatever their case, spacing and way of writing an accent in Unicode."""

from __future__ import annotations

from unicodedata import normalize


def fold(text: str) -> str:
    """Give the form in which texts are compared (case folding and NFC; single spaces)."""
    return normalize("NFC", " ".join(normalize("NFC", text).casefold().split()))
