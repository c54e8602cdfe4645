from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from plugins.catalogue.post import moment

MEXICO = ZoneInfo("America/Mexico_City")


def test_a_day_counts_as_its_first_minute_in_the_time_zone_of_the_site() -> None:
    assert moment(date(2013, 11, 20), MEXICO) == datetime(2013, 11, 20, 6, 0, tzinfo=UTC)


def test_moments_of_different_zones_compare_as_they_happened() -> None:
    late_in_mexico = datetime(2013, 11, 20, 23, 0, tzinfo=MEXICO)
    earlier_in_utc = datetime(2013, 11, 21, 4, 0, tzinfo=UTC)
    assert moment(earlier_in_utc, MEXICO) < moment(late_in_mexico, MEXICO)


def test_what_has_no_date_comes_before_everything() -> None:
    assert moment(None, MEXICO) < moment(date(1, 1, 2), MEXICO)
