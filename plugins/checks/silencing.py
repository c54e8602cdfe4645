"""Rule `unknown-rule`: a comment that silences a rule which does not exist, and so silences nothing.

The warning that it was written for would come back, or never be missed. Looked at is the body of a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.catalogue.nearest import nearest
from plugins.catalogue.source import BodySource, code_lines
from plugins.diagnostics import Diagnostic, silenced_rules, warning
from plugins.rules import BY_NAME


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Report each name of such a comment that is no rule's."""
    if not any("<!--" in line for line in source.lines):
        return ()
    return tuple(_found(source))


def _found(source: BodySource) -> Iterator[Diagnostic]:
    for number, (line, is_code) in enumerate(zip(source.lines, code_lines(source.lines), strict=True)):
        for name in silenced_rules(line) if "<!--" in line and not is_code else ():
            if name not in BY_NAME:
                near = nearest(name, BY_NAME)
                advice = (
                    f"did you mean {near}?" if near else "write the name that stands in brackets behind the warning"
                )
                message = f"there is no rule {name} to silence"
                yield warning(source.path, source.first_line + number, "unknown-rule", message, advice)
