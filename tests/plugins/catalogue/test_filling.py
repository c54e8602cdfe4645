from plugins.catalogue.filling import fill
from plugins.catalogue.parts import Anchor, Body, Fragment, Label, Part, Picture, Ref, Resolution


def body(*parts: Part, refs: tuple[Ref, ...] = ()) -> Body:
    return Body(parts, (), frozenset(), refs, "")


LINK = Ref("x", "a", "href", 1)


def nowhere(place: int, ref: Ref) -> Resolution:
    return Resolution("")


def test_words_from_outside_are_escaped() -> None:
    text = body(Label("a", ""), "<p", Label("b", "c", "title"), ">")
    assert fill(text, nowhere, lambda name, argument: f'<{name}"{argument}') == '&lt;a&quot;<p title="&lt;b&quot;c">'


def test_addresses_and_marks_are_escaped() -> None:
    text = body(Anchor(0, ' title="t"', "", ("a",)), refs=(LINK,))
    filled = fill(text, lambda place, ref: Resolution('/?a&"', lang="es", mark="<es>"), lambda name, argument: "")
    assert filled == (
        '<a href="/?a&amp;&quot;" hreflang="es" title="t">a <span class="link-lang">(&lt;es&gt;)</span></a>'
    )


def test_each_ref_is_asked_once_in_order() -> None:
    asked: list[int] = []

    def resolve(place: int, ref: Ref) -> Resolution:
        asked.append(place)
        return Resolution("/y")

    text = body(Anchor(0, "", "", (Picture(1, "", "p"),)), refs=(LINK, Ref("p", "img", "src", 1)))
    assert fill(text, resolve, lambda name, argument: "") == '<a href="/y"><img src="/y"></a>'
    assert asked == [0, 1]


def test_a_body_can_be_filled_for_many_pages() -> None:
    text = body(Anchor(0, "", "", ("a",)), refs=(LINK,))
    assert fill(text, lambda place, ref: Resolution("/es/"), str.format) == '<a href="/es/">a</a>'
    assert fill(text, lambda place, ref: Resolution("/en/"), str.format) == '<a href="/en/">a</a>'
    assert fill(text, nowhere, str.format) == "a"


def test_a_link_to_a_note_is_whole_away_from_its_page() -> None:
    text = body("<a", Fragment("#fn:1"), ">1</a>")
    assert fill(text, nowhere, str.format) == '<a href="#fn:1">1</a>'
    assert fill(text, nowhere, str.format, "https://example.org/a/") == '<a href="https://example.org/a/#fn:1">1</a>'


def img(width: str, height: str, found: Resolution) -> str:
    text = body(Picture(0, ' alt=""', "", width, height), refs=(Ref("p", "img", "src", 1),))
    return fill(text, lambda place, ref: found, str.format).removeprefix('<img src="/p"').removesuffix(' alt="">')


def test_a_picture_has_the_size_of_its_file() -> None:
    assert img("", "", Resolution("/p", width=400, height=300)) == ' width="400" height="300"'
    assert img("", "", Resolution("/p")) == ""


def test_the_author_has_the_last_word_on_the_size_of_a_picture() -> None:
    assert img("10", "20", Resolution("/p", width=400, height=300)) == ' width="10" height="20"'
    assert img("10", "", Resolution("/p")) == ' width="10"'


def test_one_side_that_the_author_wrote_brings_the_other_in_proportion() -> None:
    assert img("200", "", Resolution("/p", width=400, height=300)) == ' width="200" height="150"'
    assert img("", "150", Resolution("/p", width=400, height=300)) == ' width="200" height="150"'
    assert img("1", "", Resolution("/p", width=400, height=3)) == ' width="1" height="1"'
    assert img("50%", "", Resolution("/p", width=400, height=300)) == ' width="50%"'
