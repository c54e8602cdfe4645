from plugins.catalogue.cutting import cut
from plugins.catalogue.html_tokens import tokens
from plugins.catalogue.parts import Address, Anchor, Fragment, Label, Part, Player, Ref, Resource, Track, Transcript
from plugins.catalogue.ref_lines import RefLines
from plugins.catalogue.source import BodySource


def cut_html(html: str) -> tuple[tuple[Part, ...], tuple[Ref, ...]]:
    return cut(tokens(html), RefLines(BodySource("posts/a.es.md", "es", ("",), 3, True)))


def test_html_without_gaps_is_one_part() -> None:
    assert cut_html('<p id="a">b <em>c</em><br></p>') == (('<p id="a">b <em>c</em><br></p>',), ())


def test_links_hold_what_is_inside_them() -> None:
    parts, refs = cut_html('<p>a <a href="x" class="y" hreflang="ES">b <em>c</em></a></p>')
    assert parts == ("<p>a ", Anchor(0, ' class="y"', ' class="y"', ("b <em>c</em>",)), "</p>")
    assert refs == (Ref("x", "a", "href", 3, "es"),)


def test_labels_take_the_place_of_what_their_element_holds() -> None:
    parts, _ = cut_html('<p><span data-slot="quote-original pt-BR" class="a">x<br><b>y</b></span> z</p>')
    assert parts == ('<p><span class="a">', Label("quote-original", "pt-BR"), "</span> z</p>")


def test_players_know_what_they_can_play() -> None:
    parts, refs = cut_html('<audio title="t"><source src="a"><source src="b"><track src="c">d</audio>')
    inner = (Resource(0, "source", ""), Resource(1, "source", ""), Resource(2, "track", ""), "d")
    assert parts == (Player("audio", ('<audio title="t">',), inner, (0, 1), "t", (Track("subtitles", "", 2),)),)
    assert [ref.element for ref in refs] == ["source", "source", "track"]


def test_posters_are_not_played() -> None:
    parts, _ = cut_html('<video poster="p" src="s"></video>')
    start = ("<video", Address(0, "src"), Address(1, "poster"), ">")
    assert parts == (Player("video", start, (), (0,), ""),)


def test_a_player_in_a_player_is_what_it_holds() -> None:
    parts, _ = cut_html('<video src="a"><audio src="b">c</audio></video>')
    assert parts == (Player("video", ("<video", Address(0, "src"), ">"), ("c",), (0,), ""),)


def test_pictures_without_address_are_their_words() -> None:
    assert cut_html('<p><img alt="a &amp; b"></p>') == (("<p>a &amp; b</p>",), ())


def test_links_of_footnotes_lead_within_their_page() -> None:
    parts, refs = cut_html('<a class="footnote-ref" href="#fn:1" data-slot-title="footnote-back 1">1</a>')
    start = ("<a", Fragment("#fn:1"), ' class="footnote-ref"', Label("footnote-back", "1", "title"), ">1</a>")
    assert (parts, refs) == (start, ())


def test_a_transcript_has_its_place_behind_the_player_and_nothing_of_its_own() -> None:
    html = '<video src="a"><track src="b" kind="captions" srclang="es"></video><div data-slot="transcript">x</div>y'
    parts, _ = cut_html(html)
    assert parts[1:] == (Transcript((Track("captions", "es", 1),)), "y")
