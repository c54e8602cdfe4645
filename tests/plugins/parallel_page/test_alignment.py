"""Which blocks of two bodies stand beside each other; nothing is lost and nothing changes its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.parallel_page.alignment import align
from plugins.parallel_page.blocks import Block


def body(text: str) -> tuple[Block, ...]:
    """Read a short form: words are blocks, `2:name` is a heading, `name#id` shares what `#id` names."""
    return tuple(block(word) for word in text.split())


def block(word: str) -> Block:
    level, _, name = word.rpartition(":")
    name, _, anchor = name.partition("#")
    return Block(name, int(level or 0), frozenset({anchor} if anchor else ()))


def shown(left: str, right: str) -> str:
    rows = align(body(left), body(right))
    return " | ".join(
        "=".join(",".join(block.html for block in side) or "-" for side in (row.left, row.right)) for row in rows
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a b 2:H c", "A B 2:h C", "a=A | b=B | H=h | c=C"),
        ("a b", "A", "a,b=A"),  # numbers differ: section beside section
        ("a 2:H b c", "A 2:h B", "a=A | H=h | b,c=B"),
        ("a", "", "a=-"),
        ("", "A", "-=A"),
        ("", "", ""),
        ("2:H", "2:h A", "H=h | -=A"),
        ("2:H a 2:I b", "2:h A", "H=h | a=A | I=- | b=-"),  # a section more
        ("2:H a", "2:h A 2:i B", "H=h | a=A | -=i | -=B"),
        ("2:H a 3:I b", "2:h A", "H=h | a=A | I=- | b=-"),
        ("2:H a#q", "2:g B 2:h A#q", "-=g | -=B | H=h | a=A"),  # what is shared goes before the order
        ("2:H a 2:I b#p", "2:i B#p", "H=- | a=- | I=i | b=B"),
        ("2:H a", "3:h A", "H=- | a=- | -=h | -=A"),  # levels that differ are no counterparts
        ("6:H a 2:I", "6:h A 2:i", "H=h | a=A | I=i"),
    ],
)
def test_counterparts_stand_beside_each_other(left: str, right: str, expected: str) -> None:
    assert shown(left, right) == expected


WORDS = st.lists(st.sampled_from(["a", "b#q", "c#p", "2:h", "3:i", "2:j"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_every_block_is_in_one_row_and_in_its_order(left: str, right: str) -> None:
    rows = align(body(left), body(right))
    assert [block for row in rows for block in row.left] == list(body(left))
    assert [block for row in rows for block in row.right] == list(body(right))
    assert all(row.left or row.right for row in rows)


@given(WORDS)
def test_a_body_stands_beside_itself(text: str) -> None:
    assert all(row.left == row.right for row in align(body(text), body(text)))
