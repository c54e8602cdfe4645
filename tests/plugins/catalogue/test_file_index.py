from plugins.catalogue.file_index import GRAIN, FileIndex, digest_of

STAMP = (1_000, 1_000, 5, 7)
LATE = 1_000 + GRAIN


def index(noted: int) -> FileIndex:
    return FileIndex(noted, {"posts/a.es.md": (STAMP, "d")})


def test_a_file_that_is_as_it_was_has_the_digest_of_before() -> None:
    assert index(LATE).digest("posts/a.es.md", STAMP) == "d"


def test_a_file_with_another_time_size_or_inode_is_read_again() -> None:
    for changed in ((2_000, 1_000, 5, 7), (1_000, 2_000, 5, 7), (1_000, 1_000, 6, 7), (1_000, 1_000, 5, 8)):
        assert index(LATE).digest("posts/a.es.md", changed) is None


def test_a_file_written_within_the_moment_it_was_noted_may_have_been_written_twice() -> None:
    assert index(LATE - 1).digest("posts/a.es.md", STAMP) is None


def test_a_file_from_the_future_is_read_again() -> None:
    assert index(0).digest("posts/a.es.md", STAMP) is None


def test_a_file_that_nobody_knows_is_read() -> None:
    assert index(LATE).digest("posts/b.es.md", STAMP) is None


def test_a_digest_tells_texts_apart() -> None:
    assert digest_of(b"a") == digest_of(b"a") != digest_of(b"b")
