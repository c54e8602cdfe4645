"""Rule `link-form`: a link in one of Pelican's other forms, which Plaza does not resolve.

`{attach}`, `{tag}`, `{author}`, `{category}`, `{index}` and the old `|filename|` would need Pelican to read the post.
An error, because the link would reach readers as it is written. Code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.catalogue.source import BodySource, prose
from plugins.diagnostics import Diagnostic, error

# A target stands after the bracket of a link, in an attribute's quotes, between < and >, or in a link's definition.
TARGET = re.compile(
    r"""(?:\]\(\s*<?|=\s*["']?|<|\]:\s*)"""
    r"(?P<form>\{(?:attach|tag|author|category|index)\}|\|(?:filename|static|attach|tag|author|category|index)\|)"
)
INSTEAD = {
    "{attach}": "write {static}media/…, and put the file into media/",
    "|filename|": "write {filename}…",
    "|static|": "write {static}…",
}
PAGE = "write the address of the page, as /temas/respaldo/"


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each link in a form that is not resolved."""
    return tuple(_found(source))


def _found(source: BodySource) -> Iterator[Diagnostic]:
    for line, text in enumerate(prose(source.lines), source.first_line):
        for match in TARGET.finditer(text) if "{" in text or "|" in text else ():
            form = match["form"]
            message = f"links of the form {form} are not known here; expected {{filename}}, {{static}} or an address"
            yield error(source.path, line, "link-form", message, INSTEAD.get(form, PAGE))
