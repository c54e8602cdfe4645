"""The size of a drawing, as the root of its SVG says it.

Only the first start tag is read. Entities are refused, because one of a few letters can stand for a gigabyte.
"""

from __future__ import annotations

import re
from xml.parsers import expat

# Pixels in each unit (CSS Values 4, 6.2); the others depend on the page.
PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}

_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*", re.IGNORECASE)
_ROOT = re.compile(r"(?:.*\s)?svg")


class _RootFound(Exception):  # noqa: N818  # a way out of the parser, no fault
    """The start tag of the root has been read."""


def svg_size(data: bytes) -> tuple[int, int]:
    """Give width and height in CSS pixels, both 0 where neither the lengths nor the view box say them (SVG 2, 8.12).

    Raises ValueError where the data is no SVG or declares entities.
    """
    attributes = _root(data)
    _, _, across, down = _view_box(attributes.get("viewBox", ""))
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    if not width and not height:
        width, height = across, down
    elif across and down:
        width, height = width or height * across / down, height or width * down / across
    return (max(round(width), 1), max(round(height), 1)) if width and height else (0, 0)


def _root(data: bytes) -> dict[str, str]:
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if not _ROOT.fullmatch(name):
            raise ValueError(f"the root is {name}; expected svg")
        found.append(attributes)
        raise _RootFound

    def refuse(*declaration: object) -> None:
        raise ValueError("the drawing declares entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EntityDeclHandler = start, refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  # pyexpat takes it by place only
    except _RootFound:
        return found[0]
    except expat.ExpatError as fault:
        raise ValueError(str(fault)) from fault
    raise ValueError("the drawing has no root")


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * PIXELS.get(match[2].lower(), 0.0) if match else 0.0


def _view_box(text: str) -> tuple[float, float, float, float]:
    try:
        x, y, width, height = (float(number) for number in re.split(r"[\s,]+", text.strip()))
    except ValueError:
        return 0.0, 0.0, 0.0, 0.0
    return x, y, max(width, 0.0), max(height, 0.0)
