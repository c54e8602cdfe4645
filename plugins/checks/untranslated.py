"""Rule `block-untranslated`: a block that a translation has as its original has it, or a place that nobody filled.

Blocks of few words may well be equal in two languages (a name, a title), and so may code, tables of numbers and
parallel quotes. A draft is being written, so nothing is said of it. Most files share nothing with their original: only
those that share how a block begins or ends are read block by block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from textwrap import dedent

from plugins.catalogue.lang import is_known
from plugins.catalogue.post import Document, Post
from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic, warning
from plugins.plan.plan import Plan
from plugins.translation.blocks import Block, body_blocks
from plugins.translation.wording import inline

RULE = "block-untranslated"
FEWEST_WORDS = 5
TEXTS = ("heading", "paragraph", "item", "note", "quote", "table")
FIELDS = ("summary", "image_alt")
ENOUGH = 100  # characters that hold the first or last words of nearly every block
_WORD = re.compile(r"[^\W\d_]{2,}")
_TARGET = re.compile(r"\[[^\[\]]*\]:\s+\S+|<[^<>]*>|\]\([^()]*\)|`[^`]*`|https?://\S+")
_START = re.compile(r"\n[ >]*\n|\n(?=[ >]*(?:[-*+]|\d{1,9}[.)]) )")
_SHARED = re.compile(  # parallel quotes and fences, which are equal in both files
    r"^[ ]*> ?\[[A-Za-z-]+\][^\n]*(?:\n[ ]*>[^\n]*)*|^[ >]*(?P<fence>```|~~~)(?:\n(?![ >]*(?P=fence))|[^\n])*",
    re.MULTILINE,
)
_MARKER = re.compile(r"[ >]*> ?\[(?P<tag>[A-Za-z0-9-]+)\](?= |$)")
_OPEN, _CLOSE = "<!--\n", "-->"


def check_post(sources: Mapping[str, BodySource], original: str, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report what is left to translate in the bodies; `sources` has them by language."""
    known = _ends_of_blocks(sources[original])
    theirs: dict[str, Block] = {}
    found: list[Diagnostic] = []
    for lang, source in sources.items():
        if lang == original or not source.is_published:
            continue
        asked = list(_unfilled(source))
        is_alike = not known.isdisjoint(_ends_of_blocks(source))
        if not theirs and (asked or is_alike):
            blocks = body_blocks(sources[original].lines, sources[original].first_line)
            theirs = {block.wording: block for block in blocks}
        found += _copied(source, theirs, sources[original], langs) if is_alike else ()
        found += (_empty(source, line) for line, text in asked if _is_theirs(text, theirs))
    return tuple(found)


def check_planned(post: Post, plan: Plan) -> tuple[Diagnostic, ...]:
    """Report summaries and words for pictures that a translation has as its original has them."""
    return tuple(
        problem
        for lang, document in post.documents.items()
        if lang != post.original and document.source.is_published and post.original in post.documents
        for problem in _copied_fields(document, post.documents[post.original])
    )


def _copied_fields(document: Document, original: Document) -> Iterator[Diagnostic]:
    for name in FIELDS:
        if name not in document.front.lines or not getattr(original.front, name):
            continue
        text, theirs = (inline(getattr(one.front, name) or "") for one in (document, original))
        if text == theirs and _has_words(text):
            yield _as_original(
                document.path,
                document.front.lines[name],
                name,
                document.lang,
                original.path,
                original.front.lines[name],
            )


def _ends_of_blocks(source: BodySource) -> set[tuple[str, ...]]:
    """Give the first and the last words of each run of lines that may be a block, wherever its lines break."""
    ends = set()
    for text in _START.split(_SHARED.sub("", "\n".join(source.lines))):
        if text.count(" ") + text.count("\n") >= FEWEST_WORDS - 1:
            first = _WORD.findall(text[:ENOUGH])
            last = _WORD.findall(text[-ENOUGH:]) if len(text) > ENOUGH else first
            if len(first) < FEWEST_WORDS or len(last) < FEWEST_WORDS:
                first = last = _WORD.findall(text)
            ends |= {tuple(first[:FEWEST_WORDS]), tuple(last[-FEWEST_WORDS:])}
    return {words for words in ends if len(words) == FEWEST_WORDS}


def _copied(
    source: BodySource, theirs: Mapping[str, Block], original: BodySource, langs: Sequence[str]
) -> Iterator[Diagnostic]:
    for block in body_blocks(source.lines, source.first_line):
        same = theirs.get(block.wording)
        if same is None or block.kind not in TEXTS or not _has_words(block.wording):
            continue
        markers = map(
            _MARKER.match, source.lines[block.line - source.first_line : block.end_line - source.first_line + 1]
        )
        if not any(marker and is_known(marker["tag"], langs) for marker in markers):
            yield _as_original(source.path, block.line, block.kind, source.lang, original.path, same.line)


def _has_words(text: str) -> bool:
    return len(_WORD.findall(_TARGET.sub(" ", text))) >= FEWEST_WORDS


def _as_original(path: str, line: int, kind: str, lang: str, original: str, original_line: int) -> Diagnostic:
    message = f"the {kind} is as in {original}:{original_line}; expected it in {lang}"
    return warning(path, line, RULE, message, f"translate it into {lang}")


def _unfilled(source: BodySource) -> Iterator[tuple[int, str]]:
    """Give line and text of each comment below which nothing but other comments stands before the next such one."""
    text = "\n".join(source.lines) if "<!--" in source.lines else ""
    line, counted = source.first_line, 0
    start = text.find(_OPEN)
    while start >= 0 and (end := text.find(_CLOSE, start)) >= 0:
        following = text.find(_OPEN, end)
        if _is_empty(text, end + len(_CLOSE), following if following >= 0 else len(text)):
            line, counted = line + text.count("\n", counted, start), start
            yield line, unescape(text[start + len(_OPEN) : end].rstrip("\n"))
        start = following


def _is_empty(text: str, at: int, until: int) -> bool:
    """Tell whether nothing but white space and comments stands between two places."""
    while True:
        while at < until and text[at].isspace():
            at += 1
        close = text.find(_CLOSE, at, until) if text.startswith("<!--", at, until) else -1
        if close < 0:
            return at == until
        at = close + len(_CLOSE)


def _is_theirs(text: str, theirs: Mapping[str, Block]) -> bool:
    """Tell whether a text has a block of the original, as it stands or, from within a list, further in."""
    readings = (text.split("\n"), dedent(text).split("\n"))
    return any(block.wording in theirs for lines in readings for block in body_blocks(lines))


def _empty(source: BodySource, line: int) -> Diagnostic:
    message = f"nothing stands below the comment with the original's words; expected them in {source.lang}"
    return warning(source.path, line, RULE, message, "write the translation below the comment")
