"""Rule `text-language`: a passage that reads like another language than the one it is declared to be in.

A screen reader speaks a text in the voice of its declared language (WCAG 2.2, 3.1.1 and 3.1.2), and a text in the wrong
file is read by nobody. The identifier may be wrong, so this is a warning, and runs only with `--language-rules`.
"""

from __future__ import annotations

from plugins.catalogue.source import BodySource
from plugins.checks.identifying import other_language
from plugins.checks.passages import passages
from plugins.diagnostics import Diagnostic, warning


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each passage that is surely in another of the site's languages."""
    found = []
    for passage in passages(source):
        if other := other_language(passage.text, passage.lang, langs):
            message = f"the text reads like {other}; expected {passage.lang}, the language it is declared to be in"
            advice = f"write it in {passage.lang}, or mark it: behind emphasis {{lang={other}}}, in a quote [{other}]"
            found.append(warning(source.path, passage.line, "text-language", message, advice))
    return tuple(found)
