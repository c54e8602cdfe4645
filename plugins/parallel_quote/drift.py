"""Quotes that the files of one post word differently: who quotes the same words in two files means the same quote."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from plugins.parallel_quote.quote import ParallelQuote, Part

MOST_WORDS = 12  # of a difference that a message shows
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


def difference(ours: str, theirs: str) -> tuple[str, str]:
    """Give, each between quotation marks, the words from the first to the last that two texts do not share.

    Words that one of them lacks are told by the word before them. Long ones are cut.
    """
    mine, others = ours.split(), theirs.split()
    start = 0
    while start < min(len(mine), len(others)) and mine[start] == others[start]:
        start += 1
    end = 0
    while end < min(len(mine), len(others)) - start and mine[-1 - end] == others[-1 - end]:
        end += 1
    if start and start in (len(mine) - end, len(others) - end):
        start -= 1
    return _shown(mine[start : len(mine) - end]), _shown(others[start : len(others) - end])


def _shown(words: Sequence[str]) -> str:
    cut = words if len(words) <= MOST_WORDS else [*words[: MOST_WORDS // 2], "…", *words[-MOST_WORDS // 2 :]]
    return f"“{' '.join(cut)}”"
