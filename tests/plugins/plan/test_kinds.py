from typing import Any

from plugins.plan.view import Credit, Link


def view(plan: Any, kind: str, lang: str, id: str = "") -> Any:
    (found,) = [
        page.view(plan.composer)
        for page in plan.pages
        if (page.outline.lang, page.outline.identity.kind, page.outline.identity.id) == (lang, kind, id)
        and not page.outline.identity.number
    ]
    return found


def post(day: int, more: str = "", title: str = "") -> str:
    return f"---\ntitle: {title or f'Nota {day}'}\ndate: 2013-11-{day:02}\n{more}---\nTexto.\n"


def test_an_untranslated_post_is_listed_as_a_link_to_its_original(example: Any) -> None:
    plan, _ = example.plan({"posts/a.es.md": post(20)})
    (card,) = view(plan, "archive", "en").cards
    assert (card.title, card.url, card.lang, card.dir, card.language) == (
        "Nota 20", "/notas/nota-20/", "es", "ltr", "Spanish",
    )  # fmt: skip
    assert card.date.text == "November 20, 2013"
    assert not [page for page in plan.pages if page.address.url.startswith("/en/posts/nota")]


def test_a_card_of_a_translation_names_the_language_it_was_translated_from(example: Any) -> None:
    texts = {
        "posts/a.es.md": post(20, "authors: [Ana]\n"),
        "posts/a.en.md": "---\ntitle: Note\noriginal: es\ntranslators: [Leo]\n---\n",
        "posts/b.es.md": post(21, "status: draft\n"),
        "posts/b.en.md": "---\ntitle: Other\noriginal: es\n---\n",
        "posts/c.es.md": post(22),
    }
    plan, _ = example.plan(texts)
    cards = {lang: view(plan, "archive", lang).cards for lang in ("es", "en")}
    assert [(card.title, card.original_lang, card.original_language) for card in cards["en"]] == [
        ("Nota 22", "", ""), ("Other", "", ""), ("Note", "es", "Spanish"),
    ]  # fmt: skip
    assert {card.original_lang for card in cards["es"]} == {""}
    assert [person.title for person in (*cards["en"][2].authors, *cards["en"][2].translators)] == ["Ana", "Leo"]


def test_a_card_for_readers_of_a_third_language_names_both_others(example: Any) -> None:
    texts = {"posts/a.es.md": post(20, "status: draft\n"), "posts/a.en.md": "---\ntitle: Note\noriginal: ar\n---\n"}
    for status, expected in (("retired", ("en", "")), ("published", ("en", "ar"))):
        texts["posts/a.ar.md"] = f"---\ntitle: مقالة\noriginal: es\nstatus: {status}\n---\n"
        (card,) = view(example.plan(texts, langs="es en ar")[0], "archive", "es").cards
        assert (card.lang, card.original_lang) == expected


def test_a_key_counts_once_in_a_listing_of_every_language(example: Any) -> None:
    texts = {"posts/a.es.md": post(20), "posts/a.en.md": "---\ntitle: Note\noriginal: es\n---\n"}
    plan, _ = example.plan(texts)
    assert [view(plan, "archive", lang).total for lang in ("es", "en")] == [1, 1]


def test_a_post_shows_all_that_its_author_wrote(example: Any) -> None:
    more = """\
authors: [ana-torres, Leo]
editors: [ana-torres]
modified: 2014-01-05
image: media/a.png
image_alt: Un disco
origin: {name: Globalizado, url: "https://example.net/1"}
corrections: [{date: 2014-02-01, text: "5 < 6"}]
"""
    texts = {"posts/a.es.md": post(20, more), "people.yml": "ana-torres: {name: Ana Torres}"}
    plan, _ = example.plan(texts, ["media/a.png"], LICENCE="CC-BY-4.0")
    page = view(plan, "post", "es", "a")
    ana, leo = Link("Ana Torres", "/personas/ana-torres/"), Link("Leo", "/personas/leo/")
    assert page.credits == (Credit("authors", (ana, leo)), Credit("editors", (ana,)))
    assert (page.date.iso, page.date.text) == ("2013-11-20", "20 de noviembre de 2013")
    assert page.modified.text == "5 de enero de 2014"
    assert (page.image.url, page.image.alt) == ("/media/a.png", "Un disco")
    assert page.origin == Link("Globalizado", "https://example.net/1")
    assert page.licence.title == "CC BY 4.0"
    assert [(c.date.iso, str(c.text)) for c in page.corrections] == [("2014-02-01", "5 &lt; 6")]
    assert (page.title, page.description, str(page.body)) == ("Nota 20", "Texto.", "<p>Texto.</p>")


def test_a_translation_leads_to_what_it_was_translated_from(example: Any) -> None:
    texts = {
        "posts/a.es.md": post(20),
        "posts/a.en.md": "---\ntitle: Note\noriginal: es\nauthors: []\n---\n",
        "posts/b.es.md": post(21, "status: draft\n"),
        "posts/b.en.md": "---\ntitle: Other\noriginal: es\n---\n",
    }
    plan, _ = example.plan(texts)
    assert view(plan, "post", "en", "a").original == Link("Nota 20", "/notas/nota-20/", "es", "ltr", "Spanish")
    assert view(plan, "post", "en", "b").original.url == ""
    assert view(plan, "post", "es", "a").original is None
    assert view(plan, "post", "en", "a").credits == ()


def test_a_person_has_every_post_with_a_part_in_it_once(example: Any) -> None:
    texts = {
        "posts/a.es.md": post(1, "authors: [ana-torres]\neditors: [Ana Torres]\n"),
        "posts/b.es.md": post(2),
        "posts/b.en.md": "---\ntitle: B\noriginal: es\ntranslators: [ana-torres]\n---\n",
        "posts/c.es.md": post(3, "authors: [ana-torres]\nstatus: draft\n"),
        "people.yml": 'ana-torres: {name: Ana Torres, url: "https://ana.example", bio: {en: Writes code.}}\n',
    }
    plan, _ = example.plan(texts)
    page = view(plan, "person", "es", "ana-torres")
    assert [card.title for card in page.cards] == ["Nota 2", "Nota 1"]
    assert (page.title, page.outside.url) == ("Ana Torres", "https://ana.example")
    assert (str(page.intro), page.intro_lang, page.intro_dir) == ("Writes code.", "en", "ltr")


def test_menu_pages_stand_in_the_header_by_number_and_others_in_the_footer(example: Any) -> None:
    texts = {
        "pages/a.es.md": "---\ntitle: Uno\nmenu: 2\n---\n",
        "pages/b.en.md": "---\ntitle: Two\nmenu: 1\n---\n",
        "pages/c.es.md": "---\ntitle: Tres\n---\n",
        "pages/d.es.md": "---\ntitle: Cuatro\nmenu: 0\nstatus: draft\n---\n",
    }
    site = example.plan(texts)[0].sites["es"]
    assert [(link.title, link.url, link.lang) for link in site.menu] == [
        ("Two", "/en/two/", "en"),
        ("Uno", "/uno/", ""),
    ]
    assert [link.title for link in site.footer] == ["Tres"]
    assert (site.url, site.home.url, site.archive.url) == ("https://example.org/", "/", "/notas/")
    assert site.stylesheet == "/theme/plaza.css"
