"""Rule `unclosed-comment`: a comment that is opened with `<!--` and never closed.

An error, because nobody can tell where the author meant it to end: GitHub hides all that follows, and a build would
publish it. Code is left alone.
"""

from __future__ import annotations

from plugins.catalogue.source import BodySource, code_lines, without_code_spans
from plugins.diagnostics import Diagnostic, error

OPEN, CLOSE = "<!--", "-->"


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report the first comment that never ends."""
    are_code = code_lines(source.lines)
    lines = ["" if is_code else text for text, is_code in zip(source.lines, are_code, strict=True)]
    text = "\n".join(lines)
    end = 0
    while (start := text.find(OPEN, end)) >= 0:
        close = text.find(CLOSE, start + len(OPEN))
        if close >= 0:
            end = close + len(CLOSE)
        elif OPEN in without_code_spans(text[end:])[start - end :]:
            line = source.first_line + text.count("\n", 0, start)
            message = "a comment is opened and never closed; expected --> after it"
            return (error(source.path, line, "unclosed-comment", message, "write --> where the comment ends"),)
        else:
            end = start + len(OPEN)
    return ()
