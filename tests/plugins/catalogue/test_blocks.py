"""The rules `bad-cloud` and `bad-video`."""

from __future__ import annotations

from plugins.catalogue.blocks import check_blocks
from plugins.catalogue.source import BodySource
from plugins.diagnostics import error


def found(*lines: str, first_line: int = 1) -> list[str]:
    source = BodySource("posts/a.es.md", "es", lines, first_line, is_published=True)
    return [f"{d.line}: {d.severity}: {d.message} [{d.rule}]" for d in check_blocks(source)]


def test_good_blocks_have_no_diagnostics() -> None:
    assert found("```cloud", "Derechos 9", "```", "", "~~~video", "src: media/a.webm", "~~~") == []


def test_a_bad_line_is_reported_with_its_line_in_the_file_and_what_to_do() -> None:
    source = BodySource("posts/a.es.md", "es", ("", "```cloud", "Ayuda 2", "Derechos", "```"), 12, is_published=True)
    assert check_blocks(source) == (
        error(
            "posts/a.es.md",
            15,
            "bad-cloud",
            "'Derechos' has no count; expected words, a space and a whole number of at least 1",
            "write a line as `Derechos 9`",
        ),
    )


def test_a_bad_field_is_reported_with_its_line_in_the_file() -> None:
    assert found("> ```video", "> src: media/a.webm", "> sound: b", "> ```", first_line=8) == [
        "10: error: unknown field 'sound' [bad-video]"
    ]


def test_a_field_written_twice_is_named_with_both_lines_of_the_file() -> None:
    assert found("```video", "src: a.webm", "src: b.webm", "```", first_line=8) == [
        "10: error: src is written twice; the first is on line 9 [bad-video]"
    ]


def test_a_video_as_a_whole_is_reported_at_its_fence() -> None:
    assert found("", "```video", "poster: a.png", "```", first_line=8) == [
        "9: error: a video has neither of src and url; expected one of the two [bad-video]"
    ]


def test_a_block_as_a_whole_is_reported_at_its_fence() -> None:
    assert found("", "```cloud", "```") == ["2: error: a cloud without words; expected at least one [bad-cloud]"]


def test_a_block_in_a_list_item_is_checked() -> None:
    assert found("- item", "", "    ```cloud", "    Derechos", "    ```")[0].startswith("4: error: 'Derechos' has no")


def test_a_block_on_the_line_of_a_list_marker_is_an_error_as_superfences_does_not_see_it() -> None:
    assert found("- ```cloud", "  Derechos 9", "  ```") == [
        "1: error: a cloud block starts on the line of a list's marker [bad-cloud]"
    ]


def test_more_words_after_the_name_are_an_error_as_superfences_does_not_take_them() -> None:
    assert found("```cloud big", "Derechos 9", "```") == [
        "1: error: 'cloud big' starts a cloud block; expected only 'cloud' [bad-cloud]"
    ]


def test_a_block_that_is_never_closed_is_an_error() -> None:
    assert found("> ```video", "> src: a.webm", "", "text") == ["1: error: a video block is never closed [bad-video]"]


def test_other_code_is_nobodys_business() -> None:
    assert found("```yaml", "srcc: a", "```", "", "```", "cloud", "```", "", "    ```cloud", "    x", "    ```") == []


def test_a_block_in_a_longer_fence_is_an_example() -> None:
    assert found("````markdown", "```cloud", "Derechos", "```", "````") == []


def test_a_block_in_a_comment_is_not_published_and_not_checked() -> None:
    assert found("<!--", "```cloud", "Derechos", "```", "-->") == []
