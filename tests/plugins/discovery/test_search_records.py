"""What a search can find: a record a text, filed under words of every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plugins.discovery.search_records import Record, search_records

Make = Callable[..., Any]
TOPICS = "gender: {es: {label: Género, synonyms: [mujeres]}, en: {label: Gender}}\n"
HEAD = "---\ntitle: {}\ndate: 2024-05-01\n{}---\n"


def records(feeds: Make, lang: str, **texts: str) -> dict[str, Record]:
    named = {f"posts/{name.replace('_', '.')}.md": text for name, text in texts.items()}
    composer = feeds({"topics.yml": TOPICS, **named}).plan.composer
    return {record.path: record for record in search_records(composer, lang)}


def test_a_post_is_found_by_its_topic_in_any_language(feeds: Make) -> None:
    found = records(feeds, "es", a_es=HEAD.format("Nota", "topics: [gender]\n") + "Texto.")
    (record,) = found.values()
    assert "‧ Género ‧ Gender ‧ mujeres ‧" in record.html
    assert record.filed == {"level": (), "activity": (), "topic": ("gender",)}


def test_a_post_that_is_not_translated_is_found_by_title_and_topic_and_says_its_language(feeds: Make) -> None:
    found = records(feeds, "en", a_es=HEAD.format("Nota", "topics: [gender]\n") + "Secreto a voces.")
    record = found["notas/nota/index.html"]
    assert "Gender" in record.html
    assert '<meta data-pagefind-meta="lang[content]" content="es">' in record.html
    assert "<p>Secreto" not in record.html


def test_what_is_unpublished_has_no_record(feeds: Make) -> None:
    assert records(feeds, "es", a_es=HEAD.format("Nota", "status: draft\n") + "Texto.") == {}


def test_a_title_with_markup_is_text(feeds: Make) -> None:
    (record,) = records(feeds, "es", a_es=HEAD.format("'<b>&\"'", "") + "Texto.").values()
    assert "<b>" not in record.html
