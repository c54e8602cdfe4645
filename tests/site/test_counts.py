"""Every number of the civic index agrees with a second count, made by other code from the content files alone."""

import re
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Write
from tests.support.building import ROOT, Built, build, write_files
from tests.support.count_differences import differences
from tests.support.independent_count import count_content, weights
from tests.support.random_filing import random_filing

LANGUAGES: dict[str, Any] = runpy.run_path(str(ROOT / "pelicanconf.py"))["LANGUAGES"]
TOPICS = """
water: {es: {label: Agua, synonyms: [ríos, pozos]}, en: {label: Water}}
radio: {es: {label: Radio}, en: {label: Wireless, synonyms: [water]}}
"""
LEVELS = "basic: {es: {label: Básica}, en: {label: Basic}}\nhigh: {es: {label: Alta}, en: {label: High}}\n"
ACTIVITIES = "skills: {es: {label: Habilidades}, en: {label: Skills}}\n"


def post(*fields: str) -> str:
    return "\n".join(("---", "title: Una nota", *fields, "---", "", "level: high", ""))


# The count itself


def test_a_post_counts_once_whatever_its_languages(content: Write) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": post("topics: [water]"),
        "posts/2013/a.en.md": post("original: es"),
        "posts/b.en.md": post("topics: [water]"),
    })  # fmt: skip
    assert count_content(folder, LANGUAGES).by_topic == {"water": 2}


def test_a_post_counts_while_one_of_its_files_is_published(content: Write) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "posts/a.es.md": post("topics: [water]", "status: draft"),
        "posts/a.en.md": post("original: es"),
        "posts/b.es.md": post("topics: [water, radio]", "status: retired"),
        "posts/c.es.md": post("topics: [water, radio]", "status: review"),
        "posts/c.en.md": post("original: es", "status: draft"),
    })  # fmt: skip
    count = count_content(folder, LANGUAGES)
    assert count.by_topic == {"water": 1}
    assert dict(count.posts["a"].slugs) == {"en": "una-nota"}


def test_filing_in_a_translation_counts_nothing(content: Write) -> None:
    folder = content({
        "topics.yml": TOPICS,
        "levels.yml": LEVELS,
        "posts/a.en.md": post("topics: [water]", "level: basic"),
        "posts/a.es.md": post("original: en", "topics: [radio]", "level: high"),
    })  # fmt: skip
    count = count_content(folder, LANGUAGES)
    assert count.by_topic == {"water": 1}
    assert (sorted(count.of_level("basic")), sorted(count.of_level("high"))) == (["a"], [])


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("[WATER]", {"water"}),
        ("Agua", {"water"}),
        ("[RÍOS, radio]", {"water", "radio"}),
        ("[Wireless, RADIO, radio]", {"radio"}),
        ('["pozos", water, Agua]', {"water"}),
        ("[]", set()),
        ("", set()),
    ],
)
def test_a_topic_is_named_by_id_label_or_synonym(content: Write, text: str, topics: set[str]) -> None:
    folder = content({"topics.yml": TOPICS, "posts/a.es.md": post(f"topics: {text}")})
    assert count_content(folder, LANGUAGES).posts["a"].topics == topics


def test_files_that_are_no_posts_count_nothing(content: Write) -> None:
    folder = content({"posts/_a.es.md": "", "posts/.b.es.md": "", "posts/_c/d.es.md": "", "pages/e.es.md": post()})
    assert not count_content(folder, LANGUAGES).posts


def test_a_file_of_another_system_is_read_as_any(content: Write) -> None:
    text = post("topics: [water]").replace("\n", "\r\n").encode("utf-8-sig")
    folder = content({"topics.yml": TOPICS, "posts/a.b.ES.md": text})
    assert count_content(folder, LANGUAGES).of_topic("water") == {"a.b"}


def test_a_post_can_be_read_in_the_languages_of_its_published_files(content: Write) -> None:
    folder = content({
        "posts/a.es.md": post(),
        "posts/a.en.md": post("original: es", "status: draft"),
        "posts/b.EN.md": post(),
        "posts/b.es.md": post("original: en"),
    })  # fmt: skip
    count = count_content(folder, LANGUAGES)
    assert [count.in_lang(count.posts, lang) for lang in ("es", "en")] == [2, 1]


