import pytest

from plugins.catalogue.headings import Heading, read_headings, slug
from plugins.catalogue.html_tokens import tokens


# What github-slugger 2 gives for the same texts.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Datos Abiertos", "datos-abiertos"),
        ("¿Qué es «esto»?", "qué-es-esto"),
        ("a & b", "a--b"),
        ("snake_case and kebab-case", "snake_case-and-kebab-case"),
        ("1.2.3 – 4", "123--4"),
        ("C++ / C#", "c--c"),
        ("  spaced  ", "--spaced--"),
        ("हिन्दी", "हिन्दी"),
        ("日本語 ☃ 😄", "日本語--"),
        ("Ⓐ ² Ⅳ ª", "ⓐ--ⅳ-ª"),
        ("!?", ""),
    ],
)
def test_slugs_are_those_of_github(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_numbers_step_over_ids_that_are_taken() -> None:
    html = '<h2>a</h2><h2>a</h2><h2>a-1</h2><p id="a-2"></p><h2>a</h2>'
    assert [heading.id for heading in read_headings(list(tokens(html)))] == ["a", "a-1", "a-1-1", "a-3"]


def test_second_heading_with_a_written_id_gets_a_made_one() -> None:
    html = '<h2 id="x">a</h2><h2 id="x">b</h2>'
    assert [heading.id for heading in read_headings(list(tokens(html)))] == ["x", "b"]


def test_reserved_ids_are_taken() -> None:
    assert read_headings(list(tokens("<h3>Main</h3>")), {"main"}) == (Heading(2, "main-1", "Main"),)


def test_numbers_of_footnotes_are_no_words_of_a_heading() -> None:
    html = '<h2>a <sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>b</h2>'
    assert read_headings(list(tokens(html))) == (Heading(2, "a-b", "a b"),)


def test_text_without_headings_has_none() -> None:
    assert read_headings(list(tokens("<p>a</p>"))) == ()
