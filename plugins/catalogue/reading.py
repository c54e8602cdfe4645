"""A Markdown file read and rendered by itself: all that can be known of it alone.

That is what a build remembers of a file. What depends on other files (who inherits what, where links lead) comes after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.catalogue.body import Body, make_body
from plugins.catalogue.front_matter import FrontMatter, Split, read_front_matter, split_file
from plugins.catalogue.lent import Tools
from plugins.catalogue.pairing import FileName
from plugins.catalogue.parts import Traits
from plugins.catalogue.plain_links import leads_elsewhere_only
from plugins.catalogue.settings import Settings
from plugins.catalogue.source import BodySource
from plugins.catalogue.summary import first_words
from plugins.diagnostics import Diagnostic, warning

PUBLISHED = "published"
PICTURE = re.compile(r"(?<!\\)!\[|<img\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A file by itself: its head, its title in the typography of its language, its summary and body.

    `first_line` is the number of the body's first line. A file that cannot be split has nothing but diagnostics, and
    one that was only checked may have no body yet. `traits` are those of a body that is kept elsewhere.
    """

    front: FrontMatter | None
    diagnostics: tuple[Diagnostic, ...]
    first_line: int = 1
    title: str = ""
    summary: Body | None = None
    body: Body | None = None
    traits: Traits | None = None


def read_file(text: str, name: FileName, settings: Settings, tools: Tools) -> Reading:
    """Read a file of the name, check it and render it."""
    split = split_file(text, name.path)
    if not isinstance(split, Split):
        return Reading(None, split)
    front, found = read_front_matter(split, name.path, name.collection, settings.timezone)
    source = BodySource(name.path, name.lang, split.body, split.body_line, front.status == PUBLISHED)
    diagnostics = list(found)
    for check in tools.checks:
        if hasattr(check, "check_body"):
            diagnostics += check.check_body(source, settings.marker_langs)
    title = front.title
    for text_filter in tools.filters:
        title = text_filter.filter_text(title, name.lang, settings.quotes)
    body = None
    if tools.renders_all or not leads_elsewhere_only(source.lines, settings.site_url):
        body, found = _as_body(tools.renderer.render("\n".join(source.lines), name.lang), source, settings, tools)
        diagnostics += found
    summary, found = _summary(front, source, body.first_paragraph if body else "", settings, tools)
    return Reading(front, (*diagnostics, *found), split.body_line, title, summary, body)


def _summary(
    front: FrontMatter, source: BodySource, first_paragraph: str, settings: Settings, tools: Tools
) -> tuple[Body, tuple[Diagnostic, ...]]:
    if not front.summary:
        return first_words(first_paragraph), ()
    # One line, the field's: folded text has no others, and only above the field can a comment silence a warning.
    words = " ".join(front.summary.split())
    line = front.lines.get("summary", 1)
    written = BodySource(source.path, source.lang, (words,), line, source.is_published)
    summary, found = _as_body(tools.renderer.render_inline(words, source.lang), written, settings, tools)
    if PICTURE.search(front.summary):
        message = "a summary shows no pictures; expected words"
        advice = "name the picture in `image`, or show it in the body"
        found += (warning(source.path, line, "summary-picture", message, advice),)
    return summary, found


def _as_body(html: str, source: BodySource, settings: Settings, tools: Tools) -> tuple[Body, tuple[Diagnostic, ...]]:
    return make_body(
        html, source.lang, tools.filters, settings.quotes, source, settings.direction, langs=settings.langs
    )
