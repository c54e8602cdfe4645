from collections.abc import Iterable
from typing import Any

import pytest

from plugins.diagnostics import error
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity, Kind, Outline
from plugins.plan.kinds import KINDS
from plugins.plan.plan import make_plan
from plugins.plan.view import View

ES = "---\ntitle: Radio libre\ndate: 2013-11-20\n---\n"
EN = "---\ntitle: Free radio\noriginal: es\n---\n"


def urls(plan: Any, kind: str) -> list[tuple[str, str]]:
    return [(page.outline.lang, page.address.url) for page in plan.pages if page.outline.identity.kind == kind]


def view(plan: Any, kind: str, lang: str, id: str = "", number: int = 0) -> Any:
    (found,) = [
        page.view(plan.composer)
        for page in plan.pages
        if (page.outline.lang, page.outline.identity.kind, page.outline.identity.id, page.outline.identity.number)
        == (lang, kind, id, number)
    ]
    return found


def test_every_kind_of_page_is_in_every_language(example: Any) -> None:
    texts = {
        "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\nauthors: [Ana Torres]\ntopics: [radio]\n---\n",
        "pages/about.es.md": "---\ntitle: Acerca\n---\n",
        "topics.yml": "radio:\n  es: {label: Radio}\n  en: {label: Wireless}\n",
        "levels.yml": "basic:\n  es: {label: Básica}\n  en: {label: Basic}\n",
        "activities.yml": "skills:\n  es: {label: Capacidades}\n  en: {label: Skills, slug: know-how}\n",
    }
    plan, found = example.plan(texts)
    assert found == ()
    assert urls(plan, "home") == [("es", "/"), ("en", "/en/")]
    assert urls(plan, "post") == [("es", "/notas/a/")]
    assert urls(plan, "page") == [("es", "/acerca/")]
    assert urls(plan, "archive") == [("es", "/notas/"), ("en", "/en/posts/")]
    assert urls(plan, "person") == [("es", "/personas/ana-torres/"), ("en", "/en/people/ana-torres/")]
    assert urls(plan, "topic") == [("es", "/temas/radio/"), ("en", "/en/topics/wireless/")]
    assert urls(plan, "level") == [("es", "/niveles/basica/"), ("en", "/en/levels/basic/")]
    assert urls(plan, "activity") == [("es", "/actividades/capacidades/"), ("en", "/en/activities/know-how/")]
    assert urls(plan, "error") == [("es", "/404.html"), ("en", "/en/404.html")]


def test_a_third_language_needs_only_its_entry(example: Any) -> None:
    plan, _ = example.plan({"posts/a.es.md": ES, "posts/a.ar.md": EN}, langs="es en ar")
    assert urls(plan, "post") == [("es", "/notas/radio-libre/"), ("ar", "/ar/maqalat/free-radio/")]
    assert view(plan, "post", "ar", "a").dir == "rtl"
    assert [alternate.lang for alternate in view(plan, "home", "ar").alternates] == ["es", "en", "ar"]


def test_a_post_has_itself_and_its_siblings_as_alternates(example: Any) -> None:
    plan, _ = example.plan({"posts/a.es.md": ES, "posts/a.en.md": EN}, SITEURL="https://example.org/blog")
    spanish, english = view(plan, "post", "es", "a"), view(plan, "post", "en", "a")
    assert spanish.url == "/blog/notas/radio-libre/"
    assert spanish.canonical == "https://example.org/blog/notas/radio-libre/"
    assert [(alternate.lang, alternate.url) for alternate in spanish.alternates] == [
        ("es", "https://example.org/blog/notas/radio-libre/"),
        ("en", "https://example.org/blog/en/posts/free-radio/"),
    ]
    assert english.alternates == spanish.alternates
    assert english.x_default == spanish.x_default == "https://example.org/blog/notas/radio-libre/"
    assert not english.is_noindex


