from plugins.catalogue.source import BodySource
from plugins.checks.obsolete_links import check_body
from plugins.diagnostics import as_text


def found(*lines: str) -> str:
    return as_text(check_body(BodySource("posts/a.es.md", "es", lines, 5, True), ("es", "en")))


def test_a_link_that_only_pelican_resolves_is_an_error():
    assert found("Uno", "[b]({attach}media/b.pdf)") == (
        "posts/a.es.md:6: error: links of the form {attach} are not known here; "
        "expected {filename}, {static} or an address [link-form]\n"
        "  help: write {static}media/…, and put the file into media/\n"
    )


def test_every_way_to_write_a_target_is_seen():
    assert found("[b]: {tag}respaldo", "", '<a href="{author}ana">Ana</a>', "![c](|filename|c.png)").count("error") == 3


def test_code_and_plain_words_are_text():
    assert found("`[b]({attach}b)`", "", "Se escribe {tag} así.", "", "```", "[b]({attach}b)", "```") == ""


def test_a_link_in_a_comment_reaches_nobody():
    assert found("a <!-- [b]({attach}b) --> c", "", "<!--", "[b]({attach}b)", "-->") == ""
