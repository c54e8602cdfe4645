"""Where a reader may go from the end of a post."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.catalogue.post import Post
from plugins.plan import onward
from plugins.plan.onward import RelatedPosts, neighbours

CONCEPTS = {
    "topics.yml": "".join(f"{name}: {{es: {{label: {name.upper()}}}}}\n" for name in ("rare", "common", "other")),
    "levels.yml": "low: {es: {label: Baja}}\nhigh: {es: {label: Alta}}\n",
    "activities.yml": "do: {es: {label: Hacer}}\nsay: {es: {label: Decir}}\n",
}


def posts(example: Any, **filed: str) -> tuple[Post, ...]:
    """Make posts by key, oldest first; each value is further front matter of the Spanish document."""
    texts = {
        f"posts/{key}.es.md": f"---\ntitle: {key}\ndate: 2024-01-{day:02}\n{front}---\nTexto.\n"
        for day, (key, front) in enumerate(filed.items(), 1)
    }
    catalogue, _ = example.catalogue({**CONCEPTS, **texts}, (), "es en")
    return tuple(catalogue.posts)


def keys(found: RelatedPosts, key: str) -> list[str]:
    return [post.key for post in found[key]]


def test_a_rare_topic_says_more_than_a_common_one(example: Any) -> None:
    found = RelatedPosts(
        posts(
            example,
            a="topics: [rare, common]\n",
            b="topics: [rare]\n",
            c="topics: [common]\n",
            d="topics: [common]\n",
            e="topics: [other]\n",
        )
    )
    assert keys(found, "a") == ["b", "d", "c"]  # of those that are as much alike, the newest first
    assert keys(found, "e") == []


def test_level_and_activity_decide_among_equals(example: Any) -> None:
    found = RelatedPosts(
        posts(
            example,
            a="topics: [common]\nlevel: low\nactivity: do\n",
            b="topics: [common]\nlevel: low\nactivity: do\n",
            c="topics: [common]\nlevel: high\nactivity: do\n",
            d="topics: [common]\nlevel: low\nactivity: say\n",
        )
    )
    assert keys(found, "a") == ["b", "c", "d"]


def test_a_post_of_the_same_cell_is_like_one_without_topics(example: Any) -> None:
    found = RelatedPosts(posts(example, a="level: low\nactivity: do\n", b="level: low\nactivity: do\n", c=""))
    assert keys(found, "a") == ["b"]
    assert keys(found, "c") == []


def test_no_more_than_three_and_never_itself(example: Any) -> None:
    found = RelatedPosts(posts(example, **{f"p{n}": "topics: [common]\n" for n in range(6)}))
    assert all(len(alike) == 3 for alike in found.values())
    assert all(key not in [post.key for post in alike] for key, alike in found.items())


def test_posts_far_away_in_time_are_not_compared(example: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onward, "NEAR", 1)
    found = RelatedPosts(posts(example, **{f"p{n}": "topics: [common]\n" for n in range(6)}))
    assert keys(found, "p0") == ["p1"]
    assert keys(found, "p3") == ["p4", "p2"]


def test_neighbours_are_of_the_same_language(example: Any) -> None:
    texts = {
        f"posts/{key}.{lang}.md": f"---\ntitle: {key}\ndate: 2024-01-0{day}\n{original}---\nx\n"
        for day, key, lang, original in (
            (1, "a", "es", ""),
            (1, "a", "en", "original: es\n"),
            (2, "b", "es", ""),
            (3, "c", "es", ""),
            (3, "c", "en", "original: es\n"),
        )
    }
    catalogue, _ = example.catalogue(texts, (), "es en")
    found = neighbours(catalogue.posts, ("es", "en"))
    assert [(post.key if post else "") for post in (found["b", "es"].older, found["b", "es"].newer)] == ["a", "c"]
    assert [(post.key if post else "") for post in (found["a", "en"].older, found["a", "en"].newer)] == ["", "c"]
    assert ("b", "en") not in found
