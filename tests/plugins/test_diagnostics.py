"""Reported problems: order, place, silence and the three formats."""

from __future__ import annotations

import json

import pytest

from plugins.diagnostics import (
    Diagnostic,
    Severity,
    as_github,
    as_json,
    as_text,
    error,
    has_errors,
    in_order,
    located,
    softened,
    summary,
    warning,
    without_silenced,
)

UNTRANSLATED = error(
    "posts/backups.en.md",
    12,
    "quote-untranslated",
    "quote has no translation into en",
    "add a paragraph that starts with [en]",
)
DEAD = warning("posts/a.es.md", 3, "link-dead", "there is no post «b»")


def test_a_maker_sets_the_severity() -> None:
    assert error("a.md", 1, "r", "m") == Diagnostic("a.md", 1, Severity.ERROR, "r", "m", "")
    assert warning("a.md", 1, "r", "m", "h") == Diagnostic("a.md", 1, Severity.WARNING, "r", "m", "h")


def test_a_warning_stops_no_build() -> None:
    assert has_errors([DEAD, UNTRANSLATED])
    assert not has_errors([DEAD])
    assert not has_errors([])


def test_problems_are_in_the_order_of_their_places_and_each_is_told_once() -> None:
    late, early, other = warning("b.md", 10, "r", "m"), warning("b.md", 9, "r", "m"), error("a.md", 99, "r", "m")
    assert in_order([late, other, early, late]) == (other, early, late)


def test_at_one_place_errors_come_first_and_then_rules_in_their_order() -> None:
    a, b, e = warning("a.md", 1, "a", "m"), warning("a.md", 1, "b", "m"), error("a.md", 1, "z", "m")
    assert in_order([b, a, e]) == (e, a, b)


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("content", "content/posts/a.es.md"),
        (".", "posts/a.es.md"),
        ("../c", "../c/posts/a.es.md"),
        ("/c", "/c/posts/a.es.md"),
    ],
)
def test_a_located_path_is_one_the_caller_can_open(folder: str, path: str) -> None:
    assert located([DEAD], folder)[0].path == path


def test_softening_makes_warnings_of_errors_and_keeps_the_rest() -> None:
    (soft,) = softened([UNTRANSLATED])
    assert soft == warning(
        "posts/backups.en.md", 12, "quote-untranslated", UNTRANSLATED.message, "add a paragraph that starts with [en]"
    )


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- check: ignore link-dead -->",
        "  <!--check: ignore link-dead-->  ",
        "> <!-- check: ignore link-dead -->",
        "> > <!-- check:  ignore link-dead -->",
        "# check: ignore link-dead",
        "  #check: ignore link-dead",
        "<!-- check: ignore repeated-id, link-dead -->",
        "<!-- check: ignore link-dead repeated-id -->",
        "<!-- check: ignore repeated-id --> <!-- check: ignore link-dead -->",
        "# check: ignore repeated-id,link-dead",
        "# check: ignore repeated-id # check: ignore link-dead",
    ],
)
def test_a_comment_on_the_line_above_silences_a_warning(comment: str) -> None:
    assert without_silenced([DEAD], {"posts/a.es.md": ["---", comment, "[b](b.md)"]}) == ()


@pytest.mark.parametrize(
    "line",
    [
        "<!-- check: ignore another-rule -->",
        "<!-- check: ignore link-dead-too -->",
        "<!-- check: ignore link -->",
        "<!-- check: ignore link-dead --> words",
        "<!-- check: ignore link-dead --> words <!-- check: ignore link-dead -->",
        "words # check: ignore link-dead",
        "check: ignore link-dead",
        "",
    ],
)
def test_any_other_line_above_silences_nothing(line: str) -> None:
    assert without_silenced([DEAD], {"posts/a.es.md": ["---", line, "[b](b.md)"]}) == (DEAD,)


def test_a_comment_silences_only_the_line_below_it() -> None:
    comment = "<!-- check: ignore link-dead -->"
    assert without_silenced([DEAD], {"posts/a.es.md": [comment, "", "[b](b.md)"]}) == (DEAD,)
    assert without_silenced([DEAD], {"posts/a.es.md": ["", "", comment]}) == (DEAD,)


def test_comments_on_the_lines_above_each_other_silence_the_same_line() -> None:
    other = warning("posts/a.es.md", 3, "repeated-id", "m")
    comments = ["<!-- check: ignore link-dead -->", "<!-- check: ignore repeated-id -->"]
    assert without_silenced([DEAD, other], {"posts/a.es.md": [*comments, "[b](b.md)"]}) == ()
    apart = [comments[0], "", "[b](b.md)"]
    assert without_silenced([DEAD], {"posts/a.es.md": apart}) == (DEAD,)


