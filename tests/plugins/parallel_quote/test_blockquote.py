"""The blockquotes of a body."""

from __future__ import annotations

from plugins.parallel_quote.blockquote import find_blockquotes
from tests.support.steps import steps


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


def test_the_steps_grow_as_the_lines_do() -> None:
    quote = ["> [es] a", ">", "> [en] b", ""]
    assert len(find_blockquotes(quote * 2500, ("es", "en"))[0]) == 2500
    few, many = (steps(lambda: find_blockquotes(quote * count, ("es", "en"))) for count in (50, 400))  # noqa: B023 - called at once
    assert many < 10 * few
