from typing import Any

TOPICS = """\
radio:
  es: {label: Radio, description: Voces en el aire.}
  en: {label: Wireless}
maps:
  es: {label: Mapas}
  en: {label: Maps}
"""
LEVELS = "basic:\n  es: {label: Básica}\nhigh:\n  es: {label: Alta}\n  en: {label: High}\n"


def texts() -> dict[str, str]:
    return {
        "topics.yml": TOPICS,
        "levels.yml": LEVELS,
        "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\ntopics: [radio]\nlevel: basic\n---\n",
        "posts/b.en.md": "---\ntitle: B\ndate: 2013-11-21\ntopics: [Wireless]\n---\n",
        "posts/c.es.md": "---\ntitle: C\ndate: 2013-11-22\ntopics: [maps]\nlevel: high\nstatus: draft\n---\n",
    }


def views(example: Any, kind: str, lang: str, **values: Any) -> dict[str, Any]:
    plan, _ = example.plan(texts(), **values)
    return {view.id: view for _, view in plan.views() if (view.kind, view.lang) == (kind, lang)}


def test_topic_pages_exist_where_a_published_post_is_filed_and_then_in_every_language(example: Any) -> None:
    assert list(views(example, "topic", "es")) == ["radio"]
    assert list(views(example, "topic", "en")) == ["radio"]
    assert list(views(example, "topic", "en", SHOW_DRAFTS=True)) == ["radio", "maps"]


def test_level_pages_always_exist_in_the_order_of_their_file(example: Any) -> None:
    found = views(example, "level", "en")
    assert [(level, view.total) for level, view in found.items()] == [("basic", 1), ("high", 0)]


def test_a_topic_lists_the_posts_of_all_languages_newest_first(example: Any) -> None:
    topic = views(example, "topic", "es")["radio"]
    assert [(card.title, card.lang) for card in topic.cards] == [("B", "en"), ("A", "")]
    assert (topic.title, topic.total, str(topic.intro)) == ("Radio", 2, "Voces en el aire.")


def test_a_label_or_description_that_falls_back_is_marked_with_its_language(example: Any) -> None:
    level = views(example, "level", "en")["basic"]
    assert (level.title, level.title_lang, level.title_dir, level.url) == ("Básica", "es", "ltr", "/en/levels/basica/")
    topic = views(example, "topic", "en")["radio"]
    assert (topic.title, topic.title_lang, topic.intro_lang) == ("Wireless", "", "es")


def test_the_alternates_of_a_topic_have_the_slugs_of_their_languages(example: Any) -> None:
    topic = views(example, "topic", "en")["radio"]
    assert [(alternate.lang, alternate.url) for alternate in topic.alternates] == [
        ("es", "https://example.org/temas/radio/"),
        ("en", "https://example.org/en/topics/wireless/"),
    ]


def test_the_matrix_of_ways_in_shows_every_level_in_each_language(example: Any) -> None:
    site = example.plan(texts())[0].sites["en"]
    assert [(link.title, link.lang) for link in site.levels] == [("Básica", "es"), ("High", "")]
