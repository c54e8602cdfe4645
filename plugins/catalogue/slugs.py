"""Which slug each document gets: the one its author wrote, else one derived from the title, never one for two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.catalogue.slug import slugify
from plugins.diagnostics import Diagnostic, error, warning


@dataclass(frozen=True, slots=True)
class SlugWish:
    """What decides a document's slug."""

    path: str
    collection: str
    key: str
    lang: str
    title: str
    written: str | None
    line: int  # of the slug where written, else of the title


def assign_slugs(wishes: Iterable[SlugWish]) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Give each document, by path, its slug: unique in its language and collection.

    A slug written twice is an error. One derived from the title that another document has too becomes
    `<slug>-<key>`, with a warning.
    """
    slugs: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    groups: dict[tuple[str, str], list[SlugWish]] = defaultdict(list)
    for wish in wishes:
        groups[wish.collection, wish.lang].append(wish)
    for group in groups.values():
        written: dict[str, SlugWish] = {}
        for wish in sorted((wish for wish in group if wish.written), key=lambda wish: wish.path):
            first = written.setdefault(wish.written or "", wish)
            slugs[wish.path] = wish.written or ""
            if first is not wish:
                message = f"the slug {wish.written!r} is already used in {wish.lang} by {first.path}"
                diagnostics.append(error(wish.path, wish.line, "slug-twice", message, "write another slug"))
        derived = [(wish, slugify(wish.title) or slugify(wish.key) or wish.key) for wish in group if not wish.written]
        count = Counter(slug for _, slug in derived) + Counter(list(written))
        for wish, slug in derived:
            slugs[wish.path] = slug if count[slug] == 1 else f"{slug}-{slugify(wish.key) or wish.key}"
            if count[slug] > 1:
                message = (
                    f"another document in {wish.lang} has the slug {slug!r} too; this one becomes {slugs[wish.path]!r}"
                )
                diagnostics.append(warning(wish.path, wish.line, "slug-shared", message, "write a `slug` of its own"))
        diagnostics.extend(_still_twice([wish for wish, _ in derived], list(written), slugs))
    return slugs, tuple(diagnostics)


def _still_twice(derived: Iterable[SlugWish], written: Iterable[str], slugs: Mapping[str, str]) -> Iterable[Diagnostic]:
    """Report slugs that, with the key at their end, are those of yet another document."""
    taken = set(written)
    for wish in sorted(derived, key=lambda wish: wish.path):
        slug = slugs[wish.path]
        if slug in taken:
            message = f"the slug {slug!r}, made of the title, is already used in {wish.lang}"
            yield error(wish.path, wish.line, "slug-twice", message, "write a `slug` of its own")
        taken.add(slug)
