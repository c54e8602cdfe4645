"""The blockquotes of a body."""

from __future__ import annotations

import time

from plugins.parallel_quote.blockquote import find_blockquotes


def test_blockquotes_are_found_with_the_index_of_their_first_line() -> None:
    found, _ = find_blockquotes(["text", "> one", "> > two", "", "> [es] tres"], ("es",))
    assert [(block.first, len(block.lines), block.is_parallel) for block in found] == [(1, 2, False), (4, 1, True)]


def test_places_of_a_quote_are_told_apart() -> None:
    (block,), _ = find_blockquotes(["> [es] a", "> b", "> - c", "> d", ">", "> [en] e"], ("es", "en"))
    assert block.starts == (True, False, False, False, False, True)
    assert block.inside == (False, True, False, True, False, False)
    assert block.markers == (0, 5)


def test_every_line_of_the_body_and_of_parallel_quotes_is_scanned() -> None:
    _, scanned = find_blockquotes(["> [es] a", ">", "> [m]: url", "[n]: url"], ("es",))
    assert {line.content for line in scanned} >= {"[m]: url", "[n]: url"}


def test_ten_thousand_lines_take_no_time() -> None:
    start = time.perf_counter()
    found, _ = find_blockquotes(["> [es] a", ">", "> [en] b", ""] * 2500, ("es", "en"))
    assert len(found) == 2500
    assert time.perf_counter() - start < 3
