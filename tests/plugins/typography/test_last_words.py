import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typogrify.filters import widont

from plugins.typography.text_filter import filter_html


def filtered(html: str) -> str:
    return filter_html(html, "es", {}).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("html", "joined"),
    [
        ("<p>uno dos tres</p>", "<p>uno dos~tres</p>"),
        ("<h2>uno dos</h2>\n", "<h2>uno~dos</h2>\n"),
        ("<ul>\n<li>uno dos</li>\n</ul>", "<ul>\n<li>uno~dos</li>\n</ul>"),
        ("<p>uno <em>dos tres</em></p>", "<p>uno <em>dos~tres</em></p>"),
        ("<p><a href='#'>uno</a> dos.</p>", "<p><a href='#'>uno</a>~dos.</p>"),
        ("uno dos", "uno~dos"),
        ("<p>uno</p>", "<p>uno</p>"),
        ("<p>uno dos <em>tres</em></p>", "<p>uno dos <em>tres</em></p>"),
        ("<p>uno <code>dos tres</code></p>", "<p>uno <code>dos tres</code></p>"),
        ("<pre><p>uno dos</p></pre>", "<pre><p>uno dos</p></pre>"),
        ("<div>uno dos</div>", "<div>uno dos</div>"),
        ("<p>uno<br>\ndos</p>", "<p>uno<br>\ndos</p>"),
        ("\n", "\n"),
    ],
)
def test_the_last_word_of_a_block_stays_with_the_one_before(html, joined):
    assert filtered(html) == joined


def test_a_last_word_too_long_for_a_narrow_screen_may_stand_alone():
    assert filtered("<p>que la interoperabilidad</p>") == "<p>que la interoperabilidad</p>"


def test_a_space_that_already_keeps_words_together_is_enough():
    assert filtered("<p>un disco de 10&nbsp;TB</p>") == "<p>un disco de 10~TB</p>"


TEXTS = st.lists(st.sampled_from(["a", "b,", " ", "  ", "\n", "<em>", "</em>", "<b>", "</b>"]), max_size=9).map("".join)


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_short_words_are_joined_as_typogrify_does(texts):
    html = nh3.clean("".join(f"<p>{text}</p>" for text in texts))
    assert filter_html(html, "es", {}) == widont(html).replace("&nbsp;", "\u00a0")
