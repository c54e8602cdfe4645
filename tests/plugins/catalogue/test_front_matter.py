"""Front matter: how a file is split, what its fields become, and every way in which they can be wrong."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.front_matter import (
    FIELDS,
    ROLES,
    CorrectionText,
    FrontMatter,
    Origin,
    Split,
    missing_date,
    read_front_matter,
    split_file,
)
from plugins.diagnostics import Diagnostic, Severity, error, warning

MEXICO = ZoneInfo("America/Mexico_City")
PATH = "posts/backups.es.md"


def read(yaml: str, collection: str = "posts") -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    lines = tuple(yaml.split("\n"))
    split = Split(("---", *lines, "---"), yaml, 2, (), len(lines) + 3)
    return read_front_matter(split, PATH, collection, MEXICO)


@pytest.mark.parametrize(
    "text", ["---\ntitle: A\n---\n\nUno\nDos\n", "\ufeff---\r\ntitle: A\r\n--- \r\n\r\nUno\r\nDos"]
)
def test_a_file_is_split_into_front_matter_and_body_with_their_lines(text: str) -> None:
    split = split_file(text, PATH)
    assert isinstance(split, Split)
    assert (split.yaml, split.yaml_line, split.body, split.body_line) == ("title: A", 2, ("", "Uno", "Dos"), 4)


def test_a_rule_in_the_body_stays_there() -> None:
    split = split_file("---\ntitle: A\n---\nUno\n\n---\n\nDos\n=======\n", PATH)
    assert isinstance(split, Split)
    assert split.body == ("Uno", "", "---", "", "Dos", "=======")


@pytest.mark.parametrize(
    "text", ["", "title: A", "\n---\ntitle: A\n---\n", "--- title: A\n---\n", "+++\ntitle = 1\n+++\n"]
)
def test_a_file_without_front_matter_is_an_error(text: str) -> None:
    message = "there is no front matter; expected --- on the first line"
    assert split_file(text, PATH) == (
        error(PATH, 1, "no-front-matter", message, "start the file with ---, title: …, ---"),
    )


@pytest.mark.parametrize("text", ["---\n", "---\ntitle: A\n\nUno\n", "---\ntitle: A\n ---\n"])
def test_front_matter_without_end_is_an_error(text: str) -> None:
    message = "the front matter has no end; expected a second line ---"
    assert split_file(text, PATH) == (
        error(PATH, 1, "no-front-matter", message, "write --- on a line of its own after the last field"),
    )


def test_merge_conflicts_are_found_in_front_matter_and_body() -> None:
    text = (
        "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n---\nUno\n<<<<<<< HEAD\nDos\n=======\n>>>>>>> b\n"
    )
    help = "choose what to keep and remove the lines with <<<<<<<, ======= and >>>>>>>"  # noqa: A001
    assert split_file(text, PATH) == (
        error(PATH, 2, "merge-conflict", "a merge conflict was left here", help),
        error(PATH, 9, "merge-conflict", "a merge conflict was left here", help),
    )


def test_every_field_of_a_post_is_read() -> None:
    front, diagnostics = read(
        """\
title: "Ocho  prácticas: seguridad"
slug: seguridad-digital
date: 2013-11-20
modified: '2014-01-05 10:00'
photographers: Inés Roldán, Montevideo
authors: [ana-torres, leo-grant]
topics:
  - respaldo
  - open-data
level: basic
activity: skills
summary: >-
  Un párrafo,
  *Markdown* en línea.
