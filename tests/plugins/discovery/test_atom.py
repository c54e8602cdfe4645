from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from plugins.discovery.atom import timestamp
from tests.support.atom_rules import atom_faults

Make = Callable[..., Any]
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.org/feed.xml"
POST = """---
title: 'A & <b> "c"'
date: 2013-11-20
modified: 2014-01-05
authors: [Ana, Bo & Co]
translators: [Leo]
topics: [radio, maps]
licence: CC-BY-4.0
summary: Con *énfasis*.
---
Hola & [adiós](https://a.b/?a&b) ]]>.
"""
TEXTS = {
    "topics.yml": "radio: {es: {label: 'Radio & <b>'}}\nmaps: {en: {label: Maps}}\n",
    "posts/a.es.md": POST,
    "posts/b.es.md": "---\ntitle: B\ndate: 2012-01-01\n---\nB.\n",
}


def test_a_feed_is_written_in_full(feeds: Make) -> None:
    text = feeds(TEXTS, TAGLINE="A dos voces").text("feed.xml")
    assert (
        text
        == """\
<?xml version="1.0" encoding="utf-8"?>
<feed xml:lang="es" xmlns="http://www.w3.org/2005/Atom">
<id>urn:uuid:a3208f91-866f-50e0-8716-a0fdca2981cb</id>
<title>Plaza</title>
<subtitle>A dos voces</subtitle>
<updated>2014-01-05T00:00:00-06:00</updated>
<link href="https://example.org/feed.xml" rel="self" type="application/atom+xml"/>
<link href="https://example.org/" hreflang="es" rel="alternate" type="text/html"/>
<author>
<name>Plaza</name>
<uri>https://example.org/</uri>
</author>
<generator>Plaza</generator>
<entry>
<id>tag:example.org,2013-11-20:a/es</id>
<title>A &amp; &lt;b&gt; "c"</title>
<link href="https://example.org/notas/a-b-c/" hreflang="es" rel="alternate" type="text/html"/>
<published>2013-11-20T00:00:00-06:00</published>
<updated>2014-01-05T00:00:00-06:00</updated>
<author>
<name>Ana</name>
<uri>https://example.org/personas/ana/</uri>
</author>
<author>
<name>Bo &amp; Co</name>
<uri>https://example.org/personas/bo-co/</uri>
</author>
<contributor>
<name>Leo</name>
<uri>https://example.org/personas/leo/</uri>
</contributor>
<category label="Radio &amp; &lt;b&gt;" term="radio"/>
<category label="Maps" term="maps" xml:lang="en"/>
<rights>CC BY 4.0</rights>
<link href="https://creativecommons.org/licenses/by/4.0/deed.es" rel="license"/>
<summary type="html">Con &lt;em&gt;énfasis&lt;/em&gt;.</summary>
<content type="html">&lt;div lang="es" dir="ltr"&gt;
&lt;p&gt;Hola &amp;amp; &lt;a href="https://a.b/?a&amp;amp;b"&gt;adiós&lt;/a&gt; ]]&amp;gt;.&lt;/p&gt;
&lt;/div&gt;</content>
</entry>
<entry>
<id>tag:example.org,2012-01-01:b/es</id>
<title>B</title>
<link href="https://example.org/notas/b/" hreflang="es" rel="alternate" type="text/html"/>
<published>2012-01-01T00:00:00-06:00</published>
<updated>2012-01-01T00:00:00-06:00</updated>
<summary type="html">B.</summary>
<content type="html">&lt;div lang="es" dir="ltr"&gt;
&lt;p&gt;B.&lt;/p&gt;
&lt;/div&gt;</content>
</entry>
</feed>
"""
    )


