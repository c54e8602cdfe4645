"""Who is quoted: the paragraph that closes a parallel quote, and the page it cites.

The cited page is needed before Markdown is rendered, because it is an attribute of every blockquote that stands
above the link. So the first link is found in the source; images, code and escaped brackets are no links there either.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence

from plugins.catalogue.structure import Kind, Line

# A Spanish dialogue opens with a dash as well, but the word follows it without a space.
DASH = re.compile(r" {0,3}(?:[—–]|--)[ \u00a0\u202f]+(?=\S)")
DEFINITION = re.compile(r" {0,3}\[(?!\^)(?P<label>[^\[\]]+)\]: *<?(?P<url>[^\s>]+)>?(?: +(?:\".*\"|'.*'|\(.*\)))? *$")

_LINK = re.compile(
    r"""
    \\.
    | (?<!`)(?P<code>`++).*?(?<!`)(?P=code)(?!`)
    | <(?P<auto>(?:https?|ftp)://[^<>\s]*)>
    | <a\s[^<>]*?href="(?P<raw>[^"<>]*)"[^<>]*>
    | (?P<image>!?)\[(?P<text>(?:\\.|\[[^\[\]]*\]|[^\[\]\\])*)\]
      (?:
        \(\s*(?:<(?P<angle>[^<>]*)>|(?P<url>(?:[^\s()<>]|\([^\s()]*\))+))(?:\s[^)]*)?\)
        | [ ]?\[(?P<label>[^\[\]]*)\]
      )?
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_references(lines: Iterable[Line]) -> dict[str, str]:
    """Collect the link definitions of a body, label to address; the last of equal labels wins, as when rendered."""
    found = (DEFINITION.match(line.content) for line in lines if line.kind is Kind.TEXT)
    return {_label(match["label"]): match["url"] for match in found if match}


def find_attribution(starts: Sequence[bool], inside: Sequence[bool], lines: Sequence[Line]) -> int | None:
    """Give the index of the line where the attribution starts, which must be the last paragraph of the quote.

    `starts` and `inside` tell which lines start a paragraph of the quote itself, and which go on with one. Link
    definitions and comments are no paragraphs.
    """
    at = len(lines) - 1
    while at >= 0 and _is_aside(lines[at]):
        at -= 1
    while at >= 0 and inside[at]:
        at -= 1
    return at if at >= 0 and starts[at] and DASH.match(lines[at].text) else None


def _is_aside(line: Line) -> bool:
    return line.kind in (Kind.BLANK, Kind.COMMENT) or DEFINITION.match(line.text) is not None


def find_cite(text: str, references: Mapping[str, str]) -> str:
    """Give the address of the first link in a paragraph of Markdown, or an empty string."""
    at = 0
    while match := _LINK.search(text, at):
        if address := _address(match, references):
            return html.unescape(_ESCAPED.sub(r"\1", address))
        at = match.end() if match["label"] is None else match.end("text") + 1  # the label may open a link of its own
    return ""


def _address(match: re.Match[str], references: Mapping[str, str]) -> str:
    direct = match["auto"] or match["raw"]
    if direct or match["text"] is None or match["image"]:
        return direct or ""
    labels = (_label(match["label"] or ""), _label(match["text"]))
    return match["angle"] or match["url"] or next((references[label] for label in labels if label in references), "")


def _label(text: str) -> str:
    return " ".join(text.lower().split())
