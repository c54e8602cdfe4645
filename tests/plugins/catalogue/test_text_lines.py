"""Lines of a file, and the merge conflicts left in them."""

from __future__ import annotations

import pytest

from plugins.catalogue.text_lines import find_conflicts, split_lines


@pytest.mark.parametrize("text", ["one\ntwo\n", "one\ntwo", "one\r\ntwo\r\n", "one\rtwo", "\ufeffone\ntwo\n"])
def test_line_ends_and_byte_order_mark_make_no_difference(text: str) -> None:
    assert split_lines(text) == ("one", "two")


def test_only_real_line_ends_part_lines() -> None:
    assert split_lines("a\x0cb\u2028c\x85d\n\n") == ("a\x0cb\u2028c\x85d", "")


def test_an_empty_text_has_no_line() -> None:
    assert split_lines("") == ()


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["<<<<<<< HEAD", "a", "=======", "b", ">>>>>>> topic", "c"], [1]),
        (["<<<<<<< HEAD", "a", "||||||| base", "=======", "b", ">>>>>>> one", "<<<<<<< HEAD", ">>>>>>> two"], [1, 7]),
        (["a", ">>>>>>> topic"], [2]),
        (["a", "<<<<<<<", "b"], [2]),
        (["Heading", "======="], []),
        (["    <<<<<<< HEAD", "text <<<<<<< HEAD", "<<<<<<<<< more", ">>>> a quote"], []),
    ],
)
def test_a_merge_conflict_is_told_once_where_it_starts(lines: list[str], found: list[int]) -> None:
    diagnostics = find_conflicts(lines, "posts/a.es.md")
    assert [d.line for d in diagnostics] == found
    assert {d.rule for d in diagnostics} <= {"merge-conflict"}
