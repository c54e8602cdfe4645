"""Quotes that the files of one post word differently: who quotes the same words in two files means the same quote."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from plugins.parallel_quote.quote import ParallelQuote, Part

LIKENESS = 0.6  # from here on two originals are one wording with a change in it (the same bound as difflib's)


def differing(ours: Sequence[ParallelQuote], theirs: Sequence[ParallelQuote]) -> tuple[tuple[Part, Part], ...]:
    """Give the pairs of parts in one language whose words differ, of quotes that two files of a post share."""
    return tuple(
        (part, other)
        for quote, same in matched(ours, theirs)
        for part in quote.parts
        for other in same.parts
        if part.lang == other.lang and part.text != other.text
    )


def matched(
    ours: Sequence[ParallelQuote], theirs: Sequence[ParallelQuote]
) -> Iterator[tuple[ParallelQuote, ParallelQuote]]:
    """Pair quotes with equal originals in order, then those left over, in order, whose originals are much alike."""
    waiting: dict[tuple[str, str], deque[ParallelQuote]] = {}
    for quote in theirs:
        waiting.setdefault(_original(quote), deque()).append(quote)
    left: list[ParallelQuote] = []
    for quote in ours:
        if same := waiting.get(_original(quote)):
            yield quote, same.popleft()
        else:
            left.append(quote)
    others = [quote for quote in theirs if any(quote is it for it in waiting[_original(quote)])]
    for quote in left:
        if alike := next((other for other in others if _is_alike(quote, other)), None):
            others = others[others.index(alike) + 1 :]
            yield quote, alike


def _original(quote: ParallelQuote) -> tuple[str, str]:
    return quote.parts[0].lang, quote.parts[0].text


def _is_alike(quote: ParallelQuote, other: ParallelQuote) -> bool:
    lang, text = _original(quote)
    other_lang, other_text = _original(other)
    if lang != other_lang:
        return False
    likeness = SequenceMatcher(None, text, other_text, autojunk=False)
    return (
        likeness.real_quick_ratio() >= LIKENESS and likeness.quick_ratio() >= LIKENESS and likeness.ratio() >= LIKENESS
    )
