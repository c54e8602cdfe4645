from typing import Any

import pytest

from plugins.diagnostics import error, warning

FILES = ["media/a.png", "media/año.pdf", "root/CNAME"]


def post(front: str, body: str) -> str:
    return f"---\ntitle: T\ndate: 2013-11-20\n{front}---\n{body}\n"


def html(example: Any, body: str, lang: str = "es", **values: Any) -> str:
    """Give the HTML of the body of `posts/2013/x`, beside posts in both languages, in one, and in none."""
    texts = {
        f"posts/2013/x.{lang}.md": post("", body),
        "posts/both.es.md": post("", "# Señales\n\n## Más"),
        "posts/both.en.md": post("original: es\n", "# Signs"),
        "posts/spanish.es.md": post("", "# Señales"),
        "posts/draft.en.md": post("status: draft\n", "Soon."),
        "pages/about.es.md": "---\ntitle: Acerca\n---\n",
    }
    plan, _ = example.plan(texts, FILES, **values)
    return str(plan.composer.body(plan.composer.catalogue.by_key["posts", "x"].documents[lang]))


def found(example: Any, body: str, **texts: str) -> Any:
    return example.plan({"posts/x.es.md": post("", body), **texts}, FILES)[1]


@pytest.mark.parametrize(
    "target",
    ["{filename}../both.es.md", "{filename}/posts/both.en.md", "/posts/both.es.md", "../both.md", "/posts/both"],
)
def test_a_link_to_a_post_leads_to_the_readers_language(example: Any, target: str) -> None:
    assert html(example, f"[a]({target})", "es", SITENAME="X") == '<p><a href="/notas/t-both/">a</a></p>'
    assert html(example, f"[a]({target})", "en") == '<p><a href="/en/posts/t-both/">a</a></p>'


def test_a_link_to_a_standing_page_has_no_folder_of_posts(example: Any) -> None:
    assert html(example, "[a](/pages/about)") == '<p><a href="/acerca/">a</a></p>'


def test_a_link_to_a_post_that_the_readers_language_lacks_is_marked(example: Any) -> None:
    assert html(example, "[a](/posts/spanish.md)", "en") == (
        '<p><a href="/notas/t-spanish/" hreflang="es">a <span class="link-lang">(&lt;in Spanish&gt;)</span></a></p>'
    )


def test_a_link_prefers_the_original_to_another_translation(example: Any) -> None:
    texts = {
        "posts/x.ar.md": post("", "[a](/posts/y)"),
        "posts/y.es.md": post("original: en\n", ""),
        "posts/y.en.md": post("", ""),
    }
    plan, _ = example.plan(texts, langs="es en ar")
    assert plan.composer.linked["posts/x.ar.md"].body[0].href == "/en/posts/t/"
    texts["posts/y.en.md"] = post("status: draft\n", "")
    plan, _ = example.plan(texts, langs="es en ar")
    assert plan.composer.linked["posts/x.ar.md"].body[0].href == "/notas/t/"


def test_a_link_to_what_is_not_published_is_written_as_its_words(example: Any) -> None:
    assert html(example, "[so *on*](/posts/draft)") == "<p>so <em>on</em></p>"
    assert found(example, "\n[a](/posts/y.md)", **{"posts/y.es.md": post("status: draft\n", "")}) == (
        warning(
            "posts/x.es.md", 6, "link-unpublished",
            "posts/y is not published in any language; the link is written as its words",
            "publish it, or take the link out",
        ),
    )  # fmt: skip


def test_a_link_to_no_post_is_a_warning_with_the_nearest(example: Any) -> None:
    assert html(example, "[a](/posts/bothh.md)") == "<p>a</p>"
    assert found(example, "[a](radio.es.md)", **{"posts/radios.es.md": post("", "")}) == (
        warning(
            "posts/x.es.md", 5, "dead-link", "there is no posts/radio; the link is written as its words",
            "did you mean posts/radios?",
        ),
    )  # fmt: skip


def test_a_link_to_a_post_with_a_fault_of_its_own_is_not_reported_too(example: Any) -> None:
    assert found(example, "[a](y.md)", **{"posts/y.es.md": "no front matter"}) == ()


def test_a_fragment_leads_to_a_heading_also_without_its_accents(example: Any) -> None:
    assert 'href="/notas/t-both/#señales"' in html(example, "[a](/posts/both#señales)")
    assert 'href="/notas/t-both/#señales"' in html(example, "[a](/posts/both#Senales)")
    assert 'href="/notas/t-both/#más"' in html(example, "[a](/posts/both#m%C3%A1s)")
    assert 'href="#aquí"' in html(example, "# Aquí\n\n[a](#aqui)")


