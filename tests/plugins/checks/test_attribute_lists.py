import pytest

from plugins.catalogue.source import BodySource
from plugins.checks.attribute_lists import check_body
from plugins.diagnostics import as_text


def found(*lines: str) -> str:
    return as_text(check_body(BodySource("posts/a.es.md", "es", lines, 5, True), ("es", "en")))


def test_an_attribute_that_the_allow_list_lacks_is_a_warning():
    assert found("Uno", '*dos*{style="color: red"}') == (
        "posts/a.es.md:6: warning: the attribute style is left out: it is not allowed [attribute-not-allowed]\n"
        "  help: give the element a class, and style that in the theme\n"
    )


def test_a_tag_that_no_registry_has_is_a_warning():
    assert found("*dos*{lang=xx-invalid}") == (
        "posts/a.es.md:5: warning: lang 'xx-invalid' is left out: it is no tag of the IANA registry; "
        "expected one such as es or pt-BR [bad-lang]\n  help: write the language's tag (BCP 47)\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "*Aldea*{lang=es} y [b](https://example.org/){hreflang=pt-br}",
        "## Título {#propio .clase}",
        "Un texto con {a=1} en medio",
        "[a]({filename}b.md?x=1)",
        "`*dos*{style=x}`",
        "{% set x=1 %} y {{ x=1 }}",
        '<p lang="es">x</p>',
    ],
)
def test_what_is_allowed_or_no_attribute_list_is_fine(line: str):
    assert found(line) == ""


@pytest.mark.parametrize(
    "line", ['<p lang="zz9">x</p>', "[b](c){hreflang=zz9!}", "{: onclick=x() }", "# T {: onclick=x }"]
)
def test_every_place_is_seen(line: str):
    assert found(line).count("warning") == 1
