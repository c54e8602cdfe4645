"""Imports invoke without `unittest.mock`, which it takes for its own MockContext and which costs as much as the rest.

Every command starts with invoke, and `unittest.mock` brings asyncio, sockets and TLS with it. Plaza mocks no context:
a stand-in takes its place while invoke is imported, and leaves before anyone else can see it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

NAME = "unittest.mock"


class Mock:
    """What stands for `unittest.mock.Mock`: it says so when it is used."""

    def __init__(self, **_: Any) -> None:
        """Refuse. Raises NotImplementedError."""
        raise NotImplementedError("Plaza imports invoke without unittest.mock; import that first to mock a context")


def import_invoke() -> None:
    """Import invoke; without `unittest.mock` where it was not imported yet."""
    if NAME in sys.modules or "invoke" in sys.modules:
        return
    stand_in = ModuleType(NAME)
    stand_in.Mock = Mock  # type: ignore[attr-defined]  # a module made by hand has no declared names
    sys.modules[NAME] = stand_in
    try:
        import invoke  # noqa: F401 - it is imported so that it is in sys.modules
    finally:
        del sys.modules[NAME]
