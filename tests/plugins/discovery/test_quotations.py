"""The quotes of a body as data: parts by language, without the words that Plaza adds."""

from __future__ import annotations

from plugins.discovery.quotations import Part, Quotation, read_quotations

FIGURE = (
    '<figure class="parallel-quote" id="quote-066f73">'
    '<blockquote class="parallel-quote__original" lang="es" cite="https://example.org/a">'
    '<p class="parallel-quote__label" lang="en">Original in Spanish</p><p>Uno &amp; <em>dos</em></p>'
    "<ul><li>tres</li><li>cuatro</li></ul></blockquote>"
    '<blockquote class="parallel-quote__translation" lang="en" cite="https://example.org/a">'
    '<p class="parallel-quote__label" lang="en">Translation into English</p><p>One<br>two</p></blockquote>'
    '<p class="parallel-quote__link"><a href="#quote-066f73">Link to this quote</a></p>'
    '<figcaption><a href="https://example.org/a">A workshop</a>, 2013</figcaption></figure>'
)


def test_a_quote_has_its_parts_and_its_attribution() -> None:
    assert read_quotations(f"<p>before</p>{FIGURE}<p>after</p>") == (
        Quotation(
            "quote-066f73",
            "https://example.org/a",
            (Part("es", "Uno & dos tres cuatro"), Part("en", "One two")),
            "A workshop, 2013",
        ),
    )


def test_quotes_come_in_their_order_and_others_are_none() -> None:
    html = f"{FIGURE}<blockquote><p>x</p></blockquote>{FIGURE.replace('066f73', 'aaaaaa')}"
    assert [quote.id for quote in read_quotations(html)] == ["quote-066f73", "quote-aaaaaa"]


def test_a_part_that_holds_a_quote_is_one_part() -> None:
    html = FIGURE.replace("<p>One<br>two</p>", "<blockquote><p>One</p></blockquote><p>two</p>")
    assert read_quotations(html)[0].parts[1].text == "One two"
