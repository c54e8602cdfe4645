"""Whether a drawing can be published: SVG that runs nothing and asks no other file (SVG 2, 2.2: secure static mode).

Browsers hold a drawing in an `img` to that mode by themselves, but a reader may open the file on its own, and then it
is a page of the site that may do whatever it likes. So what could do so is refused, with its line, and not taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from plugins.diagnostics import Diagnostic, error

# What runs, holds other documents or plays; what is animated must not turn into a link that runs.
REFUSED = frozenset({"script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video"})
ANIMATIONS = frozenset({"animate", "set", "animatetransform", "animatemotion"})
REFERENCES = ("href", "src")
OWN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|$)", re.IGNORECASE)
OUTSIDE_URL = re.compile(r"url\(\s*+['\"]?+\s*+(?!#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
HELP = "save the drawing as plain SVG, without scripts, links and embedded files"


def check_svg(content: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Report what a drawing must not hold; `path` names it in diagnostics. It is not followed or expanded, ever."""
    reading = _Reading(path)
    try:
        reading.parser.Parse(content, True)  # noqa: FBT003 - the last part; expat takes no names
    except expat.ExpatError as fault:
        message = f"the drawing is no whole XML ({expat.ErrorString(fault.code)})"
        reading.found.append(error(path, fault.lineno, "bad-picture", message, "save the drawing again, as plain SVG"))
    return tuple(reading.found)


class _Reading:
    """What was found so far; expat tells each element with the line it is in."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []
        self.is_style = False
        self.parser = expat.ParserCreate()
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.entity
        self.parser.ProcessingInstructionHandler = self.instruction

    def refuse(self, what: str) -> None:
        line = self.parser.CurrentLineNumber
        message = f"the drawing has {what}; expected one that runs nothing and asks no other file"
        self.found.append(error(self.path, line, "unsafe-svg", message, HELP))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local in REFUSED:
            self.refuse(f"the element <{name}>")
        for told in _refused_attributes(local, attributes):
            self.refuse(told)
        self.is_style = local == "style"

    def end(self, name: str) -> None:
        self.is_style = self.is_style and _local(name) != "style"

    def text(self, text: str) -> None:
        if self.is_style and (OUTSIDE_URL.search(text) or "@import" in text.lower()):
            self.refuse("a style that asks another file")

    def entity(self, *_: object) -> None:
        self.refuse("an entity of its own")

    def instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.refuse("a stylesheet of another file")


def _refused_attributes(element: str, attributes: dict[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        local = _local(name)
        if local.startswith("on"):
            yield f"the event attribute {name}"
        elif local in REFERENCES and not OWN.match(value):
            yield f"a reference to {value[:60]!r}"
        elif OUTSIDE_URL.search(value):
            yield f"a style that asks another file, in {name}"
        elif element in ANIMATIONS and local == "attributename" and _local(value) in REFERENCES:
            yield "an animation of a link"


def _local(name: str) -> str:
    """Give a name without its prefix, in lower case."""
    return name.rpartition(":")[2].lower()