def test_a_feed_keeps_the_rules_of_atom(feeds: Make) -> None:
    site = feeds(TEXTS)
    for path, view in site.views("feed").items():
        assert atom_faults(site.text(path).encode(), view.address) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<title>B</title>", "", "entry: there are 0 title"),
        ("<title>B</title>", "<title>B</title><title>C</title>", "entry: there are 2 title"),
        ("2012-01-01T00:00:00-06:00</pub", "2012-01-01</pub", "entry published: '2012-01-01' is no date of RFC 3339"),
        (
            "2012-01-01T00:00:00-06:00</pub",
            "2013-01-01T00:00:00Z</pub",
            "entry: it was updated before it was published",
        ),
        ("2012-01-01:b/es</id>", "2013-11-20:a/es</id>", "the id tag:example.org,2013-11-20:a/es is there 2 times"),
        (":b/es</id>", " b</id>", "entry id: 'tag:example.org,2012-01-01 b' is no absolute IRI"),
        ("tag:example.org,2012", "tag:example.org;2012", "entry id: 'tag:example.org;2012-01-01:b/es' is no tag: URI"),
        ('rel="self"', 'rel="alternate"', "feed: rel=self is []; expected https://example.org/feed.xml"),
        (
            'g/feed.xml" rel="self"',
            'g/x.xml" rel="self"',
            "feed: rel=self is ['https://example.org/x.xml']; expected https://example.org/feed.xml",
        ),
        ('hreflang="es"', 'hreflang="spanish!"', "feed link: the hreflang 'spanish!' is no language tag"),
        (' xml:lang="es"', "", "feed: there is no xml:lang"),
        (
            "&lt;p&gt;B.",
            "&lt;p&gt;&lt;a href='/b/'&gt;b&lt;/a&gt;",
            "entry content: <a> has the relative address '/b/' in href",
        ),
        ("&lt;p&gt;B.", "&lt;p&gt;&lt;img src='https://a.b/c'&gt;", "entry content: <img> has no alt"),
        ("&lt;p&gt;B.", "&lt;p onclick=''&gt;", "entry content: <p> has onclick"),
        ("&lt;p&gt;B.", "&lt;script&gt;&lt;/script&gt;&lt;p&gt;", "entry content: <script> may not stand in a feed"),
        ("&lt;p&gt;B.", "&lt;b&gt;&lt;p&gt;B.", "entry content: the HTML does not parse"),
        ("&lt;p&gt;B.", "&#8;", "the feed cannot be read: reference to invalid character number"),
        (' xmlns="http://www.w3.org/2005/Atom"', "", "the root is feed"),
        ('version="1.0"', 'version="1.1"', "the feed does not say that it is XML in UTF-8"),
    ],
)
def test_a_broken_rule_of_atom_is_told(feeds: Make, old: str, new: str, fault: str) -> None:
    text = feeds(TEXTS).text("feed.xml")
    assert old in text
    found = atom_faults(text.replace(old, new).encode(), ADDRESS)
    assert any(told.startswith(fault) for told in found), found


def test_characters_that_XML_cannot_hold_are_left_out(feeds: Make) -> None:
    texts = {"posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n---\nUno\x00\x08\x0b\x1f\ufffe\uffff dos\ttres.\n"}
    site = feeds(texts)
    assert "Uno dos   tres." in site.text("feed.xml")
    assert atom_faults(site.text("feed.xml").encode(), ADDRESS) == []


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (datetime(2013, 11, 20, tzinfo=timezone(timedelta(hours=-6))), "2013-11-20T00:00:00-06:00"),
        (datetime(2013, 11, 20, 1, 2, 3, 500000, tzinfo=UTC), "2013-11-20T01:02:03.500000+00:00"),
        (
            datetime(1910, 3, 4, tzinfo=timezone(-timedelta(hours=6, minutes=36, seconds=36))),
            "1910-03-04T06:36:36+00:00",
        ),
        (datetime(98, 1, 2, tzinfo=UTC), "0098-01-02T00:00:00+00:00"),
    ],
)
def test_moments_are_written_as_RFC_3339_has_them(when: datetime, written: str) -> None:
    assert timestamp(when) == written


def test_a_post_without_an_author_speaks_for_the_site(feeds: Make) -> None:
    feed = feeds(TEXTS).xml("feed.xml")
    entries = feed.findall(f"{ATOM}entry")
    assert [len(entry.findall(f"{ATOM}author")) for entry in entries] == [2, 0]
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Plaza"


def test_a_language_written_from_right_to_left_is_a_feed_like_any_other(feeds: Make) -> None:
    site = feeds({"posts/a.ar.md": "---\ntitle: مرحبا\ndate: 2013-11-20\n---\nأهلا.\n"}, langs="es en ar")
    text = site.text("ar/feed.xml")
    assert 'xml:lang="ar"' in text
    assert '&lt;div lang="ar" dir="rtl"&gt;' in text
    assert atom_faults(text.encode(), "https://example.org/ar/feed.xml") == []
