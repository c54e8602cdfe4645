import re
from typing import Any

import pytest

from plugins.catalogue.languages import Language, read_languages

PATHS = {
    "posts": "notas", "topics": "temas", "levels": "niveles", "activities": "actividades", "matrix": "matriz",
    "people": "personas", "search": "buscar", "feeds": "canales", "status": "estado", "parallel": "paralelo",
    "page": "página",
}  # fmt: skip
SPANISH: dict[str, Any] = {"name": "Español", "dir": "ltr", "paths": PATHS, "quotes": "«»“”", "alphabet": "abcñ"}


def test_an_entry_says_everything_about_a_language() -> None:
    assert read_languages({"ES-mx": SPANISH}) == (Language("es-MX", "Español", "ltr", PATHS, "«»“”", "abcñ", "es-MX"),)


def test_dates_may_be_written_as_one_country_does() -> None:
    assert [language.dates for language in read_languages({"en": {"name": "English", "dates": "en-gb"}})] == ["en-GB"]
    assert [language.dates for language in read_languages({"en": {"name": "English"}})] == ["en"]


def test_direction_quotes_and_alphabet_have_defaults() -> None:
    assert read_languages({"es": {"name": "Español", "paths": PATHS}}) == (
        Language("es", "Español", "ltr", PATHS, "“”", "", "es"),
    )


def test_the_order_of_the_setting_stays() -> None:
    assert [language.lang for language in read_languages({"es": SPANISH, "ar": SPANISH, "en": SPANISH})] == [
        "es",
        "ar",
        "en",
    ]


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({}, "LANGUAGES names no language; expected at least one"),
        ({"es": SPANISH, "ES": SPANISH}, "LANGUAGES has es twice"),
        ({"español": SPANISH}, "LANGUAGES has 'español', which is no language tag; expected one such as es or pt-BR"),
        (
            {"es": {**SPANISH, "paths": {**PATHS, "topics": "media"}}},
            "LANGUAGES['es'] has the path 'media' twice; expected a word for each, none of them media or theme",
        ),
        (
            {"es": {**SPANISH, "paths": {**PATHS, "posts": "blog/notas"}}},
            "LANGUAGES['es'] has the path 'blog/notas' for posts; expected one part of an address",
        ),
        (
            {"es": {**SPANISH, "paths": {**PATHS, "people": ".."}}},
            "LANGUAGES['es'] has the path '..' for people; expected one part of an address",
        ),
        ({"es": {**SPANISH, "dir": "RTL"}}, "LANGUAGES['es'] has dir 'RTL'; expected 'ltr' or 'rtl'"),
        ({"es": {**SPANISH, "name": ""}}, "LANGUAGES['es'] lacks a name, as its speakers write it"),
        (
            {"es": {**SPANISH, "dates": "en-GB"}},
            "LANGUAGES['es'] has dates 'en-GB'; expected a tag of the same language, as es-MX or en-GB",
        ),
        (
            {"es": {**SPANISH, "quotes": "“”‘"}},
            "LANGUAGES['es'] has quotes '“”‘'; expected two or four characters, outer pair first",
        ),
    ],
)
def test_a_wrong_entry_is_named_with_what_was_expected(setting: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        read_languages(setting)


def test_an_unknown_path_word_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"^LANGUAGES\['es'\] has unknown paths post; known are posts, topics, levels"):
        read_languages({"es": {**SPANISH, "paths": {**PATHS, "post": "nota"}}})


def test_a_word_that_the_setting_lacks_is_the_english_one() -> None:
    (language,) = read_languages({"es": {**SPANISH, "paths": {"posts": "notas"}}})
    assert (language.paths["posts"], language.paths["feeds"]) == ("notas", "feeds")
