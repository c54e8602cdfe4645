"""A table of values of which a build needs few: out of a file, each is unpacked when somebody asks for it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, MutableMapping
from typing import TypeVar, cast

V = TypeVar("V")


class PackedTable(MutableMapping[str, V]):
    """Values by name; pickled, it holds each of them as bytes."""

    def __init__(self, values: Mapping[str, V]) -> None:
        """Take the values."""
        self._values: dict[str, V] = dict(values)
        self._packed: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> V:
        """Give a value. Raises KeyError."""
        if name not in self._values:
            self._values[name] = pickle.loads(self._packed[name])
        return self._values[name]

    def __setitem__(self, name: str, value: V) -> None:
        """Set a value."""
        self._values[name] = value

    def __delitem__(self, name: str) -> None:
        """Take a value out. Raises KeyError."""
        if self._packed.pop(name, None) is None and name not in self._values:
            raise KeyError(name)
        self._values.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """Give the names."""
        return iter(self._packed | self._values)

    def __len__(self) -> int:
        """Count the values."""
        return len(self._packed | self._values)

    def __getstate__(self) -> dict[str, bytes]:
        """Pack what is not packed."""
        return self._packed | {
            name: pickle.dumps(value, pickle.HIGHEST_PROTOCOL) for name, value in self._values.items()
        }

    def __setstate__(self, state: Mapping[str, bytes]) -> None:
        """Take what is packed."""
        self._values, self._packed = {}, cast(dict[str, bytes], state)
