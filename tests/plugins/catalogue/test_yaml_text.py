"""YAML as text: what scalars, keys and lines become, and how each fault of an author reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.yaml_text import Entry, Fields, Items, Text, read_yaml
from plugins.diagnostics import error


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "true", "null", "~", "2019", "0o17", "1e3", "2013-11-20", "12:30:45"]
)
def test_every_scalar_stays_as_written(word: str) -> None:
    assert read_yaml(f"a: {word}", "x.yml") == (Fields((Entry("a", 1, Text(word, 1)),), 1), ())


def test_keys_and_items_know_their_line_in_the_file() -> None:
    text = "# comment\ntopics:\n  - one\n\n  - two\norigin: {name: Uno,\n  url: dos}"
    topics = Entry("topics", 11, Items((Text("one", 12), Text("two", 14)), 12))
    origin = Entry("origin", 15, Fields((Entry("name", 15, Text("Uno", 15)), Entry("url", 16, Text("dos", 16))), 15))
    assert read_yaml(text, "x.yml", 10) == (Fields((topics, origin), 11), ())


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", "---\n", "{}"])
def test_a_text_without_values_is_an_empty_mapping(text: str) -> None:
    node, diagnostics = read_yaml(text, "x.yml")
    assert isinstance(node, Fields)
    assert node.entries == ()
    assert diagnostics == ()


def test_line_separators_of_unicode_do_not_count_as_lines() -> None:
    node, _ = read_yaml("a: x\u2028y\x85z\nb: c", "x.yml")
    assert node == Fields((Entry("a", 1, Text("x y z", 1)), Entry("b", 2, Text("c", 2))), 1)


def test_a_key_written_twice_is_an_error_and_the_first_counts() -> None:
    node, diagnostics = read_yaml("a: 1\nb: {c: 2, c: 3}\na: 4", "x.yml", 2)
    assert node == Fields((Entry("a", 2, Text("1", 2)), Entry("b", 3, Fields((Entry("c", 3, Text("2", 3)),), 3))), 2)
    assert diagnostics == (
        error("x.yml", 3, "field-twice", "c is written twice; the first is on line 3", "keep one of the two"),
        error("x.yml", 4, "field-twice", "a is written twice; the first is on line 2", "keep one of the two"),
    )


FAULTS = [
    ("title: One: two", 2, "a colon with a space after it stands inside a value"),
    ("title: One\n  slug: two", 3, "a colon with a space after it stands inside a value"),
    ("a: b\ntitle: @plaza", 3, "a value that starts with @ needs quotation marks around it"),
    ("title: `x`", 2, "a value that starts with ` needs quotation marks around it"),
    ("title: %x", 2, "a value that starts with % needs quotation marks around it"),
    ("summary: *Un* párrafo", 2, "a value that starts with * needs quotation marks around it"),
    ("summary: *Un párrafo", 2, "a value that starts with * needs quotation marks around it"),
    ("summary: !ojo! x", 2, "a value that starts with ! needs quotation marks around it"),
    ("title:\n\t- x", 3, "a tab stands where YAML takes only spaces"),
    ('title: "\\d"', 2, "\\d has no meaning between double quotation marks"),
    ('title: "\\xZZ"', 2, "a backslash between double quotation marks is followed by no valid code"),
    ('title: "\\UFFFFFFFF"', 2, "a backslash between double quotation marks is followed by no valid code"),
    ('title: "One\nslug: two', 2, "a quotation mark is opened and never closed"),
    ("title: 'it's'", 2, "more text stands after the end of a value in quotation marks or brackets"),
    ("title: [draft] One", 2, "more text stands after the end of a value in quotation marks or brackets"),
    ("topics: [one\nslug: two", 2, "a list that starts with [ has no ] or lacks a comma"),
    ("origin: {name: One\nslug: two", 2, "a value that starts with { has no } or lacks a comma"),
    ("title: One\nwithout a colon\nslug: two", 3, "this line has no colon; expected `field: value`"),
    ("title: {{ x }}", 2, "a list or map stands where a field's name is expected"),
    ("title: > One", 2, "a value that starts with > or | has text on the same line"),
    ("title: - One", 2, "a list that starts with - stands on its field's line"),
    ("topics:\n  - one\n slug: two", 4, "this does not go with the lines above"),
    ("topics: [,]", 2, "a value is missing before ,"),
    ("title: One\n--- two", 3, "a second YAML document starts here; expected only one"),
    ("title: One\n%@ two", 3, "a line starts with %, which YAML keeps for itself"),
    ("title: " + "[" * 5000, 2, "lists and maps are nested too deeply"),
    ("title: One\nslug: \x07", 3, "the character U+0007 cannot stand in text"),
]


@pytest.mark.parametrize(("text", "line", "message"), FAULTS)
def test_what_is_no_yaml_is_one_error_in_plain_words(text: str, line: int, message: str) -> None:
    node, diagnostics = read_yaml(text, "x.yml", 2)
    assert node is None
    assert [(d.line, d.rule, d.message) for d in diagnostics] == [(line, "bad-yaml", message)]
    assert diagnostics[0].help


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b\nc: *d", "a value that starts with * needs quotation marks around it"),
        ("a: b\nc: &d e", "a value that starts with & needs quotation marks around it"),
        ("a: b\nc: !d e", "a value that starts with ! needs quotation marks around it"),
        ("a: b\nc: !!python/object:os.system e", "a value that starts with ! needs quotation marks around it"),
        ('a: b\nc: "\\0"', "the character U+0000 cannot stand in text"),
        ('a: b\nc: "\\uD800"', "the character U+D800 cannot stand in text"),
    ],
)
def test_aliases_anchors_tags_and_unwritable_characters_are_refused_and_the_rest_is_read(
    text: str, message: str
) -> None:
    node, diagnostics = read_yaml(text, "x.yml")
    assert isinstance(node, Fields)
    assert node.entries[0] == Entry("a", 1, Text("b", 1))
    assert [(d.line, d.rule, d.message) for d in diagnostics] == [(2, "bad-yaml", message)]


def test_aliases_are_never_expanded() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    node, diagnostics = read_yaml(text, "x.yml")
    assert isinstance(node, Fields)
    assert len(node.entries) == 12
    assert len(diagnostics) == 12 + 11 * 9


YAMLISH = st.text(st.sampled_from("ab:-[]{},'\"\\|>*&!%@`#?~ \n\t\r=<u0D8\x85\u2028é\ud800\x00"), max_size=60)


@given(YAMLISH | st.text(max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    node, diagnostics = read_yaml(text, "x.yml", 5)
    assert node is not None or len(diagnostics) == 1
    assert all(d.line >= 5 for d in diagnostics)
    assert not any("{}" in d.message for d in diagnostics)
