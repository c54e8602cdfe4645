"""Dates as authors write them: ISO 8601, a day or a moment."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TypeAlias
from zoneinfo import ZoneInfo

When: TypeAlias = date | datetime  # a day, or a moment with its time zone

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(
    r"([0-9-]{10})[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?) ?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)


class BadDateError(ValueError):
    """The text is no date, or one that no calendar has; the message says which."""


def read_date(text: str, timezone: ZoneInfo) -> When:
    """Read `2013-11-20`, or with a time `2013-11-20 10:00`, `2013-11-20T10:00:00Z` (ISO 8601, extended format).

    A moment without an offset is in `timezone`; the result always has one. Raises BadDateError.
    """
    moment = MOMENT.fullmatch(text)
    if not moment and not DAY.fullmatch(text):
        raise BadDateError(f"{text!r} is no date; expected one such as 2013-11-20 or 2013-11-20 10:00")
    try:
        if not moment:
            day = date.fromisoformat(text)
            datetime.combine(day, time.min, timezone).astimezone(UTC)
            return day
        written = datetime.fromisoformat(f"{moment[1]}T{moment[2]}{(moment[3] or '').upper()}")
        aware = written if written.tzinfo else written.replace(tzinfo=timezone)
        aware.astimezone(UTC)
    except (ValueError, OverflowError):  # the latter where the moment in UTC is before year 1 or after 9999
        raise BadDateError(f"{text} does not exist in the calendar") from None
    return aware
