"""Imports invoke and Pelican without what they ask for, and Plaza never uses, which costs as much as the rest of both.

invoke takes `unittest.mock` (and with it asyncio, sockets and TLS) for a class that tests may use, and reads the
metadata of its package to know its own version; Pelican takes docutils for reStructuredText, which Plaza turns off.
Stand-ins take their places while the two are imported, and leave before anyone else can see them.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

# What invoke asks for while it is imported; it calls nothing of that then but `version`.
ASKED_FOR: Mapping[str, Mapping[str, Any]] = {
    "unittest.mock": {"Mock": type("Mock", (), {})},
    "importlib.metadata": {"version": lambda _: "unknown", "PackageNotFoundError": LookupError},
}
RST = "docutils"


def import_invoke() -> None:
    """Import invoke without the rest."""
    if "invoke" not in sys.modules:
        with _standing_in():
            import invoke  # noqa: F401 - it is imported so that it is in sys.modules


def import_pelican(plugins: object) -> None:
    """Import Pelican without the rest; with it where PLUGINS names one from elsewhere, which may want it."""
    from plugins.plan.named import is_own_or_needed  # late: who wants invoke alone needs nothing of it

    names = plugins if isinstance(plugins, (list, tuple)) else [None]  # whatever else it is, an error will tell
    is_lean = all(isinstance(name, str) and is_own_or_needed(name) for name in names)
    if is_lean and "pelican" not in sys.modules and RST not in sys.modules:
        finder = _Finder()
        sys.meta_path.insert(0, finder)
        try:
            importlib.import_module("pelican")
        finally:
            sys.meta_path.remove(finder)
            for name in [name for name in sys.modules if _is_rst(name)]:
                del sys.modules[name]


@contextmanager
def _standing_in() -> Iterator[None]:
    """Put stand-ins where modules are not there yet; who asks for more of one than is foreseen fails."""
    missing = [name for name in ASKED_FOR if name not in sys.modules]
    for name in missing:
        module = ModuleType(name)
        vars(module).update(ASKED_FOR[name])
        parent, _, own = name.rpartition(".")
        sys.modules[name] = module
        setattr(importlib.import_module(parent), own, module)
    try:
        yield
    finally:
        for name in missing:
            parent, _, own = name.rpartition(".")
            del sys.modules[name]
            delattr(sys.modules[parent], own)


def _is_rst(name: str) -> bool:
    return name.partition(".")[0] == RST


class _Finder(MetaPathFinder, Loader):
    """Finds docutils and all that is in it: packages that have whatever one asks of them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(fullname, self, is_package=True) if _is_rst(fullname) else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Anything(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


class _Anything(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Kind(name, (), {})


class _Kind(type):
    """Of classes to inherit from, to call, and to look things up in; nothing comes of that."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Kind(name, (), {"__init__": lambda *_, **__: None})

    def __call__(cls, *_: Any, **__: Any) -> Any:
        return None
