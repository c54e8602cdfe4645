"""One language of a civic index as it should be: the address of everything that the independent count counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.support.independent_count import Count


@dataclass(frozen=True, slots=True)
class Site:
    """One language of a site as it should be: the count, and the address of everything that is counted."""

    count: Count
    lang: str
    languages: Mapping[str, Any]

    def url(self, *parts: str, lang: str = "") -> str:
        """Give the address of the words of a path; the first is a name of LANGUAGES' `paths`."""
        lang = lang or self.lang
        words = [self.languages[lang]["paths"][parts[0]], *parts[1:]] if parts else []
        return "/".join(("", *([] if lang == next(iter(self.languages)) else [lang]), *words, ""))

    def topic(self, concept: str) -> str:
        return self.url("topics", self.count.topics[concept].slugs[self.lang])

    def level(self, concept: str) -> str:
        return self.url("levels", self.count.levels[concept].slugs[self.lang])

    def activity(self, concept: str) -> str:
        return self.url("activities", self.count.activities[concept].slugs[self.lang])

    def cell(self, level: str, activity: str) -> str:
        """Give the address of a cell's page, empty where the cell has no posts and so no page."""
        if not self.count.of_cell(level, activity):
            return ""
        names = self.count.levels[level].slugs[self.lang], self.count.activities[activity].slugs[self.lang]
        return self.url("matrix", *names)

    def post(self, key: str) -> str:
        """Give the address at which this language's readers are offered a post."""
        lang = self.count.posts[key].lang_for(self.lang)
        return self.url("posts", self.count.posts[key].slugs[lang], lang=lang)

    @property
    def listings(self) -> dict[str, dict[str, frozenset[str]]]:
        """Give the posts of every listing by its kind and address."""
        count = self.count
        cells = [(level, activity) for level in count.levels for activity in count.activities]
        return {
            "archive": {self.url("posts"): frozenset(count.posts)},
            "topic": {self.topic(concept): count.of_topic(concept) for concept in count.by_topic},
            "level": {self.level(concept): count.of_level(concept) for concept in count.levels},
            "activity": {self.activity(concept): count.of_activity(concept) for concept in count.activities},
            "cell": {self.cell(*cell): count.of_cell(*cell) for cell in cells if count.of_cell(*cell)},
        }
