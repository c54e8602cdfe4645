"""Fences, code and prose in the lines of a body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.source import Fence, code_lines, fences, prose, without_code_spans


def test_a_fence_knows_its_info_its_lines_and_where_it_stands_in_the_file() -> None:
    assert fences(["text", "```cloud", "Derechos 9", "", "```", "more"], first_line=10) == (
        Fence("cloud", 11, 14, ("Derechos 9", ""), "", is_closed=True),
    )


def test_tildes_fence_as_backticks_do() -> None:
    assert fences(["~~~ yaml title=`x`", "```", "~~~"])[0].lines == ("```",)


def test_a_longer_fence_holds_a_shorter_one() -> None:
    assert [fence.info for fence in fences(["````md", "```py", "```", "````", "```js", "```"])] == ["md", "js"]


def test_a_fence_in_a_quote_loses_the_markers() -> None:
    assert fences(["> text", "> ```py", "> x = 1", ">     y", ">", "> ```"]) == (
        Fence("py", 2, 6, ("x = 1", "    y", ""), "> ", is_closed=True),
    )


def test_a_fence_in_a_list_item_loses_the_indentation() -> None:
    assert fences(["1.  item", "", "    ```py", "    x", "      y", "", "    ```"]) == (
        Fence("py", 3, 7, ("x", "  y", ""), "    ", is_closed=True),
    )


def test_a_fence_in_a_list_in_a_quote_is_found() -> None:
    assert fences([">> - item", ">>", ">>     ~~~", ">>     x", ">>     ~~~"])[0].lines == ("x",)


def test_a_fence_in_a_footnote_is_found() -> None:
    assert fences(["[^1]: note", "", "    ```py", "    x", "    ```"])[0].lines == ("x",)


def test_an_unclosed_fence_runs_to_the_end_of_its_container() -> None:
    assert fences(["> ```", "> a", "text", "```", "b"]) == (
        Fence("", 1, 2, ("a",), "> ", is_closed=False),
        Fence("", 4, 5, ("b",), "", is_closed=False),
    )


def test_a_fence_that_opens_right_after_an_unclosed_one_is_another() -> None:
    assert [(f.line, f.end_line, f.is_closed) for f in fences(["> ```", "```", "x", "```"])] == [
        (1, 1, False),
        (2, 4, True),
    ]


def test_backticks_with_a_backtick_in_the_info_are_inline_code() -> None:
    assert fences(["```x``` y"]) == ()


def test_code_is_fenced_or_indented_after_a_blank_line() -> None:
    lines = ["text", "    lazy", "", "    code", "", "        more", "- a", "", "    item", "```", "x", "```"]
    assert [line for line, is_code in zip(lines, code_lines(lines), strict=True) if is_code] == [
        "    code",
        "        more",
        "```",
        "x",
        "```",
    ]


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ("a `b` c", "a     c"),
        ("``a ` b`` c", "          c"),
        ("a ` b", "a ` b"),
        ("a `` b ` c", "a `` b ` c"),
        ("a `b`` c` d", "a         d"),
        ("\\`a` b`", "\\`a    "),
        ("`a\\` b", "     b"),
        ("`` `a` b", "``     b"),
        ("\\\\`a`", "\\\\   "),
        ("`a\nb` c", "  \n   c"),
        ("", ""),
    ],
)
def test_inline_code_becomes_spaces(line: str, masked: str) -> None:
    assert without_code_spans(line) == masked


def test_many_backticks_are_read_in_linear_time() -> None:
    line = " ".join("`" * length for length in range(1, 1500))
    assert without_code_spans(line) == line
    assert without_code_spans("\\" * 100_000 + "`") == "\\" * 100_000 + "`"


def test_prose_is_what_is_left_without_code_and_comments() -> None:
    assert prose(["a `b`", "```", "x", "```", "<!-- c -->", "", "    code", "> d `e", "> f` g"]) == (
        "a    ",
        "",
        "",
        "",
        "          ",
        "",
        "",
        "> d   ",
        "     g",
    )


def test_prose_keeps_the_words_beside_a_comment() -> None:
    assert prose(["a <!-- b", "c --> d", "", "<!-- e --> f", "<!-- g", "h --> i", "j <!-- k"]) == (
        "a       ",
        "      d",
        "",
        "           f",
        "",
        "      i",
        "j <!-- k",
    )


def test_inline_code_ends_with_its_paragraph() -> None:
    assert prose(["a ` b", "", "c ` d"]) == ("a ` b", "", "c ` d")


LINES = st.lists(
    st.text(alphabet=st.sampled_from("` ~>-1.\ta\\\n"), max_size=12).map(lambda t: t.replace("\n", "")), max_size=12
)


@given(LINES)
def test_every_line_gets_one_answer_and_prose_keeps_lengths(lines: list[str]) -> None:
    assert len(code_lines(lines)) == len(lines)
    for before, after in zip(lines, prose(lines), strict=True):
        assert len(after) in (0, len(before))


@given(LINES)
def test_fences_follow_one_another_inside_the_body(lines: list[str]) -> None:
    ends = [number for fence in fences(lines) for number in (fence.line, fence.end_line)]
    assert ends == sorted(ends)
    assert all(1 <= number <= len(lines) for number in ends)
