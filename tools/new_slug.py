"""What a command takes as a slug or an id: the letters of addresses, and something to tell them apart by."""

from __future__ import annotations

from plugins.catalogue.slug import is_slug, slugify
from tools.errors import UsageError


def check_slug(what: str, text: str) -> None:
    """Raise UsageError for what may not stand in an address, with what may; `what` names the option."""
    if is_slug(text) and text.strip("-"):
        return
    instead = slugify(text)
    expected = "expected a-z, 0-9 and -" if not is_slug(text) else "expected a letter or digit in it"
    raise UsageError(f"{what} takes no {text!r}: {expected}" + (f"; write {instead}" if instead else ""))
