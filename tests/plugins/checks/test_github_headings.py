"""The rule `heading-not-seen`, against what Python-Markdown and CommonMark make of the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from plugins.catalogue.source import BodySource
from plugins.checks.github_headings import check_body
from plugins.diagnostics import as_text

COMMONMARK = MarkdownIt("commonmark")
PYTHON_MARKDOWN = Markdown(extensions=["pymdownx.superfences"])


def found(text: str) -> list[int]:
    source = BodySource("posts/a.es.md", "es", tuple(text.split("\n")), 1, is_published=True)
    return [diagnostic.line for diagnostic in check_body(source, ("es", "en"))]


def is_seen_by_both(text: str) -> bool:
    PYTHON_MARKDOWN.reset()
    return PYTHON_MARKDOWN.convert(text).count("</h") == COMMONMARK.render(text).count("</h")


def test_the_warning_says_what_and_what_to_do() -> None:
    source = BodySource("posts/a.es.md", "es", ("Síguenos:", "#RespaldoHoy es martes."), 12, is_published=True)
    assert as_text(check_body(source, ("es",))) == (
        "posts/a.es.md:13: warning: #RespaldoHoy is a heading on the site and text on GitHub; "
        "expected a space behind the # [heading-not-seen]\n"
        "  help: write the space, or \\# where no heading is meant\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("#a", 1),
        ("a\n##b\nc", 2),
        ("#1 a", 1),
        ("#!a", 1),
        ("####### a", 1),
        ("> #a", 1),
        (">#a", 1),
        ("> > #a", 1),
        ("- #a", 1),
        ("-   #a", 1),
        ("- a\n#b", 2),
        ("- a\n\n    #b", 3),
        ("- a\n\n    b\n    #c", 4),
        ("> - a\n>\n>     #b", 3),
    ],
)
def test_what_only_the_site_has_is_reported(text: str, line: int) -> None:
    assert found(text) == [line]
    assert not is_seen_by_both(text)


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "#",
        "a #b",
        "\\#a",
        "   #a",
        ">  #a",
        "- a\n  #b",
        "- a\n    #b",
        "- a\n\n  #b",
        "a\n    #b",
        "    #a",
        "`#a`",
        "```\n#a\n```",
        "<!--\n#a\n-->",
        "<div>\n#a\n</div>",
    ],
)
def test_what_both_see_is_not(text: str) -> None:
    assert found(text) == []
    assert is_seen_by_both(text)


@given(st.lists(st.text(alphabet=st.sampled_from(" #>-1.`a\\"), max_size=10), max_size=8))
def test_no_text_makes_the_rule_fail(lines: list[str]) -> None:
    found("\n".join(lines))
