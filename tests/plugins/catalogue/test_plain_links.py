"""What a check does not render must have nothing to look up: properties over odd texts, and examples of each doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.body import make_body
from plugins.catalogue.lang import direction
from plugins.catalogue.links import FragmentLink, OutsideLink
from plugins.catalogue.plain_links import leads_elsewhere_only
from plugins.catalogue.renderer import Renderer
from plugins.catalogue.source import BodySource
from tests.plugins.conftest import MARKDOWN

SITE = "https://plaza.example"
PIECES = [
    "a", " ", "\n", "\n\n", "> ", "> [es] b\n>\n> [en] c\n", "- ", "    ", "1. ", "`", "```\n", "```video\n",
    "src: m.webm\n", "[a](https://example.org)", "[a](x.md)", "[a](<x.md>)", "[a]( x.md)", "[a]", "[a]: x.md\n",
    "[a]: https://example.org\n", "![b](c.png)", "![b][a]", "!", "[", "]", "(", ")", "(x)", "\\", "<b id='c'>", "</b>",
    "<img src=a.png>", "<https://example.org>", "<a@example.org>", "<!-- c -->", "{#c}", "{: #c }", "{lang=es}", "&lt;",
    "&#40;", "# d\n", "[^1]", "[^1]: e\n", "|", "\t",
]  # fmt: skip
RENDERER = Renderer(MARKDOWN)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_such_a_body_has_links_to_other_sites_and_places_of_its_own(text: str) -> None:
    source = BodySource("posts/a.es.md", "es", tuple(text.split("\n")), 1, True)
    if leads_elsewhere_only(source.lines, SITE):
        body, found = make_body(RENDERER.render(text, "es"), "es", (), {}, source, direction, langs=("es", "en"))
        assert found == ()
        assert not body.has_player
        for ref in body.refs:
            assert ref.element != "img"
            assert isinstance(ref.to, OutsideLink) or (isinstance(ref.to, FragmentLink) and ref.to.fragment in body.ids)


@pytest.mark.parametrize(
    "text",
    [
        "Uno *dos* [tres](https://example.org/a_b), [cuatro](<https://example.org>) y <https://example.org>.",
        "[uno][a]\n\n[a]: https://example.org",
        "[correo](mailto:a@example.org)",
        "> [es] a\n>\n> [en] b\n>\n> — [c](https://example.org)",
        "```python\nprint(1)\n```",
    ],
)
def test_links_to_other_sites_are_nothing_to_look_up(text: str) -> None:
    assert leads_elsewhere_only(text.split("\n"), SITE)


@pytest.mark.parametrize(
    "text",
    [
        "[a](/posts/b)", "[a](b.md)", "[a](#c)", "[a](<b.md>)", "[a]( b.md )", "[a]: b.md", "[a]:\nb.md", "![](c.png)",
        "![c](https://example.org/c.png)", "![c][d]", "<img src=c.png>", "<a href=b>c</a>", "<!-- c -->",
        "# a {#b}", "[a](javascript:b)",
        "[a](https://plaza.example/en/b/)", "```video\nsrc: a.webm\n```", "~~~ {.audio}\n~~~", "> - ```video", "[a](&#104;ttps://b)",
    ],
)  # fmt: skip
def test_all_else_is_rendered(text: str) -> None:
    assert not leads_elsewhere_only(text.split("\n"), SITE)
