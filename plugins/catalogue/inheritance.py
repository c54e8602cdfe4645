"""What a translation takes from its original: each field it does not write itself, and always where it is filed."""

from __future__ import annotations

from typing import Any

from plugins.catalogue.front_matter import FIELDS, ROLES, FrontMatter

FILING = ("topics", "level", "activity")


def inherit(front: FrontMatter, original: FrontMatter) -> FrontMatter:
    """Give the translation's front matter with the fields that it inherits."""
    people = dict(front.credits)
    taken: dict[str, Any] = {}
    for field in FIELDS:
        if not field.is_inherited or (field.name in front.lines and field.name not in FILING):
            continue
        if field.name in ROLES:
            if field.name in original.credits:
                people[field.name] = original.credits[field.name]
        else:
            taken[field.name] = getattr(original, field.name)
    in_order = {role: people[role] for role in ROLES if role in people}
    return front._replace(credits=in_order, **taken)
