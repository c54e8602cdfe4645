"""The blocks of a body: its outermost elements, with what a translation leaves as it is."""

from __future__ import annotations

from plugins.parallel_page.blocks import Block, read_blocks

QUOTE = '<figure class="parallel-quote" id="quote-066f73"><p>x</p></figure>'


def test_outermost_elements_are_blocks_and_headings_have_their_level() -> None:
    html = '<p>a <em>b</em></p>\n<h3 id="c">C</h3>\n<ul><li><p>d</p></li></ul>\n<hr>\ntext'
    blocks = read_blocks(html)
    assert [block.html for block in blocks] == [
        "<p>a <em>b</em></p>", '<h3 id="c">C</h3>', "<ul><li><p>d</p></li></ul>", "<hr>\ntext",
    ]  # fmt: skip
    assert [block.level for block in blocks] == [0, 3, 0, 0]


def test_an_empty_body_has_no_blocks() -> None:
    assert read_blocks(" \n ") == ()


def test_quotes_and_pictures_are_anchors() -> None:
    (quote,) = read_blocks(QUOTE)
    (picture,) = read_blocks('<p><img src="/media/x.png" alt=""></p>')
    assert quote.anchors == {"#quote-066f73"}
    assert picture.anchors == {"/media/x.png"}


def test_beside_another_body_ids_go_and_quotes_get_a_number_of_their_own() -> None:
    own = read_blocks(QUOTE)
    heading, first, second = read_blocks(f'<h2 id="a">A</h2>{QUOTE}{QUOTE}', beside=own)
    assert heading == Block("<h2>A</h2>", 2)
    assert 'id="quote-066f73-2"' in first.html
    assert 'id="quote-066f73-3"' in second.html
    assert first.anchors == own[0].anchors


def test_characters_stay_as_they_are_written() -> None:
    html = '<p title="a &quot;b&quot; &amp; c">1 &lt; 2 &amp; “3”</p>'
    assert read_blocks(html)[0].html == html
