"""How far each post is translated: a state for each language of the site."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.catalogue.post import Catalogue, Document, Post
from plugins.translation.blocks import Block, document_blocks
from plugins.translation.staleness import outdated_blocks
from plugins.translation.standing import PostStatus, Standing, State

NOT_PUBLISHED = ("draft", "review")


def post_status(post: Post, langs: Sequence[str]) -> PostStatus:
    """Tell where a post stands."""
    blocks: dict[str, tuple[Block, ...]] = {}
    standings = tuple(standing(post, lang, blocks) for lang in langs)
    topics = tuple(topic.id for topic in post.topics)
    level = post.level.id if post.level else ""
    return PostStatus(post.key, post.collection, post.original, topics, level, standings)


def site_status(catalogue: Catalogue, langs: Sequence[str]) -> tuple[PostStatus, ...]:
    """Tell where every post and page stands, by collection and key."""
    everything = sorted((*catalogue.posts, *catalogue.pages), key=lambda post: (post.collection != "posts", post.key))
    return tuple(post_status(post, langs) for post in everything)


def standing(post: Post, lang: str, blocks: dict[str, tuple[Block, ...]] | None = None) -> Standing:
    """Tell where a post stands in one language; `blocks` keeps what was read of its files, by language."""
    blocks = {} if blocks is None else blocks
    document = post.documents.get(lang)
    if document is None:
        return Standing(lang, State.MISSING, "")
    original = post.documents.get(document.front.original or "")
    against = original.path if original else ""
    pin = document.front.original_digest
    if document.front.status in NOT_PUBLISHED:
        return Standing(lang, State.DRAFT, document.path, against, is_pinned=bool(pin))
    if original is None or not pin:
        return Standing(lang, State.CURRENT, document.path, against)
    changed = outdated_blocks(pin, _blocks(original, blocks), _blocks(document, blocks))
    return Standing(
        lang, State.OUTDATED if changed else State.CURRENT, document.path, against, is_pinned=True, blocks=changed
    )


def _blocks(document: Document, known: dict[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Read each document's blocks once, and only where a pin asks for them."""
    if document.lang not in known:
        known[document.lang] = document_blocks(document)
    return known[document.lang]
