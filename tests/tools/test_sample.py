"""What `init` leaves of the sample's levels and activities: the languages of the site."""

from tools.sample import in_languages

LEVELS = """\
# In order, least mature first.
basic:
  es:
    label: Básica  # the first

    practices:
      - Guardan sus archivos.
  en: {label: Basic}
advanced:
  en:
    label: Advanced
  es:
    label: Avanzada
"""


def test_texts_in_other_languages_go_and_all_else_stays_as_it_is_written() -> None:
    assert in_languages(LEVELS, ["en"]) == (
        "# In order, least mature first.\nbasic:\n  en: {label: Basic}\nadvanced:\n  en:\n    label: Advanced\n"
    )


def test_a_site_in_all_languages_keeps_the_file_as_it_is() -> None:
    assert in_languages(LEVELS, ["en", "es"]) == LEVELS


def test_where_no_text_would_be_left_all_of_them_stay() -> None:
    assert in_languages(LEVELS, ["pt"]) == LEVELS
