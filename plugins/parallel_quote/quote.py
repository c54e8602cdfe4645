"""The parser of parallel quotes: which lines of a body are one, its parts, their languages, what is wrong with it.

Renderer and diagnostics both ask this module, so that what is reported is what is shown. Python-Markdown's block
processors could not do it: they get no line numbers, and fenced code is gone before they run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from plugins.catalogue.lang import canonical, is_known, is_registered, serves
from plugins.diagnostics import Diagnostic, error, warning
from plugins.parallel_quote.attribution import DASH, find_attribution, find_cite, read_references
from plugins.parallel_quote.blockquote import Blockquote, find_blockquotes, marker_tag

EMPTY_PART = "quote-empty-part"
MARKER_INSIDE = "quote-marker-in-paragraph"

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """The wording in one language: `line` is the marker's, in the file; `lines` are Markdown without `>` and marker."""

    lang: str
    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The source with white space normalised and comments left out: what tells two wordings apart."""
        return " ".join(_COMMENT.sub(" ", "\n".join(self.lines)).split())


@dataclass(frozen=True, slots=True)
class ParallelQuote:
    """A quote: `parts` holds the original wording first, then its translations.

    `line` to `end_line` are its lines in the file. `attribution` is Markdown without the dash, and empty where there is
    none (then `attribution_line` is 0); `cite` is the address of its first link as written. `prefix` puts a line in the
    quote's place where Python-Markdown sees it (see `Blockquote`).
    """

    id: str
    line: int
    end_line: int
    parts: tuple[Part, ...]
    attribution: tuple[str, ...]
    attribution_line: int
    cite: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parallel quotes of a body in order, and what is wrong in its blockquotes (the problems have no path)."""

    quotes: tuple[ParallelQuote, ...]
    problems: tuple[Diagnostic, ...]


def parse(lines: Sequence[str], known: Collection[str], first_line: int = 1) -> Parsed:
    """Find the parallel quotes of a body.

    `known` lists the tags a marker may name, `first_line` is the number of `lines[0]` in the file. Nothing raises:
    faulty quotes come back as far as they can be read, beside their problems.
    """
    if not any("[" in line and ">" in line for line in lines):
        return Parsed((), ())
    end = len(lines)
    while end and not lines[end - 1].strip():  # the renderer puts blank lines behind a text
        end -= 1
    parsed = _parsed(tuple(lines[:end]), tuple(known))
    if first_line == 1:
        return parsed
    quotes = tuple(_moved(quote, first_line - 1) for quote in parsed.quotes)
    return Parsed(quotes, tuple(replace(found, line=found.line + first_line - 1) for found in parsed.problems))


def _moved(quote: ParallelQuote, by: int) -> ParallelQuote:
    """Give a quote the numbers of its lines in the file; an attribution that is not there has none."""
    return replace(
        quote,
        line=quote.line + by,
        end_line=quote.end_line + by,
        parts=tuple(replace(part, line=part.line + by) for part in quote.parts),
        attribution_line=quote.attribution_line + by if quote.attribution_line else 0,
    )


@lru_cache(maxsize=16)
def _parsed(lines: tuple[str, ...], known: tuple[str, ...], first_line: int = 1) -> Parsed:
    """Parse once what page, rules and drift ask for one after another."""
    blockquotes, scanned = find_blockquotes(lines, known)
    references = read_references(scanned)
    quotes: list[ParallelQuote] = []
    problems: list[Diagnostic] = []
    for block in blockquotes:
        problems += _unknown_langs(block, known, first_line)
        if block.is_parallel:
            quote = _quote(block, references, first_line)
            quotes.append(quote)
            problems += [*_inside_markers(block, known, first_line), *_part_problems(quote)]
    return Parsed(_with_unique_ids(quotes), tuple(problems))


