"""A second count of all that the civic index numbers, from the content files alone.

It shares no code with what builds the pages, so that a slip in either shows as a difference: PyYAML, Unidecode for the
slugs of titles, and plain handling of strings. It reads sound content only, and tells no faults.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from unidecode import unidecode


@dataclass(frozen=True, slots=True)
class Concept:
    """A topic, level or activity: its names and slugs by language, the first language's standing in where one lacks."""

    id: str
    labels: Mapping[str, str]
    slugs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Post:
    """A post that readers see: its filing, and the slugs of its shown files by language."""

    key: str
    topics: frozenset[str]
    level: str
    activity: str
    original: str
    slugs: Mapping[str, str]

    def lang_for(self, reader: str) -> str:
        """Name the language in which a reader is offered it: their own, else the original, else any there is."""
        return next(lang for lang in (reader, self.original, *sorted(self.slugs)) if lang in self.slugs)


@dataclass(frozen=True, slots=True)
class Count:
    """The posts that are shown, by key, and the concepts of each kind by concept, in the order of their files."""

    posts: Mapping[str, Post]
    topics: Mapping[str, Concept]
    levels: Mapping[str, Concept]
    activities: Mapping[str, Concept]

    def keys(self, holds: Callable[[Post], bool]) -> frozenset[str]:
        return frozenset(key for key, post in self.posts.items() if holds(post))

    def of_topic(self, topic: str) -> frozenset[str]:
        return self.keys(lambda post: topic in post.topics)

    def of_level(self, level: str) -> frozenset[str]:
        return self.keys(lambda post: post.level == level)

    def of_activity(self, activity: str) -> frozenset[str]:
        return self.keys(lambda post: post.activity == activity)

    def of_cell(self, level: str, activity: str) -> frozenset[str]:
        return self.of_level(level) & self.of_activity(activity)

    def in_lang(self, keys: Iterable[str], lang: str) -> int:
        """Count those of some posts that are shown in a language."""
        return sum(lang in self.posts[key].slugs for key in keys)

    @property
    def left_out(self) -> frozenset[str]:
        """Give the posts that the matrix has no place for."""
        return self.keys(lambda post: not (post.level and post.activity))

    @property
    def by_topic(self) -> dict[str, int]:
        """Give the number of posts of every topic that has one."""
        return dict(Counter(topic for post in self.posts.values() for topic in post.topics))

    def related(self, topic: str) -> dict[str, int]:
        """Give the number of posts that each other topic shares with this one, where it is above 0."""
        shared = Counter(other for key in self.of_topic(topic) for other in self.posts[key].topics)
        return {other: number for other, number in shared.items() if other != topic}


def weights(counts: Mapping[str, int]) -> dict[str, int]:
    """Give the weights of counts: 1 + 8·log(count/least)/log(most/least), rounded, halves up; 5 where all are equal.

    In whole numbers: the weight is at least w where 8·log(count/least)/log(most/least) >= w - 1.5.
    """
    least, most = min(counts.values(), default=1), max(counts.values(), default=1)
    if least == most:
        return dict.fromkeys(counts, 5)

    def reaches(count: int, weight: int) -> bool:
        steps = 2 * weight - 3
        return bool(count**16 * least**steps >= most**steps * least**16)

    return {name: 1 + sum(reaches(count, weight) for weight in range(2, 10)) for name, count in counts.items()}


def count_content(folder: Path, langs: Iterable[str]) -> Count:
    """Count a content folder for the languages of a site, the main one first."""
    langs = tuple(langs)
    topics, levels, activities = (_concepts(folder / f"{name}.yml") for name in ("topics", "levels", "activities"))
    files: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for path in sorted((folder / "posts").rglob("*.md")):
        if not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts):
            key, lang = path.name.removesuffix(".md").rsplit(".", 1)
            files[key][lang.lower()] = _front_matter(path)
    posts = {}
    for key, by_lang in files.items():
        [(original, filing)] = [item for item in by_lang.items() if "original" not in item[1]]
        shown = {lang: head for lang, head in by_lang.items() if head.get("status", "published") == "published"}
        if shown:
            posts[key] = Post(
                key,
                frozenset(_find(text, topics) for text in _listed(filing.get("topics"))),
                _find(filing.get("level"), levels),
                _find(filing.get("activity"), activities),
                original,
                {lang: head.get("slug") or slug(head["title"]) for lang, head in shown.items()},
            )
    concepts = [
        {concept: _concept(concept, entry, langs) for concept, entry in kind.items()}
        for kind in (topics, levels, activities)
    ]
    return Count(posts, *concepts)


def slug(text: str) -> str:
    """Give the slug of a title or label: apostrophes join what they stand between, all else parts words."""
    return re.sub("[^a-z0-9]+", "-", unidecode(text).lower().replace("'", "")).strip("-")


def _concepts(path: Path) -> dict[str, Any]:
    return dict(_yaml(path.read_text(encoding="utf-8-sig")) or {}) if path.exists() else {}


def _concept(concept: str, entry: Mapping[str, Any], langs: tuple[str, ...]) -> Concept:
    own = {lang: entry[lang] for lang in langs if entry.get(lang, {}).get("label")}
    filled = {lang: own.get(lang) or next(iter(own.values())) for lang in langs}
    labels = {lang: " ".join(names["label"].split()) for lang, names in filled.items()}
    slugs = {lang: names.get("slug") or slug(names["label"]) for lang, names in filled.items()}
    return Concept(concept, labels, slugs)


def _find(text: str | None, concepts: Mapping[str, Any]) -> str:
    """Give the concept of the concept that a text names, empty where there is no text."""
    if not text:
        return ""
    everything = [(concept, names) for concept, entry in concepts.items() for names in entry.values()]
    named = (
        *((concept, concept) for concept in concepts),
        *((names.get("label", ""), concept) for concept, names in everything),
        *((synonym, concept) for concept, names in everything for synonym in _listed(names.get("synonyms"))),
    )
    return next(concept for name, concept in named if name.casefold() == text.casefold())


def _front_matter(path: Path) -> dict[str, Any]:
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    return dict(_yaml("\n".join(lines[1 : lines.index("---", 1)])))


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # the loader that makes nothing but texts


def _listed(value: Any) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else list(value)
