"""The parser of parallel quotes."""

from __future__ import annotations

import pytest

from plugins.parallel_quote.quote import ParallelQuote, Part, arranged, parse

KNOWN = ("es", "en", "fr", "pt-BR")


def one(text: str, first_line: int = 1) -> ParallelQuote:
    (quote,) = parse(text.splitlines(), KNOWN, first_line).quotes
    return quote


def count(text: str) -> int:
    return len(parse(text.splitlines(), KNOWN).quotes)


def test_parts_and_attribution_carry_their_lines_in_the_file() -> None:
    quote = one("Text\n\n> [es] Hola\n> mundo\n>\n> [en] Hello\n>\n> — Ana\n>\n\nText", first_line=11)
    assert (quote.line, quote.end_line) == (13, 19)
    assert quote.parts == (Part("es", 13, ("Hola", "mundo")), Part("en", 16, ("Hello",)))
    assert (quote.attribution, quote.attribution_line) == (("Ana",), 18)


def test_quote_without_attribution_has_line_zero_for_it() -> None:
    quote = one("> [es] Hola")
    assert (quote.attribution, quote.attribution_line, quote.cite) == ((), 0, "")


def test_line_of_a_part_is_its_marker_s_where_the_marker_stands_alone() -> None:
    assert one("> [es]\n>\n> Hola\n").parts == (Part("es", 1, ("", "", "Hola")),)


def test_part_of_many_blocks_runs_to_the_next_marker() -> None:
    quote = one("> [es] Uno\n>\n> - dos\n>\n>     tres\n>\n> [en] One")
    assert quote.parts[0].lines == ("Uno", "", "- dos", "", "    tres")


def test_id_is_of_the_original_part_whatever_its_white_space_and_translations() -> None:
    quote = one("> [es] Hola   mundo\n>\n> [en] Hello")
    assert quote.id == one(">[es] Hola\n>mundo\n>\n> [fr] Salut").id
    assert quote.id == "quote-994d62"
    assert quote.id != one("> [es] Hola, mundo").id


def test_comments_change_neither_id_nor_text() -> None:
    quote = one("> [es] Hola\n> <!-- check: ignore quote-drift -->\n>\n> [en] Hello")
    assert quote.parts[0].text == "Hola"
    assert quote.id == one("> [es] Hola").id


def test_second_quote_of_the_same_words_gets_a_number() -> None:
    parsed = parse(["> [es] Hola", "", "> [es] Hola", "", "> [es] Hola"], KNOWN)
    first = parsed.quotes[0].id
    assert [quote.id for quote in parsed.quotes] == [first, f"{first}-2", f"{first}-3"]


@pytest.mark.parametrize("marker", ["[es]", "[ES]", "[es-MX]", "[Es-mx]", "[pt-br]"])
def test_marker_may_have_any_case_and_a_region(marker: str) -> None:
    assert count(f"> {marker} Hola") == 1


@pytest.mark.parametrize(
    "line",
    [
        r"\[es] Hola",
        "[es](https://example.org) Hola",
        "[es][ref] Hola",
        "[es]: https://example.org",
        "[it] Hola",
        "[pt] Olá",
        "[es]Hola",
        "[es]\u00a0Hola",
        "[ es ] Hola",
        "[] Hola",
        "[e] Hola",
        "[es-] Hola",
        "    [es] Hola",
        "- [es] Hola",
        "> [es] Hola",
        "# [es] Hola",
        "*[es] Hola*",
        "Dijo: [es] Hola",
        "```\n> [es] Hola\n> ```",
        "Dijo:\n>\n> [es] Hola",
    ],
)
def test_other_starts_leave_an_ordinary_quote(line: str) -> None:
    assert count(f"> {line}") == 0


def test_blank_lines_and_comments_may_come_before_the_first_marker() -> None:
    quote = one(">\n> <!-- nota -->\n> [es] Hola")
    assert (quote.line, quote.parts[0].line) == (1, 3)


@pytest.mark.parametrize(
    "above", ["# Heading", "---", "[a]: https://example.org", "<!-- comment -->", "```\n> x\n> ```"]
)
def test_paragraph_starts_after_what_is_no_paragraph(above: str) -> None:
    assert [part.lang for part in one(f"> [es] Hola\n>\n> {above}\n> [en] Hello").parts] == ["es", "en"]


def test_line_without_a_mark_ends_the_quote_and_a_blank_line_parts_two() -> None:
    parsed = parse(["> [es] Hola", "lazy", "> [en] Hello", "", "> [fr] Salut"], KNOWN)
    assert [(quote.line, quote.end_line) for quote in parsed.quotes] == [(1, 1), (3, 3), (5, 5)]


