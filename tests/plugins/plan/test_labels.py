from typing import Any

import pytest


@pytest.mark.parametrize(
    ("name", "argument", "words"),
    [
        ("quote-original", "es", "<original in Spanish>"),
        ("quote-translation", "pt-BR", "<translation into Brazilian Portuguese>"),
        ("quote-further", "", "<in other languages>"),
        ("footnote-back", "2", "<back 2>"),
        ("made-up", "x", ""),
    ],
)
def test_a_label_is_in_the_words_of_the_page(example: Any, name: str, argument: str, words: str) -> None:
    assert example.labels(example.settings())["en"].slot(name, argument) == words


def test_a_listing_keeps_its_title_and_its_numbered_pages_add_their_number(example: Any) -> None:
    labels = example.labels(example.settings())["en"]
    assert labels.numbered("Radio", 0) == "Radio"
    assert labels.numbered("Radio", 2) == "<Radio page 2>"
    assert labels.numbered("100 % radio", 2) == "<100 % radio page 2>"


def test_a_language_is_named_for_the_readers_of_the_page(example: Any) -> None:
    labels = example.labels(example.settings())
    assert (labels["es"].language("en"), labels["en"].language("es")) == ("inglés", "Spanish")
    assert labels["es"].in_language("en") == "<in inglés>"
