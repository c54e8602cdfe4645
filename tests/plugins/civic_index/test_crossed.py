"""Levels by activity and activities by level: counts, groups, what is done there, and where to go next."""

from __future__ import annotations

from typing import Any

FILES = {
    "levels.yml": """\
basic: {es: {label: Básica, practices: [Guardan una copia.]}, en: {label: Basic}}
high: {es: {label: Alta}, en: {label: High}}
top: {es: {label: Cima}, en: {label: Top}}
""",
    "activities.yml": """\
skills: {es: {label: Saber}, en: {label: Skills}}
research: {es: {label: Buscar}, en: {label: Research}}
""",
    "posts/a.es.md": "---\ntitle: A\ndate: 2020-01-01\nlevel: basic\nactivity: research\n---\n",
    "posts/b.es.md": "---\ntitle: B\ndate: 2020-01-02\nlevel: basic\nactivity: skills\n---\n",
    "posts/c.es.md": "---\ntitle: C\ndate: 2020-01-03\nlevel: basic\n---\n",
    "posts/d.es.md": "---\ntitle: D\ndate: 2020-01-04\nlevel: basic\nactivity: research\n---\n",
    "posts/e.es.md": "---\ntitle: E\ndate: 2020-01-05\nactivity: research\n---\n",
}


def pages(example: Any, kind: str, lang: str = "es", **more: str) -> dict[str, Any]:
    plan, _ = example.plan({**FILES, **more})
    return {view.id: view for _, view in plan.views() if (view.kind, view.lang, view.number) == (kind, lang, 0)}


def test_the_posts_of_a_level_are_grouped_by_activity_in_the_order_of_its_file(example: Any) -> None:
    groups = pages(example, "level")["basic"].groups
    assert [(group.link.title if group.link else None, [card.title for card in group.cards]) for group in groups] == [
        ("Saber", ["B"]),
        ("Buscar", ["D", "A"]),
        (None, ["C"]),
    ]


def test_a_level_counts_its_posts_by_activity_and_those_without_one_last(example: Any) -> None:
    level = pages(example, "level")["basic"]
    assert [(share.link.url if share.link else None, share.count) for share in level.shares] == [
        ("/matriz/basica/saber/", 1),
        ("/matriz/basica/buscar/", 2),
        (None, 1),
    ]
    assert sum(share.count for share in level.shares) == level.total


def test_where_no_post_is_there_is_no_address_and_a_nought(example: Any) -> None:
    level = pages(example, "level")["top"]
    assert [(share.link.url if share.link else None, share.count) for share in level.shares] == [("", 0), ("", 0)]
    assert level.groups == ()


def test_an_activity_counts_its_posts_by_level_and_those_without_one_last(example: Any) -> None:
    activity = pages(example, "activity")["research"]
    assert [(share.link.title if share.link else None, share.count) for share in activity.shares] == [
        ("Básica", 2),
        ("Alta", 0),
        ("Cima", 0),
        (None, 1),
    ]
    assert (activity.step, activity.before, activity.after) == (0, None, None)


def test_levels_follow_each_other_in_the_order_of_their_file_whatever_their_ids(example: Any) -> None:
    turned = "top: {es: {label: Cima}, en: {label: Top}}\nbasic: {es: {label: Básica}, en: {label: Basic}}\n"
    levels = pages(example, "level", **{"levels.yml": turned})
    first, last = levels["top"], levels["basic"]
    assert (first.step, first.steps, first.before, first.after.title) == (1, 2, None, "Básica")
    assert (last.step, last.before.title, last.after) == (2, "Cima", None)


def test_what_is_done_falls_back_to_another_language_and_says_so(example: Any) -> None:
    level = pages(example, "level", "en")["basic"]
    assert (level.practices, level.practices_lang, level.practices_dir) == (("Guardan una copia.",), "es", "ltr")


def test_cards_leave_out_what_the_page_and_the_heading_of_their_group_say(example: Any) -> None:
    for page in (pages(example, "level")["basic"], pages(example, "activity")["research"]):
        cards = [*page.cards, *(card for group in page.groups for card in group.cards)]
        assert {(card.level, card.activity) for card in cards} == {(None, None)}


def test_numbered_pages_are_grouped_too_and_count_nothing(example: Any) -> None:
    posts = {
        f"posts/p{day}.es.md": f"---\ntitle: P{day}\ndate: 2021-01-{day:02}\nlevel: high\nactivity: skills\n---\n"
        for day in range(1, 25)
    }
    plan, _ = example.plan({**FILES, **posts})
    [numbered] = [
        view for _, view in plan.views() if (view.kind, view.id, view.lang, view.number) == ("level", "high", "es", 1)
    ]
    assert (numbered.shares, numbered.total, [len(group.cards) for group in numbered.groups]) == ((), 0, [10])
