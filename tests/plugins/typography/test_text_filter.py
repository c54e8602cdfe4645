import html

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typogrify.filters import smartypants, widont

from plugins.typography.text_filter import filter_html, filter_text
from tests.support.steps import steps

QUOTES = {"es": "“”‘’", "en": "“”‘’", "ar": "«»", "de": "„“‚‘"}
LANGS = st.sampled_from(["es", "en", "de", "ar", "sv", ""])
PIECES = st.sampled_from(
    [
        *('"', "'", "--", "...", ". . .", "``", "''", "-", ".", " ", "\n", "a", "ñ", "7", "80s", "\\", "—", "“", "”"),
        *(
            "¿",
            "?",
            "&amp;",
            "&lt;",
            "&nbsp;",
            "\u00a0",
            "&#8220;",
            "https://a.b/",
            "{{",
            "}}",
            "«",
            "(",
            "<p>",
            "</p>",
        ),
        *("<em>", "</em>", "<code>", "</code>", "<br>", '<i lang="es">', "</i>", '<a title="--">', "</a>", "<", ">"),
        *("<!--", "-->", "<li>", "</li>", "<sup>", "</sup>"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))

ENGLISH = [
    "<p>She said, \"Don't keep your only copy in the office.\" He didn't listen.</p>",
    "<p>\"Isn't it 'open' enough?\" asked the mayor's office -- twice -- in the '90s...</p>",
    '<h2>What does "open" mean?</h2>\n<p>It\'s about the <em>"right to know"</em> (and "to ask").</p>',
    "<ul>\n<li>\"One\"</li>\n<li>two; 'three'</li>\n</ul>",
    '<p>See <a href="https://example.org/?a=1&amp;b=--">the council\'s "budget"</a>, <strong>"line 4"</strong>.</p>',
    '<p>Run <code>git commit --amend -m "x"</code> and don\'t push...</p>\n<pre><code>print("--")\n</code></pre>',
    '<blockquote>\n<p>"Maps aren\'t neutral."<br>\n-- A cartographer</p>\n</blockquote>',
    "<p>Prices rose by 5% -- R&amp;D's share didn't -- says the \"Citizens' Audit\".</p>",
    '<p><strong>Q:</strong> "Why?" <strong>A:</strong> "Because they\'re ours."</p>',
]


@pytest.mark.parametrize("paragraph", ENGLISH)
def test_english_is_what_typogrify_makes_of_it(paragraph):
    assert nh3.clean(paragraph, link_rel=None) == paragraph
    assert html.unescape(filter_html(paragraph, "en", QUOTES)) == html.unescape(widont(smartypants(paragraph)))


def test_an_english_mark_after_a_tag_is_read_with_what_stands_before_the_tag():
    assert filter_html("<p><em>Plaza</em>'s <code>inv</code>'s</p>", "en", QUOTES) == (
        "<p><em>Plaza</em>’s <code>inv</code>’s</p>"
    )


def test_marks_pair_across_inline_tags():
    assert filter_html('<p>¿"<em>hola</em>"? "<b>a</b> "b""</p>', "es", QUOTES) == (
        "<p>¿“<em>hola</em>”? “<b>a</b>\u00a0‘b’”</p>"
    )


def test_a_mark_that_is_not_closed_ends_with_its_block():
    assert filter_html('<ul><li>"uno</li><li>"dos"</li></ul><p>"tres"</p>', "es", QUOTES) == (
        "<ul><li>“uno</li><li>“dos”</li></ul><p>“tres”</p>"
    )


def test_a_block_with_lang_gets_the_marks_of_its_language():
    page = '<p>"a"</p><blockquote lang="de"><p>"b \'c\'"</p></blockquote><p>"d"</p>'
    assert filter_html(page, "en", QUOTES) == (
        '<p>“a”</p><blockquote lang="de"><p>„b\u00a0‚c‘“</p></blockquote><p>“d”</p>'
    )


def test_an_inline_element_with_lang_stands_as_a_word_in_the_passage_around_it():
    assert filter_html('<p>"<i lang="es">¿"qué"?</i>" <i lang="ar">"x</i> "y"</p>', "en", QUOTES) == (
        '<p>“<i lang="es">¿“qué”?</i>” <i lang="ar">«x</i>\u00a0“y”</p>'
    )


def test_a_picture_with_lang_leaves_the_language_of_the_text_around_it():
    assert filter_html('<p>"a" <img alt="--" lang="en"> "¿"b"?"</p>', "es", QUOTES) == (
        '<p>“a” <img alt="--" lang="en"> “¿‘b’?”</p>'
    )


@pytest.mark.parametrize(
    ("lang", "curled"), [("ar", "«a “b”»"), ("de", "„a ‚b‘“"), ("fr", "“a ‘b’”"), ("es-MX", "“a ‘b’”")]
)
def test_a_third_language_needs_its_marks_alone(lang, curled):
    assert filter_html('<td>"a "b""</td>', lang, QUOTES) == f"<td>{curled}</td>"


def test_the_mark_of_a_footnote_belongs_to_no_word():
    note = '<sup id="fnref:1"><a href="#fn:1">1</a></sup>'
    assert filter_html(f"<td>'uno'{note} dos</td>", "en", QUOTES) == f"<td>‘uno’{note} dos</td>"


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("name", ["code", "pre", "kbd", "samp", "script", "style", "math", "svg", "textarea"])
def test_what_is_no_prose_is_untouched(lang, name):
    inside = f'<{name}>a "b" \'c\' -- d... <b title="--">e&nbsp;"f"</b></{name}>'
    assert filter_html(f"<td>{inside}</td>", lang, QUOTES) == f"<td>{inside}</td>"


@pytest.mark.parametrize("lang", ["es", "en"])
def test_attributes_addresses_and_template_braces_are_untouched(lang):
    link = '<a href="/a--b" title="it\'s > &quot;x&quot;...">https://example.org/a--b</a>'
    page = f"<td>{link} {{{{ \"x\" }}}} {{% y '--' %}}</td>"
    assert filter_html(page, lang, QUOTES) == page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>-- Hola, ¿qué tal?</p>", "<p>—\u00a0Hola, ¿qué\u00a0tal?</p>"),
        ("<p>— Hola --dijo Ana--. Sí.</p>", "<p>—\u00a0Hola —dijo Ana—.\u00a0Sí.</p>"),
        ("<p>—Hola, ¿qué tal?</p>", "<p>—Hola, ¿qué\u00a0tal?</p>"),
    ],
)
def test_a_raya_that_opens_dialogue_keeps_its_first_word(text, expected):
    assert filter_html(text, "es", QUOTES) == expected


