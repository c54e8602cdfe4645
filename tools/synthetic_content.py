"""Content to measure with: as many pairs of posts as one asks for, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

WORDS = {
    "es": "el respaldo debe guardarse en un lugar seguro para que la gente del taller pueda leer los datos de todas",
    "en": "the backup should be kept in a safe place so that people of the workshop can read the data of all",
}
LEVELS = ("basic", "intermediate", "specialized")
ACTIVITIES = ("research", "skills", "civic-groups", "ecosystem")
TOPICS, TOPICS_A_POST, SECTIONS, AUTHORS = 60, 4, 5, 25


def write_content(folder: Path, pairs: int, seed: int = 1) -> None:
    """Write posts in Spanish with their translations, about 6,000 characters each, and their concepts."""
    (folder / "posts").mkdir(parents=True)
    topics = tuple(f"topic-{number}" for number in range(TOPICS))
    for name, ids in (("levels", LEVELS), ("activities", ACTIVITIES), ("topics", topics)):
        lines = (f"{one}:\n  es: {{label: {name} {one} es}}\n  en: {{label: {name} {one} en}}\n" for one in ids)
        (folder / f"{name}.yml").write_text("".join(lines), encoding="utf-8")
    random = Random(seed)
    for number in range(pairs):
        for lang in ("es", "en"):
            text = "\n".join(("---", *_head(number, lang), "---", "", *_body(number, lang, random)))
            (folder / "posts" / f"post-{number}.{lang}.md").write_text(text + "\n", encoding="utf-8")


def _head(number: int, lang: str) -> Iterator[str]:
    yield f"title: {'Nota' if lang == 'es' else 'Post'} {number}"
    if lang == "en":
        yield "original: es"
        return
    yield f"date: {2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    yield f"topics: [{', '.join(f'topic-{(number * 7 + 13 * place) % TOPICS}' for place in range(TOPICS_A_POST))}]"
    yield f"level: {LEVELS[number % len(LEVELS)]}"
    yield f"activity: {ACTIVITIES[number % len(ACTIVITIES)]}"
    yield f"authors: [Autora {number % AUTHORS}]"


def _body(number: int, lang: str, random: Random) -> Iterator[str]:
    words = WORDS[lang].split()

    def some(count: int) -> str:
        return " ".join(random.choices(words, k=count)).capitalize()

    for section in range(SECTIONS):
        yield from (f"## {some(4)}", "", f"{some(70)}. *{some(3)}* [{some(3)}](https://example.org/{section}).", "")
        quote = [f"> [{tag}] {number} {section} {text}" for tag, text in WORDS.items()]
        yield from (quote[0], ">", quote[1], ">", "> — [Manual](https://example.org/manual)", "")
        yield from (f"- {some(8)}", f"- {some(8)}", "", f"{some(70)}.", "")
