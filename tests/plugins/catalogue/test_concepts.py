"""Concepts: how they are found and named, and every way in which their files can be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.concepts import Concept, Concepts, description, label, practices, read_concepts, slug
from plugins.diagnostics import Diagnostic, error, warning

LANGS = ("es", "en")
EXAMPLE = "write open-data: {es: {label: Datos abiertos}, en: {label: Open data}}"


def read(text: str) -> tuple[Concepts, tuple[Diagnostic, ...]]:
    return read_concepts(text, "topics.yml", "topics", LANGS)


def concept(id: str, **labels: str) -> Concept:
    return Concept(id, labels, {}, {}, {}, {}, 1)


def test_a_concept_has_texts_by_language() -> None:
    concepts, diagnostics = read(
        """\
# The topics
open-data:
  es: {label: Datos abiertos, synonyms: [apertura de datos, no], description: Los *datos*.}
  EN:
    label: Open data
    slug: data
"""
    )
    assert diagnostics == ()
    assert concepts == Concepts(
        "topics",
        (
            Concept(
                "open-data",
                {"es": "Datos abiertos", "en": "Open data"},
                {"es": ("apertura de datos", "no")},
                {"es": "Los *datos*."},
                {},
                {"en": "data"},
                2,
            ),
        ),
    )


@pytest.mark.parametrize("text", ["", "{}", "\ufeff# none yet\r\n", "---\n{}\n"])
def test_an_empty_file_has_no_concepts(text: str) -> None:
    assert read(text) == (Concepts("topics", ()), ())


def test_the_order_of_the_file_is_kept() -> None:
    concepts, _ = read("b: {es: {label: B}, en: {label: Be}}\na: {es: {label: A}, en: {label: Ei}}")
    assert [concept.id for concept in concepts.items] == ["b", "a"]


@pytest.mark.parametrize(
    "text", ["open-data", "OPEN-DATA", "datos abiertos", "Open  data", "APERTURA", "apertura", " open-data "]
)
def test_a_concept_is_found_by_any_text_in_any_language_whatever_the_case(text: str) -> None:
    concepts, _ = read("open-data: {es: {label: Datos abiertos, synonyms: apertura}, en: {label: Open data}}")
    assert concepts.find(text) is concepts.items[0]


def test_what_no_concept_says_is_not_found() -> None:
    concepts, _ = read("open-data: {es: {label: Datos abiertos}, en: {label: Open data}}")
    assert concepts.find("datos") is None
    assert concepts.find("") is None


def test_accents_count_however_unicode_writes_them() -> None:
    concepts, _ = read("radio: {es: {label: Comunicación}, en: {label: Radio}}")
    assert concepts.find("comunicacio\u0301n") is concepts.items[0]
    assert concepts.find("comunicacion") is None


def test_ids_win_over_labels_and_labels_over_synonyms() -> None:
    concepts, diagnostics = read(
        """\
