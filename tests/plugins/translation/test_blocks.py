import pytest

from plugins.catalogue.front_matter import FrontMatter
from plugins.translation.blocks import Block, read_blocks

NO_HEAD = FrontMatter(credits={}, lines={}, item_lines={})


def blocks(text: str) -> tuple[Block, ...]:
    return read_blocks(NO_HEAD, text.split("\n"))


def kinds(text: str) -> list[tuple[str, int, int]]:
    return [(block.kind, block.line, block.end_line) for block in blocks(text)]


def digests(text: str) -> list[str]:
    return [block.digest for block in blocks(text)]


def test_runs_of_lines_between_blank_lines_are_blocks() -> None:
    assert kinds("# A\n\nb\nc\n\n\n| d | e |\n|---|---|\n| f | g |") == [
        ("heading", 1, 1),
        ("paragraph", 3, 4),
        ("table", 7, 9),
    ]


def test_a_fence_is_one_whatever_it_holds() -> None:
    assert kinds("a\n```\nb\n\n\nc\n```\nd") == [("paragraph", 1, 1), ("code", 2, 7), ("paragraph", 8, 8)]


def test_a_quote_is_one_and_ends_where_its_marks_do() -> None:
    assert kinds("> [es] a\n>\n> [en] b\nc\n\n> d") == [("quote", 1, 3), ("paragraph", 4, 4), ("quote", 6, 6)]


def test_each_item_is_one_with_all_it_holds_but_other_items() -> None:
    assert kinds("- a\n  b\n\n  c\n- d\n    - e\n\n    - f") == [
        ("item", 1, 4),
        ("item", 5, 5),
        ("item", 6, 6),
        ("item", 8, 8),
    ]


def test_what_says_nothing_is_no_block() -> None:
    assert [block.wording for block in blocks("<!-- a\n\nb -->\n\n---\n\n<!-- c -->\nd\n\n***")] == ["d"]


def test_title_summary_and_words_of_the_picture_are_blocks() -> None:
    front = FrontMatter(
        title="A", summary="*b*\nc", image_alt="d", credits={}, item_lines={},
        lines={"title": 2, "summary": 3, "image_alt": 5},
    )  # fmt: skip
    found = read_blocks(front, ["A"], 7)
    assert [(block.kind, block.line, block.wording) for block in found] == [
        ("title", 2, "A"),
        ("summary", 3, "b c"),
        ("image_alt", 5, "d"),
        ("paragraph", 7, "A"),
    ]
    assert found[0].digest != found[3].digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a *b* __c__", "a _b_ **c**"),
        ("a *b*", "a b"),
        ("a\nb", "a b"),
        ("a  \nb", "a\\\nb"),
        ("- a", "* a"),
        ("- a", "+   a"),
        ("1. a", "7) a"),
        ("# a", "a\n="),
        ("## a ##", "## a"),
        ("# a", "### a"),
        ("a[^1]", "a[^note]"),
        ("[^1]: a", "[^2]: a"),
        ("| a | b |\n|---|---|\n| c | d |", "a|b\n:-:|---\nc|d"),
        ("[a](b){hreflang=es}", "[a](b)"),
        ("# a {#b}", "# a"),
        ("> a\n> b", ">a b"),
        ("a <!-- b --> c", "a c"),
        ("```py\na\n```", "~~~~ py\na\n~~~~"),
        ("caf\u00e9", "cafe\u0301"),
        ("<em>a</em>", "a"),
        ("a&nbsp;b", "a b"),
    ],
)
def test_how_it_is_written_does_not_count(one: str, other: str) -> None:
    assert digests(one) == digests(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "b"),
        ("A", "a"),
        ("a.", "a"),
        ("[a](b)", "[a](c)"),
        ("[a](b)", "a"),
        ("![a](b.png)", "![a](c.png)"),
        ("![a](b.png)", "![c](b.png)"),
        ("`a`", "`b`"),
        ("`a`", "a"),
        ("```\na\n```", "```\n  a\n```"),
        ("```py\na\n```", "```js\na\n```"),
        ("    a = 1", "    a = 2"),
        ("| a | b |\n|---|---|", "| a b |\n|---|"),
        ("<div>a</div>", "<div>b</div>"),
        ("a_b_c", "abc"),
        (r"\*a\*", "*a*"),
        ("> [es] a\n>\n> [en] b", "> [es] a\n>\n> [pt] b"),
    ],
)
def test_words_targets_paths_and_code_count(one: str, other: str) -> None:
    assert digests(one) != digests(other)


def test_digests_are_the_same_for_ever() -> None:
    assert digests("Hola, *mundo*.") == ["c6474b"]


@pytest.mark.parametrize(
    "line",
    [
        ")" + "{=" * 4000,
        "# " + " " * 8000 + "x",
        "# a {" + "=" * 40_000,
        "`{" * 8000,
        "-" + " " * 8000 + "x",
        "|" + " " * 8000 + "x",
        "| " * 4000,
        "[" * 4000,
    ],
)
def test_hostile_lines_are_read_in_steps_that_grow_with_their_length(line: str) -> None:
    assert len(blocks(line)) <= 1  # what takes the square of its length would take minutes
