"""The Python-Markdown extension: parallel quotes become figures, and quotes with a blank line between stay two.

Before any other syntax is looked for, each quote is taken out of the text and a private mark put in its place, so that
its extent is the parser's and nobody else's. Its parts then pass through the rest of the same Markdown instance:
footnotes, references, fences and lists work in them as anywhere.

Options: `langs`, the tags a marker may name, and `page_lang`. A renderer that converts many bodies with one instance
sets the attribute `page_lang` of the instance instead, before each.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from plugins.parallel_quote.quote import ParallelQuote, Part, arranged, parse

NAME = "parallel-quote"
MARK = re.compile(f"{STX}{NAME}:(?P<number>[0-9]+){ETX}")

# A line of its own; after four spaces a list item as well, because list processors had their turn by then.
_MARK_LINE = re.compile(rf"^(?: *| {{4,}}(?:[-+*]|[0-9]+[.)]) ){MARK.pattern} *$", re.MULTILINE)

BEFORE_FENCES = 26  # after normalize_whitespace (30), which takes STX out of what authors write, and meta (27)
AFTER_LISTS_BEFORE_CODE = 85
LAST = -10


@dataclass(frozen=True, slots=True)
class Stashed:
    """A quote taken out of the text: its source, and its parts and attribution as block processors want them."""

    quote: ParallelQuote
    source: str
    parts: dict[Part, str]
    attribution: str


class ParallelQuoteExtension(Extension):
    """Registers what makes parallel quotes, and holds those of the body that is being converted."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "langs": [[], "Language tags a marker may name"],
            "page_lang": ["", "Language of the page, where the Markdown instance has no page_lang"],
        }
        super().__init__(**options)
        self.stash: list[Stashed] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processors."""
        md.registerExtension(self)
        md.preprocessors.register(_Taking(md, self), NAME, BEFORE_FENCES)
        md.parser.blockprocessors.register(_Figures(md.parser, self), NAME, AFTER_LISTS_BEFORE_CODE)
        md.parser.blockprocessors.register(_SeparateQuotes(md.parser), "quote", 20)
        md.postprocessors.register(_GivingBack(md, self), NAME, LAST)

    def reset(self) -> None:
        """Forget the quotes of the body before."""
        self.stash.clear()

    def page_lang(self, md: Markdown) -> str:
        """Give the language of the page that is being converted, empty where nobody told."""
        return getattr(md, "page_lang", "") or str(self.getConfig("page_lang"))


class _Taking(Preprocessor):
    """Puts marks in the place of quotes."""

    def __init__(self, md: Markdown, extension: ParallelQuoteExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        stash = self.extension.stash
        stash.clear()
        kept: list[str] = []
        end = 0
        for quote in parse(lines, self.extension.getConfig("langs")).quotes:
            kept += lines[end : quote.line - 1]
            if kept and kept[-1]:
                kept.append("")  # one blank line and no more: a second would end a footnote
            kept.append(f"{quote.prefix}{STX}{NAME}:{len(stash)}{ETX}")
            end = quote.end_line
            if end < len(lines) and lines[end]:
                kept.append("")
            parts = {part: self._preprocessed(part.lines) for part in quote.parts}
            source = "\n".join(lines[quote.line - 1 : end])
            stash.append(Stashed(quote, source, parts, self._preprocessed(quote.attribution)))
        return kept + lines[end:]

    def _preprocessed(self, lines: Iterable[str]) -> str:
        """Run the preprocessors that come after this one: they see the body without its quotes."""
        rest = [*lines, "", ""]
        is_after = False
        for preprocessor in self.md.preprocessors:
            if is_after:
                rest = preprocessor.run(rest)
            is_after = is_after or preprocessor is self
        return "\n".join(rest)


class _Figures(BlockProcessor):
    """Makes a figure of each mark."""

    def __init__(self, parser: BlockParser, extension: ParallelQuoteExtension) -> None:
        super().__init__(parser)
        self.extension = extension

    def test(self, parent: Element, block: str) -> bool:
        return STX in block and _MARK_LINE.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        block = blocks.pop(0)
        match = _MARK_LINE.search(block)
        if match is None:
            return False
        if before := block[: match.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        self._figure(parent, self.extension.stash[int(match["number"])])
        if after := block[match.end() :].lstrip("\n"):
            blocks.insert(0, after)
        return True

    def _figure(self, parent: Element, stashed: Stashed) -> None:
        quote = stashed.quote
        shown, folded = arranged(quote, self.extension.page_lang(self.parser.md))
        figure = SubElement(parent, "figure", {"class": NAME, "id": quote.id})
        self._blockquote(figure, stashed, quote.parts[0], "original")
        for part in shown:
            self._blockquote(figure, stashed, part, "translation")
        if folded:
            details = SubElement(figure, "details", {"class": f"{NAME}__further"})
            _slot(SubElement(details, "summary"), "quote-further ")
            for part in folded:
                self._blockquote(details, stashed, part, "translation", "other")
        link = SubElement(SubElement(figure, "p", {"class": f"{NAME}__link"}), "a", {"href": f"#{quote.id}"})
        _slot(link, "quote-link")
        if quote.attribution:
            self._caption(figure, stashed.attribution)

    def _blockquote(self, parent: Element, stashed: Stashed, part: Part, role: str, label_role: str = "") -> None:
        attributes = {"class": f"{NAME}__{role}", "lang": part.lang}
        if stashed.quote.cite:
            attributes["cite"] = stashed.quote.cite
        blockquote = SubElement(parent, "blockquote", attributes)
        label = SubElement(blockquote, "p", {"class": f"{NAME}__label"})
        if page_lang := self.extension.page_lang(self.parser.md):
            label.set("lang", page_lang)  # the label speaks the page's language, inside a quote that does not
        _slot(label, f"quote-{label_role or role} {part.lang}")
        self._parse(blockquote, stashed.parts[part])

    def _caption(self, figure: Element, text: str) -> None:
        caption = SubElement(figure, "figcaption")
        self._parse(caption, text)
        if len(caption) == 1 and caption[0].tag == "p":
            paragraph = caption[0]
            caption.remove(paragraph)
            caption.text = paragraph.text
            caption.extend(paragraph)

    def _parse(self, parent: Element, text: str) -> None:
        self.parser.state.set("blockquote")  # as in any blockquote, text is a paragraph even in a tight list
        self.parser.parseChunk(parent, text)
        self.parser.state.reset()


class _SeparateQuotes(BlockQuoteProcessor):
    """Starts a new blockquote after a blank line, as CommonMark does; Python-Markdown would go on with the last."""

    def lastChild(self, parent: Element) -> Element | None:  # noqa: N802 - Python-Markdown's name
        return None


class _GivingBack(Postprocessor):
    """Writes the source of a quote that came to stand in raw HTML or code, where no block is parsed."""

    def __init__(self, md: Markdown, extension: ParallelQuoteExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        stash = self.extension.stash
        return MARK.sub(lambda match: html.escape(stash[int(match["number"])].source, quote=False), text)


def _slot(parent: Element, name: str) -> None:
    SubElement(parent, "span", {"data-slot": name})


def makeExtension(**options: Any) -> ParallelQuoteExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension for Python-Markdown, which finds it by the name of this module."""
    return ParallelQuoteExtension(**options)
