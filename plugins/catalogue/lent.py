"""What other plugins lend to the catalogue, which finds them by name: the renderer, text filters and rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from plugins.catalogue.body import TextFilter
from plugins.catalogue.memory import Memory
from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic


class MarkdownRenderer(Protocol):
    """Turns Markdown into HTML that has not been cleaned yet."""

    def render(self, text: str, lang: str) -> str:
        """Render a body."""

    def render_inline(self, text: str, lang: str) -> str:
        """Render a single paragraph without the element around it."""


class Check(Protocol):
    """A module of rules on what an author wrote; any of the functions may be missing.

    A third, `check_planned`, is for rules that need to know where each page is: the plan calls it for each post.
    """

    check_body: Callable[[BodySource, tuple[str, ...]], tuple[Diagnostic, ...]]
    check_post: Callable[[Mapping[str, BodySource], str, tuple[str, ...]], tuple[Diagnostic, ...]]


Spread = Callable[[Callable[[Any], Any], Sequence[Any], Callable[[Any], str]], Iterable[Any]]


def one_by_one(make: Callable[[Any], Any], work: Sequence[Any], name_of: Callable[[Any], str]) -> Iterable[Any]:
    """Give what `make` makes of each piece of work, in this process; `name_of` says what a piece is."""
    return map(make, work)


@dataclass(frozen=True, slots=True)
class Tools:
    """What other plugins lend to the catalogue, found by the names in the settings."""

    renderer: MarkdownRenderer
    filters: tuple[TextFilter, ...]
    checks: tuple[Check, ...]
    memory: Memory = field(default_factory=Memory)  # of results of earlier builds
    spread: Spread = one_by_one  # how work on many files is done
    renders_all: bool = True  # also what no rule needs rendered
