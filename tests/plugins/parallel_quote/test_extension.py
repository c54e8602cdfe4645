"""The Python-Markdown extension; what it renders is in test_syntax.py, as examples."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.parallel_quote.quote import parse

NAME = "plugins.parallel_quote.extension"
BESIDE = ["pymdownx.superfences", "tables", "footnotes", "attr_list", "md_in_html"]
LANGS = ["es", "en", "fr"]


def converter(*beside: str, **options: object) -> markdown.Markdown:
    return markdown.Markdown(extensions=[*beside, NAME], extension_configs={NAME: {"langs": LANGS, **options}})


def figures(html: str) -> list[str]:
    return re.findall(r'<figure class="parallel-quote" id="(.*?)">', html)


def test_page_language_is_read_from_the_instance_at_each_conversion() -> None:
    md = converter(*BESIDE, page_lang="fr")
    text = "> [es] Hola\n>\n> [en] Hello"
    assert '<p class="parallel-quote__label" lang="fr">' in md.convert(text)
    for lang in ("en", "es"):
        md.page_lang = lang  # type: ignore[attr-defined]
        html = md.reset().convert(text)
        assert html.count(f'<p class="parallel-quote__label" lang="{lang}">') == 2
        assert ("<details" in html) is (lang == "es")


def test_without_a_page_language_all_translations_are_shown_and_labels_have_none() -> None:
    html = converter().convert("> [es] Hola\n>\n> [en] Hello\n>\n> [fr] Salut")
    assert html.count("parallel-quote__translation") == 2
    assert '<p class="parallel-quote__label"><span' in html
    assert "<details" not in html


def test_without_languages_every_quote_is_ordinary() -> None:
    md = markdown.Markdown(extensions=[NAME])
    assert md.convert("> [es] Hola") == "<blockquote>\n<p>[es] Hola</p>\n</blockquote>"


def test_one_instance_converts_many_bodies_without_a_trace_of_the_last() -> None:
    md = converter(*BESIDE)
    first = md.convert("> [es] Hola[^1]\n\n[^1]: Nota")
    assert md.reset().convert("Text") == "<p>Text</p>"
    assert md.reset().convert("> [es] Hola[^1]\n\n[^1]: Nota") == first


def test_order_of_the_extensions_does_not_matter() -> None:
    text = "> [es] Hola\n>\n> ```py\n> [en] x\n> ```\n>\n> | a |\n> |---|\n> | b |\n>\n> [en] Hello"
    before = markdown.Markdown(extensions=[NAME, *BESIDE], extension_configs={NAME: {"langs": LANGS}})
    assert before.convert(text) == converter(*BESIDE).convert(text)


def test_parts_have_what_the_other_extensions_make() -> None:
    html = converter(*BESIDE).convert(
        "> [es] Uno\n>\n> | a |\n> |---|\n> | b |\n>\n> ```py\n> x = 1\n> ```\n>\n> <div>\n>\n> raw\n>\n> </div>\n>\n"
        "> ## Título {#t}\n>\n> [en] One"
    )
    for made in ("<td>b</td>", '<span class="mi">1</span>', "<div>\n\nraw\n\n</div>", '<h2 id="t">Título</h2>'):
        assert made in html
    assert html.index("<td>b</td>") < html.index('lang="en"')


def test_raw_html_left_open_in_a_part_ends_with_it() -> None:
    html = converter(*BESIDE).convert("> [es] <div>Uno\n>\n> [en] One\n\nText")
    assert "<p>One</p>" in html
    assert html.endswith("<p>Text</p>")


def test_caption_of_more_than_a_paragraph_keeps_its_blocks() -> None:
    html = converter().convert("> [es] Hola\n>\n> — Ana\n> # Título")
    assert "<figcaption>" in html
    assert "Título" in html


def test_quote_that_ends_up_in_code_is_given_back_as_it_was_written() -> None:
    html = converter(*BESIDE).convert("```\n````\n\n> [es] <b>\n\n```")
    assert "&gt; [es] &lt;b&gt;" in html
    assert "\x02" not in html


def test_ordinary_quotes_are_rendered_as_by_python_markdown() -> None:
    text = "Text\n> one\nlazy\n>\n> - two\n>\n>     > three\n>\n>     four\n\nText\n\n- item\n\n    > five\n    six\n"
    assert converter(*BESIDE).convert(text) == markdown.markdown(text, extensions=BESIDE)


# Whole blocks, so that they are what they say wherever they stand; what goes wrong with broken fences and open raw
# HTML is Python-Markdown's to decide.
BLOCKS = st.sampled_from(
    [
        "[es] Hola *mundo*",
        "[en] Hello[^1]",
        "[fr]",
        "[it] Ciao",
        "[es-MX] uno\n[en] dos",
        "text",
        "— [Ana](https://example.org/a)",
        "- one\n- two\n\n    three",
        "1. one\n2. two",
        "```\n> [es] code\n\n[en] code\n```",
        "~~~ text\n[en] x\n~~~",
        "    [es] indented\n    > [en] code",
        "# Title",
        "---",
        "| a |\n|---|\n| b |",
        "[a]: https://example.org/a",
        "<!-- comment -->",
        "\x02parallel-quote:0\x03",
        "a | b",
        "**[es] x",
        "",
    ]
)


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def item(text: str) -> str:
    return "- item\n\n" + "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


CONTENT = st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join)
QUOTE = st.builds(lambda first, rest: quoted(f"[es] {first}\n\n{rest}"), st.sampled_from(["a", "b", ""]), CONTENT)
PIECES = st.one_of(
    BLOCKS, CONTENT.map(quoted), QUOTE, QUOTE.map(item), QUOTE.map(quoted), QUOTE.map(lambda t: f"x\n{t}")
)
BODIES = st.lists(PIECES, max_size=6).map("\n\n".join)


@settings(max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=BODIES, page_lang=st.sampled_from(["", "es", "en", "ar"]))
def test_every_quote_that_is_parsed_is_rendered(text: str, page_lang: str) -> None:
    html = converter(*BESIDE, page_lang=page_lang).convert(text)
    assert sorted(figures(html)) == sorted(quote.id for quote in parse(text.split("\n"), LANGS).quotes)
    assert "\x02" not in html


@settings(max_examples=150, derandomize=True)
@given(text=st.text(alphabet="[]es->`~#—* \n\t(){}:^1|<!/p\x02\x03\r\\&", max_size=80))
def test_no_text_makes_it_fail(text: str) -> None:
    html = converter(*BESIDE).convert(text)
    assert "parallel-quote:" not in html
    for figure in re.findall(r"<figure class.*?</figure>", html, re.DOTALL):
        assert figure.count("<blockquote") == figure.count("</blockquote>")


def test_figure_is_well_formed() -> None:
    html = converter(page_lang="en").convert("> [es] a & b\n>\n> [en] c\n>\n> — [x](https://example.org/?a=1&b=2)")
    figure = ElementTree.fromstring(html)
    assert [child.tag for child in figure] == ["blockquote", "blockquote", "p", "figcaption"]
    assert {child.get("cite") for child in figure[:2]} == {"https://example.org/?a=1&b=2"}


@pytest.mark.parametrize(
    "text", ["> [es] Hola", ">[es] Hola", "   > [es] Hola", "\ufeff\n> [es] Hola", "> [es] Hola\r\n"]
)
def test_quote_is_rendered_however_its_line_is_written(text: str) -> None:
    assert len(figures(converter(*BESIDE).convert(text))) == 1
