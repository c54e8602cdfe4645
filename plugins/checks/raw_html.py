"""Rule `html-not-allowed`: raw HTML that the allow-list of sanitising.py lacks, and addresses of other schemes.

A tag, an attribute or an address that is not on the list is left out of the page, and nh3 reports neither what it
removed nor where; without this rule the author would look for an embedded map in vain. Code and comments are left
alone, and so is an address between `<` and `>`.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from plugins.catalogue.nearest import nearest
from plugins.catalogue.sanitising import ALLOWED_ATTRIBUTES, ALLOWED_SCHEMES, ALLOWED_TAGS, is_allowed_url
from plugins.catalogue.source import BodySource, mask_inline, prose_of
from plugins.catalogue.structure import scanned
from plugins.diagnostics import Diagnostic, warning

RULE = "html-not-allowed"
URLS = ("cite", "href", "poster", "src")
WITHOUT_CONTENT = ("script", "style")  # what stands in them vanishes with them
# HTML has these, so a word like them was not meant.
OTHER_TAGS = frozenset(
    """
    area article base big body button canvas center dialog embed fieldset font footer form head header hgroup html
    iframe input label legend link main map math menu meta meter nav noscript object optgroup option output param
    picture progress script search select slot strike style svg template textarea title tt
    """.split()  # noqa: SIM905 - a table of words reads better than one of literals
)

_GAP = re.compile(r"\n\s*\n")

# HTML's own syntax (13.1.2), each part without a way back, so that no text takes longer than its length.
_ATTRIBUTE = r"""(?P<name>[^\s"'<>/=]++)(?:\s*+=\s*+(?P<value>"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_UNNAMED = _ATTRIBUTE.replace("?P<name>", "?:").replace("?P<value>", "?:")
_TAG = re.compile(rf"<(?P<slash>/?)(?P<tag>[A-Za-z][^\s<>/]*+)(?P<attributes>(?:[\s/]++|{_UNNAMED})*+)>")
_DECLARATION = re.compile(r"<(?:\?[A-Za-z]|![A-Za-z\[])")
_AUTOLINK = re.compile(r"https?:|ftps?:|[^@]*@", re.IGNORECASE)
_LINK = re.compile(
    r"(?:\]\([ \t]*+<?+|^ {0,3}\[[^\]\n]++\]:[ \t]*+<?+)(?P<url>[A-Za-z&][^\s()<>:]*+:[^\s()<>]*+)", re.MULTILINE
)


def check_body(source: BodySource, langs: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Warn of each tag, attribute and address in a body that no reader will get."""
    text = _markup(source.lines)
    places = [*_tags(text), *_links(text)]
    ends = [end.start() for end in re.finditer("\n", text)] if places else []
    found = {
        (source.first_line + bisect_right(ends, place), message, remedy): None for place, message, remedy in places
    }
    return tuple(warning(source.path, line, RULE, message, remedy) for line, message, remedy in sorted(found))


def _markup(lines: Sequence[str]) -> str:
    """Join the lines without containers, code and comments; there are as many lines as before."""
    return mask_inline("\n".join(prose_of(line, line.content) for line in scanned(lines)))


def _tags(text: str) -> Iterator[tuple[int, str, str]]:
    at = 0
    opened: set[str] = set()
    comments_end = text.rfind("-->")
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            at = text.index("-->", at) + 3 if at < comments_end else at + 4
            continue
        if _DECLARATION.match(text, at):
            yield at, f"{text[at : at + 2]}… is no part of a text and is left out", "take it out"
        found = _TAG.match(text, at)
        is_target = text[max(at - 9, 0) : at].rstrip(" \t").endswith(("](", "]:"))
        if found is None or is_target or _GAP.search(found.group()) or _AUTOLINK.match(found["tag"]):
            at += 1
            continue
        tag = found["tag"].lower()
        if not found["slash"]:
            opened.add(tag)
            yield from _judge(tag, found)
        elif tag not in ALLOWED_TAGS and tag not in opened:
            yield at, f"</{tag}> is left out: it is not allowed", _other_tag(tag)
        at = _after(text, tag, found)


def _after(text: str, tag: str, found: re.Match[str]) -> int:
    if tag not in WITHOUT_CONTENT or found["slash"]:
        return found.end()
    closing = re.compile(f"</{tag}", re.IGNORECASE).search(text, found.end())
    return closing.start() if closing else len(text)


def _judge(tag: str, found: re.Match[str]) -> Iterator[tuple[int, str, str]]:
    if tag not in ALLOWED_TAGS:
        kept = "and all that stands in it " if tag in WITHOUT_CONTENT else ""
        yield found.start(), f"<{tag}> {kept}is left out: it is not allowed", _other_tag(tag)
        return
    allowed = ALLOWED_ATTRIBUTES["*"] | ALLOWED_ATTRIBUTES.get(tag, frozenset())
    start = found.start("attributes")
    for attribute in _ATTRIBUTES.finditer(found["attributes"]):
        name, value = attribute["name"].lower(), html.unescape((attribute["value"] or "").strip("\"'"))
        place = start + attribute.start()
        if name == "markdown":
            continue
        if name not in allowed:
            word = nearest(name, allowed)
            remedy = f"did you mean {word}?" if word else "take it out, or give the element a class"
            yield place, f"the attribute {name} of <{tag}> is left out: it is not allowed", remedy
        elif name in URLS and value.strip() and not is_allowed_url(value):
            yield place, _dropped(f"the attribute {name} of <{tag}>", value), _other_scheme()


def _other_tag(tag: str) -> str:
    word = nearest(tag, ALLOWED_TAGS) if tag not in OTHER_TAGS else ""
    return f"did you mean <{word}>?" if word else "write it in Markdown, or link to the page it would show"


def _links(text: str) -> Iterator[tuple[int, str, str]]:
    for found in _LINK.finditer(text):
        url = html.unescape(found["url"])
        if not is_allowed_url(url):
            yield found.start("url"), _dropped("the link", url), _other_scheme()


def _dropped(what: str, url: str) -> str:
    scheme = url.split(":", 1)[0].strip().lower()[:40]
    return f"{what} is left out: addresses that start with {scheme}: are not allowed"


def _other_scheme() -> str:
    return f"addresses may start with {', '.join(f'{scheme}:' for scheme in sorted(ALLOWED_SCHEMES))}"
