"""What was made of a file before: results under a digest of all that shaped them, so that a stale one cannot be found.

The results are values of this package's own classes, kept as bytes and made again only when asked for. Which results a
build asked for is known at its end; the others are forgotten then, so a memory never outgrows its content.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import TypeVar, cast

T = TypeVar("T")


class Memory:
    """Remembers results by key; one without entries makes everything anew."""

    def __init__(self, entries: Mapping[str, bytes] | None = None) -> None:
        """Take what a build before this one kept."""
        self._known = dict(entries or {})
        self.kept: dict[str, bytes] = {}  # what this build asked for
        self.made = 0  # how many results were not known

    def once(self, key: str, make: Callable[[], T]) -> T:
        """Give the result under a key, made by `make` where nobody has asked for it before."""
        if key not in self._known:
            self.made += 1
            result = make()
            self.kept[key] = self._known[key] = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
            return result
        self.kept[key] = self._known[key]
        return cast(T, pickle.loads(self._known[key]))

    @property
    def has_changed(self) -> bool:
        """Whether what is kept differs from what was known at first."""
        return self.made > 0 or len(self.kept) < len(self._known)


def key_of(kind: str, *inputs: str) -> str:
    """Name a result by its kind and the digest of its inputs."""
    digest = blake2b(digest_size=16)
    for text in inputs:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{kind}:{digest.hexdigest()}"
