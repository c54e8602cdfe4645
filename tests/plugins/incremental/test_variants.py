import gzip

import brotli
import pytest

from plugins.incremental.variants import ENCODINGS, VARIANT, fingerprint_of, is_of_form, is_worth_it, place, told

TEXT = b"one, two; " * 500


@pytest.mark.parametrize("path", ["index.html", "theme/kept/plaza.0123abcd.css"])
def test_a_variant_holds_its_files_bytes_and_is_the_same_each_time(path: str) -> None:
    zipped, packed = (ENCODINGS[name].compress(TEXT, path) for name in ("gzip", "br"))
    assert gzip.decompress(zipped) == brotli.decompress(packed) == TEXT
    assert zipped == ENCODINGS["gzip"].compress(TEXT, path)
    assert zipped[3:8] == bytes(5)  # neither a name nor a time (RFC 1952, 2.3)


def test_texts_of_some_size_are_worth_it() -> None:
    worth = ["index.html", "feed.xml", "a.css", "a.js", "a.mjs", "a.json", "A.SVG", "robots.txt", "es.vtt"]
    assert [path for path in worth if not is_worth_it(path, 1024)] == []
    assert [path for path in worth if is_worth_it(path, 1023)] == []
    assert [path for path in ("a.png", "a.woff2", "a.gz", "en.pf_index", ".plaza") if is_worth_it(path, 9999)] == []


def test_what_a_variant_is_made_of_tells_bytes_and_form() -> None:
    one = fingerprint_of(ENCODINGS["gzip"], b"one")
    assert one == fingerprint_of(ENCODINGS["gzip"], b"one") != fingerprint_of(ENCODINGS["gzip"], b"two")
    assert is_of_form(ENCODINGS["gzip"], one)
    assert not is_of_form(ENCODINGS["br"], one)
    assert not is_of_form(ENCODINGS["gzip"], None)
    assert VARIANT


def test_files_are_moved_after_their_variants_and_pages_after_what_they_fetch() -> None:
    variants = {"b.html.br", "b.html.gz", "c.css.gz"}
    paths = ["a.html", "b.html", "b.html.br", "b.html.gz", "c.css", "c.css.gz", "d.gz"]
    assert sorted(paths, key=lambda path: place(path, variants)) == [
        *("c.css.gz", "c.css", "d.gz", "a.html", "b.html.br", "b.html.gz", "b.html"),
    ]


def test_a_variant_is_told_where_its_file_is_not() -> None:
    variants = {"a.html.gz", "b.html.gz"}
    assert told(["b.html.gz", "a.html.gz", "a.html", "c.gz"], variants) == ("a.html", "b.html.gz", "c.gz")