image: media/respaldo.jpg
image_alt: Tres discos
origin: {name: Globalizado, url: "https://example.org/a"}
licence: CC-BY-4.0
status: review
featured: True
original: pt-br
original_digest: [a1b2c3, 012345]
aliases: /viejo/camino/
canonical: https://example.org/b
corrections: [{date: 2014-02-01, text: "El *dato*"}]"""
    )
    assert diagnostics == ()
    assert front == FrontMatter(
        title="Ocho prácticas: seguridad",
        slug="seguridad-digital",
        date=date(2013, 11, 20),
        modified=datetime(2014, 1, 5, 10, tzinfo=MEXICO),
        credits={"authors": ("ana-torres", "leo-grant"), "photographers": ("Inés Roldán, Montevideo",)},
        topics=("respaldo", "open-data"),
        level="basic",
        activity="skills",
        summary="Un párrafo, *Markdown* en línea.",
        image="media/respaldo.jpg",
        image_alt="Tres discos",
        origin=Origin("Globalizado", "https://example.org/a"),
        licence="CC-BY-4.0",
        status="review",
        featured=True,
        original="pt-BR",
        original_digest=("a1b2c3", "012345"),
        aliases=("/viejo/camino/",),
        canonical="https://example.org/b",
        corrections=(CorrectionText(date(2014, 2, 1), "El *dato*", 26),),
        lines={
            "title": 2,
            "slug": 3,
            "date": 4,
            "modified": 5,
            "photographers": 6,
            "authors": 7,
            "topics": 8,
            "level": 11,
            "activity": 12,
            "summary": 13,
            "image": 16,
            "image_alt": 17,
            "origin": 18,
            "licence": 19,
            "status": 20,
            "featured": 21,
            "original": 22,
            "original_digest": 23,
            "aliases": 24,
            "canonical": 25,
            "corrections": 26,
        },
        item_lines={
            "authors": (7, 7),
            "photographers": (6,),
            "topics": (9, 10),
            "original_digest": (23, 23),
            "aliases": (24,),
        },
    )
    assert list(front.credits) == ["authors", "photographers"]


def test_a_page_may_stand_in_the_menu() -> None:
    front, diagnostics = read("title: Acerca\nmenu: 1", "pages")
    assert (front.menu, diagnostics) == (1, ())


def test_what_is_not_written_is_none() -> None:
    front, diagnostics = read("title: A")
    assert diagnostics == ()
    assert front == FrontMatter(title="A", credits={}, lines={"title": 2}, item_lines={})
    assert (front.status, front.date, front.topics, front.featured) == ("published", None, None, None)


def test_a_blank_field_counts_as_not_written_and_an_empty_list_as_written() -> None:
    front, diagnostics = read('title: A\nsummary:\nimage: ""\ndate: # to do\nauthors: []')
    assert diagnostics == ()
    assert front == FrontMatter(
        title="A", credits={"authors": ()}, lines={"title": 2, "authors": 6}, item_lines={"authors": ()}
    )


def test_words_that_yaml_takes_for_values_stay_words() -> None:
    front, diagnostics = read("title: 2019\nsummary: no\nlevel: on\ntopics: [null, 1.0]")
    assert diagnostics == ()
    assert (front.title, front.summary, front.level, front.topics) == ("2019", "no", "on", ("null", "1.0"))


def test_a_moment_with_an_offset_keeps_it() -> None:
    front, _ = read("title: A\ndate: 2013-11-20T10:00:00Z")
    assert front.date == datetime(2013, 11, 20, 10, tzinfo=UTC)


KNOWN_TO_PAGES = (
    "title, slug, date, modified, authors, translators, editors, reviewers, transcribers, subtitlers, photographers, "
    "summary, image, image_alt, origin, licence, status, original, original_digest, aliases, canonical, corrections, "
    "menu"
)
REMOVE = "write a known field, or remove the line"
QUOTES = "a text that starts with [ or { needs quotation marks around it"
ORIGIN = 'write origin: {name: The Paper, url: "https://…"}'
BOTH = "a correction needs a date and a text"
DAY = "write year, month and day as 2013-11-20"
WHOLE = "write the whole address, as https://example.org/page"
TITLE = "write a title, as plain text"

BAD = [
    ("titel: A", 1, "missing-title", "title is missing", TITLE),
    ("title: ''", 2, "missing-title", "title is empty", TITLE),
    ("title:\nslug: a", 2, "missing-title", "title is empty", TITLE),
    ("", 1, "missing-title", "title is missing", TITLE),
    ("titel: A", 2, "unknown-field", "unknown field 'titel'; did you mean title?", REMOVE),
    ("title: A\nTags: [b]\n", 3, "unknown-field", "unknown field 'Tags'; ", REMOVE),
    ("title: A\nAuthor: b", 3, "unknown-field", "unknown field 'Author'; did you mean authors?", REMOVE),
    ("title: A\ntitle: B", 3, "field-twice", "title is written twice; the first is on line 2", "keep one of the two"),
    ("title: A\nmenu: 1", 3, "misplaced-field", "menu belongs in pages, not in posts", "remove the line"),
    ("title: [a, b]", 2, "bad-value", "title is a list; expected text", QUOTES),
    ("title: A\nsummary: {a: b}", 3, "bad-value", "summary is a map; expected text", QUOTES),
    ("title: A\nlevel:\n  - basic", 4, "bad-value", "level is a list; expected text", QUOTES),
    ("title: A\ntopics: {a: b}", 3, "bad-value", "topics is a map; expected a list", "write [one, two]"),
    ("title: A\ntopics: [a, [b]]", 3, "bad-value", "item 2 of topics is a list; expected text", QUOTES),
    ("title: A\nauthors:\n  - a\n  -", 5, "bad-value", "item 2 of authors is empty", "write it or remove it"),
    (
        "title: A\ndate: ayer",
        3,
        "bad-date",
        "date 'ayer' is no date; expected one such as 2013-11-20 or 2013-11-20 10:00",
        DAY,
    ),
    ("title: A\nmodified: 2013-02-30", 3, "bad-date", "modified 2013-02-30 does not exist in the calendar", DAY),
    ("title: A\ndate: [2013-11-20]", 3, "bad-value", "date is a list; expected text", QUOTES),
    (
        "title: A\nslug: Año Nuevo",
        3,
        "bad-slug",
        "slug 'Año Nuevo' holds other characters than a-z, 0-9 and -",
        "write ano-nuevo",
    ),
    (
        "title: A\nslug: ¿?",
        3,
        "bad-slug",
        "slug '¿?' holds other characters than a-z, 0-9 and -",
        "write one in a-z, 0-9 and -",
    ),
    ("title: A\nfeatured: sí", 3, "bad-value", "featured is 'sí'; expected true or false", "write featured: true"),
    (
        "title: A\nstatus: drft",
        3,
        "unknown-status",
        "unknown status 'drft'; did you mean draft?",
        "write draft, review, published or retired",
    ),
    (
        "title: A\nstatus: Draft",
        3,
        "unknown-status",
        "unknown status 'Draft'; did you mean draft?",
        "write draft, review, published or retired",
    ),
    (
        "title: A\noriginal: el español",
        3,
        "bad-value",
        "original 'el español' is no language tag; expected one such as es",
        "write the tag alone",
    ),
    ("title: A\norigin: Globalizado", 3, "bad-value", "origin is text; expected a map of name, url", ORIGIN),
    (
        "title: A\norigin: {url: 'https://a.org'}",
        3,
        "bad-value",
        "origin has no name",
        "add the name of what it was first published in",
    ),
    (
        "title: A\norigin: {name: B, url: a.org}",
        3,
        "bad-url",
        "origin: url 'a.org' is no web address; expected one that starts with https:// or http://",
        WHOLE,
    ),
    (
        "title: A\norigin:\n  name: B\n  ulr: c",
        5,
        "unknown-field",
        "unknown field 'ulr' in origin; did you mean url?",
        REMOVE,
    ),
    (
        "title: A\norigin: {name: B, name: C}",
        3,
        "field-twice",
        "name is written twice; the first is on line 3",
        "keep one of the two",
    ),
    (
        "title: A\ncanonical: /aqui/",
        3,
        "bad-url",
        "canonical '/aqui/' is no web address; expected one that starts with https:// or http://",
        WHOLE,
    ),
    (
        "title: A\naliases: [/a/, b/]",
        3,
        "bad-path",
        "aliases 'b/' is no path on this site; expected one that starts with / and has no ..",
        "write the path alone, as /old/path/",
    ),
    (
        "title: A\naliases: [/?p=123]",
        3,
        "bad-path",
        "aliases '/?p=123' has a query, for which no file can stand; expected a path alone",
        "leave it out, or have the host redirect it: files are found by the path before the ?",
    ),
    (
        "title: A\naliases:\n  - /viña\n  - /Vi%C3%B1a/",
        5,
        "address-twice",
        "aliases '/Vi%C3%B1a/' is written twice; the first is '/viña' on line 4",
        "keep one of the two",
    ),
    (
        "title: A\naliases:\n  - /a/../b",
        4,
        "bad-path",
        "aliases '/a/../b' is no path on this site; expected one that starts with / and has no ..",
        "write the path alone, as /old/path/",
    ),
    (
        "title: A\ncorrections: ayer",
        3,
        "bad-value",
        "item 1 of corrections is text; expected a map of date, text",
        'write {date: 2014-02-01, text: "…"}',
    ),
    ("title: A\ncorrections:\n  - {date: 2014-02-01}", 4, "bad-value", "item 1 of corrections has no text", BOTH),
    ("title: A\ncorrections:\n  - {text: B}", 4, "bad-value", "item 1 of corrections has no date", BOTH),
    (
        "title: A\ncorrections:\n  - {date: x, text: B}",
        4,
        "bad-date",
        "date in item 1 of corrections 'x' is no date; expected one such as 2013-11-20 or 2013-11-20 10:00",
        DAY,
    ),
    (
        "title: A\ncorrections:\n  - date: 2014-02-01\n    txt: B\n    text: C",
        5,
        "unknown-field",
        "unknown field 'txt' in item 1 of corrections; did you mean text?",
        REMOVE,
    ),
    (
        "- title",
        2,
        "bad-yaml",
        "the front matter is a list; expected lines such as `title: …`",
        "write `field: value` on each line",
    ),
    (
        "title",
        2,
        "bad-yaml",
        "the front matter is text; expected lines such as `title: …`",
        "write `field: value` on each line",
    ),
]


@pytest.mark.parametrize(("yaml", "line", "rule", "message", "help"), BAD)
def test_what_is_wrong_is_told_with_its_line(yaml: str, line: int, rule: str, message: str, help: str) -> None:
    _, diagnostics = read(yaml)
    found = [d for d in diagnostics if d.rule == rule]
    assert len(found) == 1
    assert found[0].message.startswith(message)
    assert found == [error(PATH, line, rule, found[0].message if message.endswith("; ") else message, help)]
    assert {d.rule for d in diagnostics} <= {rule, "missing-title", "unknown-field"}


def test_all_problems_of_a_file_are_told_at_once() -> None:
    _, diagnostics = read("titel: A\ndate: x\nslug: Y\nstatus: z\ntopics: {}\nmenu: 1\ndate: w")
    assert sorted(d.rule for d in diagnostics) == [
        "bad-date",
        "bad-slug",
        "bad-value",
        "field-twice",
        "misplaced-field",
        "missing-title",
        "unknown-field",
        "unknown-status",
    ]


def test_an_unknown_field_like_no_other_is_told_with_all_known_ones() -> None:
    _, diagnostics = read("title: A\nxyz: 1", "pages")
    message = f"unknown field 'xyz'; known fields are {KNOWN_TO_PAGES}"
    assert diagnostics == (error(PATH, 3, "unknown-field", message, REMOVE),)


@pytest.mark.parametrize("field", ["topics: [a]", "level: a", "activity: a", "featured: true"])
def test_a_page_is_not_filed(field: str) -> None:
    name = field.split(":")[0]
    _, diagnostics = read(f"title: A\n{field}", "pages")
    assert diagnostics == (
        error(PATH, 3, "misplaced-field", f"{name} belongs in posts, not in pages", "remove the line"),
    )


@pytest.mark.parametrize("number", ["uno", "-1", "1.5", "1e3", "٣", "99999999999999999999"])
def test_the_menu_takes_whole_numbers(number: str) -> None:
    front, diagnostics = read(f"title: A\nmenu: {number}", "pages")
    assert front.menu is None
    assert diagnostics == (
        error(PATH, 3, "bad-value", f"menu is {number!r}; expected a whole number", "write menu: 1"),
    )


@pytest.mark.parametrize("status", ["draft", "review"])
def test_a_title_may_be_missing_while_a_file_is_not_published(status: str) -> None:
    front, diagnostics = read(f"status: {status}")
    assert diagnostics == (warning(PATH, 1, "missing-title", "title is missing", TITLE),)
    assert front.title == ""


def test_a_title_may_not_be_missing_where_the_page_is_retired() -> None:
    _, diagnostics = read("status: retired")
    assert [d.severity for d in diagnostics] == [Severity.ERROR]


def test_bad_yaml_is_one_error_and_nothing_counts_as_missing() -> None:
    front, diagnostics = read("title: One: two\ndate: x")
    assert [(d.line, d.rule) for d in diagnostics] == [(2, "bad-yaml")]
    assert not front.is_readable


def test_a_field_that_is_wrong_keeps_its_line() -> None:
    front, _ = read("title: A\ndate: x")
    assert front.date is None
    assert front.lines == {"title": 2, "date": 3}


def test_a_missing_date_is_told_on_the_first_line() -> None:
    message = "date is missing; a post that is no translation needs one"
    assert missing_date(PATH) == error(PATH, 1, "missing-date", message, "add a line such as date: 2013-11-20")


def test_the_schema_declares_each_field_once_and_each_role() -> None:
    names = [field.name for field in FIELDS]
    assert len(names) == len(set(names))
    assert set(ROLES) < set(names)
    assert [field.name for field in FIELDS if field.is_inherited] == [
        "date",
        "authors",
        "photographers",
        "topics",
        "level",
        "activity",
        "image",
        "origin",
        "licence",
        "featured",
    ]


VALUES = st.recursive(
    st.text("aé0:-/ .\"'\n", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url", "date", "text", "x"]), inner)
    ),
    max_leaves=4,
)


@given(
    st.dictionaries(st.sampled_from([field.name for field in FIELDS] + ["other"]), VALUES, max_size=6),
    st.sampled_from(["posts", "pages"]),
)
def test_no_values_make_it_raise(fields: dict[str, object], collection: str) -> None:
    front, diagnostics = read(json.dumps(fields, ensure_ascii=False), collection)
    assert front.is_readable
    for name, lines in front.item_lines.items():
        assert len(lines) == len(front.credits[name] if name in ROLES else getattr(front, name))
    assert all(d.line >= 1 and d.message and d.help for d in diagnostics)


@given(st.text(st.sampled_from("ab:-[]{},'\"|>*&! \n\r=<\ud800\x00\ufeff"), max_size=40) | st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    split = split_file(f"---\n{text}\n---\n{text}", PATH)
    if isinstance(split, Split):
        _, diagnostics = read_front_matter(split, PATH, "posts", MEXICO)
        assert all(1 <= d.line <= split.body_line for d in diagnostics)
    assert split_file(text, PATH)
