"""What is wrong with the content of a plan: with the texts of each post, and with all else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong with texts, by (collection, key) of their post, and with the rest; paths are of the content folder.

    As the texts of a plan, what is wrong with them may be set anew.
    """

    texts: dict[tuple[str, str], tuple[Diagnostic, ...]]
    rest: tuple[Diagnostic, ...]

    def all(self, instead: Iterable[tuple[tuple[str, str], tuple[Diagnostic, ...]]] = ()) -> tuple[Diagnostic, ...]:
        """Give all of it, in no order; `instead` says of some posts what would be wrong."""
        texts = self.texts | dict(instead)
        return (*(problem for found in texts.values() for problem in found), *self.rest)
