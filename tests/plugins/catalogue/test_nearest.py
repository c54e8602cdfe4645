"""The nearest allowed word."""

from __future__ import annotations

from plugins.catalogue.nearest import advice, nearest


def test_the_most_similar_word_is_named_whatever_its_case() -> None:
    assert nearest("Titel", ["slug", "title", "date"]) == "title"
    assert nearest("CC-BY", ["cc-by", "cc0"]) == "cc-by"


def test_a_word_like_no_other_has_no_nearest() -> None:
    assert nearest("xyz", ["slug", "title"]) == ""
    assert nearest("", []) == ""


def test_the_order_of_the_words_does_not_matter() -> None:
    assert nearest("labe", ["label", "labels"]) == nearest("labe", ["labels", "label"]) == "label"


def test_advice_names_the_nearest_or_all() -> None:
    assert advice("drft", ["draft", "review"], "statuses") == "did you mean draft?"
    assert advice("xyz", ["draft", "review"], "statuses") == "statuses are draft, review"
