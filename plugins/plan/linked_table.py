"""Where the links of every text lead: found when somebody asks, and kept in little room until somebody asks again.

A plan looks at all links of a site once, and later at those of a few texts.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from typing import cast

from plugins.catalogue.post import Document
from plugins.plan.linking import Linked, Linker


class LinkedTable(Mapping[str, Linked]):
    """The links of documents by their paths."""

    def __init__(self, linker: Linker, documents: Mapping[str, Document]) -> None:
        """Take the documents, and what finds where their links lead."""
        self._linker: Linker | None = linker
        self._documents = documents
        self._packed: dict[str, bytes] = {}
        self._last: tuple[str, Linked] | None = None

    def __getitem__(self, path: str) -> Linked:
        """Give the links of a document. Raises KeyError."""
        if self._last is None or self._last[0] != path:
            self._last = path, self._found(path)
        return self._last[1]

    def _found(self, path: str) -> Linked:
        if path in self._packed or self._linker is None:
            return cast(Linked, pickle.loads(self._packed[path]))
        linked = self._linker.link(self._documents[path])
        self._packed[path] = pickle.dumps(linked, pickle.HIGHEST_PROTOCOL)
        return linked

    def put(self, path: str, linked: Linked) -> None:
        """Set the links of a document."""
        self._packed[path] = pickle.dumps(linked, pickle.HIGHEST_PROTOCOL)
        self._last = path, linked

    def __iter__(self) -> Iterator[str]:
        """Give the paths."""
        return iter(self._packed if self._linker is None else self._documents)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._packed if self._linker is None else self._documents)

    def __getstate__(self) -> dict[str, bytes]:
        """Give all links, packed."""
        for path in self:
            if path not in self._packed:
                self[path]
        return self._packed

    def __setstate__(self, packed: dict[str, bytes]) -> None:
        """Take links that were found before."""
        self._linker, self._documents, self._packed, self._last = None, {}, packed, None
