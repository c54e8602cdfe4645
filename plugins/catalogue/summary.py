"""The summary of a post whose author wrote none: its first words."""

from __future__ import annotations

from markupsafe import escape

from plugins.catalogue.body import Body

LENGTH = 200  # characters


def first_words(paragraph: str) -> Body:
    """Make a summary of a paragraph's plain text, cut at a word within 200 characters."""
    return Body(
        content=(str(escape(shorten(paragraph, LENGTH))),), headings=(), ids=frozenset(), refs=(), first_paragraph=""
    )


def shorten(text: str, length: int) -> str:
    """Cut a text at the last word that leaves room for an ellipsis; one without spaces is cut where it must."""
    if len(text) <= length:
        return text
    head, space, _ = text[:length].rpartition(" ")
    return (head.rstrip(" ,;:.–—") if space else text[: length - 1]) + "…"
