"""The fingerprint of a page: a digest of its view, of the templates that make it, and of its site.

A template sees nothing but its page's view and its site's constants, so these three are all that a page is made of, and
nothing can be forgotten: a value that is not in the view is an error when the page is rendered, never a stale page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b
from typing import Any, NamedTuple

SIZE = 10  # bytes of a digest


class Fingerprint(NamedTuple):
    """Three digests; a file that no template makes has its own inputs in the place of the view."""

    view: str
    templates: str = ""
    site: str = ""


def digest(value: object, kept: dict[int, tuple[object, str]] | None = None) -> str:
    """Digest a view, or any value of texts, numbers, tuples, maps and dataclasses.

    `kept` keeps the digests of what many views share, such as cards; it holds on to the values, so that their places in
    memory stay theirs. Raises TypeError for a value that says nothing of what it is made of.
    """
    encoded = json.dumps(_plain(value, kept), default=lambda inner: _inner(inner, kept), ensure_ascii=False)
    return blake2b(encoded.encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


def _inner(value: object, kept: dict[int, tuple[object, str]] | None) -> object:
    """Encode a value that JSON does not know; one that may be shared by its digest."""
    own = getattr(value, "digest", None)
    if isinstance(own, str):
        return own
    if not is_dataclass(value) or kept is None:
        return _plain(value, kept)
    known = kept.get(id(value))
    if known is None:
        known = kept[id(value)] = (value, digest(value))
    return known[1]


def _plain(value: Any, kept: dict[int, tuple[object, str]] | None) -> object:
    if is_dataclass(value):
        kind: Any = type(value)
        names = _NAMES.get(kind) or _NAMES.setdefault(kind, tuple(field.name for field in fields(kind)))
        return [kind.__name__, *(getattr(value, name) for name in names)]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return [[key, value[key]] for key in value]
    if isinstance(value, date):  # a moment too
        return value.isoformat()
    if isinstance(value, (str, int, float, tuple, list, type(None), Enum)):
        return value
    raise TypeError(f"a view holds {type(value).__name__}, which says nothing of what it is made of")


_NAMES: dict[type, tuple[str, ...]] = {}  # of the fields of each class of values
