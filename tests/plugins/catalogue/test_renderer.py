import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from plugins.catalogue.renderer import Renderer


class ShowsLang(Extension):
    """Writes the page's language."""

    def extendMarkdown(self, md: Markdown) -> None:
        class Show(Postprocessor):
            def run(self, text: str) -> str:
                return text.replace("LANG", getattr(md, "page_lang", ""))

        md.postprocessors.register(Show(md), "show", 1)


def test_extensions_know_the_language_of_the_page() -> None:
    renderer = Renderer({"extensions": [ShowsLang()]})
    assert [renderer.render("LANG", "es"), renderer.render("LANG", "en")] == ["<p>es</p>", "<p>en</p>"]
    assert renderer.render_inline("LANG", "pt-BR") == "pt-BR"


def test_one_body_leaves_nothing_to_the_next() -> None:
    renderer = Renderer({"extension_configs": {"footnotes": {}}})
    with_note = renderer.render("a[^1] [b][c]\n\n[^1]: d\n\n[c]: e", "es")
    assert renderer.render("a[^1] [b][c]", "es") == "<p>a[^1] [b][c]</p>"
    assert renderer.render("a[^1] [b][c]\n\n[^1]: d\n\n[c]: e", "es") == with_note


def test_bodies_are_counted_and_summaries_are_not() -> None:
    renderer = Renderer({})
    renderer.render("a", "es")
    renderer.render("b", "es")
    renderer.render_inline("c", "es")
    assert renderer.rendered == 2


def test_options_of_extensions_are_used_in_their_order() -> None:
    setting = {"extension_configs": {"tables": {"use_align_attribute": True}, "attr_list": {}}, "output_format": "html"}
    assert 'align="right"' in Renderer(setting).render("|a|\n|-:|\n|b|", "es")


def test_summary_is_one_paragraph_of_inline_markdown() -> None:
    renderer = Renderer({"extension_configs": {"attr_list": {}}})
    assert renderer.render_inline("1. *a*\n\n# b `<c>` [d]({static}e) <i>f</i>", "es") == (
        '1. <em>a</em> # b <code>&lt;c&gt;</code> <a href="{static}e">d</a> <i>f</i>'
    )
    assert renderer.render_inline("", "es") == ""


def test_summary_holds_no_block_and_no_picture() -> None:
    assert Renderer({}).render_inline("<div>a</div> ![b](c.png) <h2>d</h2>", "es") == "a  d"


def test_our_fences_need_superfences() -> None:
    with pytest.raises(ValueError, match=r"MARKDOWN must name pymdownx.superfences before"):
        Renderer({"extension_configs": {"plugins.catalogue.extension": {}, "pymdownx.superfences": {}}})
