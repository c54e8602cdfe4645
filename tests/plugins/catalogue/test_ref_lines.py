from plugins.catalogue.ref_lines import RefLines
from plugins.catalogue.source import BodySource


def lines_of(*lines: str, first_line: int = 1) -> RefLines:
    return RefLines(BodySource("posts/a.es.md", "es", lines, first_line, True))


def test_each_question_gives_the_next_line_and_then_the_last() -> None:
    found = lines_of("[a](x)", "", "[b](x) [c](x)", first_line=11)
    assert [found.line("x") for _ in range(5)] == [11, 13, 13, 13, 13]


def test_copies_leave_the_line_for_the_next_question() -> None:
    found = lines_of("[a](x)", "[b](x)")
    assert [found.line("x", is_copy=True), found.line("x"), found.line("x")] == [1, 1, 2]


def test_code_and_comments_do_not_count() -> None:
    found = lines_of("`[a](x)`", "", "```", "[a](x)", "```", "", "<!-- [a](x) -->", "", "[a](x)")
    assert found.line("x") == 9


def test_targets_in_a_video_block_are_found() -> None:
    assert lines_of("```video", "src: media/a.webm", "```").line("media/a.webm") == 2


def test_longer_targets_do_not_count() -> None:
    assert lines_of("[a](/x/y) [b](../x) [c](/x.md)", "[d](/x).").line("/x") == 2


def test_targets_are_found_in_other_spellings() -> None:
    assert lines_of("a", '<a href="?a&amp;b">').line("?a&b") == 2
    assert lines_of("a", "[b](año.md)").line("a%C3%B1o.md") == 2
    assert lines_of("a", r"[b](c\_d)").line("c_d") == 2
    assert lines_of("a", "<b@c.org>").line("mailto:b@c.org") == 2


def test_target_that_is_nowhere_has_the_first_line() -> None:
    assert lines_of("a", "b", first_line=7).line("x") == 7
