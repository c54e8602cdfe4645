import pytest

from plugins.catalogue.html_tokens import tokens
from plugins.catalogue.words import first_paragraph, words


def test_words_are_text_without_tags_and_extra_space() -> None:
    assert words(tokens("<p>a\n <em>b</em>c<br>d &amp; e</p>")) == "a bc d & e"


@pytest.mark.parametrize("element", ["blockquote", "figure", "ul", "ol", "table", "aside", "details", "dl"])
def test_first_paragraph_is_in_no(element: str) -> None:
    assert first_paragraph(tokens(f"<{element}><p>a</p></{element}><div><p>b</p></div>")) == "b"


def test_first_paragraph_is_no_footnote() -> None:
    assert first_paragraph(tokens('<div class="footnote"><p>a</p></div>')) == ""


def test_first_paragraph_has_words() -> None:
    assert first_paragraph(tokens('<p><img alt="a"></p><p> </p><p>b</p><p>c</p>')) == "b"
