from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

Make = Callable[..., Any]
PICTURES = ("media/a.png", "media/a b.jpg", "media/a.mp4", "media/a.vtt")


def entry(feeds: Make, more: str = "", body: str = "Texto.", date: str = "2013-11-20", **values: Any) -> Any:
    texts = {
        "topics.yml": "radio: {es: {label: Radio}}\nmaps: {en: {label: Maps}}\n",
        "levels.yml": "basic: {es: {label: Básica}}\n",
        "people.yml": "ana: {name: Ana Torres}\nleo: {name: Leo}\n",
        "posts/a.es.md": f"---\ntitle: Nota\ndate: {date}\n{more}---\n{body}\n",
        "posts/b.en.md": "---\ntitle: B\ndate: 2012-01-01\n---\n## Here\n",
    }
    (found,) = feeds(texts, PICTURES, **values).views("feed")["feed.xml"].entries
    return found


def test_a_day_is_its_midnight_in_the_time_zone_of_the_site(feeds: Make) -> None:
    found = entry(feeds)
    assert found.published.isoformat() == "2013-11-20T00:00:00-06:00"
    assert found.updated == found.published


@pytest.mark.parametrize(
    ("modified", "updated"),
    [("2014-07-01", "2014-07-01T00:00:00-05:00"), ("2013-01-01", "2013-11-20T00:00:00-06:00")],
)
def test_a_post_was_updated_when_it_was_modified_but_never_before_its_date(
    feeds: Make, modified: str, updated: str
) -> None:
    assert entry(feeds, f"modified: {modified}\n").updated.isoformat() == updated


def test_a_moment_keeps_its_own_offset(feeds: Make) -> None:
    found = entry(feeds, date="2013-11-20T23:30:00+05:30")
    assert found.published.utcoffset() == timedelta(hours=5, minutes=30)
    assert found.published.replace(tzinfo=None) == datetime(2013, 11, 20, 23, 30)  # noqa: DTZ001  # offset seen above
    assert found.id == "tag:example.org,2013-11-20:a/es"


def test_everyone_who_is_credited_is_named_with_the_address_of_a_page(feeds: Make) -> None:
    found = entry(feeds, "authors: [ana, Eva]\ntranslators: [leo]\neditors: [ana, leo, Noé]\n")
    assert [(person.title, person.url) for person in found.authors] == [
        ("Ana Torres", "https://example.org/personas/ana/"),
        ("Eva", "https://example.org/personas/eva/"),
    ]
    assert [person.title for person in found.contributors] == ["Leo", "Noé"]


def test_topics_and_level_are_categories_with_the_language_of_their_label(feeds: Make) -> None:
    found = entry(feeds, "topics: [maps, radio]\nlevel: basic\n")
    assert [(category.term, category.label, category.lang) for category in found.categories] == [
        ("maps", "Maps", "en"),
        ("radio", "Radio", "es"),
        ("basic", "Básica", "es"),
    ]


def test_a_licence_is_the_posts_own_else_the_sites(feeds: Make) -> None:
    assert entry(feeds).licence is None
    assert entry(feeds, LICENCE="CC-BY-4.0").licence.title == "CC BY 4.0"
    assert entry(feeds, "licence: MIT\n", LICENCE="CC-BY-4.0").licence.title == "MIT"


def test_the_text_says_its_language_and_direction_and_starts_with_the_picture(feeds: Make) -> None:
    found = entry(feeds, 'image: media/a b.jpg\nimage_alt: Una "foto"\n', SITEURL="https://example.org/blog")
    assert str(found.content) == (
        '<div lang="es" dir="ltr">\n'
        '<p><img src="https://example.org/blog/media/a%20b.jpg" alt="Una &#34;foto&#34;"></p>\n'
        "<p>Texto.</p>\n</div>"
    )


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("[b](b.md)", 'href="https://example.org/blog/en/posts/b/"'),
        ("[b](b.md#here)", 'href="https://example.org/blog/en/posts/b/#here"'),
        ("[c](#c)\n\n## C", 'href="https://example.org/blog/notas/nota/#c"'),
        ("[top](#)", 'href="https://example.org/blog/notas/nota/"'),
        ("[file]({static}/media/a.png)", 'href="https://example.org/blog/media/a.png"'),
        ("[page](/notas/)", 'href="https://example.org/blog/notas/"'),
        ("[host](//example.net/x)", 'href="https://example.net/x"'),
        ("[mail](mailto:a@example.org)", 'href="mailto:a@example.org"'),
        ("![a](media/a.png)", 'src="https://example.org/blog/media/a.png"'),
        ('<blockquote cite="b.md">b</blockquote>', 'cite="https://example.org/blog/en/posts/b/"'),
        ('<q cite="/notas/">b</q>', 'cite="https://example.org/blog/notas/"'),
        ("> [es] Uno\n>\n> — [B](b.md)", 'cite="https://example.org/blog/en/posts/b/"'),
        ("Nota[^1].\n\n[^1]: Al pie.", 'href="https://example.org/blog/notas/nota/#fn:1"'),
        ("Nota[^1].\n\n[^1]: Al pie.", 'href="https://example.org/blog/notas/nota/#fnref:1"'),
        ("```video\nsrc: media/a.mp4\nposter: media/a.png\n```", 'poster="https://example.org/blog/media/a.png"'),
        ("```video\nsrc: media/a.mp4\ncaptions: {es: media/a.vtt}\n```", 'src="https://example.org/blog/media/a.vtt"'),
        (
            '<video controls><source src="/media/a.mp4"></video>',
            'source src="https://example.org/blog/media/a.mp4"',
        ),
    ],
)
def test_every_address_in_a_text_is_absolute(feeds: Make, body: str, written: str) -> None:
    content = str(entry(feeds, body=body, SITEURL="https://example.org/blog").content)
    assert written in content
    values = [part.split('"')[1] for name in ("href=", "src=", "cite=", "poster=") for part in content.split(name)[1:]]
    assert [value for value in values if not value.startswith(("https:", "mailto:"))] == []


def test_a_summary_has_absolute_addresses_too(feeds: Make) -> None:
    found = entry(feeds, "summary: Un [enlace](b.md), *sí*.\n")
    assert '<a href="https://example.org/en/posts/b/" hreflang="en">enlace' in found.summary
    assert found.summary.endswith("</a>, <em>sí</em>.")


def test_the_parts_of_a_quote_keep_language_and_direction(feeds: Make) -> None:
    content = str(entry(feeds, body="> [ar] مرحبا\n>\n> [es] Hola").content)
    assert '<blockquote class="parallel-quote__original" lang="ar" dir="rtl">' in content
    assert '<blockquote class="parallel-quote__translation" lang="es">' in content
    assert "&lt;original in árabe&gt;" in content
