import pytest

from plugins.plan.listing import page_count, page_of


@pytest.mark.parametrize(
    ("total", "numbered", "on_the_listing"),
    [(0, 0, 0), (1, 0, 1), (9, 0, 9), (10, 0, 10), (19, 0, 19), (20, 1, 10), (29, 1, 19), (30, 2, 10), (39, 2, 19)],
)
def test_the_listing_keeps_the_newest_ten_to_nineteen(total: int, numbered: int, on_the_listing: int) -> None:
    assert page_count(total) == numbered
    assert len(page_of(range(total), 0)) == on_the_listing


@pytest.mark.parametrize("total", [0, 9, 10, 19, 20, 29, 30, 101])
def test_every_entry_is_on_exactly_one_page(total: int) -> None:
    pages = [page_of(range(total), number) for number in range(page_count(total) + 1)]
    assert sorted(entry for page in pages for entry in page) == list(range(total))


def test_page_one_has_the_oldest_ten_newest_first() -> None:
    assert page_of(range(35), 1) == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    assert page_of(range(35), 2) == [19, 18, 17, 16, 15, 14, 13, 12, 11, 10]
    assert page_of(range(35), 0)[0] == 34


def test_numbered_pages_keep_their_posts_as_newer_ones_are_added() -> None:
    for total in range(20, 60):
        assert page_of(range(total), 1) == page_of(range(20), 1)
