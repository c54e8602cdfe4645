"""What is wrong with a text that is no YAML, in words for its author instead of the parser's.

An author of a post thinks of a title with a colon in it, not of mapping values in a block context. The parser's
problems are those of PyYAML; what the table lacks keeps the parser's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.diagnostics import Diagnostic, error


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a problem of the parser reads to an author; `{}` stands for what the pattern's group found."""

    problem: re.Pattern[str]  # searched in the parser's context and problem, joined by a space
    is_at_start: bool  # told where the faulty thing starts, instead of where the parser stopped
    message: str
    help: str


QUOTE_IT = "put the whole value in quotation marks"
NEEDS_QUOTES = "a value that starts with {} needs quotation marks around it"


def _explanation(problem: str, message: str, help: str, is_at_start: bool = False) -> Explanation:
    return Explanation(re.compile(problem), is_at_start, message, help)


EXPLANATIONS = (
    _explanation(
        "mapping values are not allowed",
        "a colon with a space after it stands inside a value",
        'put the value in quotation marks, as in title: "One: two"; fields start at the beginning of their line',
    ),
    _explanation(r"character '\\t' that", "a tab stands where YAML takes only spaces", "indent with spaces"),
    _explanation("character '(.)' that cannot start", NEEDS_QUOTES, QUOTE_IT),
    _explanation(
        "unknown escape character '(.)'",
        "\\{} has no meaning between double quotation marks",
        "use single quotation marks, or write \\\\ for a backslash",
    ),
    _explanation(
        "quoted scalar .*(?:escape sequence|Unicode)",
        "a backslash between double quotation marks is followed by no valid code",
        "use single quotation marks, or write \\\\ for a backslash",
    ),
    _explanation(
        "quoted scalar",
        "a quotation mark is opened and never closed",
        'close it; an apostrophe inside a value is fine between double quotation marks, as in "it\'s"',
        is_at_start=True,
    ),
    _explanation("flow sequence", "a list that starts with [ has no ] or lacks a comma",
                 "write [one, two]; a text that starts with [ needs quotation marks", is_at_start=True),
    _explanation("flow mapping", "a value that starts with {{ has no }} or lacks a comma",
                 "write {name: One, url: two}; a text that starts with { needs quotation marks", is_at_start=True),
    _explanation("could not find expected ':'", "this line has no colon; expected `field: value`",
                 "write `field: value`, or indent the line where it goes on from the one above", is_at_start=True),
    _explanation(r"scanning an alias|starts with \*", NEEDS_QUOTES.format("*"), QUOTE_IT),
    _explanation("scanning an anchor|starts with &", NEEDS_QUOTES.format("&"), QUOTE_IT),
    _explanation("(?:scanning|parsing) a tag|tag handle|starts with !", NEEDS_QUOTES.format("!"), QUOTE_IT),
    _explanation("mapping keys are not allowed", NEEDS_QUOTES.format("?"), QUOTE_IT),
    _explanation("scanning a block scalar", "a value that starts with > or | has text on the same line",
                 "put the text on the lines below, indented, or the whole value in quotation marks"),
    _explanation("sequence entries are not allowed", "a list that starts with - stands on its field's line",
                 "start the list on the next line, or write [one, two]"),
    _explanation("expected <block end>, but found '<scalar>'",
                 "more text stands after the end of a value in quotation marks or brackets",
                 "put the whole value in quotation marks of the kind that it does not hold"),
    _explanation("expected <block end>|did not find expected key", "this does not go with the lines above",
                 "start every field at the beginning of its line, and indent equal things equally"),
    _explanation("scanning a directive", "a line starts with %, which YAML keeps for itself",
                 "put the value in quotation marks, or indent the line where it goes on from the one above"),
    _explanation("a second document|<document start>", "a second YAML document starts here; expected only one",
                 "remove the line, or put a value that starts with % or --- in quotation marks"),
    _explanation("nested too deeply", "lists and maps are nested too deeply", "no field needs more than three levels"),
    _explanation("a key is no text|while constructing", "a list or map stands where a field's name is expected",
                 "a text that starts with { or [ needs quotation marks"),
    _explanation("node content, but found '(.+)'", "a value is missing before {}",
                 "write the value, or put a text that starts with such a character in quotation marks"),
)  # fmt: skip


def explain(fault: Exception, path: str, first_line: int) -> Diagnostic:
    """Make the error of a YAML text that starts on `first_line` of the file out of what the parser raised."""
    problem = getattr(fault, "problem", None) or "it cannot be read"
    said = f"{getattr(fault, 'context', None) or ''} {problem}"
    stopped, started = getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None)
    for explanation in EXPLANATIONS:
        if found := explanation.problem.search(said):
            mark = started if explanation.is_at_start and started else stopped
            message = explanation.message.format(*found.groups())
            return error(path, _line(mark, first_line), "bad-yaml", message, explanation.help)
    return error(path, _line(stopped or started, first_line), "bad-yaml", f"this is not YAML: {problem}", QUOTE_IT)


def _line(mark: object, first_line: int) -> int:
    line = getattr(mark, "line", 0)
    return first_line + (line if isinstance(line, int) else 0)
