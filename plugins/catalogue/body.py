"""A text from rendered Markdown to a frozen body: cleaned, set in its language's typography, and open for links.

This is the way in for all that uses bodies; the steps are in the modules named below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol

from plugins.catalogue.cutting import PLAYERS, cut
from plugins.catalogue.filling import fill
from plugins.catalogue.headings import Heading, place_headings, read_headings, reworded
from plugins.catalogue.html_tokens import StartTag, Token, runs, tokens
from plugins.catalogue.links import FileLink, read_ref
from plugins.catalogue.parts import Body, Label, Part, Ref, Resolution
from plugins.catalogue.ref_lines import RefLines
from plugins.catalogue.sanitising import clean
from plugins.catalogue.source import BodySource
from plugins.catalogue.tidying import tidied
from plugins.catalogue.words import first_paragraph
from plugins.diagnostics import Diagnostic, warning

__all__ = ["Body", "Heading", "Part", "Ref", "Resolution", "TextFilter", "fill", "make_body"]


class TextFilter(Protocol):
    """A module that changes the characters of a text, as typography does, and none of its tags.

    `quotes` holds the quotation marks of the site's languages.
    """

    def filter_html(self, html: str, lang: str, quotes: Mapping[str, str]) -> str:
        """Filter canonical HTML."""

    def filter_text(self, text: str, lang: str, quotes: Mapping[str, str]) -> str:
        """Filter plain text."""


def make_body(
    html: str,
    lang: str,
    filters: Sequence[TextFilter],
    quotes: Mapping[str, str],
    source: BodySource,
    dir_of: Callable[[str], str],
    reserved: Collection[str] = (),
    langs: tuple[str, ...] = (),
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Make a body of HTML that nobody has cleaned yet.

    `source` is the Markdown it was made of, for the lines of refs. `dir_of` gives the direction of a language, `ltr` or
    `rtl`. `reserved` are ids that the page around the body has, `langs` the site's languages.
    """
    cleaned = clean(html)
    as_written = list(runs(cleaned))
    headings = read_headings(as_written, reserved)  # before typography: ids are GitHub's
    for text_filter in filters:
        cleaned = text_filter.filter_html(cleaned, lang, quotes)
    filtered = list(runs(cleaned)) if filters else as_written
    placed = place_headings(headings, filtered)
    tidy = list(tidied(placed, dir_of(lang), dir_of, reserved, langs))
    parts, found = cut(tidy, RefLines(source))
    refs = tuple(ref._replace(to=read_ref(ref.target, ref.element, ref.attribute, source.path, langs)) for ref in found)
    body = Body(
        content=parts,
        headings=reworded(headings, filtered),
        ids=frozenset(_ids(tidy)),
        refs=refs,
        first_paragraph=first_paragraph(tokens(cleaned)),
        labels=frozenset(part.name for part in parts if isinstance(part, Label)),
        files=tuple(ref for ref in refs if isinstance(ref.to, FileLink)),
        has_player=any(isinstance(token, StartTag) and token.name in PLAYERS for token in tidy),
    )
    return body, _repeated_ids(as_written, source)


def _ids(found: Iterable[Token]) -> list[str]:
    return [token.attributes["id"] for token in found if isinstance(token, StartTag) and "id" in token.attributes]


def _repeated_ids(as_written: Iterable[Token], source: BodySource) -> tuple[Diagnostic, ...]:
    """Report ids that the author wrote twice; those that Plaza makes are its own affair."""
    diagnostics = []
    for place in sorted(place for place, count in Counter(_ids(as_written)).items() if count > 1):
        written = re.compile(rf"""\{{[^}}]*#{re.escape(place)}[\s}}]|\bid=["']?{re.escape(place)}["'\s>]""")
        lines = [number for number, line in enumerate(source.lines, source.first_line) if written.search(line)]
        if len(lines) > 1:
            message = f"the id {place!r} is in line {lines[0]} already; expected one element with each id"
            advice = "give this one another id; links lead to the first"
            diagnostics.append(warning(source.path, lines[1], "repeated-id", message, advice))
    return tuple(diagnostics)
