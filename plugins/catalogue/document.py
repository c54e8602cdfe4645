"""One document of a post: a file that was read, with what it inherits and the last part of its address."""

from __future__ import annotations

from plugins.catalogue.front_matter import FrontMatter
from plugins.catalogue.post import Document
from plugins.catalogue.reader import Member
from plugins.catalogue.reading import PUBLISHED

UNPUBLISHED = ("draft", "review")  # shown in a preview; a retired document is not


def make_document(member: Member, front: FrontMatter, slug: str, shows_drafts: bool) -> Document:
    """Make a document; `front` is the file's head with what it inherits."""
    name = member.name
    return Document(
        path=name.path,
        collection=name.collection,
        key=name.key,
        lang=name.lang,
        title=member.title,
        slug=slug,
        front=front,
        summary=member.summary,
        text=member.text,
        is_shown=front.status == PUBLISHED or (shows_drafts and front.status in UNPUBLISHED),
    )