def test_a_post_without_a_translation_names_only_itself(example: Any) -> None:
    plan, _ = example.plan({"posts/a.en.md": ES})
    english = view(plan, "post", "en", "a")
    assert [alternate.lang for alternate in english.alternates] == ["en"]
    assert english.x_default == "https://example.org/en/posts/radio-libre/"


def test_without_the_main_language_x_default_is_the_originals(example: Any) -> None:
    texts = {"posts/a.ar.md": ES, "posts/a.en.md": EN.replace("es", "ar")}
    plan, _ = example.plan(texts, langs="es en ar")
    assert view(plan, "post", "en", "a").x_default == "https://example.org/ar/maqalat/radio-libre/"


def test_a_page_that_gives_way_to_another_copy_leaves_hreflang(example: Any) -> None:
    there = "canonical: https://elsewhere.example/radio\n---"
    plan, _ = example.plan({"posts/a.es.md": ES, "posts/a.en.md": EN.replace("---\n", "---\n", 1)[:-4] + there})
    spanish, english = view(plan, "post", "es", "a"), view(plan, "post", "en", "a")
    assert english.canonical == "https://elsewhere.example/radio"
    assert (english.alternates, english.x_default) == ((), "")
    assert [alternate.lang for alternate in spanish.alternates] == ["es"]
    assert spanish.canonical == "https://example.org/notas/radio-libre/"
    assert [entry.url for entry in spanish.switcher] == ["/notas/radio-libre/", "/en/posts/free-radio/"]


def test_where_the_main_language_gives_way_x_default_is_the_other(example: Any) -> None:
    texts = {"posts/a.es.md": ES[:-4] + "canonical: https://elsewhere.example/\n---", "posts/a.en.md": EN}
    plan, _ = example.plan(texts)
    assert view(plan, "post", "en", "a").x_default == "https://example.org/en/posts/free-radio/"


def test_an_error_page_has_no_canonical_link_and_no_alternates(example: Any) -> None:
    plan, _ = example.plan({"posts/a.es.md": ES})
    page = view(plan, "error", "en")
    assert (page.canonical, page.alternates, page.x_default, page.is_noindex) == ("", (), "", True)
    assert [(home.url, home.lang) for home in page.homes] == [("/", "es"), ("/en/", "")]


def test_a_preview_is_kept_from_search_engines_on_every_page(example: Any) -> None:
    plan, _ = example.plan({"posts/a.es.md": ES, "posts/a.en.md": EN}, SHOW_DRAFTS=True)
    for _, page in plan.views():
        assert (page.is_noindex, page.canonical, page.alternates, page.x_default) == (True, "", (), "")


def test_the_switcher_leads_to_the_same_page_or_nowhere(example: Any) -> None:
    plan, _ = example.plan({"posts/a.es.md": ES, "posts/a.en.md": EN, "posts/b.es.md": ES.replace("Radio", "Otra")})
    entries = view(plan, "post", "en", "a").switcher
    assert [(entry.lang, entry.name, entry.url, entry.is_current) for entry in entries] == [
        ("es", "Español", "/notas/radio-libre/", False),
        ("en", "English", "/en/posts/free-radio/", True),
    ]
    assert [entry.url for entry in view(plan, "post", "es", "b").switcher] == ["/notas/otra-libre/", ""]


def test_nothing_unpublished_has_a_page(example: Any) -> None:
    texts = {
        "posts/a.es.md": ES,
        "posts/a.en.md": EN.replace("original", "status: draft\noriginal"),
        "posts/b.es.md": "---\ntitle: B\ndate: 2013-11-20\nauthors: [Ana]\nstatus: retired\n---\n",
        "pages/c.es.md": "---\ntitle: C\nstatus: review\n---\n",
    }
    plan, _ = example.plan(texts)
    assert urls(plan, "post") == [("es", "/notas/radio-libre/")]
    assert (urls(plan, "page"), urls(plan, "person")) == ([], [])
    preview, _ = example.plan(texts, SHOW_DRAFTS=True)
    assert urls(preview, "post") == [("es", "/notas/radio-libre/"), ("en", "/en/posts/free-radio/")]
    assert urls(preview, "page") == [("es", "/c/")]


