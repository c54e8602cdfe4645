from typing import Any

from plugins.plan.home_view import HomeView
from plugins.plan.kinds import KINDS
from plugins.plan.plan import make_plan

ACTIVITIES = """\
research: {es: {label: Investigación, description: Averiguar}, en: {label: Research}}
skills: {es: {label: Capacidades}, en: {label: Skills}}
"""
LEVELS = """\
basic: {es: {label: Básica}, en: {label: Basic}}
high: {es: {label: Alta, description: A < B}}
"""


def home(plan: Any, lang: str) -> HomeView:
    (found,) = [
        page.view(plan.composer)
        for page in plan.pages
        if (page.outline.lang, page.outline.identity.kind) == (lang, "home")
    ]
    assert isinstance(found, HomeView)
    return found


def post(day: int, more: str = "") -> str:
    return f"---\ntitle: Nota {day}\ndate: 2013-11-{day:02}\n{more}---\nTexto.\n"


def test_a_home_takes_posts_of_its_own_language_first_and_marks_the_others(example: Any) -> None:
    texts = {"posts/a.es.md": post(1), "posts/b.en.md": post(2), "posts/c.es.md": post(3), "posts/d.en.md": post(4)}
    plan, _ = example.plan(texts)
    page = home(plan, "es")
    cards = [page.lead, *page.cards]
    assert [(card.title, card.lang, card.language) for card in cards if card] == [
        ("Nota 3", "", ""), ("Nota 1", "", ""), ("Nota 4", "en", "inglés"), ("Nota 2", "en", "inglés"),
    ]  # fmt: skip
    assert page.cards[1].url == "/en/posts/nota-4/"


def test_a_home_shows_nine_posts_and_a_featured_one_leads_however_old(example: Any) -> None:
    texts = {f"posts/p{day:02}.es.md": post(day) for day in range(1, 16)}
    texts["posts/p02.es.md"] = post(2, "featured: true\n")
    plan, _ = example.plan(texts)
    page = home(plan, "es")
    assert (page.lead and page.lead.title, len(page.cards)) == ("Nota 2", 8)
    assert [card.title for card in page.cards][:4] == ["Nota 15", "Nota 14", "Nota 13", "Nota 12"]


def test_a_home_without_posts_leads_with_nothing(example: Any) -> None:
    page = home(example.plan({})[0], "es")
    assert (page.lead, page.cards, page.activities, page.levels, page.cloud) == (None, (), (), (), "")


def test_a_home_leads_into_each_activity_with_posts_that_it_does_not_list_yet(example: Any) -> None:
    texts = {f"posts/p{day:02}.es.md": post(day, "activity: skills\n") for day in range(1, 14)}
    texts["posts/q.es.md"] = post(14, "activity: skills\nlevel: basic\n")
    page = home(example.plan({**texts, "activities.yml": ACTIVITIES, "levels.yml": LEVELS})[0], "es")
    research, skills = page.activities
    assert research.link.url == "/actividades/investigacion/"
    assert (str(research.description), research.count, research.cards) == ("Averiguar", 0, ())
    assert (skills.count, [card.title for card in skills.cards]) == (14, ["Nota 5", "Nota 4"])
    assert [card.activity for card in skills.cards] == [None, None]


def test_a_home_repeats_posts_of_its_language_in_an_activity_before_it_takes_others(example: Any) -> None:
    texts = {
        "posts/a.es.md": post(1, "activity: skills\n"),
        "posts/b.en.md": post(2, "activity: skills\n"),
        "posts/c.es.md": post(3, "activity: skills\n"),
        "posts/d.es.md": post(4, "activity: skills\n"),
        "activities.yml": ACTIVITIES,
    }
    plan = example.plan(texts)[0]
    in_skills = {lang: [card.title for card in home(plan, lang).activities[1].cards] for lang in ("es", "en")}
    assert in_skills == {"es": ["Nota 3", "Nota 1"], "en": ["Nota 4", "Nota 3"]}


def test_a_home_tells_the_steps_of_the_levels_and_marks_words_of_another_language(example: Any) -> None:
    texts = {"posts/a.es.md": post(1, "level: high\n"), "activities.yml": ACTIVITIES, "levels.yml": LEVELS}
    page = home(example.plan(texts)[0], "en")
    assert [(level.link.title, level.link.lang, level.step, level.count) for level in page.levels] == [
        ("Basic", "", 1, 0), ("Alta", "es", 2, 1),
    ]  # fmt: skip
    high = page.levels[1]
    assert (str(high.description), high.description_lang, high.description_dir) == ("A &lt; B", "es", "ltr")
    assert (page.levels[0].description, page.levels[0].description_lang) == ("", "")
    assert page.activities[0].description_lang == "es"


def test_a_home_has_no_ways_where_no_plugin_makes_their_pages(example: Any) -> None:
    texts = {"posts/a.es.md": post(1, "level: basic\n"), "activities.yml": ACTIVITIES, "levels.yml": LEVELS}
    settings, (catalogue, _) = example.settings(), example.catalogue(texts)
    page = home(make_plan(catalogue, settings, KINDS, example.labels(settings))[0], "es")
    assert (page.activities, page.levels, page.cloud) == ((), (), "")
    assert page.lead and page.lead.level and not page.lead.level.url
