"""What others find of old addresses and retired texts in the plan, without a disk."""

from __future__ import annotations

from typing import Any

from plugins.catalogue.post import Catalogue
from plugins.moved.kinds import KINDS
from plugins.moved.redirect import RedirectView
from plugins.moved.retired import RetiredView
from plugins.plan.kinds import KINDS as PLAN_KINDS
from plugins.plan.plan import Plan, make_plan
from plugins.plan.view import Link

ES = "---\ntitle: Radio libre\ndate: 2013-11-20\ntopics: [radio]\n%s---\nHola.\n"
EN = "---\ntitle: Free radio\noriginal: es\n%s---\nHello.\n"
TOPICS = "radio: {es: {label: Radio}, en: {label: Radio}}\n"


def plan_of(example: Any, **texts: str) -> Plan:
    """Plan a site of a post `a`, by language."""
    files = {"topics.yml": TOPICS, **{f"posts/a.{lang}.md": text for lang, text in texts.items()}}
    settings = example.settings(SITEURL="https://example.org/blog")
    catalogue: Catalogue = example.catalogue(files, SITEURL="https://example.org/blog")[0]
    plan, found = make_plan(catalogue, settings, (*PLAN_KINDS, *KINDS), example.labels(settings))
    assert found == ()
    return plan


def test_a_redirect_is_found_by_its_kind_with_its_target(example: Any) -> None:
    plan = plan_of(example, es=ES % "aliases: [/viejo, /2013/%C3%B1.html]\n", en=EN % "aliases: [/old/]\n")
    views = {page.address.url: page.view(plan.composer) for page in plan.pages if page.kind.name == "redirect"}
    assert {url: (view.lang, view.target) for url, view in views.items() if isinstance(view, RedirectView)} == {
        "/viejo/": ("es", "/blog/notas/radio-libre/"),
        "/2013/%C3%B1.html": ("es", "/blog/notas/radio-libre/"),
        "/old/": ("en", "/blog/en/posts/free-radio/"),
    }
    one = views["/viejo/"]
    assert (one.url, one.canonical) == ("/blog/viejo/", "https://example.org/blog/notas/radio-libre/")
    assert (one.is_noindex, one.alternates, one.share) == (True, (), None)


def test_a_retired_text_keeps_its_address_and_names_what_is_left(example: Any) -> None:
    plan = plan_of(example, es=ES % "status: retired\naliases: [/viejo]\n", en=EN % "")
    views = {
        page.address.url: page.view(plan.composer) for page in plan.pages if page.outline.source == "posts/a.es.md"
    }
    retired, redirect = views["/notas/radio-libre/"], views["/viejo/"]
    assert isinstance(retired, RetiredView) and isinstance(redirect, RedirectView)
    assert (retired.kind, retired.is_noindex, retired.alternates) == ("retired", True, ())
    assert retired.date is not None and retired.date.iso == "2013-11-20"
    assert retired.elsewhere == Link("Free radio", "/blog/en/posts/free-radio/", "en", "ltr", "inglés")
    assert [(entry.lang, entry.url) for entry in retired.switcher] == [("es", "/blog/notas/radio-libre/"), ("en", "")]
    assert redirect.target == "/blog/notas/radio-libre/"


def test_two_texts_of_one_slug_are_told_once_where_one_is_retired(example: Any) -> None:
    texts = {
        "posts/a.es.md": ES.replace("topics: [radio]\n", "slug: radio\n") % "",
        "posts/b.es.md": ES.replace("topics: [radio]\n", "slug: radio\nstatus: retired\n") % "",
    }
    settings = example.settings()
    catalogue, found = example.catalogue(texts)
    _, more = make_plan(catalogue, settings, (*PLAN_KINDS, *KINDS), example.labels(settings))
    assert [problem.rule for problem in (*found, *more)] == ["slug-twice"]
