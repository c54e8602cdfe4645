"""The rule `list-not-seen`, against what Python-Markdown and CommonMark make of the same text."""

from __future__ import annotations

import re
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from plugins.catalogue.source import BodySource
from plugins.checks.github_lists import check_body
from plugins.diagnostics import warning

COMMONMARK = MarkdownIt("commonmark")
PYTHON_MARKDOWN = Markdown(extensions=["tables", "footnotes", "attr_list", "md_in_html", "pymdownx.superfences"])

BELOW_TEXT = "a list right below other text is printed as part of it"


def found(text: str) -> list[int]:
    source = BodySource("posts/a.es.md", "es", tuple(text.split("\n")), 1, is_published=True)
    return [diagnostic.line for diagnostic in check_body(source, ("es", "en"))]


def places(html: str) -> dict[str, tuple[str, ...]]:
    """Give for each word in capitals the item or quote around it; of an item that starts with one its list, too."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    result: dict[str, tuple[str, ...]] = {}

    def walk(element: Any, around: str) -> None:
        note(element.text, around)
        for child in element:
            inside = around
            if child.tag == "li":
                inside = first_word(child)
                if inside:
                    whole = f"{element.tag} from {element.get('start', '1')}"
                    result.setdefault(inside, (whole, around, next(filter(None, map(first_word, element)), "")))
            elif child.tag == "blockquote":
                inside = f"{around} >"
            walk(child, inside)
            note(child.tail, around)

    def note(text: str | None, around: str) -> None:
        for word in re.findall("[A-Z]", text or ""):
            result.setdefault(word, ("text", around))

    walk(tree, "")
    return result


def first_word(item: Any) -> str:
    word = re.match(r"\s*([A-Z]?)", "".join(item.itertext()))
    return word.group(1) if word else ""


def first_item_lost(text: str) -> int | None:
    """Give the line of the first word that CommonMark sees and Python-Markdown does not see in the same place."""
    theirs = places(COMMONMARK.render(text))
    PYTHON_MARKDOWN.reset()
    ours = places(PYTHON_MARKDOWN.convert(text))
    above = ""
    for number, line in enumerate(text.split("\n"), start=1):
        word = re.search("[A-Z]", line)
        if word and word.group() in theirs:
            place, own = theirs[word.group()], ours.get(word.group(), ("", "?"))
            is_text = place[0] == "text"  # it matters where it begins, and in which item it is
            if place != own and not (is_text and (above.strip(" >") or place[1] == own[1])):
                return number
        above = line
    return None


def test_the_warning_says_where_and_what_to_do() -> None:
    source = BodySource("posts/a.es.md", "es", ("Tres cosas:", "- una", "- dos"), 12, is_published=True)
    assert check_body(source, ("es",)) == (
        warning("posts/a.es.md", 13, "list-not-seen", BELOW_TEXT, "put a blank line before the list"),
    )


LOST = [
    ("text\n- A", 2),
    ("text\n* A\n* B", 2),
    ("text\n1. A\n2. B", 2),
    ("text\n  - A", 2),
    ("**text:**\n- A", 2),
    ("| a | b |\n| - | - |\n| c | d |\n\ntext\n- A", 6),
    ("- A\n  - B", 2),
    ("- A\n   - B", 2),
    ("1. A\n   - B", 2),
    ("1. A\n   1. B", 2),
    ("- A\n\n  - B", 3),
    ("- A\n    - B\n      - C", 3),
    ("- A\n\n    text\n    - B", 4),
    ("- A\n\n    text\n- B", 4),
    ("- A\n\n  B\n\n    - C", 3),
    ("1. A\n\n   B\n\n2. C", 3),
    ("1. A\n\n   B ![b](b.png)\n\n2. C", 3),
    ("1. A\n\n   > B\n\n2. C", 3),
    ("1. A\n\n   <b>B</b>\n\n2. C", 3),
    ("1. A\n\n   | B | b |\n   |---|---|\n   | c | d |\n\n2. C", 3),
    ("> 1. A\n>\n>    B\n>\n> 2. C", 3),
    ("- A\n\n    - B\n\n      C\n\n    - D", 5),
    ("3. A\n4. B", 1),
    ("- A\n\n    0. B", 3),
    ("1. A\n\nB\n\n2. C", 5),
    ("+ A\n- B", 2),
    ("- A\n\n* B", 3),
    ("- A\n\n    - B\n- C", 4),
    ("-    A\n        - B", 2),
    ("- A\n  text\n  - B", 3),
    ("1) A\n2) B", 1),
    ("- A\n1. B", 2),
    ("- A\n\n1. B", 3),
    ("> text\n> - A", 2),
    ("> - A\n>   - B", 2),
    ("> > text\n> > - A", 2),
    ("- A\n\n    > text\n    > - B", 4),
    ("```\ncode\n\n```\n- A", 5),
    ("<!-- c -->\ntext\n- A", 3),
]

SEEN = [
    "- A\n- B",
    "text\n\n- A\n- B",
    "text\n\n  - A\n  - B",
    "text\n\n- A\n    - B\n        - C\n- D",
    "- A\n     - B",
    "-   A\n    - B",
    "01. A\n    - B",
    "1. A\n\n    B\n\n    > C\n\n    ```\n    D\n    ```\n\n2. E",
    "1. A\n   B\n2. C",
    "1. A\n   > B\n2. C",
    "- A\nB\n- C",
    "> - A\n>\n>     B\n>\n> - C",
    "1. A\n\n    - B\n\n    text\n\n2. C",
    "- A\ntext\n- B",
    "- A\n  text\n- B",
    "- - A",
    "# head\n- A",
    "text\n---\n- A",
    "text\n***\n- A",
    "text\n* * *",
    "text\n- - -\ntext",
    "text\n1986. A",
    "text\n2. A",
    "text\n-",
    "text\n1.",
    "text\n-5 degrees",
    "text\n**bold** text",
    "text\n    - A",
    "    code\n- A",
    "    - code\n      - code",
    "```\ntext\n- code\n  - code\n```",
    "- A\n    ```\n    text\n    - code\n    ```",
    "<!--\ntext\n- comment\n-->",
    "<!-- c -->\n- A",
    "<div>\n- A\n</div>",
    "[a]: https://example.org/\n- A",
    "> - A\n> - B",
    "> text\n>\n> - A\n>     - B",
    "text\n> - A",
]


@pytest.mark.parametrize(("text", "line"), LOST)
def test_a_list_that_python_markdown_loses_is_reported(text: str, line: int) -> None:
    assert found(text)[:1] == [line]
    assert first_item_lost(text) == line


@pytest.mark.parametrize("text", SEEN)
def test_a_list_that_both_see_is_not_reported(text: str) -> None:
    assert found(text) == []
    assert first_item_lost(text) is None


def test_an_item_that_is_nothing_but_its_marker_is_reported() -> None:
    assert found("-\n- B") == [1]
    assert found("- **A**\n- B*") == []


def test_a_list_is_reported_once() -> None:
    assert found("text\n- A\n- B\n- C\n\ntext\n- D") == [2, 7]


def test_each_level_that_is_lost_is_reported() -> None:
    assert found("- A\n  - B\n  - C\n\n- D\n  - E") == [2, 6]


def test_a_fence_that_is_not_far_enough_in_is_reported_where_it_opens() -> None:
    assert found("1. A\n\n   ```\n   b\n\n   c\n   ```\n\n2. C") == [3]
    assert found("1. A\n   ```\n   b\n\n   c\n   ```\n2. C") == []


def test_what_ends_a_list_is_reported_once_a_list() -> None:
    assert found("1. A\n\n   B\n\n   C\n\n2. D\n\n   E\n\ntext\n\n1. F\n\n   G") == [3, 15]


def test_a_parallel_quote_keeps_its_place_in_an_item() -> None:
    assert found("1. A\n\n   > [es] b\n   >\n   > [en] c\n\n2. D") == []
    assert found("1. A\n\n   > [it] b\n\n2. D") == [3]


def test_a_list_right_below_a_footnote_is_reported() -> None:
    assert found("text[^1]\n\n[^1]: note\n- A") == [4]


def test_a_list_in_a_footnote_needs_its_blank_line_too() -> None:
    assert found("text[^1]\n\n[^1]: note\n\n    text\n    - A") == [6]
    assert found("text[^1]\n\n[^1]: note\n\n    - A\n    - B") == []


PLAIN = ["text", "", "", "- @", "- @", "* @", "1. @", "2. @", "  - @", "   - @", "    - @", "    - @", "    1. @",
         "      - @", "    text", "  @", "   @", "    @", "        - @", "# head", "***", "1986. @"]  # fmt: skip
QUOTED = ["> text", ">", "> - @", "> - @", ">   - @", ">     - @", "> 1. @", ">   @", ">     text", "", "text"]


def lettered(pieces: list[str]) -> str:
    return "\n".join(piece.replace("@", "ABCDEFGH"[at]) for at, piece in enumerate(pieces))


@settings(max_examples=400)
@given(st.one_of(st.lists(st.sampled_from(PLAIN), max_size=6), st.lists(st.sampled_from(QUOTED), max_size=6)))
def test_nothing_is_reported_that_both_see(pieces: list[str]) -> None:
    text = lettered(pieces)
    if first_item_lost(text) is None:
        assert found(text) == []


@settings(max_examples=400, derandomize=True)
@given(st.lists(st.sampled_from(PLAIN), max_size=4))
def test_what_python_markdown_loses_is_reported_where_it_begins(pieces: list[str]) -> None:
    text = lettered(pieces)
    assert found(text)[:1] == [line for line in [first_item_lost(text)] if line]


@given(st.lists(st.text(alphabet=st.sampled_from(" >-*+1.)`~#\t[]^:ab"), max_size=15), max_size=10))
def test_no_text_makes_the_rule_fail(lines: list[str]) -> None:
    found("\n".join(lines))
