import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.typography.characters import _by_smartypants, _english, edits

QUOTES = {"es": "“”", "en": "“”", "ar": "«»", "de": "„“", "pt-BR": "“”‘’", "fr": "«»‹›"}


def edited(text: str, lang: str) -> str:
    for start, end, new in reversed(edits(text, lang, QUOTES)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("lang", "curled"),
    [
        ("es", "“a ‘b’”"),
        ("es-MX", "“a ‘b’”"),
        ("ES", "“a ‘b’”"),
        ("ar", "«a “b”»"),
        ("de", "„a ‚b‘“"),
        ("de-CH-1996", "„a ‚b‘“"),
        ("pt-br", "“a ‘b’”"),
        ("fr", "«a ‹b›»"),
        ("nl", "“a ‘b’”"),
        ("", "“a ‘b’”"),
    ],
)
def test_marks_are_those_of_the_tag_or_its_prefix_or_neutral(lang, curled):
    assert edited("\"a 'b'\"", lang) == curled


def test_english_follows_its_marks_where_the_site_chose_others():
    assert edits('"x"', "en", {"en": "‘’"}) == [(0, 1, "‘"), (2, 3, "’")]


@pytest.mark.parametrize(
    ("straight", "typographic"),
    [
        ("uno -- dos", "uno — dos"),
        ("-- Hola", "— Hola"),
        ("Hola --dijo Ana--.", "Hola —dijo Ana—."),
        ("uno --- dos", "uno — dos"),
        ("1990--2000", "1990–2000"),
        ("-----", "-----"),
        ("bien-estar", "bien-estar"),
        ("y...", "y…"),
        ('dijo --"hola"--', "dijo —“hola”—"),
    ],
)
def test_dashes_and_ellipses_outside_english(straight, typographic):
    assert edited(straight, "es") == typographic


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a--b...c",
        "www.example.org/it--is",
        "{{ page['title'] }}",
        '{% include "x" -- %}',
        "{filename}/a.es.md",
        r"C:\.cache\-x \\server",
        "&#8220;&quot;&#92;",
    ],
)
def test_what_is_no_prose_stays(lang, text):
    assert edited(text, lang) == text


def test_an_address_ends_before_the_punctuation_after_it():
    assert edited('"See https://example.org/a--b"...', "en") == "“See https://example.org/a--b”…"


@pytest.mark.parametrize("text", ['so—"yes"', 'so--"yes"'])
def test_english_marks_after_a_dash_open(text):
    assert edited(text, "en") == "so—“yes”"


def test_text_without_straight_characters_has_no_edits():
    assert edits("Nada que hacer — “nada”…", "es", QUOTES) == []


PIECES = [
    "a",
    "s",
    "é",
    "1",
    "80s",
    "'",
    "''",
    '"',
    "`",
    "-",
    ".",
    "...",
    " ",
    "\n",
    "(",
    "&amp;",
    "&lt;",
    "\\",
    "’",
    "_",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_apostrophes_alone_are_changed_as_smartypants_does(text):
    assert list(_english(text)) == list(_by_smartypants(text))
