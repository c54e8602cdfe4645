import re

import pytest

from plugins.hosting.url_path import decoded, encoded, pattern


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/a/b-c_d.e~f/", "/a/b-c_d.e~f/"),
        ('/a b"c/', "/a%20b%22c/"),
        ("/$uri;#?/", "/%24uri%3B%23%3F/"),
        ("/{x}*:y\\/", "/%7Bx%7D%2A%3Ay%5C/"),
        ("/a\nb/", "/a%0Ab/"),
        ("/año/%C3%B1/", "/a%C3%B1o/%C3%B1/"),
        ("/a%2fb%20/", "/a/b%20/"),
        ("/100%/", "/100%25/"),
    ],
)
def test_no_character_of_a_path_is_syntax(path: str, written: str) -> None:
    assert encoded(path) == written


@pytest.mark.parametrize(
    "path", ["/a.b/", "/a%20b/", "/%24%5E%28x%29%2A%2B%3F%7B1%7D%7C%5C/", "/%22%27%23%0A/", "/a%C3%B1o/"]
)
def test_a_pattern_matches_its_path_alone_and_is_made_of_harmless_characters(path: str) -> None:
    written = pattern(path)
    assert re.fullmatch(r"(?:[A-Za-z0-9/_-]|\\\.|\\x[0-9a-f]{2})*", written)
    as_bytes = decoded(path).encode("utf-8", "surrogateescape")
    assert re.fullmatch(written.encode(), as_bytes)
    assert not re.fullmatch(written.encode(), as_bytes + b"x")
    assert not re.fullmatch(pattern("/a.b/").encode(), b"/axb/")


def test_bytes_that_are_no_text_survive() -> None:
    assert decoded("/%ff/").encode("utf-8", "surrogateescape") == b"/\xff/"
    assert encoded(decoded("/%ff/")) == "/%FF/"