@pytest.mark.parametrize("slug", ["notas", "temas", "pagina", "media", "theme", "en"])
def test_a_page_may_not_take_a_word_of_the_sites_own_paths(example: Any, slug: str) -> None:
    found = example.plan({"pages/x.es.md": f"---\ntitle: X\nslug: {slug}\n---\n"})[1]
    message = f"the slug {slug!r} is a word of the site's own paths"
    assert found == (error("pages/x.es.md", 3, "slug-reserved", message, "write another slug"),)


def test_a_page_may_take_a_word_of_another_languages_paths(example: Any) -> None:
    assert example.plan({"pages/x.es.md": "---\ntitle: X\nslug: posts\n---\n"})[1] == ()
    assert example.plan({"pages/x.en.md": "---\ntitle: X\nslug: en\n---\n"})[1] == ()


def many(count: int) -> dict[str, str]:
    return {
        f"posts/p{number:02}.es.md": f"---\ntitle: P{number:02}\ndate: 2013-01-{number:02}\n---\n"
        for number in range(1, count + 1)
    }


@pytest.mark.parametrize(("count", "numbered"), [(9, 0), (10, 0), (19, 0), (20, 1), (29, 1), (30, 2)])
def test_a_listing_has_numbered_pages_in_every_language(example: Any, count: int, numbered: int) -> None:
    plan, _ = example.plan(many(count))
    expected = [("es", "/notas/"), *(("es", f"/notas/pagina/{n}/") for n in range(1, numbered + 1))]
    assert [found for found in urls(plan, "archive") if found[0] == "es"] == expected
    assert len(urls(plan, "archive")) == 2 * len(expected)


def test_numbered_pages_lead_from_the_newest_to_the_oldest(example: Any) -> None:
    plan, _ = example.plan(many(30))
    listing, second, first = (view(plan, "archive", "es", number=number) for number in (0, 2, 1))
    assert [len(page.cards) for page in (listing, second, first)] == [10, 10, 10]
    assert (listing.cards[0].title, first.cards[-1].title, listing.total) == ("P30", "P01", 30)
    assert (listing.pager.newer, listing.pager.older.url) == (None, "/notas/pagina/2/")
    assert (second.pager.newer.url, second.pager.older.url) == ("/notas/", "/notas/pagina/1/")
    assert (first.pager.newer.url, first.pager.older) == ("/notas/pagina/2/", None)
    assert (listing.title, first.title) == ("<posts>", "<<posts> page 1>")
    assert [alternate.url for alternate in first.alternates] == [
        "https://example.org/notas/pagina/1/",
        "https://example.org/en/posts/page/1/",
    ]


def test_a_kind_may_stand_beside_the_pages_of_others_and_goes_with_them(example: Any) -> None:
    settings, (catalogue, _) = example.settings(), example.catalogue({"posts/a.es.md": ES})

    def beside(page: Outline, *_: object) -> Iterable[Outline]:
        if page.identity.kind == "post":
            yield Outline(Identity("copy", page.identity.id), page.lang, page.segments, "copy.txt")

    def view(outline: Outline, composer: Composer) -> View:
        return View(**composer.frame(outline, "", ""))

    copies = Kind("copy", lambda *_: (), view, lambda view: view.url, beside)
    plan, found = make_plan(catalogue, settings, [copies, *KINDS], example.labels(settings))
    assert (found, urls(plan, "copy")) == ((), [("es", "/notas/radio-libre/copy.txt")])
    without_posts = [copies, *(kind for kind in KINDS if kind.name != "post")]
    plan, _ = make_plan(example.catalogue({})[0], settings, without_posts, example.labels(settings))
    assert urls(plan, "copy") == []
