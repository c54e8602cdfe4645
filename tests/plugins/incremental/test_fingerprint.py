from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pytest
from markupsafe import Markup

from plugins.incremental.fingerprint import digest
from plugins.plan.later import Later, LaterItems


class Link(NamedTuple):
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class View:
    title: str
    count: int
    cards: tuple[Card, ...]
    body: object = None


def view(title: str = "a", count: int = 1, card: str = "b", link: Link | None = None, body: object = None) -> View:
    return View(title, count, (Card(card, link),), body)


def test_equal_views_have_one_digest_whatever_objects_they_are() -> None:
    assert digest(view()) == digest(view())
    assert digest(view(), {}) == digest(view(), {})


@pytest.mark.parametrize(
    "other",
    [
        view(title="b"),
        view(count=2),
        view(card="c"),
        view(link=Link("d", "e")),
        view(body=""),
        View("a", 1, ()),
        View("a", 1, (Card("b", None), Card("b", None))),
    ],
)
def test_every_value_counts(other: View) -> None:
    assert digest(other) != digest(view())
    assert digest(other, {}) != digest(view(), {})


def test_what_is_put_off_counts_by_its_digest_and_is_not_made() -> None:
    def never() -> Markup:
        pytest.fail("made")

    assert digest(view(body=Later("x", never))) == digest(view(body=Later("x", never)))
    assert digest(view(body=Later("x", never))) != digest(view(body=Later("y", never)))
    assert digest(view(body=LaterItems("x", lambda: (never(),)))) != digest(view(body=LaterItems("y", lambda: ())))


def test_dates_sets_and_maps_count_by_what_they_say() -> None:
    assert digest([date(2013, 11, 20), frozenset("ab"), {"a": 1}]) == digest(
        [date(2013, 11, 20), frozenset("ba"), {"a": 1}]
    )
    assert digest([date(2013, 11, 20)]) != digest([date(2013, 11, 21)])


def test_a_value_that_says_nothing_of_itself_is_refused() -> None:
    with pytest.raises(TypeError, match="object, which says nothing"):
        digest(view(body=object()))
