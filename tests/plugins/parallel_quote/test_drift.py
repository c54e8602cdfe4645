"""Quotes that the files of a post word differently."""

from __future__ import annotations

import pytest

from plugins.parallel_quote.drift import difference, differing
from plugins.parallel_quote.quote import ParallelQuote, parse


def quotes(*texts: str) -> tuple[ParallelQuote, ...]:
    return parse("\n\n".join(texts).splitlines(), ("es", "en", "fr")).quotes


def words(ours: tuple[ParallelQuote, ...], theirs: tuple[ParallelQuote, ...]) -> list[tuple[str, str]]:
    return [(part.text, other.text) for part, other in differing(ours, theirs)]


def test_translation_that_differs_is_found() -> None:
    ours = quotes("> [es] Hola\n>\n> [en] Hello")
    theirs = quotes("> [es] Hola\n>\n> [en] Hi")
    assert words(ours, theirs) == [("Hello", "Hi")]


def test_white_space_comments_and_attributions_do_not_differ() -> None:
    ours = quotes("> [es] Hola mundo\n>\n> [en] Hello\n>\n> — Ana")
    theirs = quotes("> [es] Hola\n> mundo\n>\n> [en]\n> Hello\n> <!-- note -->\n>\n> — Beto")
    assert words(ours, theirs) == []


def test_part_that_one_file_lacks_does_not_differ() -> None:
    assert words(quotes("> [es] Hola\n>\n> [en] Hello"), quotes("> [es] Hola\n>\n> [fr] Salut")) == []


def test_equal_originals_are_matched_in_order() -> None:
    ours = quotes("> [es] Hola\n>\n> [en] Hello", "> [es] Hola\n>\n> [en] Hi")
    theirs = quotes("> [es] Hola\n>\n> [en] Hello", "> [es] Hola\n>\n> [en] Hey")
    assert words(ours, theirs) == [("Hi", "Hey")]


def test_quote_that_one_file_lacks_does_not_shift_the_others() -> None:
    ours = quotes("> [es] Uno\n>\n> [en] One", "> [es] Dos\n>\n> [en] Two")
    theirs = quotes("> [es] Dos\n>\n> [en] Two!")
    assert words(ours, theirs) == [("Two", "Two!")]


def test_original_with_a_change_in_it_is_the_same_quote() -> None:
    ours = quotes("> [es] Un respaldo debe estar actualizado\n>\n> [en] Keep a backup")
    theirs = quotes("> [es] Un respaldo debe estar al día\n>\n> [en] Keep a backup")
    assert words(ours, theirs) == [("Un respaldo debe estar actualizado", "Un respaldo debe estar al día")]


def test_original_of_other_words_is_another_quote() -> None:
    ours = quotes("> [es] Un respaldo debe estar actualizado\n>\n> [en] Keep a backup")
    theirs = quotes("> [es] La red es de quien la teje\n>\n> [en] The net")
    assert words(ours, theirs) == []


def test_original_in_another_language_is_another_quote() -> None:
    assert words(quotes("> [es] Radio\n>\n> [en] Radio!"), quotes("> [en] Radio\n>\n> [es] Radio!")) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        ("a b c", "a x c", ("“b”", "“x”")),
        ("a b c", "a c", ("“a b”", "“a”")),
        ("a c", "a b c", ("“a”", "“a b”")),
        ("b c", "c", ("“b”", "“”")),
        ("a b", "a b c", ("“b”", "“b c”")),
        ("a a", "a", ("“a a”", "“a”")),
        ("a", "b", ("“a”", "“b”")),
        (" ".join("abcdefghijklmnop"), "z", ("“a b c d e f … k l m n o p”", "“z”")),
    ],
)
def test_the_difference_is_the_words_that_are_not_shared(ours: str, theirs: str, shown: tuple[str, str]) -> None:
    assert difference(ours, theirs) == shown
