"""The word `table` in code once ended a table that was not there, because tokens compared as tuples."""

from plugins.catalogue.body import fill, make_body
from plugins.catalogue.source import BodySource


def test_words_that_are_tag_names_stay_words():
    html = "<pre><code><span>table</span> <span>p</span></code></pre>"
    body, _ = make_body(html, "es", (), {}, BodySource("posts/a.es.md", "es", (), 1, True), lambda lang: "ltr")
    filled = fill(body, lambda place, ref: None, lambda name, argument: "")
    assert filled == "<pre><code><span>table</span> <span>p</span></code></pre>"
