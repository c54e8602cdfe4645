"""The scale of word clouds."""

from __future__ import annotations

from plugins.catalogue.weight import weights


def test_the_least_count_weighs_1_and_the_greatest_9() -> None:
    assert weights([40, 2, 7]) == (9, 1, 4)


def test_each_step_multiplies_the_count_by_the_same_factor() -> None:
    assert weights([1, 2, 4, 8, 16, 32, 64, 128, 256]) == (1, 2, 3, 4, 5, 6, 7, 8, 9)


def test_equal_counts_stand_in_the_middle() -> None:
    assert weights([3, 3]) == (5, 5)
    assert weights([12]) == (5,)


def test_no_counts_have_no_weights() -> None:
    assert weights([]) == ()


def test_a_count_half_way_between_two_weights_takes_the_heavier() -> None:
    assert weights([1, 2, 65536])[1] == 2  # 0.5 of a step: 8 / 16


def test_large_counts_are_weighed() -> None:
    assert weights([1, 999_999_999, 31_622]) == (1, 9, 5)
