"""Dates of front matter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.dates import BadDateError, read_date

MEXICO = ZoneInfo("America/Mexico_City")


def test_a_day_is_a_day() -> None:
    assert read_date("2013-11-20", MEXICO) == date(2013, 11, 20)
    assert not isinstance(read_date("2013-11-20", MEXICO), datetime)


@pytest.mark.parametrize(
    "text", ["2013-11-20 10:00", "2013-11-20T10:00", "2013-11-20T10:00:00", "2013-11-20T10:00:00.000"]
)
def test_a_naive_moment_is_in_the_time_zone_of_the_site(text: str) -> None:
    assert read_date(text, MEXICO) == datetime(2013, 11, 20, 10, tzinfo=MEXICO)


@pytest.mark.parametrize(
    "text", ["2013-11-20T10:00:00Z", "2013-11-20 10:00z", "2013-11-20T12:00+02:00", "2013-11-20 04:00 -0600"]
)
def test_an_offset_counts(text: str) -> None:
    read = read_date(text, MEXICO)
    assert isinstance(read, datetime)
    assert read.astimezone(UTC) == datetime(2013, 11, 20, 10, tzinfo=UTC)
    assert read.utcoffset() in (timedelta(0), timedelta(hours=2), timedelta(hours=-6))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("20 nov 2013", "'20 nov 2013' is no date; expected one such as 2013-11-20 or 2013-11-20 10:00"),
        ("2013-11", "'2013-11' is no date; expected one such as 2013-11-20 or 2013-11-20 10:00"),
        ("20131120", "'20131120' is no date; expected one such as 2013-11-20 or 2013-11-20 10:00"),
        ("٢٠١٣-١١-٢٠", "'٢٠١٣-١١-٢٠' is no date; expected one such as 2013-11-20 or 2013-11-20 10:00"),
        ("2013-02-30", "2013-02-30 does not exist in the calendar"),
        ("2013-13-01 10:00", "2013-13-01 10:00 does not exist in the calendar"),
        ("2013-11-20 25:00", "2013-11-20 25:00 does not exist in the calendar"),
        ("2013-11-20T10:00+99:00", "2013-11-20T10:00+99:00 does not exist in the calendar"),
        ("0000-01-01", "0000-01-01 does not exist in the calendar"),
        ("9999-12-31 23:00", "9999-12-31 23:00 does not exist in the calendar"),
    ],
)
def test_what_is_no_date_says_why(text: str, message: str) -> None:
    with pytest.raises(BadDateError) as caught:
        read_date(text, MEXICO)
    assert str(caught.value) == message


@given(st.text("0123456789-:TtZz+. ", max_size=30))
def test_any_other_text_raises_nothing_else(text: str) -> None:
    try:
        read = read_date(text, MEXICO)
    except BadDateError:
        return
    if isinstance(read, datetime):
        assert read.astimezone(UTC)
