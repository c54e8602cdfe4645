"""What is wrong with the parallel quotes of a body, and between the files of a post.

The catalogue finds this module by its name in the setting CHECKS and calls both functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from plugins.catalogue.lang import serves
from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic, error, in_order, softened, warning
from plugins.parallel_quote.drift import difference, differing
from plugins.parallel_quote.quote import EMPTY_PART, MARKER_INSIDE, ParallelQuote, Part, parse

UNTRANSLATED = "quote-untranslated"
MISSING_TEXT = (UNTRANSLATED, EMPTY_PART)


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report what is wrong in the quotes of one body; `langs` lists the tags a marker may name.

    In a file that is not published, missing text is a warning.
    """
    parsed = parse(source.lines, langs, source.first_line)
    found = [replace(problem, path=source.path) for problem in parsed.problems]
    hidden = {problem.line for problem in parsed.problems if problem.rule == MARKER_INSIDE}
    for quote in parsed.quotes:
        if not hidden.intersection(range(quote.line, quote.end_line + 1)):  # else that is why a part is missing
            found += _page_problems(quote, source)
    missing = () if source.is_published else softened(d for d in found if d.rule in MISSING_TEXT)
    return in_order([*missing, *(d for d in found if source.is_published or d.rule not in MISSING_TEXT)])


def check_post(sources: Mapping[str, BodySource], original: str, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report quotes whose words differ between the files of a post: a warning in both files, one a part.

    `sources` has the post's bodies by language, `original` is the one the others are translated from.
    """
    tags = sorted(sources, key=lambda tag: (tag != original, tag))
    quotes = {tag: parse(sources[tag].lines, langs, sources[tag].first_line).quotes for tag in tags}
    found: dict[tuple[str, int], Diagnostic] = {}
    for tag, other_tag in combinations(tags, 2):
        path, other_path = sources[tag].path, sources[other_tag].path
        for part, other in differing(quotes[tag], quotes[other_tag]):
            found.setdefault((path, part.line), _drift(path, part, other_path, other))
            found.setdefault((other_path, other.line), _drift(other_path, other, path, part))
    return in_order(found.values())


def _page_problems(quote: ParallelQuote, source: BodySource) -> Iterator[Diagnostic]:
    lang = source.lang
    if not any(serves(part.lang, lang) for part in quote.parts):
        message = f"quote has no translation into {lang}"
        yield error(source.path, quote.line, UNTRANSLATED, message, f"add a paragraph that starts with [{lang}]")
    elif len(quote.parts) == 1:
        tag = quote.parts[0].lang
        message = (
            f"quote has one part only, in the page's language; expected the original or a translation beside [{tag}]"
        )
        advice = f"add a part in another language, or take [{tag}] out"
        yield warning(source.path, quote.line, "quote-single-part", message, advice)


def _drift(path: str, part: Part, other_path: str, other: Part) -> Diagnostic:
    here, there = difference(part.text, other.text)
    message = f"quote part [{part.lang}] differs from {other_path}:{other.line}: {here} here, {there} there"
    return warning(path, part.line, "quote-drift", message, "make both read the same")
