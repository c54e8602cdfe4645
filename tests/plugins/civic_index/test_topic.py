"""The pages of topics: the topics that are near them."""

from __future__ import annotations

from typing import Any

TOPICS = """\
a: {es: {label: Uno}, en: {label: One}}
b: {es: {label: Ñu}, en: {label: Gnu}}
c: {es: {label: Nube}, en: {label: Cloud}}
d: {es: {label: Dos}, en: {label: Two}}
e: {es: {label: Nada}, en: {label: Nothing}}
"""


def post(day: int, topics: str, status: str = "published") -> str:
    return f"---\ntitle: T{day}\ndate: 2020-01-{day:02}\ntopics: [{topics}]\nstatus: {status}\n---\n"


def topics(example: Any, texts: dict[str, str], lang: str = "es") -> dict[tuple[str, int], Any]:
    plan, _ = example.plan({"topics.yml": TOPICS, **texts})
    return {(view.id, view.number): view for _, view in plan.views() if (view.kind, view.lang) == ("topic", lang)}


def test_related_topics_share_most_posts_and_stand_in_the_alphabet_where_equal(example: Any) -> None:
    texts = {
        "posts/x.es.md": post(1, "a, b, c, d"),
        "posts/y.es.md": post(2, "a, d"),
        "posts/z.es.md": post(3, "a, e", status="draft"),
    }
    related = topics(example, texts)["a", 0].related
    assert [(one.topic.title, one.topic.url, one.count) for one in related] == [
        ("Dos", "/temas/dos/", 2),
        ("Ñu", "/temas/nu/", 1),
        ("Nube", "/temas/nube/", 1),
    ]


def test_only_the_eight_nearest_are_shown(example: Any) -> None:
    more = "".join(f"t{n}: {{es: {{label: T{n}}}, en: {{label: T{n}}}}}\n" for n in range(20))
    named = ", ".join(f"t{n}" for n in range(20))
    plan, _ = example.plan({"topics.yml": more, "posts/x.es.md": post(1, named)})
    first = next(view for _, view in plan.views() if view.kind == "topic")
    assert len(first.related) == 8


def test_numbered_pages_keep_what_does_not_change_with_new_posts(example: Any) -> None:
    texts = {f"posts/p{day}.es.md": post(day, "a, b") for day in range(1, 25)}
    found = topics(example, texts)
    assert [link.topic.title for link in found["a", 0].related] == ["Ñu"]
    assert (found["a", 1].related, found["a", 1].total, len(found["a", 1].cards)) == ((), 0, 10)
