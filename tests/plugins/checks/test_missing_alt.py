import pytest

from plugins.catalogue.source import BodySource
from plugins.checks.missing_alt import check_body


def lines_of(text: str) -> list[int]:
    return [
        found.line
        for found in check_body(
            BodySource("posts/a.es.md", "es", tuple(text.splitlines()), 5, is_published=True), ("es",)
        )
    ]


def test_a_picture_without_words_is_told_by_its_line() -> None:
    assert lines_of("Uno.\n\n![](media/a.png) ![ ][a]") == [7, 7]
    assert lines_of('<img src="media/a.png">\n<img alt="" src="media/a.png">') == [5, 6]


def test_a_picture_with_words_is_no_matter() -> None:
    assert lines_of('![Una mesa](media/a.png)\n<img alt="Una mesa" src="a.png"> <img src="a.png" alt=\'Uno\'>') == []


def test_a_tag_may_run_over_several_lines() -> None:
    assert lines_of('Uno\n<img src="media/a.png"\n     alt="Una mesa">\n') == []
    assert lines_of('<img\nsrc="a.png"\nalt=""\n>\n\n<img title="a > b" alt="c"> ![](d.png)') == [5, 10]


@pytest.mark.parametrize("piece", ["<img ", '<img "', "<img alt=", "![", "<img '\""])
def test_what_never_ends_is_read_in_linear_time(piece: str) -> None:
    lines_of(piece * 20_000)


def test_code_is_left_alone() -> None:
    assert lines_of("`![](media/a.png)`\n\n```\n![](media/a.png)\n```") == []
