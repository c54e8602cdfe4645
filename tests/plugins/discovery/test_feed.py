from collections.abc import Callable
from typing import Any

import pytest

TOPICS = "radio:\n  es: {label: Radio, description: Voces.}\n  en: {label: Wireless}\nmaps:\n  es: {label: Mapas}\n"
LEVELS = "basic:\n  es: {label: Básica}\nhigh:\n  es: {label: Alta}\n  en: {label: High}\n"
ACTIVITIES = "skills:\n  es: {label: Habilidades}\n  en: {label: Skills}\n"


def post(date: str = "2013-11-20", more: str = "", title: str = "Nota") -> str:
    return f"---\ntitle: {title}\ndate: {date}\n{more}---\nTexto.\n"


def translation(more: str = "") -> str:
    return f"---\ntitle: Note\noriginal: es\n{more}---\nText.\n"


FILED = "topics: [radio]\nlevel: basic\nactivity: skills\n"
TEXTS = {
    "topics.yml": TOPICS,
    "levels.yml": LEVELS,
    "activities.yml": ACTIVITIES,
    "posts/a.es.md": post(more=FILED),
    "posts/b.en.md": post("2013-11-21", "topics: [radio]\n", "B"),
}
Make = Callable[..., Any]


def test_a_feed_stands_beside_the_page_of_each_language_topic_level_and_activity(feeds: Make) -> None:
    assert sorted(feeds(TEXTS).views("feed")) == [
        "actividades/habilidades/feed.xml",
        "en/feed.xml",
        "en/topics/wireless/feed.xml",
        "feed.xml",
        "niveles/basica/feed.xml",
        "temas/radio/feed.xml",
    ]


def test_a_feed_has_the_posts_of_its_own_language_alone(feeds: Make) -> None:
    site = feeds({**TEXTS, "posts/a.en.md": translation()})
    assert site.keys("feed.xml") == ["a/es"]
    assert site.keys("en/feed.xml") == ["b/en", "a/en"]
    assert site.keys("temas/radio/feed.xml") == ["a/es"]
    assert site.keys("en/levels/basica/feed.xml") == ["a/en"]


def test_a_site_without_posts_has_no_feed_but_a_page_of_feeds(feeds: Make) -> None:
    site = feeds({"topics.yml": TOPICS, "levels.yml": LEVELS})
    assert site.views("feed") == {}
    assert list(site.views("feeds")) == ["canales/index.html", "en/feeds/index.html"]
    assert {view.feed for view in site.views("home").values()} == {""}


def test_without_the_index_the_feeds_of_its_pages_are_gone(feeds: Make) -> None:
    site = feeds(TEXTS, has_index=False)
    assert sorted(site.views("feed")) == ["en/feed.xml", "feed.xml"]
    page = site.views("feeds")["canales/index.html"]
    assert (page.topics, page.levels, page.activities) == ((), (), ())
    assert [link.title for link in page.languages] == ["Español", "English"]


def test_the_newest_fifty_come_newest_first_and_those_of_one_moment_by_key(feeds: Make) -> None:
    texts = {f"posts/p{day:02}.es.md": post(f"2013-{1 + day // 28:02}-{1 + day % 28:02}") for day in range(60)}
    texts |= {"posts/z.es.md": post("2014-01-01"), "posts/y.es.md": post("2014-01-01")}
    keys = feeds(texts).keys("feed.xml")
    assert len(keys) == 50
    assert keys[:3] == ["z/es", "y/es", "p59/es"]
    assert keys[-1] == "p12/es"


def test_a_translation_takes_its_place_by_its_own_date(feeds: Make) -> None:
    texts = {**TEXTS, "posts/a.en.md": translation("date: 2020-01-01\n")}
    assert feeds(texts).keys("en/feed.xml") == ["a/en", "b/en"]


@pytest.mark.parametrize("status", ["draft", "review", "retired"])
def test_nothing_unpublished_is_in_a_feed(feeds: Make, status: str) -> None:
    texts = {"posts/a.es.md": post(), "posts/b.es.md": post(more=f"status: {status}\n")}
    assert feeds(texts).keys("feed.xml") == ["a/es"]
    assert len(feeds(texts, SHOW_DRAFTS=True).keys("feed.xml")) == (1 if status == "retired" else 2)


def test_a_page_and_its_numbered_pages_announce_the_feed(feeds: Make) -> None:
    texts = {"topics.yml": TOPICS}
    texts |= {f"posts/p{n}.es.md": post(f"2013-11-{n:02}", "topics: [radio]\n") for n in range(1, 21)}
    found = {path: view.feed for path, view in feeds(texts).views("topic").items() if path.startswith("temas")}
    assert len(found) == 2
    assert set(found.values()) == {"/temas/radio/feed.xml"}


def test_a_feed_says_whose_it_is_and_where(feeds: Make) -> None:
    site = feeds(TEXTS, SITEURL="https://example.org/blog", TAGLINE="A dos voces")
    home, topic = site.views("feed")["en/feed.xml"], site.views("feed")["temas/radio/feed.xml"]
    assert (home.title, home.subtitle, topic.title, topic.subtitle) == (
        "Plaza",
        "A dos voces",
        "Radio · Plaza",
        "Voces.",
    )
    assert home.address == "https://example.org/blog/en/feed.xml"
    assert home.page == "https://example.org/blog/en/"
    assert (topic.site.title, topic.site.url) == ("Plaza", "https://example.org/blog/")


def test_a_description_in_another_language_keeps_its_language(feeds: Make) -> None:
    topic = feeds(TEXTS).views("feed")["en/topics/wireless/feed.xml"]
    assert (topic.title, topic.subtitle, topic.subtitle_lang) == ("Wireless · Plaza", "Voces.", "es")


def test_ids_outlive_address_slug_title_and_new_posts(feeds: Make) -> None:
    before = feeds(TEXTS, FEED_AUTHORITY="example.org")
    texts = {
        **TEXTS,
        "topics.yml": TOPICS.replace("label: Radio,", "label: Ondas, slug: ondas,"),
        "posts/a.es.md": post(more=f"slug: otra\nmodified: 2014-01-01\n{FILED}", title="Otro título"),
        "posts/c.es.md": post("2012-01-01", FILED),
    }
    after = feeds(texts, FEED_AUTHORITY="example.org", SITEURL="https://example.com/blog", SITENAME="Ágora")
    assert before.ids("temas/radio/feed.xml") == after.ids("temas/ondas/feed.xml")[:2]
    assert before.ids("feed.xml") == after.ids("feed.xml")[:2]


def test_the_entry_of_a_post_is_made_once_however_many_feeds_hold_it(feeds: Make) -> None:
    found = feeds(TEXTS).views("feed")
    paths = ("feed.xml", "temas/radio/feed.xml", "niveles/basica/feed.xml")
    assert len({id(found[path].entries[0]) for path in paths}) == 1


def test_feeds_are_no_pages_for_search_engines(feeds: Make) -> None:
    site = feeds(TEXTS)
    assert {view.alternates for view in site.views("feed").values()} == {()}
    assert not [identity for identity in site.plan.composer.indexed if identity.kind == "feed"]
