"""Which blocks of an original a translation does not say yet, or still says: the pinned digests against the blocks.

Pure comparison of two lists, so it is right in a shallow clone and after a rebase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from plugins.translation.blocks import FIELDS, Block
from plugins.translation.standing import OutdatedBlock


def outdated_blocks(
    pin: Sequence[str], original: Sequence[Block], translation: Sequence[Block]
) -> tuple[OutdatedBlock, ...]:
    """Compare a pin with the original of today, in the order of the original.

    A block that only moved is in step. One that changed is paired with what stood in its place; so a block that was
    split or put together with another shows as changed, and the rest as new or taken out.
    """
    said = _said_at(pin, original, translation)
    found = []
    for before, now in _changes(pin, [block.digest for block in original]):
        block = None if now is None else original[now]
        at = None if before is None else said[before]
        kind = block.kind if block else translation[at].kind if at is not None else "paragraph"
        found.append(
            OutdatedBlock(
                block.line if block else None,
                translation[at].line if at is not None else None,
                kind,
                "" if before is None else pin[before],
                block.wording if block else "",
            )
        )
    return tuple(found)


def _changes(pin: Sequence[str], digests: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Pair the places of what is in one list only: (in the pin, in the original), None where nothing stands there."""
    gone = _beyond(pin, Counter(digests))
    new = _beyond(digests, Counter(pin))
    if not gone and not new:
        return
    for _, start, stop, now_start, now_stop in SequenceMatcher(None, pin, digests, autojunk=False).get_opcodes():
        before = [place for place in range(start, stop) if place in gone]
        now = [place for place in range(now_start, now_stop) if place in new]
        yield from zip(before, now, strict=False)
        yield from ((place, None) for place in before[len(now) :])
        yield from ((None, place) for place in now[len(before) :])


def _beyond(digests: Sequence[str], others: Counter[str]) -> set[int]:
    """Give the places of the digests that the other list has fewer times, the later ones first to be told apart."""
    left = Counter(others)
    places = set()
    for place, digest in enumerate(digests):
        if left[digest] > 0:
            left[digest] -= 1
        else:
            places.add(place)
    return places


def _said_at(pin: Sequence[str], original: Sequence[Block], translation: Sequence[Block]) -> list[int | None]:
    """Find for each pinned block the place in the translation that says it.

    A field is said by the one of its name. Translated block by block, bodies have as many and in the same order; else
    they are matched by their kinds as far as those are known.
    """
    fields = _pinned_fields(pin, original)
    by_name = {block.kind: place for place, block in enumerate(translation) if block.kind in FIELDS}
    places: list[int | None] = [by_name.get(name) for name in fields]
    kinds = {block.digest: block.kind for block in original}
    theirs = [kinds.get(digest, "") for digest in pin[len(fields) :]]
    ours = [block.kind for block in translation[len(by_name) :]]
    found: list[int | None] = [None] * len(theirs)
    for tag, start, stop, first, last in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and stop - start == last - first):
            found[start:stop] = range(first + len(by_name), last + len(by_name))
    if len(theirs) == len(ours):
        found = list(range(len(by_name), len(translation)))
    return [*places, *found]


def _pinned_fields(pin: Sequence[str], original: Sequence[Block]) -> list[str]:
    """Name the fields that a pin starts with: those of the original now, as far as nothing of its body comes before."""
    fields = [block for block in original if block.kind in FIELDS]
    in_body = {block.digest for block in original[len(fields) :]}
    known = {block.digest: block.kind for block in fields}
    leading = takewhile(lambda digest: digest not in in_body, pin[: len(fields)])
    return [known.get(digest, block.kind) for digest, block in zip(leading, fields, strict=False)]