def test_characters_that_a_tag_parts_are_not_joined():
    assert filter_html("<td>a -<b>- b</b> .<b>..</b></td>", "es", QUOTES) == "<td>a -<b>- b</b> .<b>..</b></td>"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("es", 'a < b & "c"', "a < b & “c”"),
        ("en", 'a < b & "c" > d', "a < b & “c” > d"),
        ("en", "&lt;b&gt; isn't &amp; <i> 'x' </i>", "&lt;b&gt; isn’t &amp; <i> ‘x’ </i>"),
        ("en", "Why we don't -- and won't...", "Why we don’t — and won’t…"),
        ("es", '¿"Qué" es d\'or? -- 1990--2000...', "¿“Qué” es d’or? — 1990–2000…"),
        ("es", "— uno dos", "— uno dos"),
        ("en", 'C:\\"x\\\\y"', "C:\\”x\\\\y”"),
        ("en", "{{ 'a' }} &#8220;", "{{ 'a' }} &#8220;"),
    ],
)
def test_plain_text_stays_plain(lang, text, expected):
    assert filter_text(text, lang, QUOTES) == expected


@given(TEXTS, LANGS)
def test_filtering_a_body_twice_is_filtering_it_once(text, lang):
    once = filter_html(text, lang, QUOTES)
    assert filter_html(once, lang, QUOTES) == once


@given(TEXTS, LANGS)
def test_filtering_plain_text_twice_is_filtering_it_once(text, lang):
    once = filter_text(text, lang, QUOTES)
    assert filter_text(once, lang, QUOTES) == once


@given(TEXTS, LANGS)
def test_nothing_but_typographic_characters_changes(text, lang):
    def bare(changed: str) -> str:
        return "".join(c for c in changed if c not in "\"'`“”‘’„‚«»-–—.…" and not c.isspace())

    assert bare(filter_text(text, lang, QUOTES)) == bare(text)
    assert bare(filter_html(text, lang, QUOTES)) == bare(text.replace("&nbsp;", "")) or "&nbsp;" in text


@given(TEXTS, LANGS)
def test_canonical_html_stays_canonical(text, lang):
    canonical = nh3.clean(text, link_rel=None)
    filtered = filter_html(canonical, lang, QUOTES)
    assert nh3.clean(filtered, link_rel=None).replace("&nbsp;", "\u00a0") == filtered.replace("&nbsp;", "\u00a0")


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "'",
        '"a',
        "'a ",
        "<",
        '<a "',
        "--",
        ".",
        ". ",
        " ",
        "www.",
        "http://.",
        "{{",
        "</b> ",
        "<!--",
        "<p>",
        "a<b>",
    ],
)
@pytest.mark.parametrize("lang", ["es", "en"])
def test_long_odd_input_takes_steps_in_line_with_its_length(lang, piece):
    def both(count: int) -> None:
        filter_html(piece * count, lang, QUOTES)
        filter_text(piece * count, lang, QUOTES)

    both(20_000)  # ends at all: no pattern backtracks without end
    assert steps(lambda: both(4_000)) < 10 * steps(lambda: both(500)) + 100
