"""The block of an embedded word cloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.cloud import CloudWord
from plugins.catalogue.cloud_block import Problem, parse_cloud, render_cloud


def test_a_line_is_words_and_a_count() -> None:
    words, problems = parse_cloud(["Derechos 9", "", "  Aldea digital   3 "])
    assert words == (CloudWord("Derechos", 9), CloudWord("Aldea digital", 3))
    assert problems == ()


def test_a_number_may_be_part_of_the_words() -> None:
    assert parse_cloud(["Agenda 2030 4"])[0] == (CloudWord("Agenda 2030", 4),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Derechos", "'Derechos' has no count; expected words, a space and a whole number of at least 1"),
        ("9", "'9' has no count; expected words, a space and a whole number of at least 1"),
        ("Derechos 0", "'Derechos 0' counts 0; expected words, a space and a whole number of at least 1"),
        ("Derechos -1", "'Derechos -1' has no count; expected words, a space and a whole number of at least 1"),
        ("Derechos 1.5", "'Derechos 1.5' has no count; expected words, a space and a whole number of at least 1"),
        ("Derechos ٣", "'Derechos ٣' has no count; expected words, a space and a whole number of at least 1"),
        ("Derechos 1234567890", "'Derechos 1234567890' has too large a count; expected at most 9 digits"),
    ],
)
def test_a_bad_line_is_a_problem_with_its_number(line: str, message: str) -> None:
    words, problems = parse_cloud(["Ayuda 2", line])
    assert words == (CloudWord("Ayuda", 2),)
    assert problems == (Problem(2, message, "write a line as `Derechos 9`"),)


def test_a_cloud_without_words_is_a_problem_of_its_fence() -> None:
    assert parse_cloud(["", "  "]) == (
        (),
        (Problem(0, "a cloud without words; expected at least one", "write a line as `Derechos 9`"),),
    )


def test_words_are_written_in_their_order_with_weight_and_count() -> None:
    assert render_cloud("Aldea digital 1\nDerechos 9") == (
        '<ul class="topic-cloud">'
        '<li data-weight="1"><bdi>Aldea digital</bdi>\xa0<span class="topic-cloud__count">(1)</span></li>'
        '<li data-weight="9"><bdi>Derechos</bdi>\xa0<span class="topic-cloud__count">(9)</span></li>'
        "</ul>"
    )


def test_words_are_escaped() -> None:
    assert "&lt;script&gt; &amp; &#34;x&#34;</bdi>\xa0<span" in render_cloud('<script> & "x" 2')


def test_bad_lines_are_left_out_of_the_html() -> None:
    assert render_cloud("Derechos\nAyuda 2") == (
        '<ul class="topic-cloud"><li data-weight="5">'
        '<bdi>Ayuda</bdi>\xa0<span class="topic-cloud__count">(2)</span></li></ul>'
    )


def test_a_cloud_without_words_is_nothing() -> None:
    assert render_cloud("Derechos") == ""


@given(st.text())
def test_no_text_makes_rendering_fail(text: str) -> None:
    html = render_cloud(text)
    assert html == "" or html.startswith('<ul class="topic-cloud"><li data-weight="')
