import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.front_matter import Split, read_front_matter, split_file
from plugins.catalogue.time_zone import time_zone
from plugins.translation.pin import with_pin

TEN = [f"{number:06x}" for number in range(10)]


def pinned(text: str) -> tuple[str, ...]:
    split = split_file(text, "a.en.md")
    assert isinstance(split, Split)
    front, found = read_front_matter(split, "a.en.md", "posts", time_zone("UTC"))
    assert not found
    return front.original_digest


def test_it_stands_below_the_original() -> None:
    assert with_pin("---\ntitle: A\noriginal: es\nslug: a\n---\nb\n", ["a1b2c3", "d4e5f6"]) == (
        "---\ntitle: A\noriginal: es\noriginal_digest: [a1b2c3, d4e5f6]\nslug: a\n---\nb\n"
    )


def test_it_is_folded_at_a_hundred_columns() -> None:
    text = with_pin("---\noriginal: es\n---\n", TEN * 5)
    lines = text.split("\n")[2:-2]
    assert len(lines) == 5
    assert max(map(len, lines)) <= 100
    assert pinned(text.replace("---\n", "---\ntitle: A\n", 1)) == tuple(TEN * 5)


@pytest.mark.parametrize(
    "written",
    [
        "original_digest: [000000]\n",
        "original_digest:\n  - 000000\n  - 000001\n",
        "original_digest:\n- 000000\n\n",
        "original_digest: 000000\n",
        "original_digest:\n",
        "original_digest: [000000,\n  000001,\n\n  000002]\n",
        '"original_digest": >-\n  000000\n',
    ],
)
def test_it_takes_the_place_of_the_one_there_and_nothing_else_changes(written: str) -> None:
    text = with_pin(f"---\ntitle: A\n# x\n{written}original: es # y\n---\nb  \n", ["a1b2c3"])
    head, _, tail = text.partition("original_digest: [a1b2c3]\n")
    assert head == "---\ntitle: A\n# x\n"
    assert tail.lstrip("\n") == "original: es # y\n---\nb  \n"


def test_a_comment_behind_it_stays() -> None:
    assert "original_digest: [a1b2c3] # x\n" in with_pin(
        "---\noriginal: es\noriginal_digest: [000000] # x\n---\n", ["a1b2c3"]
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(line_end: str) -> None:
    text = "\ufeff---\ntitle: A\noriginal: es\n---\nb\n\nc".replace("\n", line_end)
    done = with_pin(text, ["a1b2c3"])
    assert done.replace(f"original_digest: [a1b2c3]{line_end}", "") == text
    assert with_pin(done, ["a1b2c3"]) == done


@pytest.mark.parametrize("text", ["", "a", "---\n{original: es}\n---\n", "---\noriginal: [\n---\n"])
def test_a_file_that_cannot_have_one_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="front matter"):
        with_pin(text, ["a1b2c3"])


OTHERS = ["title: A", "# c", "slug: b", "summary: >-\n  d\n  e", "topics:\n- f\n- g", "", "level: 'h'"]


@given(
    st.lists(st.sampled_from(OTHERS), max_size=5, unique=True),
    st.lists(st.sampled_from(TEN), max_size=40),
    st.sampled_from(["\n", "\r\n"]),
)
def test_only_its_own_lines_ever_change(others: list[str], digests: list[str], line_end: str) -> None:
    text = "\n".join(["---", *others, "original: es", "original_digest: [000000]", "---", "i", ""])
    text = text.replace("\n", line_end)
    done = with_pin(text, digests)
    before, _, after = text.partition(f"original_digest: [000000]{line_end}")
    assert done.startswith(before)
    assert done.endswith(after)
    assert with_pin(done, ["000000"]) == text
