"""Bodies from Markdown to HTML, by examples of title, input and output in tests/data/body/, and their other values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.catalogue.body import Body, Ref, Resolution, fill, make_body
from plugins.catalogue.html_tokens import VOID, EndTag, StartTag, tokens
from plugins.catalogue.lang import direction
from plugins.catalogue.links import FileLink, OutsideLink, PostLink
from plugins.catalogue.renderer import Renderer
from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic, as_text

EXAMPLES = Path(__file__).parents[2] / "data" / "body"
RENDERER = Renderer(
    {
        "extension_configs": {
            "pymdownx.highlight": {"use_pygments": True, "noclasses": False},
            "pymdownx.superfences": {},
            "tables": {"use_align_attribute": True},
            "footnotes": {},
            "attr_list": {},
            "md_in_html": {},
            "plugins.catalogue.extension": {},
        },
        "output_format": "html",
    }
)


class Dashes:
    """A text filter."""

    def filter_html(self, html: str, lang: str, quotes: Mapping[str, str]) -> str:
        return html.replace(" -- ", " — ").replace("Comillas", quotes[lang])

    def filter_text(self, text: str, lang: str, quotes: Mapping[str, str]) -> str:
        return text


def body_of(text: str, lang: str = "es", first_line: int = 1, **more: object) -> tuple[Body, tuple[Diagnostic, ...]]:
    source = BodySource("posts/x.es.md", lang, tuple(text.split("\n")), first_line, True)
    html = RENDERER.render(text, lang)
    return make_body(html, lang, [Dashes()], {"es": "«»"}, source, direction, **more)  # type: ignore[arg-type]


def resolve(place: int, ref: Ref) -> Resolution:
    if ref.target.startswith("dead"):
        return Resolution("")
    if "elsewhere.example" in ref.target:
        return Resolution(ref.target, is_link=True)
    return Resolution(f"/to/{ref.target}", lang=ref.hreflang, mark=f"in {ref.hreflang}" if ref.hreflang else "")


def label(name: str, argument: str) -> str:
    return "" if name == "made-up" else f"[{name}: {argument}]"


def examples() -> Iterator[object]:
    for path in sorted(EXAMPLES.glob("*.txt")):
        for title, text, html in re.findall(r"(.+)\n\.\n((?s:.*?))\n\.\n((?s:.*?))\n\.\n", path.read_text("utf-8")):
            yield pytest.param(text, html, id=f"{path.stem}: {title}")


@pytest.mark.parametrize(("text", "html"), list(examples()))
def test_markdown_becomes_html(text: str, html: str) -> None:
    body, _ = body_of(text)
    filled = fill(body, resolve, label)
    assert re.sub(r"\n+", "\n", filled.strip()).replace("\N{NO-BREAK SPACE}", "&nbsp;") == html


def test_examples_are_found() -> None:
    assert len(list(examples())) > 30


def test_lines_of_refs_are_those_of_the_file() -> None:
    body, _ = body_of("[a](x.md)\n\n`[a](x.md)`\n\n[a](x.md) ![b](c.png)\n", first_line=8)
    assert [(ref.target, ref.line) for ref in body.refs] == [("x.md", 8), ("x.md", 12), ("c.png", 12)]


def test_refs_say_element_attribute_and_language() -> None:
    body, _ = body_of('[a](x.md){hreflang=EN} <q cite="y">b</q>\n\n```video\nsrc: m.webm\n```')
    assert [ref[:5] for ref in body.refs] == [
        ("x.md", "a", "href", 1, "en"),
        ("y", "q", "cite", 1, ""),
        ("m.webm", "video", "src", 4, ""),
    ]


def test_refs_say_what_they_point_to() -> None:
    body, _ = body_of("[a](x.md) ![b](/media/c.png) <q cite='https://example.org/'>d</q>")
    assert [ref.to for ref in body.refs] == [
        PostLink("posts", "x", ""),
        FileLink(("media/c.png", "root/media/c.png"), ""),
        OutsideLink("https://example.org/", "example.org"),
    ]


def test_bodies_are_equal_wherever_their_parts_are() -> None:
    body, _ = body_of("Uno")
    assert replace(body, content=lambda: body.parts) == body
    assert replace(body, content=("otro",)) != body


def test_links_of_footnotes_are_no_refs() -> None:
    body, _ = body_of("a[^1] [b](#fn:1)\n\n[^1]: c")
    assert [ref.target for ref in body.refs] == ["#fn:1"]


def test_headings_have_the_text_of_typography_and_the_ids_of_github() -> None:
    body, _ = body_of("# *A* -- b[^1]\n\n[^1]: c")
    assert [(h.level, h.id, h.text) for h in body.headings] == [(2, "a----b", "A — b")]


def test_ids_of_a_body_are_known() -> None:
    body, _ = body_of('# A\n\n<p id="b">c[^1]</p>\n\n[^1]: d\n\ne[^1]')
    assert {"a", "b", "fn:1", "fnref:1"} <= body.ids


def test_ids_of_the_page_are_left_to_it() -> None:
    body, _ = body_of('# Main\n\n<p id="main">a</p>', reserved={"main"})
    assert body.ids == {"main-1"}


def test_first_paragraph_is_the_first_with_words_outside_quotes_lists_and_pictures() -> None:
    before = "> Cita.\n\n- uno\n\n    dos\n\n<figure><p>Pie</p></figure>\n\n![x](y.png)"
    body, _ = body_of(f"{before}\n\nEs -- la *buena*[^1]\nfrase &amp; más.\n\nOtra.\n\n[^1]: n")
    assert body.first_paragraph == "Es — la buena frase & más."


def test_body_without_paragraphs_has_no_first() -> None:
    assert body_of("# Solo un título")[0].first_paragraph == ""


def test_id_written_twice_is_a_warning_in_the_second_line() -> None:
    _, diagnostics = body_of("# A {#x}\n\n# B {#x}\n", first_line=5)
    assert as_text(diagnostics) == (
        "posts/x.es.md:7: warning: the id 'x' is in line 5 already; expected one element with each id [repeated-id]\n"
        "  help: give this one another id; links lead to the first\n"
    )


def test_filters_see_the_language_and_its_quotation_marks() -> None:
    assert body_of("Comillas")[0].parts == ("<p>«»</p>",)


def test_bodies_are_values() -> None:
    text = "# A\n\n[b](c) ![d](e)\n\n> F\n"
    assert body_of(text) == body_of(text)
    assert hash(body_of(text)[0]) == hash(body_of(text)[0])


FRAGMENTS = st.sampled_from(
    ["\n", "\n\n", "> ", "- ", "    ", "[a](b)", "![a](b)", "[^1]", "[^1]: ", "*", "**", "`", "```", "```cloud\n",
     "```video\n", "src: a.webm\n", "# ", "|", "|-|-|\n", "{#a}", "{lang=ar}", "{: ", "<a href=x>", "</a>", "<div>",
     '<div markdown="1">', "</div>", "<p>", "<table>", "<td>", "<video src=a>", "<source src=b>", "</video>", "<!--",
     "-->", "<", "&", "&lt;", '"', "'", "—", "é", "ع", "\t", "\x00", "\x02", "\u2028", "https://e.org/",
     '<b data-slot="x">',
     "<h1>", "<pre>", "<![CDATA[", "<?", "</p>", "a", "1. ", "~~~", "===", "---", "\\"]
)  # fmt: skip
MARKDOWN_TEXT = st.lists(FRAGMENTS | st.text(max_size=4), max_size=40).map("".join)


@settings(max_examples=150)
@given(MARKDOWN_TEXT)
@example("<div>" * 2000)
@example("> " * 600 + "a")
@example('<a href="x">' * 300)
@example("<video src=a>" * 300)
def test_any_text_gives_balanced_html(text: str) -> None:
    body, _ = body_of(text)
    filled = str(fill(body, resolve, label))
    open_: list[str] = []
    for token in tokens(filled):
        if isinstance(token, StartTag) and token.name not in VOID:
            open_.append(token.name)
        elif isinstance(token, EndTag):
            assert open_ and open_.pop() == token.name
    assert open_ == []
    assert not re.search(r"<script|<!--|<[^>]* (?:style|data-slot|on\w+)=", filled)


@settings(max_examples=100)
@given(MARKDOWN_TEXT)
def test_any_text_can_be_a_line_of_markdown(text: str) -> None:
    assert not re.search(r"<(?:p|div|h\d|ul|table|pre|img|video)\b", RENDERER.render_inline(text, "es"))
