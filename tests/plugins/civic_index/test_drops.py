"""Where the drops beneath a circle stand, and when there are none."""

from __future__ import annotations

import pytest

from plugins.civic_index.drops import Drop, outline, place_drops
from plugins.civic_index.matrix import Matrix


def matrices(langs: str, count: int = 1) -> dict[str, Matrix]:
    return {lang: Matrix(((count, 0),), 0) for lang in langs.split()}


def test_languages_stand_beside_each_other_around_the_middle_the_main_one_first() -> None:
    assert place_drops(matrices("es en"), 100) == (Drop("es", -25.0, -15.5), Drop("en", 11.5, 21.0))
    assert [drop.lang for drop in place_drops(matrices("en ar es"), 100)] == ["en", "ar", "es"]


def test_the_longest_number_of_the_diagram_gives_each_its_room() -> None:
    two = place_drops({"es": Matrix(((1, 10),), 0), "en": Matrix(((1, 0),), 0)}, 100)
    assert (two[0].middle, two[1].middle) == (-34.5, 11.5)


@pytest.mark.parametrize(
    ("langs", "count", "width"),
    [("", 1, 500), ("es", 1, 500), ("es en pt fr", 1, 500), ("es en", 1, 60), ("es en", 10**6, 150)],
)
def test_there_are_none_where_they_say_nothing_or_have_no_room_or_no_mark_of_their_own(
    langs: str, count: int, width: float
) -> None:
    assert place_drops(matrices(langs, count), width) == ()


def test_a_tail_points_to_the_side_of_its_language_and_to_the_other_where_pages_are_mirrored() -> None:
    def side(place: int, is_mirrored: bool) -> float:
        return float(outline(place, 100, 50, is_mirrored).removeprefix("M").split()[0]) - 100

    assert (side(0, False), side(1, False)) == (-5.5, 5.5)
    assert (side(0, True), side(1, True)) == (5.5, -5.5)
    assert (
        outline(2, 100, 50, False)
        == outline(2, 100, 50, True)
        == "M94.5 50.0a5.5 5.5 0 1 1 11.0 0a5.5 5.5 0 1 1 -11.0 0z"
    )
