"""The block ` ```cloud `: words with how often they count, one a line, as an embedded word cloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plugins.catalogue.cloud import CloudWord, draw_cloud, weigh

EXPECTED = "expected words, a space and a whole number of at least 1"
HELP = "write a line as `Derechos 9`"

_LINE = re.compile(r"(?P<text>\S.*?)\s+(?P<count>[0-9]+)")
_MOST_DIGITS = 9


class Problem(NamedTuple):
    """What is wrong in a block; `line` counts from 1 inside it, 0 is its opening fence."""

    line: int
    message: str
    help: str


def parse_cloud(lines: Sequence[str]) -> tuple[tuple[CloudWord, ...], tuple[Problem, ...]]:
    """Read the words in their order, and a problem for each line that is none; blank lines are skipped."""
    words: list[CloudWord] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        word = _read_word(line.strip())
        if isinstance(word, CloudWord):
            words.append(word)
        else:
            problems.append(Problem(number, word, HELP))
    if not words and not problems:
        problems.append(Problem(0, "a cloud without words; expected at least one", HELP))
    return tuple(words), tuple(problems)


def _read_word(line: str) -> CloudWord | str:
    found = _LINE.fullmatch(line)
    if found is None:
        return f"{line!r} has no count; {EXPECTED}"
    digits = found["count"].lstrip("0")
    if not digits:
        return f"{line!r} counts 0; {EXPECTED}"
    if len(digits) > _MOST_DIGITS:
        return f"{line[:40]!r} has too large a count; expected at most {_MOST_DIGITS} digits"
    return CloudWord(found["text"], int(digits))


def render_cloud(text: str) -> str:
    """Write the cloud as HTML; lines that are no words are left out, since `parse_cloud` reports them."""
    words, _ = parse_cloud(text.splitlines())
    return str(draw_cloud(weigh(words)))
