"""What stands at a target, written and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.publish.record import Record, as_bytes, read_record

PARTS = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).filter(
    lambda part: part not in (".", "..")
)
PATHS = st.lists(PARTS, min_size=1, max_size=3).map("/".join)


@given(st.dictionaries(PATHS, PATHS), st.frozensets(PATHS), st.frozensets(PATHS), st.text(st.characters(codec="utf-8")))
def test_a_record_is_read_as_it_was_written(
    files: dict[str, str], unsure: frozenset[str], leaving: frozenset[str], by: str
) -> None:
    record = Record(files, unsure, leaving, by)
    assert read_record(as_bytes(record)) == record


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"{}", b"\xff\xfe", b'{"form": 2}', b'{"form": 1}',
        b'{"form": 1, "by": "", "unsure": [], "leaving": [], "files": {"a": 1}}',
        b'{"form": 1, "by": "", "unsure": [1], "leaving": [], "files": {}}',
        b'{"form": 1, "by": "", "unsure": [], "leaving": [], "files": []}',
        *(b'{"form": 1, "by": "", "unsure": ["%b"], "leaving": [], "files": {}}' % path for path in
          (b"", b"..", b"/etc/passwd", b"a/../../b", b"a//b", b"./a", b"a/", b"a\\u0000")),
    ],
)  # fmt: skip
def test_what_is_no_record_is_told(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_record(data)
