"""What is sent and removed, in which order."""

from hypothesis import given
from hypothesis import strategies as st

from tools.publish.record import Record
from tools.publish.sending import plan_sending

STYLE, NEW_STYLE = "theme/kept/plaza.0a1b2c3d.css", "theme/kept/plaza.4e5f6071.css"
FILES = {"index.html": "1", "feed.xml": "1", STYLE: "1", "a/index.html": "1"}
PATHS = st.sampled_from(
    ["index.html", "a", "a/index.html", "a/b.css", "feed.xml", "x.css", "x.css.gz", "b/index.html.br"]
)
DIGESTS = st.sampled_from("123")


def test_a_site_as_it_is_there_needs_nothing() -> None:
    sending = plan_sending(FILES, Record(FILES))
    assert (sending.sent, sending.removed, sending.cleared, sending.leaving) == ((), (), (), frozenset())


def test_what_pages_need_goes_before_them_and_what_announces_them_after() -> None:
    local = {"index.html": "2", "feed.xml": "2", NEW_STYLE: "1", "a/index.html": "1", "b/index.html": "1"}
    sending = plan_sending(local, Record(FILES))
    assert sending.rounds == ((NEW_STYLE,), ("b/index.html",), ("index.html",), ("feed.xml",))
    assert sending.removed == ()


def test_a_compressed_file_goes_with_the_one_it_stands_beside() -> None:
    local = {**FILES, "b/index.html": "1", "b/index.html.gz": "1", "feed.xml.br": "1", "x.css.br": "1"}
    sending = plan_sending(local, Record(FILES))
    assert sending.rounds == (("x.css.br",), ("b/index.html", "b/index.html.gz"), (), ("feed.xml.br",))


def test_a_style_that_no_page_asks_for_any_more_stays_until_the_next_publish() -> None:
    local = {"index.html": "2", "feed.xml": "1", NEW_STYLE: "1", "a/index.html": "2"}
    first = plan_sending(local, Record(FILES))
    assert (first.removed, first.leaving) == ((), {STYLE})
    second = plan_sending(local, Record(local, leaving=first.leaving))
    assert (second.sent, second.removed, second.leaving) == ((), (STYLE,), frozenset())


def test_a_style_that_comes_back_does_not_leave() -> None:
    sending = plan_sending(FILES, Record({**FILES, NEW_STYLE: "1"}, leaving=frozenset([STYLE])))
    assert (sending.removed, sending.leaving) == ((), {NEW_STYLE})


def test_a_page_that_is_gone_is_removed_at_the_end() -> None:
    local = {path: digest for path, digest in FILES.items() if path != "a/index.html"}
    assert plan_sending(local, Record(FILES)).removed == ("a/index.html",)


def test_of_what_a_publish_left_open_all_is_done_again() -> None:
    record = Record(FILES, unsure=frozenset(["index.html", "b/index.html", "old.css"]))
    sending = plan_sending(FILES, record)
    assert sending.sent == ("index.html",)
    assert sending.removed == ("b/index.html",)
    assert sending.leaving == {"old.css"}


def test_a_file_where_a_folder_has_to_be_is_removed_first() -> None:
    record = Record({"a": "1", "b/index.html": "1", "c/d/e.css": "1"})
    sending = plan_sending({"a/index.html": "1", "b": "1", "c": "1"}, record)
    assert sending.cleared == ("a", "b/index.html", "c/d/e.css")
    assert (sending.removed, sending.leaving) == ((), frozenset())


@given(st.dictionaries(PATHS, DIGESTS), st.dictionaries(PATHS, DIGESTS), st.frozensets(PATHS), st.frozensets(PATHS))
def test_afterwards_the_site_is_there_and_nothing_else_but_what_leaves(
    local: dict[str, str], before: dict[str, str], unsure: frozenset[str], leaving: frozenset[str]
) -> None:
    sending = plan_sending(local, Record(before, unsure, leaving - local.keys()))
    there = {path: before.get(path, "?") for path in {*before, *unsure, *(leaving - local.keys())}}
    there.update(dict.fromkeys(unsure, "?"))
    for path in sending.cleared:
        del there[path]
    there.update((path, local[path]) for path in sending.sent)
    for path in sending.removed:
        del there[path]
    assert {path: digest for path, digest in there.items() if path not in sending.leaving} == local
    assert len(set(sending.sent)) == len(sending.sent)
