"""One document of a post, rendered: its body, its summary and its title in the typography of its language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.catalogue.body import Body, make_body
from plugins.catalogue.front_matter import FrontMatter
from plugins.catalogue.lent import Tools
from plugins.catalogue.memory import key_of
from plugins.catalogue.post import Document
from plugins.catalogue.reading import PUBLISHED, Reading
from plugins.catalogue.settings import Settings
from plugins.catalogue.source import BodySource
from plugins.catalogue.summary import first_words
from plugins.diagnostics import Diagnostic, warning

UNPUBLISHED = ("draft", "review")  # shown in a preview; a retired document is not
PICTURE = re.compile(r"(?<!\\)!\[|<img\b", re.IGNORECASE)


def make_document(
    reading: Reading, front: FrontMatter, slugs: Mapping[str, str], settings: Settings, tools: Tools
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Render a file that was read; `front` is its head with what it inherits, `slugs` are by path."""
    name, source, lang = reading.name, reading.source, reading.name.lang
    quotes = settings.quotes

    def as_body(html: str, source: BodySource) -> tuple[Body, tuple[Diagnostic, ...]]:
        return make_body(html, lang, tools.filters, quotes, source, settings.direction)

    body, diagnostics = tools.memory.once(
        key_of("body", *source.inputs),
        lambda: as_body(tools.renderer.render("\n".join(source.lines), lang), source),
    )
    if front.summary:
        # One line, the field's: folded text has no others, and only above the field can a comment silence a warning.
        words = " ".join(front.summary.split())
        written = BodySource(name.path, lang, (words,), front.lines.get("summary", 1), source.is_published)
        summary, found = tools.memory.once(
            key_of("summary", *written.inputs), lambda: as_body(tools.renderer.render_inline(words, lang), written)
        )
        diagnostics += found
        if PICTURE.search(front.summary):
            message = "a summary shows no pictures; expected words"
            advice = "name the picture in `image`, or show it in the body"
            diagnostics += (warning(name.path, written.first_line, "summary-picture", message, advice),)
    else:
        summary = first_words(body.first_paragraph)
    title = front.title
    for text_filter in tools.filters:
        title = text_filter.filter_text(title, lang, quotes)
    is_shown = front.status == PUBLISHED or (settings.shows_drafts and front.status in UNPUBLISHED)
    slug = slugs[name.path]
    return Document(
        name.path, name.collection, name.key, lang, title, slug, front, summary, body, source, is_shown
    ), diagnostics
