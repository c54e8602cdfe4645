from plugins.catalogue.source import BodySource
from plugins.checks.comments import check_body
from plugins.diagnostics import as_text


def found(*lines: str) -> str:
    return as_text(check_body(BodySource("posts/a.es.md", "es", lines, 5, True), ("es", "en")))


def test_a_comment_that_never_ends_is_an_error_where_it_starts():
    assert found("Uno <!-- bien --> dos", "", "<!-- secreto", "", "Tres") == (
        "posts/a.es.md:7: error: a comment is opened and never closed; expected --> after it [unclosed-comment]\n"
        "  help: write --> where the comment ends\n"
    )


def test_a_comment_over_several_paragraphs_is_fine():
    assert found("<!-- uno", "", "dos -->", "", "tres") == ""


def test_the_start_of_a_comment_in_code_is_text():
    assert found("Se escribe `<!--` así.", "", "```", "<!--", "```", "", "    <!-- sangrado") == ""
