from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]
TEXTS = {
    "topics.yml": "a: {es: {label: Zorro}}\nb: {es: {label: Ábaco}, en: {label: Cloud}}\nc: {es: {label: Oca}}\n",
    "levels.yml": "low: {es: {label: Zeta}}\nhigh: {es: {label: Alfa}}\nnone: {es: {label: Nada}}\n",
    "posts/x.es.md": "---\ntitle: X\ndate: 2020-01-02\ntopics: [a, b]\nlevel: high\n---\nX.\n",
    "posts/y.es.md": "---\ntitle: Y\ndate: 2020-01-03\ntopics: [c]\nlevel: low\n---\nY.\n",
    "posts/y.en.md": "---\ntitle: Why\noriginal: es\n---\nWhy.\n",
}


def test_levels_keep_their_order_topics_have_the_languages_and_none_is_empty(feeds: Make) -> None:
    page = feeds(TEXTS).views("feeds")["canales/index.html"]
    assert [(link.title, link.url) for link in page.levels] == [
        ("Zeta", "/niveles/zeta/feed.xml"),
        ("Alfa", "/niveles/alfa/feed.xml"),
    ]
    assert [link.title for link in page.topics] == ["Ábaco", "Oca", "Zorro"]
    assert page.activities == ()


def test_a_page_lists_the_feeds_of_its_own_language(feeds: Make) -> None:
    page = feeds(TEXTS).views("feeds")["en/feeds/index.html"]
    assert [(link.title, link.lang, link.url) for link in page.topics] == [("Oca", "es", "/en/topics/oca/feed.xml")]


def test_a_page_lists_the_feed_of_every_language_that_has_one(feeds: Make) -> None:
    page = feeds(TEXTS, langs="es en ar").views("feeds")["ar/qanawat/index.html"]
    assert [(link.title, link.url, link.lang, link.dir) for link in page.languages] == [
        ("Español", "/feed.xml", "es", "ltr"),
        ("English", "/en/feed.xml", "en", "ltr"),
    ]
    assert page.address == ""


def test_the_address_to_copy_is_whole(feeds: Make) -> None:
    page = feeds(TEXTS, SITEURL="https://example.org/blog").views("feeds")["en/feeds/index.html"]
    assert page.address == "https://example.org/blog/en/feed.xml"
    assert (page.title, page.newest, page.is_noindex) == ("<feeds>", 50, False)