def test_a_dead_fragment_is_left_out_with_a_warning(example: Any) -> None:
    assert html(example, "[a](/posts/both#dead)") == '<p><a href="/notas/t-both/">a</a></p>'
    assert found(example, "# Señales\n\n[a](#señal)") == (
        warning(
            "posts/x.es.md", 7, "dead-fragment", "this page has no place #señal; the link is written without it",
            "did you mean #señales?",
        ),
    )  # fmt: skip


def test_a_dead_fragment_of_this_page_is_written_as_its_words(example: Any) -> None:
    assert html(example, "[a](#dead)") == "<p>a</p>"


def test_a_fragment_is_looked_for_in_the_language_that_is_linked(example: Any) -> None:
    assert 'href="/en/posts/t-both/#signs"' in html(example, "[a](/posts/both#signs)", "en")
    assert found(example, "[a](y.md#signs)", **{"posts/y.es.md": post("", "# Señales")}) == (
        warning(
            "posts/x.es.md", 5, "dead-fragment", "posts/y.es.md has no place #signs; the link is written without it",
        ),
    )  # fmt: skip


@pytest.mark.parametrize("target", ["{static}/media/a.png", "/media/a.png", "../../media/a.png", "media/a.png"])
def test_a_file_in_any_form_has_one_address(example: Any, target: str) -> None:
    assert html(example, f"[a]({target})") == '<p><a href="/media/a.png">a</a></p>'
    assert 'src="/media/a.png"' in html(example, f"![a]({target})")


def test_the_address_of_a_file_is_percent_encoded(example: Any) -> None:
    assert 'href="/media/a%C3%B1o.pdf#page=2"' in html(example, "[a](/media/año.pdf#page=2)")


def test_files_of_the_root_are_linked_where_they_are_published(example: Any) -> None:
    assert 'href="/CNAME"' in html(example, "[a](/CNAME)")
    assert 'href="/CNAME"' in html(example, "[a]({static}/root/CNAME)")


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("![a](/media/b.png)", "media/b.png"),
        ("![a](../media/b.png)", "media/b.png"),
        ("![a]({static}/media/b.png)", "media/b.png"),
        ("![a](media/b.png)", "media/b.png"),
        ("[a]({static}/media/b.png)", "media/b.png"),
        ("[a](/media/b.png)", "media/b.png"),
        ("![a](/posts/b.png)", "posts/b.png"),
        ("![a](/pictures/b.png)", "pictures/b.png"),
    ],
)
def test_a_file_that_is_not_there_is_an_error_in_any_form(example: Any, body: str, path: str) -> None:
    (problem,) = found(example, f"\n{body}")
    assert (problem.path, problem.line, problem.severity, problem.rule, problem.message) == (
        "posts/x.es.md", 6, "error", "missing-file", f"there is no file {path}",
    )  # fmt: skip


def test_a_missing_file_comes_with_the_nearest(example: Any) -> None:
    assert found(example, "![a](/media/aa.png)") == (
        error("posts/x.es.md", 5, "missing-file", "there is no file media/aa.png", "did you mean media/a.png?"),
    )


def test_a_picture_on_another_host_becomes_a_link_with_a_warning(example: Any) -> None:
    assert html(example, "![A disk](https://example.net/a.png)") == (
        '<p><a href="https://example.net/a.png">A disk</a></p>'
    )
    assert found(example, "![a](//example.net/a.png)") == (
        warning(
            "posts/x.es.md", 5, "outside-media",
            "the picture is on another host and becomes a link; expected a file below media/",
            "put the file into media/",
        ),
    )  # fmt: skip


def test_an_address_of_the_site_is_checked(example: Any) -> None:
    assert 'href="/en/posts/t-both/"' in html(example, "[a](/en/posts/t-both/)")
    assert '<a href="/en/posts/" hreflang="en">a <span class="link-lang">(' in html(example, "[a](/en/posts/)")
    assert 'href="/notas/?q=1#x"' in html(example, "[a](/notas/?q=1#x)")
    assert found(example, "[a](/nota/)") == (
        warning(
            "posts/x.es.md", 5, "dead-link", "the site has no page /nota/; the link is written as its words",
            "did you mean /notas/?",
        ),
    )  # fmt: skip


