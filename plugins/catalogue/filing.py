"""Where a post is filed: the topics, level and activity that its front matter names, found among the concepts."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.catalogue.concepts import Concept, Concepts
from plugins.catalogue.inheritance import FILING
from plugins.catalogue.reader import Member
from plugins.diagnostics import Diagnostic, error, warning


def file_under(
    member: Member, concepts: Mapping[str, Concepts]
) -> tuple[dict[str, tuple[Concept, ...]], tuple[Diagnostic, ...]]:
    """Find the concepts that a front matter names, by field; those that there are none of are errors."""
    front, path = member.front, member.name.path
    diagnostics = []
    filed: dict[str, tuple[Concept, ...]] = {}
    for field, kind in zip(FILING, ("topics", "levels", "activities"), strict=True):
        written = getattr(front, field) or ()
        texts = (written,) if isinstance(written, str) else written
        lines = front.item_lines.get(field) or (front.lines.get(field, 1),) * len(texts)
        found: dict[str, Concept] = {}
        for text, line in zip(texts, lines, strict=True):
            if concept := concepts[kind].find(text):
                found.setdefault(concept.id, concept)
            else:
                diagnostics.append(_unknown_concept(path, line, kind, field, text, concepts[kind]))
        filed[field] = tuple(found.values())
    return filed, tuple(diagnostics)


def _unknown_concept(path: str, line: int, kind: str, field: str, text: str, known: Concepts) -> Diagnostic:
    one = field.removesuffix("s")
    meant = known.find(known.nearest(text))
    guess = f"; did you mean {meant.id}?" if meant else ""
    message = f"{kind}.yml has no {one} {text!r}{guess}"
    return error(path, line, f"unknown-{one}", message, f"write one that is there, or add it to {kind}.yml")


def filed_elsewhere(
    member: Member,
    filed: Mapping[str, tuple[Concept, ...]],
    original: Mapping[str, tuple[Concept, ...]],
    original_path: str,
) -> list[Diagnostic]:
    """Warn where a translation is filed elsewhere than its original."""
    return [
        warning(
            member.name.path, member.front.lines[field], "filed-elsewhere",
            f"{field} differs from the original's in {original_path}, whose value counts for every language",
            f"take `{field}` out of the translation",
        )
        for field in FILING
        if field in member.front.lines and {c.id for c in filed[field]} != {c.id for c in original[field]}
    ]  # fmt: skip
