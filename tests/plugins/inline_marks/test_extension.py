"""What is spared changes nothing: texts come out as Python-Markdown alone makes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor

from plugins.inline_marks.extension import NEEDED, InlineMarksExtension, _needed

OTHERS = ["markdown.extensions.footnotes", "markdown.extensions.attr_list", "markdown.extensions.md_in_html"]
PIECES = [
    "a", "é 1", " ", "  \n", "\n\n", "*", "**", "_", "`", "\\", "\\*", "[", "]", "(x)", "![", "<b>", "</b>",
    "<!-- c -->", "&amp;", "&", "<https://example.org>", "<a@example.org>", "[a]: /b\n", "[a][a]", "[^1]",
    "[^1]: note\n", "> ", "- ", "{.c}",
]  # fmt: skip


def markdown(*extensions: object) -> Markdown:
    return Markdown(extensions=[*OTHERS, *extensions], output_format="html")  # type: ignore[list-item]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_a_text_comes_out_as_from_python_markdown_alone(text: str) -> None:
    assert markdown(InlineMarksExtension()).convert(text) == markdown().convert(text)


@pytest.mark.parametrize("name", NEEDED)
def test_every_pattern_of_the_table_is_the_one_that_is_registered(name: str) -> None:
    md = markdown()
    assert _needed(md.inlinePatterns[name], md) == NEEDED[name][1]


def test_a_pattern_of_another_extension_is_tried_on_every_text() -> None:
    md = markdown(InlineMarksExtension())
    md.inlinePatterns.register(SimpleTagInlineProcessor(r"()=(.+?)=", "mark"), "marked", 100)
    assert md.convert("=a=") == "<p><mark>a</mark></p>"


def test_a_pattern_in_the_place_of_a_known_one_is_tried_on_every_text() -> None:
    md = markdown(InlineMarksExtension())
    md.inlinePatterns.register(SimpleTagInlineProcessor(r"()=(.+?)=", "code"), "backtick", 190)
    assert md.convert("=a=") == "<p><code>a</code></p>"