def test_every_address_starts_with_the_path_of_the_site(example: Any) -> None:
    body = "[a](/posts/both) [b](/media/a.png) [c](/notas/) [d](/CNAME) ![e](media/a.png) [f](#x)"
    text = html(example, body, SITEURL="https://example.org/blog/")
    assert [part.split('"')[0] for part in text.replace("src=", "href=").split('href="')[1:]] == [
        "/blog/notas/t-both/", "/blog/media/a.png", "/blog/notas/", "/blog/CNAME", "/blog/media/a.png",
    ]  # fmt: skip


LINK_LANGS = {"wiki.example": "en", "es.example": "es"}


def links(example: Any, body: str) -> tuple[str, str]:
    plan, _ = example.plan({"posts/x.es.md": post("", body)}, LINK_LANGS=LINK_LANGS)
    document = plan.composer.catalogue.by_key["posts", "x"].documents["es"]
    return plan.composer.links_language(document), str(plan.composer.body(document))


def test_a_note_says_that_all_outside_links_are_in_one_other_language(example: Any) -> None:
    note, text = links(example, "[a](https://wiki.example/) [b](https://m.wiki.example/) [c](https://unknown.example/)")
    assert note == "inglés"
    assert "link-lang" not in text
    assert text.count('hreflang="en"') == 2


def test_mixed_outside_links_have_a_mark_each_and_no_note(example: Any) -> None:
    body = "[a](https://wiki.example/) [b](https://es.example/) [c](https://unknown.example/) [d](mailto:a@b.example)"
    note, text = links(example, body)
    assert note == ""
    assert text == (
        '<p><a href="https://wiki.example/" hreflang="en">a <span class="link-lang">(&lt;in inglés&gt;)</span></a> '
        '<a href="https://es.example/" hreflang="es">b</a> <a href="https://unknown.example/">c</a> '
        '<a href="mailto:a@b.example">d</a></p>'
    )


def test_links_in_the_pages_own_language_have_neither_note_nor_mark(example: Any) -> None:
    note, text = links(example, "[a](https://es.example/) [b](https://unknown.example/){hreflang=es-MX}")
    assert note == ""
    assert "link-lang" not in text


def test_the_author_names_a_language_over_the_host(example: Any) -> None:
    note, text = links(example, "[a](https://wiki.example/){hreflang=PT}")
    assert note == "portugués"
    assert 'hreflang="pt"' in text


def test_a_link_in_a_summary_leads_where_one_in_the_body_does(example: Any) -> None:
    texts = {"posts/x.es.md": post('summary: "[a](/posts/y) y [b](/posts/z)"\n', ""), "posts/y.es.md": post("", "")}
    plan, problems = example.plan(texts)
    document = plan.composer.catalogue.by_key["posts", "x"].documents["es"]
    assert str(plan.composer.summary(document)) == '<a href="/notas/t-y/">a</a> y b'
    assert [(d.path, d.line, d.rule) for d in problems] == [("posts/x.es.md", 4, "dead-link")]


@pytest.mark.parametrize("body", ["[a]({attach}b.png)", "![a]({attach}b.png)", "[a]({tag}b)", "[a](|filename|b.md)"])
def test_a_form_that_only_pelican_resolves_is_written_as_its_words_and_left_to_its_rule(
    example: Any, body: str
) -> None:
    assert html(example, body) == "<p>a</p>"
    assert found(example, body) == ()


def test_a_link_in_a_folded_summary_is_reported_at_the_line_of_the_field(example: Any) -> None:
    front = "summary: |\n  Uno\n  [a](dead.md).\n\n  [b](gone.md)\nlicence: CC-BY-4.0\n"
    problems = example.plan({"posts/x.es.md": post(front, "[c](gone.md)")})[1]
    assert [(problem.line, problem.rule) for problem in problems] == [
        (4, "dead-link"),
        (4, "dead-link"),
        (11, "dead-link"),
    ]


def test_a_form_that_only_pelican_resolves_is_an_error_in_a_summary(example: Any) -> None:
    texts = {"posts/x.es.md": post("summary: Ver [a]({tag}b).\n", "")}
    assert example.plan(texts)[1] == (
        error(
            "posts/x.es.md", 4, "link-form",
            "links of the form {tag} are not known here; expected {filename}, {static} or an address",
            "write it as links in the body are written",
        ),
    )  # fmt: skip


def test_an_empty_fragment_is_the_top_of_the_page(example: Any) -> None:
    assert html(example, "[a](#)") == '<p><a href="#">a</a></p>'
    assert found(example, "[a](#)") == ()
