"""The plain words in a run of HTML: of a heading, or of a body's first paragraph, which can stand as its summary."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.catalogue.html_tokens import VOID, EndTag, StartTag, Text, Token

# What holds paragraphs that are not the body's own opening words.
_ASIDES = frozenset({"aside", "blockquote", "details", "dl", "figure", "ol", "section", "table", "ul"})


def words(tokens: Iterable[Token]) -> str:
    """Give the text between tags, white space collapsed, without the numbers of footnotes."""
    text: list[str] = []
    is_number = False
    for token in tokens:
        if isinstance(token, Text):
            text.append("" if is_number else token.plain)
        elif isinstance(token, StartTag):
            is_number = is_number or token.attributes.get("class") == "footnote-ref"
            text.append(" " if token.name == "br" else "")
        elif token.name == "a":
            is_number = False
    return " ".join("".join(text).split())


def first_paragraph(tokens: Iterable[Token]) -> str:
    """Give the words of the first paragraph that has some and is in no quote, figure, list, table or note."""
    open_: list[bool] = []
    asides = 0
    paragraph: list[Token] | None = None
    for token in tokens:
        if isinstance(token, StartTag) and token.name not in VOID:
            open_.append(token.name in _ASIDES or token.attributes.get("class") == "footnote")
            asides += open_[-1]
            if token.name == "p" and not asides:
                paragraph = []
        elif isinstance(token, EndTag) and open_:
            asides -= open_.pop()
        if paragraph is not None:
            paragraph.append(token)
            if token == EndTag("p"):
                if found := words(paragraph):
                    return found
                paragraph = None
    return ""
