"""Rule `block-untranslated`: a block that a translation has as its original has it, or a place that nobody filled.

Blocks of few words may well be equal in two languages (a name, a title), and so may code, tables of numbers and
parallel quotes. A draft is being written, so nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic, warning
from plugins.translation.blocks import Block, body_blocks

FEWEST_WORDS = 5
TEXTS = ("heading", "paragraph", "item", "note")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TARGET = re.compile(r"<[^<>]*>|\]\([^()]*\)|`[^`]*`|https?://\S+")
_OPEN, _CLOSE = "<!--\n", "\n-->"


def check_post(sources: Mapping[str, BodySource], original: str, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report what is left to translate; `sources` has the post's bodies by language."""
    known = _long_lines(sources[original])
    found: list[Diagnostic] = []
    for lang, source in sources.items():
        if lang != original and source.is_published and not known.isdisjoint(_long_lines(source)):
            blocks = body_blocks(sources[original].lines, sources[original].first_line)
            theirs = {block.wording: block for block in blocks}
            found += [*_copied(source, theirs, sources[original]), *_unfilled(source, theirs)]
    return tuple(found)


def _long_lines(source: BodySource) -> set[str]:
    """Give the lines of more than a few words: files without one in common need no closer look, and most have none."""
    lines = (line.strip() for line in source.lines if not line.startswith(">"))
    return {line for line in lines if line.count(" ") >= FEWEST_WORDS - 1}


def _copied(source: BodySource, theirs: Mapping[str, Block], original: BodySource) -> Iterator[Diagnostic]:
    for block in body_blocks(source.lines, source.first_line):
        same = theirs.get(block.wording)
        words = _WORD.findall(_TARGET.sub(" ", block.wording))
        if same is not None and block.kind in TEXTS and len(words) >= FEWEST_WORDS:
            message = f"the {block.kind} is as in {original.path}:{same.line}; expected it in {source.lang}"
            yield warning(source.path, block.line, "block-untranslated", message, f"translate it into {source.lang}")


def _unfilled(source: BodySource, theirs: Mapping[str, Block]) -> Iterator[Diagnostic]:
    """Report comments with a block of the original below which nothing was written before the next one."""
    text = "\n".join(source.lines)
    start = text.find(_OPEN)
    while start >= 0 and (end := text.find(_CLOSE, start)) >= 0:
        asked = body_blocks(unescape(text[start + len(_OPEN) : end]).split("\n"))
        following = text.find(_OPEN, end)
        below = text[end + len(_CLOSE) : following if following >= 0 else len(text)]
        if not below.strip() and any(block.wording in theirs for block in asked):
            line = source.first_line + text.count("\n", 0, start)
            message = f"nothing stands below the comment with the original's words; expected them in {source.lang}"
            yield warning(source.path, line, "block-untranslated", message, "write the translation below the comment")
        start = following
