"""Rule `foreign-passage`: words in another language within a text, without the mark that says so (WCAG 2.2, 3.1.2).

Looked at are whole sentences, and what is emphasised, quoted or linked: there foreign words stand. The identifier may
be wrong, so this is a warning, and runs only with `--language-rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.catalogue.source import BodySource
from plugins.checks.identifying import other_language
from plugins.checks.passages import Passage, passages
from plugins.diagnostics import Diagnostic, warning

SHOWN = 40  # characters of the passage that the message quotes

_SET_OFF = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<emphasised>[^\n*_]+?)(?P=mark)"
    r"|\[(?P<linked>[^\[\]\n]+)\](?=\()|“(?P<curly>[^“”\n]+)”|«(?P<angled>[^«»\n]+)»|\"(?P<straight>[^\"\n]+)\""
)
_SENTENCE = re.compile(r"[^.!?…:;]+(?:[.!?…:;]+|$)")


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each passage that is surely in another of the site's languages, within a text that is not."""
    found = []
    for passage in passages(source):
        if other_language(passage.text, passage.lang, langs):
            continue  # all of it: the rule `text-language` says so
        told: list[range] = []
        for at, text in _pieces(passage):
            other = other_language(text, passage.lang, langs)
            if other and not any(at in place for place in told):
                told.append(range(at, at + len(text)))
                found.append(_unmarked(source, passage, at, text, other))
    return tuple(found)


def _pieces(passage: Passage) -> Iterator[tuple[int, str]]:
    """Give what is set off, then sentences, with their places; a heading or an item is often one sentence."""
    text = passage.text
    for match in _SET_OFF.finditer(text):
        group = next(name for name in ("emphasised", "linked", "curly", "angled", "straight") if match[name])
        yield match.start(group), match[group]
    for match in _SENTENCE.finditer(_SET_OFF.sub(lambda found: " " * len(found.group()), text)):
        yield match.start(), match.group()


def _unmarked(source: BodySource, passage: Passage, at: int, text: str, other: str) -> Diagnostic:
    words = " ".join(text.split())
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
    line = passage.line + passage.text.count("\n", 0, at + len(text) - len(text.lstrip()))
    message = f"“{shown}” reads like {other}; expected {passage.lang}, or the mark of another language"
    advice = f"emphasise it and write {{lang={other}}} right behind, as *words*{{lang={other}}}"
    return warning(source.path, line, "foreign-passage", message, advice)
