from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from plugins.discovery.feed_ids import entry_id, feed_id
from plugins.plan.identity import Identity


def test_an_entry_is_named_by_authority_day_key_and_language() -> None:
    assert entry_id("example.org", date(2013, 11, 20), "backups", "es") == "tag:example.org,2013-11-20:backups/es"


def test_the_day_is_the_one_that_the_author_wrote_wherever_it_is_read() -> None:
    late = datetime(2013, 11, 20, 23, 30, tzinfo=timezone(timedelta(hours=-6)))
    assert entry_id("example.org", late, "a", "es") == "tag:example.org,2013-11-20:a/es"
    assert entry_id("example.org", late.astimezone(UTC), "a", "es") == "tag:example.org,2013-11-21:a/es"


def test_an_early_year_has_four_digits() -> None:
    assert entry_id("example.org", date(98, 1, 2), "a", "es") == "tag:example.org,0098-01-02:a/es"


@pytest.mark.parametrize(("key", "part"), [("a.b_c-d", "a.b_c-d"), ("50%/año", "50%25%2Fa%C3%B1o")])
def test_a_key_is_encoded_where_a_tag_URI_needs_it(key: str, part: str) -> None:
    assert entry_id("me@example.org", date(2020, 1, 2), key, "es") == f"tag:me@example.org,2020-01-02:{part}/es"


def test_the_id_of_a_feed_depends_on_authority_page_and_language_alone() -> None:
    radio = Identity("topic", "radio")
    assert feed_id("example.org", radio, "es") == "urn:uuid:c78523ee-2ef0-5ac8-8333-0095b4038310"
    others = {
        feed_id("example.com", radio, "es"),
        feed_id("example.org", Identity("level", "radio"), "es"),
        feed_id("example.org", radio, "en"),
        feed_id("example.org", Identity("home"), "es"),
    }
    assert len(others | {feed_id("example.org", radio, "es")}) == 5
