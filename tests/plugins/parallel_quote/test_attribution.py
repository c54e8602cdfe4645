"""The first link of an attribution."""

from __future__ import annotations

import pytest

from plugins.parallel_quote.attribution import find_cite
from tests.support.steps import steps


@pytest.mark.parametrize(
    ("text", "cite"),
    [
        ("[Mexflow](https://example.org/a), 2013", "https://example.org/a"),
        ('[Mexflow](https://example.org/a "Title")', "https://example.org/a"),
        ("[Mexflow](<https://example.org/a b>)", "https://example.org/a b"),
        ("[Mexflow](https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("[a [nested] text](https://example.org/a)", "https://example.org/a"),
        ("[*Mex*\nflow](https://example.org/a)", "https://example.org/a"),
        ("Ana <https://example.org/a>", "https://example.org/a"),
        ('<a class="x" href="https://example.org/a">Ana</a>', "https://example.org/a"),
        ("[Mexflow][m]", "https://example.org/m"),
        ("[M][], [b](https://example.org/b)", "https://example.org/m"),
        ("[m]", "https://example.org/m"),
        ("[unknown] [b](https://example.org/b)", "https://example.org/b"),
        ("[m] [b](https://example.org/b)", "https://example.org/m"),
        ("[a](https://example.org/?x=1&amp;y=2)", "https://example.org/?x=1&y=2"),
        (r"[a](https://example.org/a\_b)", "https://example.org/a_b"),
        ("![a picture](media/a.png) and [b](https://example.org/b)", "https://example.org/b"),
        ("[![a picture](media/a.png)](https://example.org/b)", "https://example.org/b"),
        ("`[a](https://example.org/a)` [b](https://example.org/b)", "https://example.org/b"),
        (r"\[a](https://example.org/a)", ""),
        ("[a]()", ""),
        ("Ana Torres, https://example.org/a", ""),
        ("[a]({filename}other.es.md)", "{filename}other.es.md"),
    ],
)
def test_cite_is_the_first_link(text: str, cite: str) -> None:
    assert find_cite(text, {"m": "https://example.org/m"}) == cite


@pytest.mark.parametrize("text", ["[" * 3000, "![" * 3000, "[a](" * 3000, "<a " * 3000, "`" * 3000, "[\\" * 3000])
def test_hostile_text_takes_steps_in_line_with_its_length(text: str) -> None:
    few, many = steps(lambda: find_cite(text[: len(text) // 8], {})), steps(lambda: find_cite(text, {}))
    assert many < 10 * few
