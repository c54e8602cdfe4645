"""Takes an edit of words into a plan that is there, so that a site need not be planned anew for it.

Other pages know of a text only what its head says, its summary, the places that links can name, and the files it
uses. Where all of that is as it was, so are all addresses, listings and links of other texts. What the text itself says
(its HTML, its own links, what is wrong with it) is set anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plugins.catalogue.lent import Check
from plugins.catalogue.links import FileLink
from plugins.catalogue.pairing import FileName
from plugins.catalogue.parts import Body
from plugins.catalogue.post import Document, Post
from plugins.catalogue.reader import Reader
from plugins.catalogue.reading import Reading
from plugins.catalogue.text import Text
from plugins.diagnostics import Diagnostic
from plugins.plan.found import Found
from plugins.plan.linking import Linked, Linker
from plugins.plan.plan import Plan

MOST = 100  # edited texts for which a plan may stand in; for more, making another costs no more


@dataclass(frozen=True, slots=True)
class Amendment:
    """The edited texts of one post, with what they are to replace and what is wrong with them."""

    post: Post
    texts: dict[str, Text]  # by language
    linked: dict[str, Linked]  # by path
    found: tuple[Diagnostic, ...]


def amendments(plan: Plan, reader: Reader, checks: Sequence[Check]) -> tuple[Amendment, ...] | None:
    """Read the files that say other than the plan's texts do; None where the plan cannot stand.

    There are the same files as it was made of. Nothing is set anew yet: that is done by `take`.
    """
    catalogue, digest = plan.composer.catalogue, reader.folder.digest
    edited = [
        (post, changed)
        for post in (*catalogue.posts, *catalogue.pages)
        if (changed := [one for one in post.documents.values() if one.digest != digest(one.path)])
    ]
    if sum(len(changed) for _, changed in edited) > MOST:
        return None
    found = []
    for post, changed in edited:
        amended = _amendment(post, changed, plan, reader, checks)
        if amended is None:
            return None
        found.append(amended)
    return tuple(found)


def take(plan: Plan, found: Found, amended: Sequence[Amendment]) -> None:
    """Set the texts anew, and what is wrong with them: all who hold the plan see it as it is from then on."""
    plan.composer.forget_made(one.post for one in amended)
    for one in amended:
        found.texts[one.post.collection, one.post.key] = one.found
        for lang, text in one.texts.items():
            one.post.documents[lang].text.take(text)
        for path, linked in one.linked.items():
            plan.composer.linked.put(path, linked)


def problems_of(post: Post, linked: Iterable[Linked], plan: Plan, checks: Iterable[Check]) -> tuple[Diagnostic, ...]:
    """Give what is wrong with the texts of a post: by themselves, beside each other, and in the plan."""
    planned = [check.check_planned for check in checks if hasattr(check, "check_planned")]
    return (
        *(problem for document in post.documents.values() for problem in document.text.found),
        *(problem for links in linked for problem in links.diagnostics),
        *(problem for check in planned for problem in check(post, plan)),
    )


def files_of(post: Post) -> dict[str, FileName]:
    """Name the files of a post by language, in the order of their paths, as they are read."""
    documents = sorted(post.documents.values(), key=lambda document: document.path)
    return {one.lang: FileName(one.path, one.collection, one.key, one.lang) for one in documents}


def _amendment(
    post: Post, changed: Sequence[Document], plan: Plan, reader: Reader, checks: Sequence[Check]
) -> Amendment | None:
    group = files_of(post)
    before = {document.path: document.digest for document in changed}
    together = reader.read([group])
    texts: dict[str, Text] = {}
    for lang, name in group.items():
        reading = reader.reading(name)
        if name.path in before and not _is_known_alike(name, before[name.path], reading, reader):
            return None
        member = reader.member(name, reading, together.get(name.path, ()))
        if member is None:
            return None
        texts[lang] = member.text
    after = replace(post, documents={lang: doc._replace(text=texts[lang]) for lang, doc in post.documents.items()})
    composer = plan.composer
    linker = Linker(composer.catalogue, composer.addresses, composer.settings, composer.sizes, composer.sources)
    linked = {document.path: linker.link(document) for document in after.documents.values()}
    found = problems_of(after, linked.values(), plan, checks)
    return Amendment(post, texts, linked, found)


def _is_known_alike(name: FileName, digest: str, now: Reading, reader: Reader) -> bool:
    """Tell whether others know of a file what they knew."""
    try:
        before = reader.reading(name, digest)
    except LookupError:
        return False
    if (before.front, before.title, before.summary) != (now.front, now.title, now.summary):
        return False
    if before.body is None or now.body is None or before.body.has_player or now.body.has_player:
        return False
    return _files(before.body) == _files(now.body) and before.body.ids == now.body.ids


def _files(body: Body) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(ref.element, ref.attribute, ref.to.paths) for ref in body.files if isinstance(ref.to, FileLink)}
