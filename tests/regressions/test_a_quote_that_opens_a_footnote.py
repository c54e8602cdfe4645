"""A quote on a footnote's own line once lost its first part: the scanner took four columns for the note's marker."""

from plugins.catalogue.source import BodySource
from plugins.parallel_quote.quote import parse
from plugins.parallel_quote.rules import check_body

LINES = ("Uno[^1].", "", "[^1]: > [es] Hola", "    >", "    > [en] Hi")


def test_a_quote_that_opens_a_footnote_has_all_its_parts():
    (quote,) = parse(LINES, ("es", "en")).quotes
    assert [(part.lang, part.line, part.text) for part in quote.parts] == [("es", 3, "Hola"), ("en", 5, "Hi")]


def test_a_quote_that_opens_a_footnote_is_no_error():
    assert check_body(BodySource("posts/a.es.md", "es", LINES, 1, True), ("es", "en")) == ()
