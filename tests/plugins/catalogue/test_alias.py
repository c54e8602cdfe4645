"""Old addresses as authors write them, and the files that stand there."""

from __future__ import annotations

import pytest

from plugins.catalogue.alias import alias_fault, alias_path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/", "index.html"),
        ("/viejo/camino/", "viejo/camino/index.html"),
        ("/viejo/camino", "viejo/camino/index.html"),
        ("/2013/11/a.html", "2013/11/a.html"),
        ("/2013/11/A.HTM", "2013/11/A.HTM"),
        ("/2013/a.html/", "2013/a.html/index.html"),
        ("/viejo/index.html", "viejo/index.html"),
        ("/nota.php", "nota.php/index.html"),
        ("/%C3%B1and%C3%BA/", "ñandú/index.html"),
        ("/ñandú", "ñandú/index.html"),
        ("/con%20espacio/100%25/", "con espacio/100%/index.html"),
        ("/a..b/", "a..b/index.html"),
    ],
)
def test_an_old_address_has_a_file(text: str, path: str) -> None:
    assert alias_fault(text) is None
    assert alias_path(text) == path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no path on this site"),
        ("viejo", "is no path on this site"),
        ("https://example.org/a", "is no path on this site"),
        ("/a/../b", "is no path on this site"),
        ("/..", "is no path on this site"),
        ("/./a", "is no path on this site"),
        ("/%2e%2e/b", "is no path on this site"),
        ("//host/a", "names another host"),
        ("/%2Fhost", "names another host"),
        ("/?p=123", "has a query"),
        ("/a%3Fb", "has a query"),
        ("/a#b", "has a fragment"),
        ("/a\\b", "has white space or another character"),
        ("/a b", "has white space or another character"),
        ("/a%00", "has white space or another character"),
        ("/a%0Ab", "has white space or another character"),
        ('/a"b', "has white space or another character"),
        ("/a//b", "has nothing between two"),
        ("/%F1andu/", "is percent-encoded, but not in UTF-8"),
        (f"/{'a' * 256}", "is too long"),
        (f"/{'ñ' * 128}", "is too long"),
        ("/" + "a/" * 600, "is too long"),
        ("/theme/plaza.css", "lies in a folder of Plaza's own"),
        ("/Theme/", "lies in a folder of Plaza's own"),
        ("/buscar/pagefind/x.js", "lies in a folder of Plaza's own"),
    ],
)
def test_what_no_file_can_stand_for_is_no_alias(text: str, told: str) -> None:
    fault = alias_fault(text)
    assert fault is not None
    assert fault[0].startswith(told)
    assert fault[1]
