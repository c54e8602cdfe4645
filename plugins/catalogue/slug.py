"""The last part of an address: what a title becomes in it, and what an author may write for it."""

from __future__ import annotations

import re
from unicodedata import normalize

from unidecode import unidecode

SLUG = re.compile("[a-z0-9-]+")


def slugify(text: str) -> str:
    """Write a text in a-z, 0-9 and single hyphens; empty where no letter or digit is left."""
    plain = unidecode(normalize("NFC", text), errors="ignore").lower()
    return re.sub("[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def is_slug(text: str) -> bool:
    """Tell whether the text may stand in an address as a slug."""
    return SLUG.fullmatch(text) is not None
