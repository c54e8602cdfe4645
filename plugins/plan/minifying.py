"""Stylesheets and scripts without what only their authors read; comments that start with `!` stay, as licences do.

Scripts are shortened by rjsmin. rcssmin is no help for stylesheets of today: within `@layer` it takes selectors for
declarations, and makes `.a :is(b)` another one, `.a:is(b)`.
"""

from __future__ import annotations

import re

import rjsmin  # type: ignore[import-untyped]

CSS_TOKEN = re.compile(
    r"""
    (?P<string> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | url\(\s*[^"'()\s]+\s*\)
        | \\(?:[0-9A-Fa-f]{1,6}\s?|.) )
    | (?P<comment> /\*(?P<loud>!)?.*?\*/ )
    | (?P<closing> ;?\s*\}\s* )
    | (?P<spaced> \s*[{;,]\s* | \(\s+ | \s+\) | :\s+ )
    | (?P<space> \s+ )
    """,
    re.VERBOSE | re.DOTALL,
)
# Where rjsmin takes the slash of a regular expression for a division
UNREAD = re.compile(r"(?:=>|\b(?:await|case|delete|do|else|extends|in|instanceof|of|typeof|void|yield))\s*/(?![/*])")


def minified_css(css: str) -> str:
    """Leave out comments and white space that say nothing, wherever they stand.

    White space stays before a colon, a parenthesis and around `+`, where it may mean something.
    """
    return _spaced(_without_comments(css)).strip()


def _without_comments(css: str) -> str:
    """A comment parts what stands before it from what stands after it, but is no white space (CSS Syntax 3, 4.3.2)."""

    def kept(match: re.Match[str]) -> str:
        if match["comment"] is None or match["loud"]:
            return match[0]
        around = css[match.start() - 1 : match.start()] + css[match.end() : match.end() + 1]
        return "" if len(around) < 2 or re.search(r"[\s{};,]", around) else "/**/"

    return CSS_TOKEN.sub(kept, css)


def _spaced(css: str) -> str:
    def kept(match: re.Match[str]) -> str:
        if match["string"] or match["comment"]:
            return match[0]
        return "}" if match["closing"] else " " if match["space"] else match["spaced"].strip()

    return CSS_TOKEN.sub(kept, css)


def minified_js(script: str) -> str:
    """Leave out comments and white space, but of a script that rjsmin would not read as browsers do: nothing."""
    if UNREAD.search(script) or _has_nested_template(script):
        return script
    return str(rjsmin.jsmin(script, keep_bang_comments=True))


def _has_nested_template(script: str) -> bool:
    """Tell whether a template literal may stand within another one's `${}`."""
    for start in (match.end() for match in re.finditer(r"\$\{", script)):
        depth = 1
        for character in script[start:]:
            depth += (character == "{") - (character == "}")
            if depth == 0:
                break
            if character == "`":
                return True
    return False
