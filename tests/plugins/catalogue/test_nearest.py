"""The nearest allowed word."""

from __future__ import annotations

from plugins.catalogue.nearest import Index, advice, nearest
from tests.support.steps import steps


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


def test_an_index_finds_the_nearest_of_very_many_words() -> None:
    index = Index([*(f"posts/note-{number}" for number in range(5000)), "posts/radio", "pages/about"])
    assert index.nearest("posts/radios") == "posts/radio"
    assert index.nearest("pages/abuot") == "pages/about"
    assert index.nearest("posts/note-4321x") == "posts/note-4321"
    assert index.nearest("zzz") == ""
    assert index.nearest("") == ""
    assert Index([]).nearest("posts/radio") == ""


def test_an_index_compares_few_words_however_many_there_are() -> None:
    small, large = (Index(f"posts/note-{number}" for number in range(count)) for count in (1_000, 20_000))
    asked = [f"posts/nota-{number}" for number in range(20)]
    few, many = (steps(lambda: [index.nearest(word) for word in asked]) for index in (small, large))  # noqa: B023 - called at once
    assert many < 5 * few
