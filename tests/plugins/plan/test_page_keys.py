from dataclasses import replace
from typing import Any

import pytest

from plugins.plan.identity import Identity
from plugins.plan.page_keys import PageKeys, shown_and_read
from plugins.plan.plan import Plan

LANGS = ("es", "en")


def texts(**changed: str) -> dict[str, str]:
    bodies = {"a": "Uno.", "b": "Dos.", "c": "Tres.", **changed}
    topics = {"a": "[x]", "b": "[y]", "c": "[y]"}
    posts = {
        f"posts/{key}.es.md": f"---\ntitle: {key}\ndate: 2020-01-0{place}\ntopics: {topics[key]}\n---\n{body}\n"
        for place, (key, body) in enumerate(bodies.items(), 1)
    }
    return {**posts, "topics.yml": "x:\n  es: {label: X}\ny:\n  es: {label: Y}\n"}


def keys(plan: Plan, sites: str = "s", templates: str = "t") -> dict[Identity, str]:
    found = PageKeys(plan, dict.fromkeys(LANGS, sites), {"post.html": templates})
    found = PageKeys(plan, dict.fromkeys(LANGS, sites), {"post.html": templates})
    keyed = zip(plan.pages, found.all(), strict=True)
    return {page.outline.identity: key for page, key in keyed if page.outline.lang == "es"}


def changed(example: Any, before: dict[str, str], after: dict[str, str]) -> set[tuple[str, str]]:
    old, new = (keys(example.plan(files)[0]) for files in (before, after))
    return {(one.kind, one.id) for one in old.keys() | new.keys() if old.get(one) != new.get(one)}


def test_a_text_changes_the_keys_of_what_may_show_it(example: Any) -> None:
    found = changed(example, texts(), texts(a="Otro."))
    assert {("post", "a"), ("topic", "x"), ("archive", ""), ("home", "")} <= found
    assert ("post", "b") in found  # it leads on to the older one
    assert not {("topic", "y"), ("cloud", ""), ("error", "")} & found


def test_words_that_no_list_shows_change_the_keys_of_their_own_page_alone(example: Any) -> None:
    assert changed(example, texts(a="Uno.\n\nMás."), texts(a="Uno.\n\nOtra.")) == {("post", "a")}


def test_what_was_forgotten_is_digested_again(example: Any) -> None:
    plan, _ = example.plan(texts())
    found = PageKeys(plan, dict.fromkeys(LANGS, "s"), {})
    before = list(found.all())
    a = plan.composer.catalogue.posts[0]
    a.documents["es"].text.digest = "other"
    found.forget([a])
    differing = [page for page, old, new in zip(plan.pages, before, found.all(), strict=True) if old != new]
    assert [page.outline.identity for page in differing] == [("post", "a", 0)]


def test_what_is_filed_elsewhere_changes_every_key(example: Any) -> None:
    before = texts()
    after = {**before, "posts/a.es.md": before["posts/a.es.md"].replace("[x]", "[y]")}
    found = changed(example, before, after)
    assert {("post", "c"), ("error", ""), ("cloud", "")} <= found


def test_the_site_and_the_template_of_a_kind_count(example: Any) -> None:
    plan, _ = example.plan(texts())
    own, other_site, other_template = keys(plan), keys(plan, sites="u"), keys(plan, templates="u")
    assert all(own[identity] != other_site[identity] for identity in own)
    assert {identity.kind for identity in own if own[identity] != other_template[identity]} == {"post"}


def test_a_page_cannot_show_a_post_that_its_kind_does_not_name(example: Any) -> None:
    plan, _ = example.plan(texts())
    a, b = plan.composer.catalogue.posts[:2]
    plan.composer.showing([a], [])
    assert plan.composer.card(a, "es").title == "a"
    with pytest.raises(LookupError, match="shows posts/b, which `shows` of its kind does not name"):
        plan.composer.card(b, "es")
    with pytest.raises(LookupError, match="reads posts/a, which `reads` of its kind does not name"):
        plan.composer.body_later(a.documents["es"])
    plan.composer.showing_all()
    assert plan.composer.card(b, "es").title == "b"


def test_every_kind_names_all_that_it_shows(example: Any) -> None:
    plan, _ = example.plan(texts())
    for page in plan.pages:
        plan.composer.showing(*shown_and_read(page, plan.composer))
        page.view(replace(plan.composer, made={}))
