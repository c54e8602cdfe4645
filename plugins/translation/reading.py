"""What a reader of a language gets of a post: the post in that language, else the original, else any translation."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.catalogue.lang import serves
from plugins.catalogue.post import Document, Post


def document_for(post: Post, lang: str) -> Document | None:
    """Choose the document to offer; None where nothing of the post is shown."""
    shown = post.shown
    if lang in shown:
        return shown[lang]
    if post.original in shown:
        return shown[post.original]
    return next(iter(shown.values()), None)


def own_first(posts: Iterable[Post], lang: str) -> list[Post]:
    """Put the posts shown in the language first; otherwise the order stays."""
    return sorted(posts, key=lambda post: lang not in post.shown)


def links_language(page_lang: str, link_langs: Iterable[str]) -> str:
    """Give the one other language that all outside links of a page are in; empty where there is none or more.

    Tags of one language (`es`, `es-MX`) count as that language.
    """
    langs = set(link_langs)
    if len(langs) > 1:
        langs = {tag.partition("-")[0] for tag in langs}
    if len(langs) != 1:
        return ""
    (only,) = langs
    return "" if serves(only, page_lang) else only
