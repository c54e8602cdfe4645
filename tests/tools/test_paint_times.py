"""What the benchmark prints; how long a page takes is for people to read, so no time is asserted here."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.support.building import write_files
from tools.chromium import find_chromium
from tools.paint_times import Paint, measure, print_table
from tools.served_folder import served

PAGE = "<!doctype html><html lang=es><title>T</title><body style='background:#fff'>{}</body></html>"


def test_the_longest_wait_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([Paint("home", "/", "h1", 480.0, 2048), Paint("post", "/a/", "img", 1234.0, 40_000)])
    rows = [line.split("│") for line in capsys.readouterr().out.splitlines() if line.startswith("│")]
    assert [[cell.strip() for cell in row[1:-1]] for row in rows] == [
        ["post", "/a/", "img", "1.23", "39.1"],
        ["home", "/", "h1", "0.48", "2.0"],
    ]


@pytest.mark.prove
@pytest.mark.browser
def test_the_largest_thing_of_a_page_is_named(tmp_path: Path) -> None:
    texts = {"index.html": PAGE.format("<h1>Uno</h1>"), "a/index.html": PAGE.format("<p>" + "Muchas palabras. " * 40)}
    site = write_files(tmp_path / "site", texts)
    with ThreadPoolExecutor(1) as apart:  # from the loop of the browser that the other tests share
        paints = apart.submit(measure, site, [("home", "/"), ("post", "/a/")], find_chromium()).result()
    assert [(paint.name, paint.element) for paint in paints] == [("home", "h1"), ("post", "p")]
    assert all(0 < paint.bytes < 2048 for paint in paints)


def test_texts_are_sent_as_hosts_send_them(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "site", {"index.html": "a" * 9000, "a.png": b"b" * 9000})
    with served(folder, is_compressed=True) as address:
        for path, encoding in (("/", "gzip"), ("/a.png", None)):
            with urlopen(Request(address + path)) as answer:
                assert answer.headers["Content-Encoding"] == encoding
