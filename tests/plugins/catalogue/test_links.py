import pytest

from plugins.catalogue.links import (
    FileLink,
    FragmentLink,
    OutsideLink,
    PostLink,
    SiteLink,
    Target,
    link_language,
    read_embedded,
    read_target,
)

HERE = "posts/2013/backups.es.md"


def read(text: str) -> Target:
    return read_target(text, HERE, ("es", "en", "pt-BR"))


@pytest.mark.parametrize(
    "text",
    [
        "{filename}radio.es.md",
        "{filename}radio.md",
        "{filename}radio.es",
        "{filename}radio",
        "{filename}../radio.EN.md",
        "{filename}/posts/radio.es.md",
        "{filename}/posts/any/folder/radio.md",
        "/posts/radio.es.md",
        "/posts/radio.pt-br.md",
        "/posts/radio",
        "/posts/2014/radio",
        "radio.es.md",
        "radio.md",
        "./radio.md",
        "../2014/radio.en.md",
    ],
)
def test_every_form_of_a_link_to_a_post_gives_its_key(text: str) -> None:
    assert read(text) == PostLink("posts", "radio", "")


@pytest.mark.parametrize("text", ["{filename}/pages/about.md", "/pages/about", "../../pages/about.es.md"])
def test_a_standing_page_is_linked_as_a_post_is(text: str) -> None:
    assert read(text) == PostLink("pages", "about", "")


def test_a_key_may_have_dots_and_what_is_no_language_belongs_to_it() -> None:
    assert read("/posts/v1.2.es.md") == PostLink("posts", "v1.2", "")
    assert read("/posts/v1.2") == PostLink("posts", "v1.2", "")
    assert read("{filename}radio.fr.md") == PostLink("posts", "radio.fr", "")


def test_a_fragment_is_decoded() -> None:
    assert read("radio.md#qu%C3%A9-es") == PostLink("posts", "radio", "qué-es")
    assert read("#qu%C3%A9-es") == FragmentLink("qué-es")
    assert read("#qué-es") == FragmentLink("qué-es")


def test_percent_signs_in_a_path_are_decoded() -> None:
    assert read("{static}/media/a%20b.png") == FileLink(("media/a b.png",), "")
    assert read("/posts/r%61dio.md") == PostLink("posts", "radio", "")


@pytest.mark.parametrize("text", ["{static}/media/a.png", "/media/a.png"])
def test_a_file_is_named_from_the_content_folder(text: str) -> None:
    assert read(text) == FileLink(("media/a.png",), "")


def test_a_file_is_named_relative_to_the_file_or_from_the_content_folder() -> None:
    assert read("../../media/a.png") == FileLink(("media/a.png", "../../media/a.png"), "")
    assert read("{static}../../media/a.png") == FileLink(("media/a.png", "../../media/a.png"), "")
    assert read("media/a.png") == FileLink(("posts/2013/media/a.png", "media/a.png"), "")
    assert read("{static}media/a.png") == FileLink(("posts/2013/media/a.png", "media/a.png"), "")


def test_the_path_that_can_be_published_names_a_file() -> None:
    assert FileLink(("media/a.png", "../../media/a.png"), "").named == "media/a.png"
    assert FileLink(("posts/2013/media/a.png", "media/a.png"), "").named == "media/a.png"
    assert FileLink(("posts/2013/a.png", "a.png"), "").named == "a.png"


def test_query_and_fragment_of_a_file_stay_as_written() -> None:
    assert read("/media/a.pdf?v=2#page=3") == FileLink(("media/a.pdf",), "?v=2#page=3")
    assert read("/media/a.pdf#a?b") == FileLink(("media/a.pdf",), "#a?b")


def test_an_address_of_the_site_is_one_that_is_neither_post_nor_file() -> None:
    assert read("/temas/") == SiteLink("/temas/", "")
    assert read("/en/posts/radio/#top") == SiteLink("/en/posts/radio/", "#top")
    assert read("/buscar/?q=radio") == SiteLink("/buscar/", "?q=radio")
    assert read("/p%C3%A1gina/") == SiteLink("/página/", "")
    assert read("/posts/radio/") == SiteLink("/posts/radio/", "")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://ES.Wikipedia.org/wiki/Radio", "es.wikipedia.org"),
        ("HTTP://example.org:8080/", "example.org"),
        ("//example.org/a", "example.org"),
        ("mailto:ana@example.org", ""),
        ("tel:+521234", ""),
        ("https://[broken", ""),
    ],
)
def test_an_address_elsewhere_has_a_host(text: str, host: str) -> None:
    assert read(text) == OutsideLink(text, host)


@pytest.mark.parametrize("text", ["{static}/media/a.png", "/media/a.png", "{filename}/media/a.png"])
def test_a_picture_is_a_file_in_every_form(text: str) -> None:
    target = read_embedded(text, HERE)
    assert isinstance(target, FileLink)
    assert target.paths[0] == "media/a.png"


def test_a_picture_among_the_posts_is_a_file_all_the_same() -> None:
    assert read_embedded("/posts/a.png", HERE) == FileLink(("posts/a.png", "root/posts/a.png"), "")
    assert read_embedded("a.md", HERE) == FileLink(("posts/2013/a.md", "a.md"), "")


def test_a_picture_elsewhere_is_outside() -> None:
    assert read_embedded("//example.org/a.png", HERE) == OutsideLink("//example.org/a.png", "example.org")


@pytest.mark.parametrize(
    ("host", "lang"),
    [
        ("es.wikipedia.org", "es"),
        ("m.es.wikipedia.org", "es"),
        ("en.wikipedia.org", "en"),
        ("wikipedia.org", ""),
        ("notes.wikipedia.org", ""),
        ("xes.wikipedia.org", ""),
        ("fr.example.org", "fr"),
        ("www.example.org", "pt"),
        ("", ""),
    ],
)
def test_a_host_and_its_subdomains_have_a_language(host: str, lang: str) -> None:
    table = {"es.wikipedia.org": "es", "en.wikipedia.org": "en", "example.org": "pt", "fr.example.org": "fr"}
    assert link_language(host, table) == lang
