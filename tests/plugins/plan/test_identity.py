import pytest

from plugins.plan.identity import Address, Identity, Outline, address


@pytest.mark.parametrize(
    ("lang", "segments", "url", "path"),
    [
        ("es", (), "/", "index.html"),
        ("en", (), "/en/", "en/index.html"),
        ("es", ("notas", "radio"), "/notas/radio/", "notas/radio/index.html"),
        (
            "pt-BR",
            ("temas", "radio", "pagina", "2"),
            "/pt-BR/temas/radio/pagina/2/",
            "pt-BR/temas/radio/pagina/2/index.html",
        ),
        ("es", ("página",), "/p%C3%A1gina/", "página/index.html"),
    ],
)
def test_the_main_language_is_at_the_root_and_others_below_their_tag(
    lang: str, segments: tuple[str, ...], url: str, path: str
) -> None:
    assert address(Outline(Identity("page"), lang, segments), "es") == Address(url, path)


def test_a_page_with_a_file_name_shows_it_in_its_address() -> None:
    outline = Outline(Identity("error"), "en", (), "404.html")
    assert address(outline, "es") == Address("/en/404.html", "en/404.html")
