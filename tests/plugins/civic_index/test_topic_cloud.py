"""The page of all topics: what stands in it, in which order, and when letters part it."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.catalogue.cloud import CloudWord, weigh
from plugins.civic_index.topic_cloud import FEW, by_letter, ranked

SPANISH = "abcdefghijklmnñopqrstuvwxyz"


def words(*texts: str) -> tuple[CloudWord, ...]:
    return tuple(CloudWord(text, 1, f"/{text}/") for text in texts)


def post(topics: str, **fields: str) -> str:
    written = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: A\ndate: 2013-11-20\ntopics: [{topics}]\n{written}---\n"


def cloud(example: Any, texts: dict[str, str], lang: str = "es", **values: Any) -> Any:
    plan, _ = example.plan(texts, **values)
    return next(view for _, view in plan.views() if (view.kind, view.lang) == ("cloud", lang))


def test_a_topic_counts_each_post_once_whatever_its_languages(example: Any) -> None:
    topics = "a: {es: {label: Uno}, en: {label: One}}\nb: {es: {label: Dos}, en: {label: Two}}\n"
    texts = {
        "topics.yml": topics,
        "posts/x.es.md": post("a, b"),
        "posts/x.en.md": post("a", original="es"),
        "posts/y.en.md": post("One"),
    }
    view = cloud(example, texts)
    assert view.total == 2
    assert [(rank.count, [link.title for link in rank.topics]) for rank in view.ranking] == [(2, ["Uno"]), (1, ["Dos"])]


def test_a_topic_without_published_posts_is_not_in_the_cloud_but_in_a_preview_s(example: Any) -> None:
    texts = {
        "topics.yml": "a: {es: {label: Uno}, en: {label: One}}\nb: {es: {label: Dos}, en: {label: Two}}\n",
        "posts/x.es.md": post("a"),
        "posts/y.es.md": post("b", status="draft"),
    }
    assert cloud(example, texts).total == 1
    assert cloud(example, texts, SHOW_DRAFTS=True).total == 2


def test_without_topics_the_page_is_there_and_empty(example: Any) -> None:
    view = cloud(example, {})
    assert (view.url, view.total, view.parts, view.ranking) == ("/temas/", 0, (), ())


def test_a_label_that_falls_back_is_marked_with_its_language(example: Any) -> None:
    texts = {"topics.yml": "a: {es: {label: Niñez}}\n", "posts/x.es.md": post("a")}
    assert '<bdi lang="es" dir="ltr">Niñez</bdi>' in cloud(example, texts, "en").parts[0].cloud


def test_few_topics_stand_in_one_cloud_and_many_under_their_letters() -> None:
    few = weigh(words(*(f"a{n}" for n in range(FEW))))
    assert [part.letter for part in by_letter(few, SPANISH)] == [""]
    many = weigh(words("2030", *(f"a{n:02}" for n in range(FEW)), "ñu", "oso", "東京"))
    assert [part.letter for part in by_letter(many, SPANISH)] == ["0", "a", "ñ", "o", ""]
    assert [part.letter for part in by_letter(many, "")] == [""]


@pytest.mark.parametrize("count", [500, 10_000])
def test_however_many_topics_there_are_each_is_there_once_with_the_weight_it_has_among_all(count: int) -> None:
    all_words = tuple(CloudWord(f"{'abcñz'[n % 5]}{n}", 1 + n % 7, f"/t/{n}/") for n in range(count))
    parts = by_letter(weigh(all_words), SPANISH)
    drawn = "".join(part.cloud for part in parts)
    assert all(f'href="/t/{n}/"' in drawn for n in range(0, count, 97))
    assert drawn.count("<li ") == count
    assert drawn.count('data-weight="9"') == len([word for word in all_words if word.count == 7])


def test_a_ranking_puts_the_most_used_first_and_keeps_the_alphabet_among_equals() -> None:
    ranks = ranked([CloudWord("a", 1), CloudWord("b", 3), CloudWord("c", 1)])
    assert [(rank.count, [link.title for link in rank.topics]) for rank in ranks] == [(3, ["b"]), (1, ["a", "c"])]
