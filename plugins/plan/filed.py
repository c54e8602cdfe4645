"""Which posts of a site are filed where: by topic, by level, by activity, and by both of the last two.

Each post counts once, whatever its languages, if readers get anything of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from plugins.catalogue.cloud import CloudWord
from plugins.catalogue.concepts import Concept
from plugins.catalogue.post import Catalogue, Post
from plugins.plan.composer import Composer
from plugins.plan.identity import Identity


def shown_posts(catalogue: Catalogue) -> tuple[Post, ...]:
    """Give the posts of which readers get something, oldest first."""
    return tuple(post for post in catalogue.posts if post.shown)


def posts_by_topic(catalogue: Catalogue) -> dict[str, tuple[Post, ...]]:
    """Give the posts (oldest first) of each topic that has some, by the topic's id, in the order of the file."""
    found = _by(shown_posts(catalogue), lambda post: (topic.id for topic in post.topics))
    return {topic.id: found[topic.id] for topic in catalogue.topics.items if topic.id in found}


def posts_by_level(posts: Iterable[Post]) -> dict[str, tuple[Post, ...]]:
    """Give the posts of each level that has some, by its id; those without level by an empty one."""
    return _by(posts, lambda post: (_id(post.level),))


def posts_by_activity(posts: Iterable[Post]) -> dict[str, tuple[Post, ...]]:
    """Give the posts of each activity that has some, by its id; those without activity by an empty one."""
    return _by(posts, lambda post: (_id(post.activity),))


def topic_words(composer: Composer, lang: str) -> tuple[CloudWord, ...]:
    """Give the topics that have posts as words of a cloud, each counting its posts, in the language's alphabet.

    None where no plugin makes pages of topics.
    """
    catalogue = composer.catalogue
    counts = {topic: len(posts) for topic, posts in posts_by_topic(catalogue).items()}
    topics = [topic for topic in catalogue.topics.items if composer.url_of(Identity("topic", topic.id), lang)]
    counted = {composer.concept("topic", topic, lang): counts.get(topic.id, 0) for topic in topics}
    return tuple(
        CloudWord(link.title, counted[link], link.url, link.lang, link.dir)
        for link in composer.in_alphabet(counted, lang)
        if counted[link]
    )


def _id(concept: Concept | None) -> str:
    return concept.id if concept else ""


def _by(posts: Iterable[Post], names: Callable[[Post], Iterable[str]]) -> dict[str, tuple[Post, ...]]:
    found: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for name in names(post):
            found[name].append(post)
    return {name: tuple(filed) for name, filed in found.items()}