def test_a_comment_silences_only_its_rule() -> None:
    other = warning("posts/a.es.md", 3, "repeated-id", "m")
    lines = {"posts/a.es.md": ["", "<!-- check: ignore repeated-id -->", "[b](b.md)"]}
    assert without_silenced([DEAD, other], lines) == (DEAD,)


def test_an_error_cannot_be_silenced() -> None:
    fault = error("posts/a.es.md", 2, "link-form", "m")
    assert without_silenced([fault], {"posts/a.es.md": ["<!-- check: ignore link-form -->", "x"]}) == (fault,)


def test_a_warning_outside_its_file_is_kept() -> None:
    lines = {"posts/a.es.md": ["<!-- check: ignore r -->"]}
    for line in (0, 1, 3, 99):
        assert len(without_silenced([warning("posts/a.es.md", line, "r", "m")], lines)) == 1
    assert len(without_silenced([warning("posts/b.es.md", 2, "r", "m")], lines)) == 1


def test_a_warning_below_the_last_line_can_be_silenced() -> None:
    lines = {"posts/a.es.md": ["<!-- check: ignore r -->"]}
    assert without_silenced([warning("posts/a.es.md", 2, "r", "m")], lines) == ()


def test_text_has_a_line_for_the_problem_and_an_indented_one_for_the_help() -> None:
    assert as_text([UNTRANSLATED, DEAD]) == (
        "posts/backups.en.md:12: error: quote has no translation into en [quote-untranslated]\n"
        "  help: add a paragraph that starts with [en]\n"
        "posts/a.es.md:3: warning: there is no post «b» [link-dead]\n"
    )


def test_nothing_to_report_is_no_text() -> None:
    assert as_text([]) == ""
    assert as_github([]) == ""
    assert json.loads(as_json([])) == {"diagnostics": []}


def test_text_keeps_a_problem_on_its_line_and_leaves_the_terminal_alone() -> None:
    found = as_text([error("posts/a\nb.md", 1, "r", "\x1b[31mred\x9b \u00a0ñ", "a\tb\r")])
    assert found == "posts/a\\nb.md:1: error: \\x1b[31mred\\x9b \u00a0ñ [r]\n  help: a\\tb\\r\n"


def test_json_has_all_fields_of_all_problems() -> None:
    text = as_json([UNTRANSLATED, DEAD])
    assert json.loads(text) == {
        "diagnostics": [
            {
                "path": "posts/backups.en.md",
                "line": 12,
                "severity": "error",
                "rule": "quote-untranslated",
                "message": "quote has no translation into en",
                "help": "add a paragraph that starts with [en]",
            },
            {
                "path": "posts/a.es.md",
                "line": 3,
                "severity": "warning",
                "rule": "link-dead",
                "message": "there is no post «b»",
                "help": "",
            },
        ]
    }
    assert "«b»" in text
    assert text.endswith("}\n")


def test_github_gets_one_command_for_each_problem() -> None:
    assert as_github([UNTRANSLATED, DEAD]) == (
        "::error file=posts/backups.en.md,line=12,title=quote-untranslated::"
        "quote has no translation into en%0Ahelp: add a paragraph that starts with [en]\n"
        "::warning file=posts/a.es.md,line=3,title=link-dead::there is no post «b»\n"
    )


def test_github_escapes_what_its_commands_are_made_of() -> None:
    assert as_github([warning("posts/100%,a:b\n.md", 1, "r", "50% :: a,\r\nb", "%0A")]) == (
        "::warning file=posts/100%25%2Ca%3Ab%0A.md,line=1,title=r::50%25 :: a,%0D%0Ab%0Ahelp: %250A\n"
    )


def test_a_name_that_is_no_utf_8_can_be_written_in_every_format() -> None:
    found = [error("posts/\udcff.md", 1, "bad-name", "'\udcff' is no name", "\udcff")]
    assert as_text(found).encode() == b"posts/\\udcff.md:1: error: '\\udcff' is no name [bad-name]\n  help: \\udcff\n"
    assert json.loads(as_json(found).encode())["diagnostics"][0]["path"] == "posts/\\udcff.md"
    assert as_github(found).encode().startswith(b"::error file=posts/\\udcff.md,")


@pytest.mark.parametrize(
    ("diagnostics", "words"),
    [
        ([], "0 errors, 0 warnings"),
        ([UNTRANSLATED], "1 error, 0 warnings"),
        ([UNTRANSLATED, DEAD, DEAD], "1 error, 2 warnings"),
        ([UNTRANSLATED, UNTRANSLATED, DEAD], "2 errors, 1 warning"),
    ],
)
def test_a_summary_counts_in_words(diagnostics: list[Diagnostic], words: str) -> None:
    assert summary(diagnostics) == words
