"""The rule `html-not-allowed`, against what nh3 leaves of the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.source import BodySource
from plugins.checks.raw_html import check_body
from plugins.diagnostics import as_text


def found(text: str) -> list[str]:
    source = BodySource("posts/a.es.md", "es", tuple(text.split("\n")), 1, is_published=True)
    return [f"{diagnostic.line}: {diagnostic.message}" for diagnostic in check_body(source, ("es", "en"))]


def test_the_warning_says_where_what_and_what_to_do() -> None:
    source = BodySource("posts/a.es.md", "es", ("Uno", "", '<iframe src="https://example.org/"></iframe>'), 9, True)
    assert as_text(check_body(source, ("es",))) == (
        "posts/a.es.md:11: warning: <iframe> is left out: it is not allowed [html-not-allowed]\n"
        "  help: write it in Markdown, or link to the page it would show\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <font>b</font>", ["1: <font> is left out: it is not allowed"]),
        ("a\n<CENTER>\nb\n</CENTER>", ["2: <center> is left out: it is not allowed"]),
        ("a <o:p></o:p>", ["1: <o:p> is left out: it is not allowed"]),
        ("a</font>", ["1: </font> is left out: it is not allowed"]),
        ("<script>\nif (a<b && c>d) x('<i onclick=y>')\n</script>\n\n<b onclick=x>c</b>", [
            "1: <script> and all that stands in it is left out: it is not allowed",
            "5: the attribute onclick of <b> is left out: it is not allowed",
        ]),
        ('<p style="color: red">a</p>', ["1: the attribute style of <p> is left out: it is not allowed"]),
        ("<p\n  class=a\n  ONCLICK='b > c'>d</p>", ["3: the attribute onclick of <p> is left out: it is not allowed"]),
        ("> a <b\n> style=c>d</b>", ["2: the attribute style of <b> is left out: it is not allowed"]),
        ("<!-- a --> <font>b</font>", ["1: <font> is left out: it is not allowed"]),
        ("<?php x ?>", ["1: <?… is no part of a text and is left out"]),
        ("<!DOCTYPE html>", ["1: <!… is no part of a text and is left out"]),
        ("- <video autoplay src=media/a.webm></video>", [
            "1: the attribute autoplay of <video> is left out: it is not allowed",
        ]),
        ('<a href=" JavaScript:x">a</a>', [
            "1: the attribute href of <a> is left out: addresses that start with javascript: are not allowed",
        ]),
        ('<img src="data:image/png;base64,AA" alt="">', [
            "1: the attribute src of <img> is left out: addresses that start with data: are not allowed",
        ]),
        ("[a](javascript:x(1))", ["1: the link is left out: addresses that start with javascript: are not allowed"]),
        ("![a]( <data:x> )", ["1: the link is left out: addresses that start with data: are not allowed"]),
        ("[a](&#106;avascript:x)", ["1: the link is left out: addresses that start with javascript: are not allowed"]),
        ("[a][b]\n\n[b]: vbscript:x", ["3: the link is left out: addresses that start with vbscript: are not allowed"]),
        ("<javascript:alert(1)>", ["1: <javascript:alert(1)> is left out: it is not allowed"]),
    ],
)  # fmt: skip
def test_what_the_list_lacks_is_reported_with_its_line(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<b>a</b> <abbr title='c > d'>e</abbr> <br/> <hr />",
        '<div markdown="1" class="note" lang=es>\n\n*a*\n\n</div>',
        "<video controls src=media/a.webm><track kind=captions srclang=es src=a.vtt default></video>",
        "<https://example.org/a?b=c> <a@b.c> <HTTP://example.org/>",
        "a < b, c > d, a<5, <3, <, <>, </>, < b>",
        "a <b\n\nonclick=c>",
        "`<script>` and `` <iframe ` > ``",
        "```html\n<iframe>\n```\n\n    <iframe>\n",
        "<!-- <iframe> -->",
        "a <!-- <iframe>\n<font> --> b",
        "a <!-- <iframe>\n\n<font> --> b",
        "&lt;iframe&gt;",
        "[a](https://example.org/x:y) [b](mailto:c@d.e) [c](tel:+1) [d](posts/a:b) [e](#f) [g]({static}/media/h)",
        '<a href="{filename}b.es.md" hreflang=es>b</a> <a href="/a:b">c</a> <a href="">d</a>',
        "nota: [a] b: c",
    ],
)
def test_what_reaches_the_reader_is_not_reported(text: str) -> None:
    assert found(text) == []


def test_a_misspelt_tag_or_attribute_gets_the_nearest_known() -> None:
    source = BodySource("posts/a.es.md", "es", ("<blokquote clas=b>", "<p clas=b>"), 1, is_published=True)
    assert [d.help for d in check_body(source, ("es",))] == ["did you mean <blockquote>?", "did you mean class?"]


@given(st.text(alphabet=st.sampled_from("<>/!-?ab=\"'` \n:[](){}&;#"), max_size=60))
def test_no_tag_soup_makes_the_rule_fail(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        "<a b=",
        "<a b='",
        '<a b="',
        "<!--",
        "<!-- -->",
        "<a b",
        "<?",
        "](a",
        "](a:",
        "<script>",
        "[a]: ",
        "a ",
    ],
)
def test_tag_soup_is_read_in_linear_time(piece: str) -> None:
    found(piece * 20_000)
