"""What lines of Markdown say, without how they say it: the text that a translator has to follow.

Two wordings are equal where a translation of one serves the other. Words, the targets and titles of links, the paths of
pictures, which cell of a table is empty, and code count; the form of a path below media/, emphasis, wrapping, white
space, bullets, numbers of items and footnotes, the style of headings and of tables, attribute lists and comments do
not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.catalogue.source import prose_of, without_code_spans
from plugins.catalogue.structure import Kind, Line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CODE = (Kind.CODE, Kind.INDENTED)

_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_RULE = re.compile(r" {0,3}(?:=+ *|[-*_][-*_ ]*)$")  # below a heading, or between two parts
_TABLE_RULE = re.compile(r"\|?(?: *:?-+:? *\|)+(?: *:?-+:?)?$")
_BAR = re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_ATTRIBUTES = re.compile(
    r"(?<=[)\]*_`>])\{:?[^{}\n#.=]*[#.=][^{}\n]*\}|(?:^| )\{:[^{}\n]*\}$|(?<= )\{[#.][^{}\n]*\}$", re.MULTILINE
)
_HEADING_ATTRIBUTES = re.compile(r"(?<! ) +\{:?[^{}\n#.=]*[#.=][^{}\n]*\}$")
_TO_MEDIA = re.compile(r"^(?:\{static\})?(?:/|(?:\.\./)+)?media/")  # the forms that mean the same
_EMPHASIS_TAG = re.compile(r"</?(?:em|strong|b|i)>|<!--.*-->", re.DOTALL | re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # late: most builds compare no texts

    return MarkdownIt("commonmark")


def plain(text: str) -> str:
    """Give a plain text with its white space normalised, in the composed form of Unicode (NFC)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def inline(text: str) -> str:
    """Give what one paragraph of Markdown says; takes the text with its line ends."""
    (token,) = _parser().parseInline(_unmarked(text))
    return plain("".join(_said(token.children or ())))


def _unmarked(text: str) -> str:
    """Take attribute lists out, and the names of notes; in code they are text."""
    if "{" not in text and "[^" not in text:
        return text
    hidden = zip(without_code_spans(text), text, strict=True)
    shown = "".join("`" if own == "`" else masked for masked, own in hidden)  # as long as the text
    cuts = [(found.span(), "") for found in _ATTRIBUTES.finditer(shown)]
    cuts += [(found.span(), "[^]") for found in _NOTE.finditer(shown)]
    done, parts = 0, list[str]()
    for (start, end), instead in sorted(cuts):
        if start >= done:
            parts += [text[done:start], instead]
            done = end
    return "".join([*parts, text[done:]])


def wording(lines: Iterable[Line]) -> str:
    """Give what the scanned lines of one block say; empty where there is nothing to translate."""
    said: list[str] = []
    paragraph: list[str] = []
    lines = list(lines)
    heads = is_heading(lines)
    for line in lines:
        text = _HEADING_ATTRIBUTES.sub("", _shown(line)) if heads else _shown(line)
        if text and line.kind not in CODE and line.kind is not Kind.FENCE:
            paragraph.append(text)
            continue
        said.append(inline("\n".join(paragraph)) if paragraph else "")
        paragraph = []
        if line.kind in CODE:
            said.append(f"\n{line.content.rstrip()}")
        elif line.kind is Kind.FENCE:
            said.append(f"\n```{line.content.strip(' `~')}")
    said.append(inline("\n".join(paragraph)) if paragraph else "")
    return " ".join(filter(None, said))


def is_table(lines: Iterable[Line]) -> bool:
    """Tell whether a block is a table: a line of dashes stands below its first."""
    second = list(lines)[1:2]
    return bool(second) and "|" in second[0].content and _TABLE_RULE.match(second[0].content.strip(" ")) is not None


def is_heading(lines: Iterable[Line]) -> bool:
    """Tell whether a block is a heading and nothing else, of either style."""
    texts = [line.content for line in lines]
    if len(texts) == 1:
        return _HEADING.match(texts[0]) is not None
    return len(texts) == 2 and bool(re.fullmatch(r" {0,3}(?:=+|-+) *", texts[1])) and bool(texts[0].strip())


def _shown(line: Line) -> str:
    if line.kind in (Kind.BLANK, Kind.FENCE_END):
        return ""
    if line.kind in CODE or line.kind is Kind.FENCE:
        return line.content
    text = prose_of(line, line.text)[line.start :]
    if heading := _HEADING.match(text):
        return _without_closing(text[heading.end() :].strip(" "))
    if _RULE.match(text):
        return ""
    if "|" in text:
        if _TABLE_RULE.match(text.strip(" ")):
            return ""
        return " | ".join(_cells(text))
    return text


def _cells(row: str) -> list[str]:
    """Give the cells of a row; the bars around it are none of theirs (GFM, 4.10)."""
    cells = [cell.strip(" ") for cell in _BAR.split(row.strip(" "))]
    first, last = (0 if cells[0] else 1), (len(cells) if cells[-1] else -1)
    return cells[first:last]


def _without_closing(heading: str) -> str:
    """Drop the marks that may close a heading (CommonMark, 4.2)."""
    words = heading.rstrip("#")
    return words.rstrip(" ") if words.endswith(" ") or not words else heading


def _said(tokens: Iterable[Token]) -> Iterator[str]:
    targets: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            targets.append(f" <{_target(token, 'href')}>")
        elif token.type == "link_close":
            yield targets.pop()
        elif token.type == "image":
            yield f"![{''.join(_said(token.children or ()))}]({_target(token, 'src')})"
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "code_inline":
            yield f"`{token.content}`"
        elif token.type == "html_inline":
            yield _EMPHASIS_TAG.sub("", token.content)
        elif token.type in ("text", "text_special"):
            yield token.content


def _target(token: Token, attribute: str) -> str:
    path = _TO_MEDIA.sub("{static}/media/", unquote(str(token.attrs.get(attribute, ""))))
    return f'{path} "{token.attrs["title"]}"' if "title" in token.attrs else path
