from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.collation import initial, sort_key

SPANISH = "abcdefghijklmnñopqrstuvwxyz"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"
SWEDISH = "abcdefghijklmnopqrstuvwxyzåäö"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@pytest.mark.parametrize(
    ("alphabet", "ordered"),
    [
        (SPANISH, ["nube", "nzz", "ñame", "ojo"]),
        (ENGLISH, ["ñame", "nube", "nzz", "ojo"]),
        (SPANISH, ["aldea", "árbol", "Azul", "barrio", "Éxito", "faro"]),
        (SWEDISH, ["apa", "zebra", "ål", "ägg", "öl"]),
        (ARABIC, ["أمن", "بيانات", "خصوصية", "شفافية"]),
        ("", ["Ñame", "nube", "Ojo", "ópalo", "zeta"]),
        (SPANISH, ["datos", "datos abiertos", "datosfera"]),
        (SPANISH, ["2013", "abril"]),
        (SPANISH, ["¿Por qué?", "«Qué»", "red"]),
        (SPANISH, ["código", "zona", "данные", "数据"]),
        (SPANISH, ["c", "c++", "cc"]),
    ],
)
def test_texts_stand_in_the_order_of_the_alphabet(alphabet, ordered):
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda text: sort_key(text, alphabet)) == ordered


def test_accents_then_case_then_characters_decide_between_equal_letters():
    ordered = ["Paso", "paso", "pasó"]
    for given_order in permutations(ordered):
        assert sorted(given_order, key=lambda text: sort_key(text, SPANISH)) == ordered


def test_how_an_accent_is_written_in_unicode_makes_no_difference_to_its_place():
    assert sort_key("n\u0303ame", SPANISH)[:2] == sort_key("ñame", SPANISH)[:2]


def test_the_case_of_the_alphabet_makes_no_difference():
    assert sort_key("Ñame", SPANISH.upper()) == sort_key("Ñame", SPANISH)


@given(st.text(), st.text(), st.sampled_from([SPANISH, SWEDISH, ""]))
def test_different_texts_have_different_keys_that_compare(one, other, alphabet):
    keys = sort_key(one, alphabet), sort_key(other, alphabet)
    assert (keys[0] == keys[1]) == (one == other)
    assert (keys[0] < keys[1]) != (keys[1] <= keys[0])


@pytest.mark.parametrize(
    ("text", "letter"),
    [("Árbol", "a"), ("ñandú", "ñ"), ("¿Qué?", "q"), ("  zeta", "z"), ("2030", "0"), ("東京", ""), ("", ""), ("…", "")],
)
def test_a_text_stands_under_the_letter_of_the_alphabet_it_starts_with(text: str, letter: str) -> None:
    assert initial(text, "abcdefghijklmnñopqrstuvwxyz") == letter


def test_without_an_alphabet_there_are_no_letters_to_stand_under() -> None:
    assert initial("Árbol", "") == ""
