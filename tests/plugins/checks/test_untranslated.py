from plugins.catalogue.source import BodySource
from plugins.checks.untranslated import check_post

ORIGINAL = "Nadie empieza hablando en la primera sesión.\n\n- uno dos tres cuatro cinco\n\nOaxaca"


def source(lang: str, text: str, is_published: bool = True) -> BodySource:
    return BodySource(f"a.{lang}.md", lang, tuple(text.split("\n")), 5, is_published)


def told(text: str, is_published: bool = True) -> list[tuple[str, int, str]]:
    sources = {"es": source("es", ORIGINAL), "en": source("en", text, is_published)}
    return [(problem.path, problem.line, problem.message) for problem in check_post(sources, "es", ("es", "en"))]


def test_a_block_as_in_the_original_is_told_with_its_place_there() -> None:
    assert told("Hello.\n\nNadie empieza hablando en la primera sesión.") == [
        ("a.en.md", 7, "the paragraph is as in a.es.md:5; expected it in en")
    ]
    assert told("- uno dos tres cuatro cinco") == [("a.en.md", 5, "the item is as in a.es.md:7; expected it in en")]


def test_few_words_may_be_equal_in_two_languages() -> None:
    assert told("Nobody starts by talking.\n\nOaxaca") == []


def test_a_place_that_nobody_filled_is_told() -> None:
    asked = "<!--\nNadie empieza hablando en la primera sesión.\n-->\n\n"
    empty = (5, "nothing stands below the comment with the original's words; expected them in en")
    assert told(asked)[0][1:] == empty
    assert told(f"{asked}<!--\n- uno dos tres cuatro cinco\n-->\n\n- one\n")[0][1:] == empty
    assert told(f"{asked}Nobody starts by talking.\n") == []


def test_a_comment_of_the_translators_own_asks_for_nothing() -> None:
    assert told("<!--\nPreguntar a la autora por esta palabra de aquí.\n-->\n\nNadie empieza.") == []


def test_a_draft_is_being_written() -> None:
    assert told(ORIGINAL, is_published=False) == []
