"""The pin of a translation: the digests of the original's blocks as they were when it was last in step.

It stands in the translation's front matter, so that it is true without git's history, in a shallow clone and after a
rebase. Writing it changes the lines of that one field and no other byte.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from plugins.catalogue.field_writing import with_field

FIELD = "original_digest"
COLUMNS = 100


def field_lines(digests: Iterable[str]) -> list[str]:
    """Write the field as YAML, folded at 100 columns, without line ends."""
    items = ", ".join(digests)
    return textwrap.wrap(f"{FIELD}: [{items}]", COLUMNS, subsequent_indent="  ", break_on_hyphens=False)


def with_pin(text: str, digests: Iterable[str]) -> str:
    """Put the pin into the text of a translation: in place of the one that it has, else below its field `original`.

    Raises ValueError where the front matter cannot be read.
    """
    return with_field(text, FIELD, field_lines(digests), below=("original",))