def test_quote_goes_on_in_an_ordinary_quote_with_a_lazy_line() -> None:
    assert count("> Dijo\nlazy\n> [es] Hola") == 0


@pytest.mark.parametrize(
    "text",
    [
        "```\n> [es] Hola\n```",
        "~~~ text\n> [es] Hola\n~~~",
        "1. x\n\n    ```\n    > [es] Hola\n    ```",
        "    > [es] Hola",
        "- x\n\n        > [es] Hola",
        "text\n    > [es] Hola",
        "<!--\n> [es] Hola\n-->",
        "<pre>\n> [es] Hola\n</pre>",
    ],
)
def test_code_comments_and_raw_html_hold_no_quotes(text: str) -> None:
    assert count(text) == 0


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("> [es] Hola", ""),
        ("   > [es] Hola", ""),
        ("- x\n\n    > [es] Hola", "    "),
        ("- x\n\n  > [es] Hola", "    "),
        ("1. x\n    - y\n\n        > [es] Hola", "        "),
        ("- > [es] Hola", "- "),
        ("- x\n    1. > [es] Hola", "    1. "),
        ("[^1]: x\n\n    > [es] Hola", "    "),
        ("- x\n> [es] Hola", ""),
    ],
)
def test_prefix_tells_where_python_markdown_looks_for_the_quote(text: str, prefix: str) -> None:
    assert one(text).prefix == prefix


def test_quote_of_an_item_ends_where_the_item_does() -> None:
    assert one("- > [es] Hola\n  > mundo\n> otra cosa").parts[0].lines == ("Hola", "mundo")


def test_tabs_and_control_characters_are_read_as_the_renderer_reads_them() -> None:
    assert one(">\t[es]\tHola\x02\x03").parts[0].lines == ("Hola",)


@pytest.mark.parametrize("dash", ["—", "–", "--"])
def test_attribution_starts_with_a_dash_and_a_space(dash: str) -> None:
    assert one(f"> [es] Hola\n>\n> {dash} Ana\n> Torres").attribution == ("Ana", "Torres")


@pytest.mark.parametrize(
    "end",
    ["—Ana", "--Ana", "- Ana", "—", "--", "— Ana\n>\n> Beto", "— Ana\n>\n> [en] Hello", "- x\n>\n>   — Ana", "> — Ana"],
)
def test_anything_else_belongs_to_the_part(end: str) -> None:
    assert one(f"> [es] Hola\n>\n> {end}").attribution == ()


def test_dash_inside_the_last_paragraph_is_no_attribution() -> None:
    assert one("> [es] Hola\n> — Ana").attribution == ()


def test_attribution_may_be_followed_by_definitions_and_comments() -> None:
    quote = one("> [es] Hola\n>\n> — [Ana][a]\n>\n> [a]: https://example.org/a\n> <!-- nota -->")
    assert quote.cite == "https://example.org/a"
    assert quote.parts[0].lines == ("Hola",)


def test_references_of_the_body_serve_attributions() -> None:
    assert one("> [es] Hola\n>\n> — [Ana]\n\n[ANA]: <https://example.org/a> 'Ana'").cite == "https://example.org/a"


def test_problems_come_with_lines_of_the_file() -> None:
    parsed = parse(["> [es] Hola", "> [en] Hello", ">", "> [es]"], KNOWN, first_line=5)
    assert [(problem.line, problem.rule) for problem in parsed.problems] == [
        (6, "quote-marker-in-paragraph"),
        (8, "quote-lang-twice"),
        (8, "quote-empty-part"),
    ]


@pytest.mark.parametrize(
    ("page_lang", "shown", "folded"),
    [
        ("en", ["en"], ["en-GB", "fr"]),
        ("EN-gb", ["en-GB"], ["en", "fr"]),
        ("en-US", ["en"], ["en-GB", "fr"]),
        ("es", [], ["en-GB", "en", "fr"]),
        ("es-MX", [], ["en-GB", "en", "fr"]),
        ("ar", [], ["en-GB", "en", "fr"]),
        ("", ["en-GB", "en", "fr"], []),
    ],
)
def test_page_shows_its_own_language_and_folds_the_others(page_lang: str, shown: list[str], folded: list[str]) -> None:
    quote = one("> [es] Hola\n>\n> [en-GB] Hallo\n>\n> [en] Hello\n>\n> [fr] Salut")
    assert [[part.lang for part in parts] for parts in arranged(quote, page_lang)] == [shown, folded]
