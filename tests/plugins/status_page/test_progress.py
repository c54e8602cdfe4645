from plugins.status_page.progress import MOST_NEXT, Progress, progress, what_is_next
from plugins.translation.standing import PostStatus, Standing, State


def status(key: str, state: State, collection: str = "posts") -> PostStatus:
    return PostStatus(key, collection, "es", (), "", (Standing("es", State.CURRENT, "x"), Standing("en", state, "")))


ALL = [
    status("a", State.MISSING),
    status("b", State.CURRENT),
    status("c", State.OUTDATED),
    status("d", State.DRAFT),
    status("e", State.MISSING),
    status("f", State.MISSING, "pages"),
    status("g", State.OUTDATED, "pages"),
]


def test_states_are_counted_by_language() -> None:
    assert progress(ALL, "en") == Progress("en", total=7, current=1, outdated=2, missing=3, draft=1)
    assert progress(ALL, "es") == Progress("es", total=7, current=7, outdated=0, missing=0, draft=0)
    assert progress([], "en") == Progress("en", 0, 0, 0, 0, 0)


def test_what_readers_see_wrong_comes_first_and_posts_before_pages() -> None:
    assert [post.key for post, _ in what_is_next(ALL, "en")] == ["c", "g", "d", "a", "e", "f"]


def test_nothing_is_translated_into_its_own_language() -> None:
    own = PostStatus("a", "posts", "es", (), "", (Standing("es", State.DRAFT, "x"),))
    assert what_is_next([own], "es") == ()


def test_the_list_is_one_that_can_be_finished() -> None:
    assert len(what_is_next([status(str(n), State.MISSING) for n in range(50)], "en")) == MOST_NEXT
