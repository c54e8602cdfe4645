"""The HTML that may stand in a body: one allow-list for what Markdown makes and for what authors write by hand.

The list has what a text needs, and nothing that styles, runs, asks a third party or takes input. It is public because
the rule that warns of raw HTML must name what this module drops: nh3 itself tells nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import nh3

INLINE_TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip
ALLOWED_TAGS = INLINE_TAGS | {
    "aside", "audio", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "section", "source", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "ul", "video",
}  # fmt: skip
ALLOWED_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"id", "class", "lang", "dir", "title", "role", "aria-label"}),
    "a": frozenset({"href", "hreflang"}),
    "audio": frozenset({"src", "controls", "preload"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value", "data-weight"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "source": frozenset({"src", "type"}),
    "td": frozenset({"align", "colspan", "rowspan", "headers"}),
    "th": frozenset({"align", "colspan", "rowspan", "headers", "scope"}),
    "time": frozenset({"datetime"}),
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "video": frozenset({"src", "poster", "controls", "preload", "width", "height"}),
}
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# Written by our own Markdown extensions only, and gone when a body is filled: no author needs to know them.
_SLOTS = frozenset({"data-slot", "data-slot-aria-label", "data-slot-title"})


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    attributes = {tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items() if tag == "*" or tag in tags}
    attributes["*"] |= _SLOTS
    return nh3.Cleaner(
        tags=set(tags), attributes=attributes, url_schemes=set(ALLOWED_SCHEMES), link_rel=None, strip_comments=True
    )


_BLOCKS = _cleaner(ALLOWED_TAGS)
_INLINE = _cleaner(INLINE_TAGS)


def clean(html: str) -> str:
    """Keep what the allow-list has; tags it lacks leave their content, scripts and styles vanish whole.

    Gives canonical HTML: balanced, lower case, attributes in double quotes. Comments are dropped.
    """
    return _BLOCKS.clean(html)


def clean_inline(html: str) -> str:
    """Clean as `clean` does, and keep only what may stand inside a paragraph, pictures and players excepted."""
    return _INLINE.clean(html)


def is_allowed_url(url: str) -> bool:
    """Tell whether a URL is relative or of an allowed scheme; nh3 asks this of `href`, `src` and `poster` only."""
    scheme = re.match(r"[\x00-\x20]*([^/?#{]*?):", url)
    return bool(url.strip()) and (scheme is None or scheme.group(1).lower() in ALLOWED_SCHEMES)
