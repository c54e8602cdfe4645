import pytest

from plugins.typography.quotation import pair_marks


def paired(text: str, outer: str = "“”", inner: str = "‘’") -> str:
    characters = list(text)
    for at, mark in pair_marks(text, outer, inner):
        characters[at] = mark
    return "".join(characters)


@pytest.mark.parametrize(
    ("straight", "curled"),
    [
        ('"hola"', "“hola”"),
        ('Dijo "hola".', "Dijo “hola”."),
        ('¿"qué"?', "¿“qué”?"),
        ('¡"nunca"!', "¡“nunca”!"),
        ('"¿Qué?"', "“¿Qué?”"),
        ('("hola")', "(“hola”)"),
        ('—"hola"—', "—“hola”—"),
        ('"hola"/"adiós"', "“hola”/“adiós”"),
        ('"...y entonces"', "“...y entonces”"),
        ('"uno" "dos"', "“uno” “dos”"),
        ('"hola"1', "“hola”1"),
        ('pantalla de 5"', "pantalla de 5”"),
    ],
)
def test_what_stands_around_a_mark_tells_whether_it_opens(straight, curled):
    assert paired(straight) == curled


@pytest.mark.parametrize(
    ("straight", "curled"),
    [
        ('"a "b" c"', "«a “b” c»"),
        ("\"a 'b' c\"", "«a “b” c»"),
        ('"a \'b "c" d\' e"', "«a “b «c» d” e»"),
        ("\"'b' c\"", "«“b” c»"),
        ("\"a 'b'\"", "«a “b”»"),
        ("'b'", "“b”"),
    ],
)
def test_pairs_nest_by_turns(straight, curled):
    assert paired(straight, "«»", "“”") == curled


def test_marks_that_the_author_wrote_count_for_the_nesting():
    assert paired('«Dijo "hola"»', "«»", "“”") == "«Dijo “hola”»"


def test_marks_of_other_pairs_are_left_alone():
    assert paired('«Dijo "hola"»') == "«Dijo “hola”»"


def test_a_mark_that_is_never_closed_does_not_nest_what_follows():
    assert paired('Le preguntamos, "¿sabías? Dijeron "Sí".') == "Le preguntamos, “¿sabías? Dijeron “Sí”."


@pytest.mark.parametrize(
    ("straight", "curled"),
    [
        ("l'home d'or", "l’home d’or"),
        ("los '80", "los ’80"),
        ("los '80 y 'eso'", "los ’80 y ‚eso‘"),
        ("rock 'n' roll", "rock ‚n‘ roll"),
        ("un po' tardi", "un po’ tardi"),
        ('"rock \'n roll"', "„rock ’n roll“"),
        ("\"Er's sagte 'ja' dort\"", "„Er’s sagte ‚ja‘ dort“"),
    ],
)
def test_an_apostrophe_is_no_closing_mark(straight, curled):
    assert paired(straight, "„“", "‚‘") == curled


def test_one_character_may_open_and_close():
    assert paired("Hon sa \"ja 'nu' då\" och ”nej”", "””", "’’") == "Hon sa ”ja ’nu’ då” och ”nej”"
