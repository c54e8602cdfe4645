"""HTML that is made only when a page that shows it is rendered: a view holds the digest of all that it is made of.

Most pages of a site stay as they are, and what a page shows need not be made to know that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Generic, TypeVar

from markupsafe import Markup

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Later:
    """Safe HTML that `make` makes; `digest` is of everything that decides what it will be."""

    digest: str
    make: Callable[[], Markup] = field(compare=False)

    def __html__(self) -> str:
        """Give the HTML, as templates and Markup ask for it."""
        return self.make()

    def __str__(self) -> str:
        """Give the HTML."""
        return self.make()


@dataclass(frozen=True, slots=True)
class LaterItems(Generic[T]):
    """Values that `make` makes when a template goes through them."""

    digest: str
    make: Callable[[], Iterable[T]] = field(compare=False)

    def __iter__(self) -> Iterator[T]:
        """Go through the values."""
        return iter(self.make())


def digest_of(*inputs: str) -> str:
    """Digest texts so that no two lists of them have one digest."""
    digest = blake2b(digest_size=16)
    for text in inputs:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()