def arranged(quote: ParallelQuote, page_lang: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Divide the translations into those a page shows and those it folds away; parts without text are in neither.

    A page in the original's language shows none, any other its own; a page of unknown language shows all.
    """
    others = tuple(part for part in quote.parts[1:] if part.text)
    if not page_lang:
        return others, ()
    if serves(quote.parts[0].lang, page_lang):
        return (), others
    serving = [part for part in others if serves(part.lang, page_lang)]
    chosen = next((part for part in serving if part.lang.lower() == page_lang.lower()), next(iter(serving), None))
    return tuple(part for part in others if part is chosen), tuple(part for part in others if part is not chosen)


def _quote(block: Blockquote, references: Mapping[str, str], first_line: int) -> ParallelQuote:
    texts = [line.text for line in block.lines]
    first = first_line + block.first
    attributed = find_attribution(block.starts, block.inside, block.lines)
    end = len(texts) if attributed is None else attributed
    bounds = zip(block.markers, [*block.markers[1:], end], strict=True)
    parts = tuple(_part(texts[at:until], first + at) for at, until in bounds)
    attribution = () if attributed is None else _trimmed([DASH.sub("", texts[end], count=1), *texts[end + 1 :]])
    return ParallelQuote(
        id=f"quote-{blake2b(parts[0].text.encode('utf-8', 'replace'), digest_size=3).hexdigest()}",
        line=first,
        end_line=first + len(texts) - 1,
        parts=parts,
        attribution=attribution,
        attribution_line=first + end if attribution else 0,
        cite=find_cite("\n".join(attribution), references),
        prefix=block.prefix,
    )


def _part(texts: Sequence[str], line: int) -> Part:
    tag, rest = texts[0].split("]", maxsplit=1)
    return Part(canonical(tag.lstrip(" [")), line, _trimmed([rest.lstrip(" "), *texts[1:]]))


def _trimmed(texts: Sequence[str]) -> tuple[str, ...]:
    """Drop the blank lines at the end; the first line stays, for numbers count from it."""
    end = len(texts)
    while end > 1 and not texts[end - 1].strip(" "):
        end -= 1
    return tuple(texts[:end])


def _with_unique_ids(quotes: Sequence[ParallelQuote]) -> tuple[ParallelQuote, ...]:
    counts: dict[str, int] = {}
    unique = []
    for quote in quotes:
        counts[quote.id] = count = counts.get(quote.id, 0) + 1
        unique.append(quote if count == 1 else replace(quote, id=f"{quote.id}-{count}"))
    return tuple(unique)


def _unknown_langs(block: Blockquote, known: Collection[str], first_line: int) -> Iterator[Diagnostic]:
    for at, line in enumerate(block.lines):
        tag = marker_tag(line) if block.starts[at] else ""
        if tag and not is_known(tag, known) and is_registered(tag):
            message = f"[{tag}] is text, for its language is not listed; expected one of {', '.join(known) or 'none'}"
            advice = f"add {canonical(tag)} to QUOTE_LANGS, or write \\[{tag}] if text is meant"
            yield warning("", first_line + block.first + at, "quote-unknown-lang", message, advice)


def _inside_markers(block: Blockquote, known: Collection[str], first_line: int) -> Iterator[Diagnostic]:
    for at, line in enumerate(block.lines):
        if block.inside[at] and is_known(marker_tag(line), known):
            message = f"marker [{marker_tag(line)}] stands inside a paragraph; expected a line with only > above it"
            advice = f"add that line, or write \\[{marker_tag(line)}] if text is meant"
            yield error("", first_line + block.first + at, MARKER_INSIDE, message, advice)


def _part_problems(quote: ParallelQuote) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for part in quote.parts:
        if part.lang in seen:
            message = f"quote has more than one part in {part.lang}; expected one for each language"
            yield error("", part.line, "quote-lang-twice", message, "put them into one part, or correct the marker")
        if not part.text:
            message = f"quote part [{part.lang}] is empty; expected text after the marker"
            yield error(
                "", part.line, EMPTY_PART, message, f"write the text after [{part.lang}], or take the marker out"
            )
        seen.add(part.lang)
