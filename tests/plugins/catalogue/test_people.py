"""People: who is declared, who is only named, and who is who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.people import People, Person, merge_people, read_people
from plugins.diagnostics import Diagnostic, error, warning

LANGS = ("es", "en")
EXAMPLE = "write ana-torres: {name: Ana Torres}"
ANA = Person("ana", "Ana Torres", None, {}, 1, "ana")


def read(text: str) -> tuple[People, tuple[Diagnostic, ...]]:
    return read_people(text, "people.yml", LANGS)


def test_a_person_has_a_name_an_address_and_a_bio_by_language() -> None:
    people, diagnostics = read(
        "Ana_Torres:\n  name: Ana  Torres\n  url: https://example.org/ana\n  bio: {es: Escribe., EN: Writes.}"
    )
    assert diagnostics == ()
    bios = {"es": "Escribe.", "en": "Writes."}
    assert people == People((Person("Ana_Torres", "Ana Torres", "https://example.org/ana", bios, 1, "ana-torres"),))


@pytest.mark.parametrize("text", ["", "{}", "# nobody yet"])
def test_an_empty_file_declares_nobody(text: str) -> None:
    assert read(text) == (People(()), ())


@pytest.mark.parametrize("text", ["ana_t", "ANA_T", "Ana Torres", "ana torres", "ana-t", "ana-torres"])
def test_a_person_is_found_by_id_name_or_slug(text: str) -> None:
    people, _ = read("ana_t: {name: Ana Torres}")
    assert people.find(text) is people.items[0]


def test_an_id_wins_over_a_name_and_a_name_over_a_slug() -> None:
    people, _ = read("leo: {name: Ana}\nana: {name: ana-b}\nana_b: {name: Leo}")
    assert [people.find(text) for text in ("ana", "ana-b", "leo")] == [
        people.items[1],
        people.items[1],
        people.items[0],
    ]


BAD = [
    (
        "ana: {nmae: Ana, name: Ana}",
        1,
        "unknown-field",
        "unknown field 'nmae' in ana; did you mean name?",
        "write a known field, or remove the line",
    ),
    (
        "ana: {name: Ana, name: Eva}",
        1,
        "field-twice",
        "name is written twice; the first is on line 1",
        "keep one of the two",
    ),
    (
        "ana: {name: Ana}\nANA: {name: Eva}",
        2,
        "id-twice",
        "the id ANA differs from ana on line 1 only in case",
        "write another id, or merge the two",
    ),
    (
        "ana_t: {name: Ana}\nana-t: {name: Eva}",
        2,
        "slug-twice",
        "ana-t has the slug 'ana-t', as ana_t on line 1 has",
        "write another id",
    ),
    ("ana: {url: 'https://example.org'}", 1, "missing-name", "ana has no name", EXAMPLE),
    ("ana:\n  name: ''", 1, "missing-name", "ana has no name", EXAMPLE),
    ("ana: {}", 1, "missing-name", "ana has no name", EXAMPLE),
    (
        "ana: {name: [Ana]}",
        1,
        "bad-value",
        "name of ana is a list; expected text",
        "a text that starts with [ or { needs quotation marks around it",
    ),
    (
        "ana:\n  name: Ana\n  url: example.org",
        3,
        "bad-url",
        "url of ana 'example.org' is no web address; expected one that starts with https:// or http://",
        "write the whole address, as https://example.org/page",
    ),
    (
        "ana:\n  name: Ana\n  bio: Escribe.",
        3,
        "bad-value",
        "bio of ana has no languages; expected a text for each",
        "write bio: {es: …, en: …}",
    ),
    (
        "ana:\n  name: Ana\n  bio: {es: [a]}",
        3,
        "bad-value",
        "bio of ana in es is a list; expected text",
        "a text that starts with [ or { needs quotation marks around it",
    ),
    ("ana: Ana Torres", 1, "bad-value", "ana is text; expected a map", EXAMPLE),
    ("- ana", 1, "bad-value", "the file is a list; expected a map of ids", EXAMPLE),
]


@pytest.mark.parametrize(("text", "line", "rule", "message", "help"), BAD)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, rule: str, message: str, help: str) -> None:
    assert read(text)[1] == (error("people.yml", line, rule, message, help),)


def test_a_bio_in_a_language_that_the_site_lacks_is_a_warning() -> None:
    message = "bio of ana has texts in pt, which is no language of this site; they are es, en"
    assert read("ana:\n  name: Ana\n  bio: {pt: Escreve.}")[1] == (
        warning("people.yml", 3, "unknown-lang", message, "remove them, or add the language to LANGUAGES"),
    )


def test_two_people_of_one_name_are_a_warning() -> None:
    message = "ana-b has the name of ana on line 1, 'Ana'"
    assert read("ana: {name: Ana}\nana-b: {name: Ana}")[1] == (
        warning("people.yml", 2, "name-twice", message, "credit both by their ids: the name alone means the first"),
    )


def test_a_plain_name_is_a_person() -> None:
    merged, diagnostics = merge_people(People(()), [("Leo Grant", "posts/a.es.md", 4)])
    assert merged == {"Leo Grant": Person("leo-grant", "Leo Grant", None, {}, 4, "leo-grant")}
    assert diagnostics == ()


def test_plain_names_with_one_slug_are_one_person_shown_as_first_met() -> None:
    names = [
        ("Víctor", "posts/a.es.md", 4),
        ("Victor", "posts/b.es.md", 5),
        ("Víctor", "posts/c.es.md", 6),
        ("VÍCTOR", "posts/d.es.md", 7),
    ]
    merged, diagnostics = merge_people(People(()), names)
    assert set(merged) == {"Víctor", "Victor", "VÍCTOR"}
    assert merged["Victor"] is merged["Víctor"] is merged["VÍCTOR"]
    assert merged["Victor"].name == "Víctor"
    advice = "write Víctor; if these are two people, give each an id in people.yml"
    assert diagnostics == (
        warning(
            "posts/b.es.md", 5, "name-variant", "'Victor' is taken for 'Víctor', whose name has the same slug", advice
        ),
        warning(
            "posts/d.es.md", 7, "name-variant", "'VÍCTOR' is taken for 'Víctor', whose name has the same slug", advice
        ),
    )


@pytest.mark.parametrize("name", ["ana", "Ana Torres", "ana torres", "ANA"])
def test_a_plain_name_may_be_a_declared_person(name: str) -> None:
    assert merge_people(People((ANA,)), [(name, "posts/a.es.md", 4)]) == ({name: ANA}, ())


def test_another_spelling_of_a_declared_name_is_that_person_with_a_warning() -> None:
    merged, diagnostics = merge_people(People((ANA,)), [("Ána Tórres", "posts/a.es.md", 4)])
    assert merged == {"Ána Tórres": ANA}
    assert [(d.path, d.line, d.rule) for d in diagnostics] == [("posts/a.es.md", 4, "name-variant")]


def test_a_name_without_letters_has_a_stable_slug() -> None:
    merged, _ = merge_people(People(()), [("…", "posts/a.es.md", 4), ("???", "posts/a.es.md", 4)])
    assert merged["…"].slug == "person-b4935894"
    assert merged["???"].slug != merged["…"].slug


@given(st.text(st.sampled_from("abes:-[]{},'\"|>*&! \n<\x00"), max_size=50) | st.text(), st.lists(st.text(max_size=10)))
def test_no_text_makes_it_raise(text: str, names: list[str]) -> None:
    for wrapped in (text, f"a: {text}", f"a:\n  name: {text}\n  bio: {text}"):
        people, diagnostics = read(wrapped)
        assert all(d.line >= 1 and d.message for d in diagnostics)
        merged, _ = merge_people(people, [(name, "posts/a.es.md", 1) for name in names])
        assert set(merged) == set(names)
        assert all(person.slug for person in merged.values())
