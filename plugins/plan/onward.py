"""Where a reader may go from the end of a post: to posts that are like it, and to those before and after it.

Posts are alike by the topics they share, of which a rare one says more than one that half the site has, then by
activity and level. Only the posts near in time are compared, so that ten thousand of one topic cost no more than forty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from typing import NamedTuple

from plugins.catalogue.post import Post

NEAR = 20  # posts before and after, of each topic and of the same cell
MOST = 3  # posts that are shown
TOPIC, ACTIVITY, LEVEL = 60_000, 300, 200  # what is shared counts; a topic's part is divided by the number of its posts


class Neighbours(NamedTuple):
    """The posts before and after a post, among those of one language, by date; None at the ends."""

    older: Post | None
    newer: Post | None


class RelatedPosts(Mapping[str, tuple[Post, ...]]):
    """Up to three posts that are most like each of `posts` (oldest first), by its key; none where none is.

    They are found when the first is asked for: what only checks a site asks for none.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        """Keep the posts."""
        self._posts = posts

    def __getitem__(self, key: str) -> tuple[Post, ...]:
        """Give the posts like that of a key, the most alike first."""
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        """Give the keys of the posts, oldest first."""
        return (post.key for post in self._posts)

    def __len__(self) -> int:
        """Count the posts."""
        return len(self._posts)

    @cached_property
    def _found(self) -> dict[str, tuple[Post, ...]]:
        return _related(self._posts)


def neighbours(posts: Iterable[Post], langs: Iterable[str]) -> dict[tuple[str, str], Neighbours]:
    """Give the posts before and after each of `posts` (oldest first) by key, and by each language that it is in."""
    posts = tuple(posts)
    found = {}
    for lang in langs:
        ours = [post for post in posts if lang in post.shown]
        for older, post, newer in zip((None, *ours), ours, (*ours[1:], None), strict=False):
            found[post.key, lang] = Neighbours(older, newer)
    return found


def _related(posts: Sequence[Post]) -> dict[str, tuple[Post, ...]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, post in enumerate(posts):
        for group in _groups(post):
            groups[group].append(place)
    places = {group: {place: at for at, place in enumerate(members)} for group, members in groups.items()}
    filed = [_filed(post) for post in posts]
    found = {}
    for place, post in enumerate(posts):
        near = {
            other
            for group in _groups(post)
            for at in (places[group][place],)
            for other in groups[group][max(0, at - NEAR) : at + NEAR + 1]
        } - {place}
        weights = {topic.id: TOPIC // len(groups["topic", topic.id]) for topic in post.topics}
        ranked = nlargest(MOST, ((_likeness(filed[place], filed[other], weights), other) for other in near))
        found[post.key] = tuple(posts[other] for _, other in ranked)
    return found


def _groups(post: Post) -> list[tuple[str, ...]]:
    """Name what a post is filed under: each topic, and its cell where it has one."""
    groups: list[tuple[str, ...]] = [("topic", topic.id) for topic in post.topics]
    if post.level and post.activity:
        groups.append(("cell", post.level.id, post.activity.id))
    return groups


def _filed(post: Post) -> tuple[tuple[str, ...], str, str]:
    return (
        tuple(topic.id for topic in post.topics),
        post.activity.id if post.activity else "",
        post.level.id if post.level else "",
    )


def _likeness(
    one: tuple[tuple[str, ...], str, str], other: tuple[tuple[str, ...], str, str], weights: Mapping[str, int]
) -> int:
    likeness = 0
    for topic in other[0]:
        likeness += weights.get(topic, 0)
    if one[1] and one[1] == other[1]:
        likeness += ACTIVITY
    return likeness + LEVEL if one[2] and one[2] == other[2] else likeness
