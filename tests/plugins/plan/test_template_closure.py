from plugins.plan.template_closure import template_digests

TEMPLATES = {
    "base.html": "{% block main %}{% endblock %}",
    "post.html": '{% extends "base.html" %}{% from "card.html" import card %}',
    "card.html": "{% macro card() %}a{% endmacro %}",
    "error.html": "none",
    "any.html": "{% include page.kind %}",
    "own/base.html": '{% extends "!theme/base.html" %}',
    "!theme/base.html": "theme",
}


def changed_by(name: str, text: str) -> set[str]:
    before, after = template_digests(TEMPLATES), template_digests({**TEMPLATES, name: text})
    return {template for template in before if before[template] != after[template]}


def test_a_template_changes_all_that_reach_it_and_no_other() -> None:
    assert changed_by("card.html", "{% macro card() %}b{% endmacro %}") == {"card.html", "post.html", "any.html"}
    assert changed_by("base.html", "{% block main %}b{% endblock %}") == {"base.html", "post.html", "any.html"}
    assert changed_by("error.html", "some") == {"error.html", "any.html"}


def test_the_themes_own_template_is_reached_by_its_name() -> None:
    assert changed_by("!theme/base.html", "other") == {"!theme/base.html", "own/base.html", "any.html"}


def test_templates_that_reach_each_other_have_an_end() -> None:
    assert template_digests({"a": '{% include "b" %}', "b": '{% include "a" %}'}).keys() == {"a", "b"}


def test_one_that_cannot_be_read_may_be_made_of_any() -> None:
    before = template_digests({"a": "{% if %}", "b": "1"})
    assert template_digests({"a": "{% if %}", "b": "2"})["a"] != before["a"]
