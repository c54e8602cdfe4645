import pytest

from plugins.catalogue.lang import canonical, direction, is_known, is_registered, is_well_formed, serves


@pytest.mark.parametrize(
    ("written", "expected"),
    [("ES", "es"), ("pt-br", "pt-BR"), ("ZH-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("sl-ROZAJ", "sl-rozaj")],
)
def test_tags_are_written_in_their_conventional_case(written: str, expected: str) -> None:
    assert canonical(written) == expected


def test_what_is_no_tag_stays_as_it_is() -> None:
    assert canonical("Not A Tag") == "Not A Tag"


@pytest.mark.parametrize("text", ["", "e", "es_MX", "es-", "-es", "español", "es MX", "4u"])
def test_a_tag_has_letters_first_and_hyphens_between(text: str) -> None:
    assert not is_well_formed(text)


def test_a_well_formed_tag_need_not_be_registered() -> None:
    assert is_well_formed("backups")
    assert not is_registered("backups")
    assert is_registered("nah")
    assert not is_registered("it is")


@pytest.mark.parametrize(("tag", "wanted"), [("es", "es"), ("ES", "es"), ("es", "es-MX"), ("es-MX", "es")])
def test_one_tag_serves_another_where_one_is_a_prefix(tag: str, wanted: str) -> None:
    assert serves(tag, wanted)


@pytest.mark.parametrize(("tag", "wanted"), [("es", "en"), ("es", "est"), ("es-MX", "es-AR")])
def test_a_tag_does_not_serve_readers_of_another(tag: str, wanted: str) -> None:
    assert not serves(tag, wanted)


def test_a_tag_is_known_by_its_first_part_too() -> None:
    assert is_known("es-MX", ["en", "ES"])
    assert is_known("PT-br", ["pt-BR"])
    assert not is_known("pt", ["pt-BR"])
    assert not is_known("it", ["es", "en"])


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("es", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("az-Arab", "rtl"), ("az", "ltr"), ("nah", "ltr")],
)
def test_the_direction_is_that_of_the_script(lang: str, expected: str) -> None:
    assert direction(lang) == expected


def test_the_direction_of_what_is_no_language_is_the_default() -> None:
    assert direction("made-up words", "rtl") == "rtl"
