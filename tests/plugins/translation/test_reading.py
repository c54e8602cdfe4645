from typing import Any

import pytest

from plugins.translation.reading import document_for, links_language, own_first


def front(original: str, status: str = "published") -> str:
    named = f"original: {original}" if original else "date: 2013-11-20"
    return f"---\ntitle: T\n{named}\nstatus: {status}\n---\n"


def offered(example: Any, lang: str, texts: dict[str, str]) -> str | None:
    catalogue, _ = example.catalogue({f"posts/a.{tag}.md": text for tag, text in texts.items()}, langs="es en ar")
    document = document_for(catalogue.posts[0], lang)
    return document.lang if document else None


def test_a_reader_gets_the_own_language_where_it_is_published(example: Any) -> None:
    assert offered(example, "en", {"es": front(""), "en": front("es")}) == "en"


def test_a_reader_gets_the_original_where_the_own_language_is_not_published(example: Any) -> None:
    assert offered(example, "ar", {"es": front("en"), "en": front("")}) == "en"
    assert offered(example, "es", {"es": front("en", "draft"), "en": front(""), "ar": front("en")}) == "en"


def test_a_reader_gets_any_translation_where_the_original_is_not_published(example: Any) -> None:
    assert offered(example, "es", {"es": front("en", "retired"), "en": front("", "draft"), "ar": front("en")}) == "ar"


def test_a_reader_gets_nothing_of_what_is_not_published(example: Any) -> None:
    assert offered(example, "es", {"es": front("", "draft"), "en": front("es", "review")}) is None


def test_posts_of_the_own_language_come_first_and_the_order_stays(example: Any) -> None:
    texts = {
        "posts/a.es.md": front(""), "posts/b.en.md": front(""), "posts/c.es.md": front(""), "posts/d.en.md": front(""),
    }  # fmt: skip
    catalogue, _ = example.catalogue(texts)
    assert [post.key for post in own_first(catalogue.posts, "en")] == ["b", "d", "a", "c"]
    assert [post.key for post in own_first(catalogue.posts, "es")] == ["a", "c", "b", "d"]


@pytest.mark.parametrize(
    ("links", "note"),
    [
        ([], ""),
        (["es"], "es"),
        (["es", "es"], "es"),
        (["es", "fr"], ""),
        (["es", "en"], ""),
        (["en"], ""),
        (["en-GB"], ""),
        (["es-MX"], "es-MX"),
        (["es", "es-MX"], "es"),
        (["en", "en-GB"], ""),
    ],
)
def test_the_links_of_a_page_have_one_other_language_or_none(links: list[str], note: str) -> None:
    assert links_language("en", links) == note
