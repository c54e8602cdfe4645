from datetime import date
from zoneinfo import ZoneInfo

from plugins.catalogue.front_matter import FrontMatter, Origin, Split, read_front_matter, split_file
from plugins.catalogue.inheritance import inherit

ORIGINAL = """\
---
title: Respaldos
slug: respaldos
date: 2013-11-20
modified: 2014-01-05
authors: [ana-torres]
translators: [leo-grant]
photographers: [eva-ruiz]
topics: [respaldo]
level: basic
activity: skills
summary: Un párrafo.
image: media/a.jpg
image_alt: Un disco
origin: {name: Globalizado, url: "https://example.org"}
licence: CC-BY-4.0
featured: true
aliases: [/viejo/]
canonical: https://example.org/copia
corrections: [{date: 2014-02-01, text: Cifra.}]
---
"""


def front(text: str) -> FrontMatter:
    split = split_file(text, "posts/x.es.md")
    assert isinstance(split, Split)
    read, found = read_front_matter(split, "posts/x.es.md", "posts", ZoneInfo("UTC"))
    assert found == ()
    return read


def test_a_translation_inherits_what_does_not_depend_on_language() -> None:
    taken = inherit(front("---\ntitle: Backups\noriginal: es\n---\n"), front(ORIGINAL))
    assert taken.date == date(2013, 11, 20)
    assert taken.image == "media/a.jpg"
    assert taken.credits == {"authors": ("ana-torres",), "photographers": ("eva-ruiz",)}
    assert taken.origin == Origin("Globalizado", "https://example.org")
    assert taken.licence == "CC-BY-4.0"
    assert taken.featured is True
    assert (taken.topics, taken.level, taken.activity) == (("respaldo",), "basic", "skills")


def test_a_translation_inherits_no_words_and_nothing_of_its_own_address() -> None:
    taken = inherit(front("---\ntitle: Backups\noriginal: es\n---\n"), front(ORIGINAL))
    assert (taken.title, taken.slug, taken.summary, taken.image_alt) == ("Backups", None, None, None)
    assert (taken.modified, taken.aliases, taken.canonical, taken.corrections) == (None, (), None, ())
    assert (taken.status, taken.original) == ("published", "es")


def test_a_field_that_the_translation_writes_counts_whole() -> None:
    text = """\
---
title: Backups
original: es
date: 2015-01-01
authors: [mia-lind]
origin: {name: Elsewhere}
licence: CC0-1.0
featured: false
---
"""
    taken = inherit(front(text), front(ORIGINAL))
    assert taken.date == date(2015, 1, 1)
    assert taken.credits == {"authors": ("mia-lind",), "photographers": ("eva-ruiz",)}
    assert taken.origin == Origin("Elsewhere", "")
    assert (taken.licence, taken.featured) == ("CC0-1.0", False)


def test_a_field_left_blank_is_inherited() -> None:
    taken = inherit(front("---\ntitle: Backups\noriginal: es\ndate:\nauthors:\n---\n"), front(ORIGINAL))
    assert taken.date == date(2013, 11, 20)
    assert taken.credits["authors"] == ("ana-torres",)


def test_an_empty_list_is_a_value_of_its_own() -> None:
    taken = inherit(front("---\ntitle: Backups\noriginal: es\nauthors: []\n---\n"), front(ORIGINAL))
    assert taken.credits["authors"] == ()


def test_where_a_post_is_filed_is_the_originals_even_where_the_translation_says_otherwise() -> None:
    text = "---\ntitle: Backups\noriginal: es\ntopics: [radio]\nlevel: specialized\nactivity: research\n---\n"
    taken = inherit(front(text), front(ORIGINAL))
    assert (taken.topics, taken.level, taken.activity) == (("respaldo",), "basic", "skills")


def test_credits_keep_the_order_of_the_roles() -> None:
    text = "---\ntitle: Backups\noriginal: es\ntranslators: [leo-grant]\neditors: [eva-ruiz]\n---\n"
    taken = inherit(front(text), front(ORIGINAL))
    assert list(taken.credits) == ["authors", "translators", "editors", "photographers"]
