"""The scanner of block structure, against CommonMark's own implementation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plugins.catalogue.structure import Kind, Opening, scan

COMMONMARK = MarkdownIt("commonmark")
CODE = (Kind.FENCE, Kind.CODE, Kind.FENCE_END, Kind.INDENTED)
PIECES = [
    "", "text", "- item", "* item", "+ item", "1. one", "2. two", "10) ten", "1986. year", "-", "1.", "- - a",
    "  two", "    four", "     five", "      six", "        eight", "  - sub", "   1. sub", "    - sub",
    "```", "```py", "~~~", "````", "   ```", "- ```", "> ```", "> quote", ">", "> - x", ">\tx", "-\ttab", "\ttab",
    "***", "* * *", "# head", "====", "---", "<!-- c -->", "<!--", "-->",
]  # fmt: skip


def code_by_commonmark(lines: list[str]) -> set[int]:
    found: set[int] = set()
    for token in COMMONMARK.parse("\n".join(lines) + "\n"):
        if token.type in ("fence", "code_block"):
            start, end = token.map or (0, 0)
            found.update(number for number in range(start, end) if lines[number].strip(" \t>"))
    return found


def code_by_scan(lines: list[str]) -> set[int]:
    return {n for n, line in enumerate(scan(lines)) if line.kind in CODE and line.text.strip(" >")}


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_code_is_where_commonmark_sees_it(lines: list[str]) -> None:
    assert code_by_scan(lines) == code_by_commonmark(lines)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_lists_and_quotes_open_where_commonmark_sees_them(lines: list[str]) -> None:
    theirs = sorted(
        (token.map[0], "item" if token.type == "list_item_open" else "quote")
        for token in COMMONMARK.parse("\n".join(lines) + "\n")
        if token.type in ("list_item_open", "blockquote_open") and token.map
    )
    ours = sorted((number, opening.name) for number, line in enumerate(scan(lines)) for opening in line.opens)
    assert ours == theirs


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["text", "", "```", "x", "```"], ["text", "blank", "fence", "code", "closing fence"]),
        (["<!-- a", "", "```", "-->", "text"], ["comment", "comment", "comment", "comment", "text"]),
        (["<!-- a -->", "text"], ["comment", "text"]),
        (["> <!--", "> a", "text"], ["comment", "comment", "text"]),
        (["<div>", "- a", "", "- b"], ["html", "html", "blank", "text"]),
        (["<pre>", "", "- a", "</pre>", "text"], ["html", "html", "html", "html", "text"]),
        (["text", "    lazy", "", "    code"], ["text", "text", "blank", "indented code"]),
    ],
)
def test_each_line_has_a_kind(lines: list[str], kinds: list[str]) -> None:
    assert [str(line.kind) for line in scan(lines)] == kinds


def test_a_fence_opens_inside_raw_html_as_superfences_sees_it() -> None:
    lines = ['<div markdown="1">', "```", "x", "```", "</div>"]
    assert [line.kind for line in scan(lines)][1:4] == [Kind.FENCE, Kind.CODE, Kind.FENCE_END]


def test_an_item_says_where_it_stands_and_whether_it_interrupts_a_paragraph() -> None:
    _, item, nested = scan(["text", "> - a", ">   - b"])
    assert item.opens == (Opening("quote", 0, 0, 2, ">", interrupts=True), Opening("item", 2, 2, 2, "-"))
    assert nested.opens == (Opening("item", 4, 4, 2, "-", interrupts=True),)


def test_an_item_knows_that_another_of_its_list_came_before() -> None:
    first, second, other = scan(["- a", "- b", "* c"])
    assert [line.opens[0].follows for line in (first, second, other)] == [False, True, False]


@given(st.lists(st.text(max_size=20), max_size=10))
def test_every_line_is_scanned_once_and_none_fails(lines: list[str]) -> None:
    assert len(list(scan(lines))) == len(lines)


def test_long_lines_are_scanned_in_linear_time() -> None:
    for line in ("> " * 20_000, "- " * 20_000, "*  " * 20_000 + "x", "`" * 100_000, " " * 100_000 + "x"):
        assert len(list(scan([line, line]))) == 2
