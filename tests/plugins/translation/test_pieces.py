import pytest

from plugins.translation.pieces import body_pieces


def pieces(text: str) -> list[tuple[str, int, int]]:
    return [(piece.kind, piece.line, piece.end_line) for piece in body_pieces(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\nb\nc\n\nd", [("heading", 1, 1), ("paragraph", 3, 4), ("paragraph", 6, 6)]),
        ("- a\n- b\n    - c\n\n    d\n\n- e\n\nf", [("item", 1, 7), ("paragraph", 9, 9)]),
        ("a\n\n1. b\n2. c\n\n- d", [("paragraph", 1, 1), ("item", 3, 4), ("item", 6, 6)]),
        ("- a\n\n<!-- b -->\n\n- c", [("item", 1, 1), ("item", 5, 5)]),
        ("[^1]: a\n\n    b\n\n    - c\n\n[^2]: d\n[^3]: e\n\n    f", [("note", 1, 5), ("note", 7, 10)]),
        ("> - a\n>\n> - b\n\n> c", [("quote", 1, 3), ("quote", 5, 5)]),
        ("```\na\n\nb\n```", [("code", 1, 5)]),
        ("", []),
    ],
)
def test_a_list_and_a_footnote_are_one_piece_each(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert pieces(text) == expected


def test_lines_are_those_of_the_file() -> None:
    assert [piece.line for piece in body_pieces(["a", "", "- b"], 7)] == [7, 9]