def test_cells_and_what_is_in_none_are_all_posts(content: Write) -> None:
    folder = content({
        "levels.yml": LEVELS,
        "activities.yml": ACTIVITIES,
        "posts/a.es.md": post("level: Básica", "activity: skills"),
        "posts/b.es.md": post("level: HIGH"),
        "posts/c.es.md": post("activity: habilidades"),
        "posts/d.es.md": post(),
    })  # fmt: skip
    count = count_content(folder, LANGUAGES)
    assert sorted(count.of_cell("basic", "skills")) == ["a"]
    assert sorted(count.left_out) == ["b", "c", "d"]


def test_related_topics_share_posts(content: Write) -> None:
    folder = content({
        "topics.yml": TOPICS + "soil: {es: {label: Suelo}}\n",
        "posts/a.es.md": post("topics: [water, radio]"),
        "posts/b.es.md": post("topics: [water, radio, soil]"),
        "posts/c.es.md": post("topics: [soil]"),
    })  # fmt: skip
    count = count_content(folder, LANGUAGES)
    assert count.related("water") == {"radio": 2, "soil": 1}


def test_a_label_that_is_missing_is_another_languages(content: Write) -> None:
    folder = content({"topics.yml": "soil: {es: {label: Suelo fértil, slug: suelo}}\nsea: {en: {label: The sea}}\n"})
    topics = count_content(folder, LANGUAGES).topics
    assert (dict(topics["soil"].labels), dict(topics["sea"].slugs)) == (
        {"es": "Suelo fértil", "en": "Suelo fértil"},
        {"es": "the-sea", "en": "the-sea"},
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, {}),
        ({"a": 3}, {"a": 5}),
        ({"a": 2, "b": 2}, {"a": 5, "b": 5}),
        ({"a": 1, "b": 10, "c": 100}, {"a": 1, "b": 5, "c": 9}),
        ({"a": 1, "b": 2, "c": 65536}, {"a": 1, "b": 2, "c": 9}),  # 1.5 exactly: halves go up
        ({"a": 4, "b": 5, "c": 6}, {"a": 1, "b": 5, "c": 9}),  # 5.4
        ({"a": 1, "b": 3, "c": 500}, {"a": 1, "b": 2, "c": 9}),  # 2.41
    ],
)
def test_weights_are_on_a_logarithmic_scale(counts: dict[str, int], expected: dict[str, int]) -> None:
    assert weights(counts) == expected


# The pages against the count


def test_the_sample_shows_the_numbers_of_its_files(built_sample: Built) -> None:
    assert differences(ROOT / "content", built_sample.output, LANGUAGES) == []


@pytest.mark.prove
def test_a_site_of_sixty_posts_shows_the_numbers_of_its_files(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "content", random_filing(seed=1, posts=60))
    built = build(folder, tmp_path / "output")
    assert differences(folder, built.output, LANGUAGES) == []
    assert built.problems == ""


@pytest.mark.parametrize("page", ["temas", "matriz", "niveles/basica", "en/topics/backups"])
def test_a_wrong_number_is_told(built_sample: Built, tmp_path: Path, page: str) -> None:
    shutil.copytree(built_sample.output, tmp_path / "output")
    file = tmp_path / "output" / page / "index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'value="\d+"', 'value="7777"', text, count=1), encoding="utf-8")

    told = differences(ROOT / "content", tmp_path / "output", LANGUAGES)
    assert any(line.startswith(f"/{page}/") and "7777" in line for line in told)


@pytest.mark.parametrize("part", ["matrix-diagram", "matrix-list", "maturity-matrix", "<tfoot>"])
@pytest.mark.parametrize("lang", ["es", "en"])
def test_a_wrong_number_by_language_is_told(built_sample: Built, tmp_path: Path, part: str, lang: str) -> None:
    shutil.copytree(built_sample.output, tmp_path / "output")
    file = tmp_path / "output" / "matriz" / "index.html"
    head, found, text = file.read_text(encoding="utf-8").partition(part)
    number = rf'(data-voice="{lang}">(?:<path [^>]*>|<span [^>]*>[^<]*</span>)(?:<text [^>]*>)?)[0-9]+'
    file.write_text(head + found + re.sub(number, r"\g<1>7777", text, count=1), encoding="utf-8")

    told = differences(ROOT / "content", tmp_path / "output", LANGUAGES)
    assert [line for line in told if "by language" in line and "7777" in line]
    assert len(told) == 1
