"""The Python-Markdown extension that spares a text the patterns which cannot match it.

Python-Markdown searches each run of text with some twenty regular expressions, and most texts hold none of the marks
that these look for: it is the dearest part of rendering a post. A pattern of another extension is tried everywhere, as
ever; so is every pattern where a later Python-Markdown has no such method to take over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# Pattern by name -> its class, and one or two texts of which one stands in whatever it matches.
NEEDED: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType({
    "backtick": ("BacktickInlineProcessor", ("`",)),
    "escape": ("EscapeInlineProcessor", ("\\",)),
    "footnote": ("FootnoteInlineProcessor", ("[^",)),
    "reference": ("ReferenceInlineProcessor", ("[",)),
    "link": ("LinkInlineProcessor", ("[",)),
    "image_link": ("ImageInlineProcessor", ("![",)),
    "image_reference": ("ImageReferenceInlineProcessor", ("![",)),
    "short_reference": ("ShortReferenceInlineProcessor", ("[",)),
    "short_image_ref": ("ShortImageReferenceInlineProcessor", ("![",)),
    "autolink": ("AutolinkInlineProcessor", ("<",)),
    "automail": ("AutomailInlineProcessor", ("<",)),
    "linebreak": ("SubstituteTagInlineProcessor", ("  \n",)),
    "html": ("HtmlInlineProcessor", ("<",)),
    "entity": ("HtmlInlineProcessor", ("&",)),
    "em_strong": ("DelimiterProcessor", ("*", "_")),
})  # fmt: skip
_ANY = re.compile(r"[`\\\[<&*_]|  \n")  # what some pattern above needs
TAKEN_OVER = ("_InlineProcessor__handleInline", "_InlineProcessor__applyPattern")
PRIORITY = 20  # Python-Markdown's own


class InlineMarksExtension(Extension):
    """Puts `_SparingProcessor` in the place of Python-Markdown's processor of inline patterns."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with the instance."""
        if all(hasattr(InlineProcessor, name) for name in TAKEN_OVER):
            md.treeprocessors.register(_SparingProcessor(md), "inline", PRIORITY)


class _SparingProcessor(InlineProcessor):
    """Applies to each text the patterns in their order, without those that need what it has not."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._needs: list[tuple[Pattern, tuple[str, ...]]] | None = None
        self._has_others = True  # patterns that need nothing we know of

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        """Apply the patterns that are registered by now to a tree."""
        registered = self.md.inlinePatterns
        names = [registered[place] for place in range(len(registered))]
        if self._needs is None or [pattern for pattern, _ in self._needs] != names:
            self._needs = [(pattern, _needed(pattern, self.md)) for pattern in names]
            self._has_others = not all(needed for _, needed in self._needs)
        return super().run(tree, ancestors)

    def _is_spared(self, data: str) -> bool:
        return _ANY.search(data) is None and not self._has_others

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - taken over
        if isinstance(data, AtomicString):
            return data
        if self._is_spared(data):
            return data
        for place, (pattern, needed) in enumerate(self._needs or ()):
            if place < patternIndex or (needed and needed[0] not in data and needed[-1] not in data):
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, place, start
                )
        return data


def _needed(pattern: Pattern, md: Markdown) -> tuple[str, ...]:
    """Give what a pattern needs; nothing where it is not the one that Python-Markdown registers under its name."""
    for name, (kind, marks) in NEEDED.items():
        if name in md.inlinePatterns and md.inlinePatterns[name] is pattern and type(pattern).__name__ == kind:
            return marks
    return ()


def makeExtension(**options: Any) -> InlineMarksExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension, as Python-Markdown asks for it by the module's name."""
    return InlineMarksExtension(**options)
