from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.cue import Cue
from plugins.media.transcript import aligned, chosen


def cues(*times: tuple[int, int]) -> tuple[Cue, ...]:
    return tuple(Cue(line, start, end, "", f"{start}") for line, (start, end) in enumerate(times, 1))


def texts(spoken: tuple[Cue, ...], other: tuple[Cue, ...]) -> list[tuple[str, str]]:
    return [
        (" ".join(cue.text for cue in row.spoken), " ".join(cue.text for cue in row.other))
        for row in aligned(spoken, other)
    ]


def test_cues_of_the_same_times_stand_side_by_side() -> None:
    assert texts(cues((0, 10), (10, 20)), cues((1, 9), (11, 20))) == [("0", "1"), ("10", "11")]


def test_a_cue_goes_to_the_one_it_shares_most_time_with() -> None:
    assert texts(cues((0, 10), (10, 20)), cues((8, 20))) == [("0", ""), ("10", "8")]


def test_two_cues_may_stand_for_one() -> None:
    assert texts(cues((0, 10)), cues((0, 4), (4, 10))) == [("0", "0 4")]


def test_a_cue_that_shares_no_time_stands_alone_where_it_is_said() -> None:
    assert texts(cues((0, 10), (30, 40)), cues((12, 20), (50, 60))) == [("0", ""), ("", "12"), ("30", ""), ("", "50")]


TRACK = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), max_size=12)


def in_order(steps: list[tuple[int, int]]) -> tuple[Cue, ...]:
    at, times = 0, []
    for gap, length in steps:
        times.append((at + gap, at + gap + length))
        at += gap + max(length - 2, 0)  # some overlap
    return cues(*times)


@given(TRACK.map(in_order), TRACK.map(in_order))
def test_no_cue_is_lost_or_said_twice(spoken: tuple[Cue, ...], other: tuple[Cue, ...]) -> None:
    rows = aligned(spoken, other)
    assert [cue for row in rows for cue in row.spoken] == list(spoken)
    assert sorted(cue.line for row in rows for cue in row.other) == [cue.line for cue in other]
    assert [row.start for row in rows] == sorted(row.start for row in rows)


def test_the_language_spoken_comes_first_and_the_page_s_own_beside_it() -> None:
    assert chosen(["es"], ["pt", "en"], "en-GB") == ("es", "en")
    assert chosen(["es"], ["pt", "en"], "es") == ("es", "pt")
    assert chosen(["es"], [], "en") == ("es",)
    assert chosen([], ["en"], "es") == ("en",)
