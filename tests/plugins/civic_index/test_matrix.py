"""The numbers of the maturity matrix."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.civic_index.matrix import Matrix, make_matrix

LEVELS, ACTIVITIES = ("basic", "high"), ("skills", "research", "groups")


def test_posts_are_counted_by_level_and_activity_in_the_order_of_both() -> None:
    matrix = make_matrix(LEVELS, ACTIVITIES, [("high", "skills"), ("basic", "groups"), ("high", "skills")])
    assert matrix.counts == ((0, 0, 1), (2, 0, 0))
    assert (matrix.level_totals, matrix.activity_totals, matrix.total) == ((1, 2), (2, 0, 1), 3)


def test_a_post_without_level_or_activity_is_left_out_and_counted_as_such() -> None:
    matrix = make_matrix(LEVELS, ACTIVITIES, [("", "skills"), ("basic", ""), ("", ""), ("basic", "skills")])
    assert (matrix.total, matrix.left_out) == (1, 3)


def test_only_filled_cells_weigh_something() -> None:
    matrix = Matrix(((9, 0), (1, 3)), 0)
    assert matrix.weights == ((9, 0), (1, 5))


def test_a_matrix_without_levels_or_activities_has_no_sums() -> None:
    assert make_matrix((), ACTIVITIES, [("", "skills")]) == Matrix((), 1)
    assert (Matrix((), 1).activity_totals, Matrix((), 1).total, Matrix((), 1).weights) == ((), 0, ())
    assert (Matrix(((), ()), 0).level_totals, Matrix(((), ()), 0).activity_totals) == ((0, 0), ())


@given(st.lists(st.tuples(st.sampled_from((*LEVELS, "")), st.sampled_from((*ACTIVITIES, "")))))
def test_every_post_is_in_one_cell_or_left_out(filed: list[tuple[str, str]]) -> None:
    matrix = make_matrix(LEVELS, ACTIVITIES, filed)
    assert sum(matrix.level_totals) == sum(matrix.activity_totals) == matrix.total
    assert matrix.total + matrix.left_out == len(filed)