one: {es: {label: Uno, synonyms: [Dos]}, en: {label: Two}}
two: {es: {label: Dos}, en: {label: Second}}
"""
    )
    assert concepts.find("two") is concepts.items[1]
    assert concepts.find("dos") is concepts.items[1]
    assert diagnostics == (
        warning(
            "topics.yml",
            1,
            "text-shadowed",
            "the label 'Two' of one is the id of two, on line 2",
            "remove it; in a post it means two",
        ),
        warning(
            "topics.yml",
            1,
            "text-shadowed",
            "the synonym 'Dos' of one is the label of two, on line 2",
            "remove it; in a post it means two",
        ),
    )


def test_the_nearest_text_is_named() -> None:
    concepts, _ = read("open-data: {es: {label: Datos abiertos}, en: {label: Open data}}")
    assert concepts.nearest("open-dta") == "open-data"
    assert concepts.nearest("Datos abietos") == "Datos abiertos"
    assert concepts.nearest("xyz") == ""


def test_a_label_falls_back_to_the_first_language_that_has_one() -> None:
    assert label(concept("a", es="Uno", en="One"), "en", LANGS) == ("One", "en")
    assert label(concept("a", es="Uno"), "en", LANGS) == ("Uno", "es")
    assert label(concept("a", pt="Um"), "en", LANGS) == ("Um", "pt")
    assert label(concept("a"), "en", LANGS) == ("a", "en")


def test_a_description_falls_back_too_and_may_be_missing() -> None:
    described = Concept("a", {"es": "Uno"}, {}, {"es": "Uno."}, {}, {}, 1)
    assert description(described, "en", LANGS) == ("Uno.", "es")
    assert description(concept("a", es="Uno"), "en", LANGS) == ("", "en")


def test_a_slug_is_as_written_else_of_the_label_else_of_the_id() -> None:
    assert slug(Concept("a", {"es": "Uno"}, {}, {}, {}, {"es": "el-uno"}, 1), "es", LANGS) == "el-uno"
    assert slug(concept("a", es="Año Nuevo", en="New year"), "es", LANGS) == "ano-nuevo"
    assert slug(concept("radio", es="…"), "es", LANGS) == "radio"


def test_without_a_label_the_slug_is_that_of_the_label_shown() -> None:
    assert slug(Concept("a", {"es": "Uno"}, {}, {}, {}, {"es": "el-uno"}, 1), "en", LANGS) == "el-uno"
    assert slug(concept("a", es="Uno"), "en", LANGS) == "uno"


def test_a_slug_is_never_empty() -> None:
    assert slug(concept("…", es="…"), "es", LANGS) == "b4935894"


BAD = [
    (
        "a: {es: {label: Uno}, en: {lable: One, label: One}}",
        1,
        "unknown-field",
        "unknown field 'lable' in a in en; did you mean label?",
        "write a known field, or remove the line",
    ),
    (
        "a:\n  es: {label: Uno}\n  en: {label: One}\n  label: One",
        4,
        "unknown-field",
        "unknown field 'label' in a, expected a language; languages are es, en",
        "put texts under their language",
    ),
    (
        "a:\n  es: {label: Uno}\n  en: {label: One}\n  ES: {label: Dos}",
        4,
        "field-twice",
        "es is written twice in a; the first is on line 2",
        "keep one of the two",
    ),
    (
        "a: {es: {label: Uno}, en: {label: One}}\na: {}",
        2,
        "field-twice",
        "a is written twice; the first is on line 1",
        "keep one of the two",
    ),
    (
        "a: {es: {label: Uno}, en: {label: One}}\nA: {es: {label: Dos}, en: {label: Two}}",
        2,
        "id-twice",
        "the id A differs from a on line 1 only in case",
        "write another id, or merge the two",
    ),
    (
        "a: {es: {label: Uno}, en: {label: One}}\nb: {es: {label: uno, slug: b}, en: {label: Two}}",
        2,
        "text-twice",
        "the label 'uno' of b is also one of a, on line 1",
        "give each text to one concept",
    ),
    (
        "a: {es: {label: Uno}, en: {label: Radio}}\nb:\n  es:\n    label: Radio\n  en: {label: Two}",
        4,
        "text-twice",
        "the label 'Radio' of b is also one of a, on line 1",
        "give each text to one concept",
    ),
    (
        "a: {es: {label: Uno}, en: {label: Radio, synonyms: [x]}}\n"
        "b:\n  es:\n    label: Dos\n    synonyms:\n      - z\n      - X\n  en: {label: Two}",
        7,
        "text-twice",
        "the synonym 'X' of b is also one of a, on line 1",
        "give each text to one concept",
    ),
    (
        "a: {es: {label: Años}, en: {label: One}}\nb:\n  es:\n    label: Anos\n  en: {label: Two}",
        4,
        "slug-twice",
        "b has the slug 'anos' in es, as a on line 1 has",
        "write a slug of its own",
    ),
    (
        "a: {es: {label: Uno}, en: {label: One}}\nb: {es: {label: Dos, slug: uno}, en: {label: Two}}",
        2,
        "slug-twice",
        "b has the slug 'uno' in es, as a on line 1 has",
        "write a slug of its own",
    ),
    (
        "a: {es: {label: Uno, slug: El Uno}, en: {label: One}}",
        1,
        "bad-slug",
        "slug of a in es 'El Uno' holds other characters than a-z, 0-9 and -",
        "write el-uno",
    ),
    (
        "a: {es: Uno, en: {label: One}}",
        1,
        "bad-value",
        "a in es is text; expected a map of label, synonyms, description, practices, slug",
        EXAMPLE,
    ),
    (
        "a: {es: {label: [Uno]}, en: {label: One}}",
        1,
        "bad-value",
        "label of a in es is a list; expected text",
        "a text that starts with [ or { needs quotation marks around it",
    ),
    (
        "a: {es: {label: Uno, synonyms: {}}, en: {label: One}}",
        1,
        "bad-value",
        "synonyms of a in es is a map; expected a list",
        "write [one, two]",
    ),
    ("a: Uno", 1, "bad-value", "a is text; expected a map", EXAMPLE),
    ("a:", 1, "bad-value", "a is empty; expected a map", EXAMPLE),
    ("'': {}", 1, "bad-value", "an id is empty; expected a word before the colon", EXAMPLE),
    ("- a", 1, "bad-value", "the file is a list; expected a map of ids", EXAMPLE),
    ("open data", 1, "bad-value", "the file is text; expected a map of ids", EXAMPLE),
    ("a: {}", 1, "missing-label", "a has no label in any language", EXAMPLE),
    ("a: {es: {synonyms: [b]}}", 1, "missing-label", "a has no label in any language", EXAMPLE),
]


@pytest.mark.parametrize(("text", "line", "rule", "message", "help"), BAD)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, rule: str, message: str, help: str) -> None:
    found = [d for d in read(text)[1] if not (d.rule == "missing-label" and rule != "missing-label")]
    assert found == [error("topics.yml", line, rule, message, help)]


def test_bad_yaml_and_merge_conflicts_are_one_error() -> None:
    assert [(d.line, d.rule) for d in read("a:\n  es: {label: Uno")[1]] == [(2, "bad-yaml")]
    assert [(d.line, d.rule) for d in read("<<<<<<< HEAD\na: {}\n=======\nb: {}\n>>>>>>> b")[1]] == [
        (1, "merge-conflict")
    ]


def test_a_label_missing_in_a_language_is_a_warning_where_it_belongs() -> None:
    _, diagnostics = read("a:\n  es: {label: Uno}\nb:\n  es: {label: Dos}\n  en: {synonyms: [two]}")
    assert diagnostics == (
        warning(
            "topics.yml",
            1,
            "missing-label",
            "a has no label in en; its label in es, 'Uno', stands there",
            "add a label in en",
        ),
        warning(
            "topics.yml",
            5,
            "missing-label",
            "b has no label in en; its label in es, 'Dos', stands there",
            "add a label in en",
        ),
    )


def test_a_language_that_the_site_lacks_is_a_warning_and_its_texts_are_found() -> None:
    concepts, diagnostics = read("a:\n  es: {label: Uno}\n  en: {label: One}\n  pt: {label: Um}")
    message = "a has texts in pt, which is no language of this site; they are es, en"
    assert diagnostics == (
        warning("topics.yml", 4, "unknown-lang", message, "remove them, or add the language to LANGUAGES"),
    )
    assert concepts.find("um") is concepts.items[0]


def test_one_label_in_two_languages_of_a_concept_is_fine() -> None:
    assert read("a: {es: {label: Radio, synonyms: [radio]}, en: {label: Radio}}")[1] == ()


@given(st.text(st.sampled_from("abes:-[]{},'\"|>*&! \n<\x00"), max_size=50) | st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    for wrapped in (text, f"a: {{es: {text}}}", f"a:\n  es:\n    {text}: x\n    synonyms: {text}"):
        concepts, diagnostics = read(wrapped)
        assert all(d.line >= 1 and d.message for d in diagnostics)
        assert all(
            slug(concept, lang, LANGS) and label(concept, lang, LANGS) for concept in concepts.items for lang in LANGS
        )


def test_practices_are_sentences_by_language_and_fall_back_as_labels_do() -> None:
    concepts, diagnostics = read(
        "a: {es: {label: Uno, practices: [Guardan una  copia., Prueban la copia.]}, en: {label: One}}"
    )
    assert diagnostics == ()
    assert practices(concepts.items[0], "en", LANGS) == (("Guardan una copia.", "Prueban la copia."), "es")
    assert practices(concept("b", es="Dos"), "es", LANGS) == ((), "es")


def test_practices_that_are_a_map_are_an_error() -> None:
    found = read("a: {es: {label: Uno, practices: {uno: dos}}, en: {label: One}}")[1]
    assert [(d.line, d.rule, d.message) for d in found] == [
        (1, "bad-value", "practices of a in es is a map; expected a list")
    ]
