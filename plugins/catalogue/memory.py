"""What was made of files before: results under a digest of all that shaped them, so that a stale one cannot be found.

Some results are asked for by every build (what a file says), others by few (the HTML of a body, when a page that shows
it is rendered): the first kind is read at once, the second stays where it is kept. Which results a build asked for is
known at its end; the others are forgotten then, so a memory never outgrows its content.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol, TypeVar, cast

T = TypeVar("T")


BESIDE = "+"  # ends the key of a second result that few ask for and that goes with the first of its key


class Result(NamedTuple):
    """A result on its way to be kept: its key, its bytes, and whether few builds ask for it."""

    key: str
    data: bytes
    is_seldom: bool = False


class Store(Protocol):
    """Where results are kept between builds."""

    def often(self) -> Mapping[str, bytes]:
        """Give all results that every build asks for."""

    def one(self, key: str) -> bytes | None:
        """Give one of those, None where it is not there."""

    def seldom(self, key: str) -> bytes | None:
        """Give one of the others, None where it is not there."""

    def keep(self, results: Iterable[Result]) -> None:
        """Keep results until the next build."""

    def forget(self, gone: Iterable[str]) -> None:
        """Forget results of both kinds by their keys."""

    def finish(self, asked: Callable[[str], bool]) -> None:
        """Forget what was not asked for, and make sure that the rest is there for the next build."""

    def close(self) -> None:
        """Let go of what is open; asking again opens it again."""


class NoStore:
    """Keeps results as long as the memory lives."""

    def __init__(self) -> None:
        self.results: dict[str, bytes] = {}

    def often(self) -> Mapping[str, bytes]:
        """Give none: nothing was kept before."""
        return {}

    def one(self, key: str) -> bytes | None:
        """Give none."""
        return None

    def seldom(self, key: str) -> bytes | None:
        """Give what this build kept."""
        return self.results.get(key)

    def keep(self, results: Iterable[Result]) -> None:
        """Keep what few ask for; the memory has the rest."""
        self.results.update((result.key, result.data) for result in results if result.is_seldom)

    def forget(self, gone: Iterable[str]) -> None:
        """Forget what few ask for."""
        for key in gone:
            self.results.pop(key, None)
            self.results.pop(key + BESIDE, None)

    def finish(self, asked: Callable[[str], bool]) -> None:
        """Do nothing: there is no next build."""

    def close(self) -> None:
        """Do nothing: nothing is open."""


class Memory:
    """Remembers results by key; one without a store makes everything anew.

    A result is got from the store when it is asked for, unless all were got at once before.
    """

    def __init__(self, store: Store | None = None) -> None:
        """Take what builds before this one kept."""
        self.store: Store = store or NoStore()
        self._known: dict[str, bytes] = {}
        self._has_all = False
        self._asked: set[str] = set()
        self.made = 0  # how many results were not known

    def get_all(self) -> None:
        """Get all results that every build asks for: sooner done than one by one, for who needs most of them."""
        self._known.update(self.store.often())
        self._has_all = True

    def __contains__(self, key: str) -> bool:
        """Tell whether a result is known; asking so keeps it, too."""
        self._asked.add(key)
        if key not in self._known and not self._has_all and (data := self.store.one(key)) is not None:
            self._known[key] = data
        return key in self._known

    def once(self, key: str, make: Callable[[], T]) -> T:
        """Give the result under a key, made by `make` where nobody has asked for it before."""
        if key not in self:
            result = make()
            self.add((Result(key, packed(result)),))
            return result
        return cast(T, pickle.loads(self._known[key]))

    def glance(self, key: str) -> Any:
        """Give a result that is known, but do not keep it for that. Raises KeyError."""
        data = self._known.get(key) or self.store.one(key)
        if data is None:
            raise KeyError(key)
        return pickle.loads(data)

    def known(self, key: str) -> Any:
        """Give a result that is known. Raises KeyError."""
        if key not in self:
            raise KeyError(key)
        return pickle.loads(self._known[key])

    def add(self, results: Iterable[Result]) -> None:
        """Take results that were made elsewhere."""
        results = tuple(results)
        for result in results:
            if not result.is_seldom:
                self.made += 1
                self._asked.add(result.key)
                self._known[result.key] = result.data
        self.store.keep(results)

    def seldom(self, key: str) -> Any:
        """Give a result that few builds ask for. Raises LookupError where the store has lost it."""
        data = self.store.seldom(key)
        if data is None:
            raise LookupError(f"the cache has lost {key}")
        return pickle.loads(data)

    def finish(self) -> None:
        """End a build: what it did not ask for is forgotten, and what it read is let go of."""
        self.store.finish(self._asked.__contains__)
        self._known, self._has_all = {}, False

    def forget(self, gone: Iterable[str]) -> None:
        """Forget results by their keys."""
        gone = set(gone)
        for key in gone:
            self._known.pop(key, None)
        self._asked -= gone
        self.store.forget(gone)

    def close(self) -> None:
        """Let go of the store's file once nobody will ask for more."""
        self.store.close()


def packed(result: object) -> bytes:
    """Make the bytes of a result."""
    return pickle.dumps(result, pickle.HIGHEST_PROTOCOL)


def key_of(kind: str, *inputs: str) -> str:
    """Name a result by its kind and the digest of its inputs."""
    digest = blake2b(digest_size=16)
    for text in inputs:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{kind}:{digest.hexdigest()}"
