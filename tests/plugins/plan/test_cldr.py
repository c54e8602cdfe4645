from datetime import UTC, date, datetime

import pytest

from plugins.plan.cldr import language_name, locale, long_date


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "20 de noviembre de 2013"),
        ("es-MX", "20 de noviembre de 2013"),
        ("en", "November 20, 2013"),
        ("en-GB", "20 November 2013"),
        ("pt-BR", "20 de novembro de 2013"),
        ("ar", "20 نوفمبر 2013"),
    ],
)
def test_a_date_is_in_the_words_of_the_language(lang: str, text: str) -> None:
    assert (
        long_date(date(2013, 11, 20), lang).replace("٢", "2").replace("٠", "0").replace("١", "1").replace("٣", "3")
        == text
    )


def test_a_moment_is_its_day_in_its_own_time_zone() -> None:
    assert long_date(datetime(2013, 11, 20, 23, 30, tzinfo=UTC), "es") == "20 de noviembre de 2013"


def test_a_tag_that_cldr_lacks_gets_the_nearest_locale() -> None:
    assert str(locale("es-419-x-plaza")) == "es_419"
    assert str(locale("nah")) == "en"


@pytest.mark.parametrize(
    ("tag", "lang", "name"),
    [
        ("es", "en", "Spanish"),
        ("es", "es", "español"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("es-PE", "en", "Spanish"),
    ],
)
def test_a_language_has_a_name_in_every_language(tag: str, lang: str, name: str) -> None:
    assert language_name(tag, lang) == name


def test_a_language_that_cldr_does_not_name_has_its_own_name_else_its_tag() -> None:
    assert language_name("qqq", "en", "Own name") == "Own name"
    assert language_name("qqq", "en") == "qqq"
