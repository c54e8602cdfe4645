"""The ways a task ends badly, and the exit code of each.

    PlazaError           3
    ├── ContentError     1  the content, or where it goes, is at fault: every diagnostic at once
    ├── TargetError      1  the place that a site is published to is at fault, or does not let us in
    ├── UsageError       2  the command line is at fault
    └── MachineError     3  the machine is at fault: no network, no browser, no room

A task raises one of these, or returns a code. Whatever else it raises is Plaza's own fault, code 3.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.diagnostics import Diagnostic, as_text, in_order, summary

FINE, CONTENT_AT_FAULT, WRONG_USAGE, MACHINE_AT_FAULT = 0, 1, 2, 3


class PlazaError(Exception):
    """An end that was foreseen. Its text is what the user reads: one lower-case line without a full stop."""

    code = MACHINE_AT_FAULT


class ContentError(PlazaError):
    """The content stops the task. `diagnostics` have paths relative to the caller's folder."""

    code = CONTENT_AT_FAULT

    def __init__(self, diagnostics: Iterable[Diagnostic], outcome: str = "") -> None:
        """Keep the diagnostics in order; `outcome` tells in a line what was not done because of them."""
        self.diagnostics = in_order(diagnostics)
        self.outcome = outcome
        found = summary(self.diagnostics) if self.diagnostics else ""
        super().__init__(as_text(self.diagnostics) + "; ".join(filter(None, (found, outcome))))


class TargetError(PlazaError):
    """The target of a publish is full, locked, or not as it should be; what was there before is there still."""

    code = CONTENT_AT_FAULT


class UsageError(PlazaError):
    """The command line asks for what does not exist or cannot be."""

    code = WRONG_USAGE


class MachineError(PlazaError):
    """The machine lacks something; the text says what, and how to get it."""

    code = MACHINE_AT_FAULT
