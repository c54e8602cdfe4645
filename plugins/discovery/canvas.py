"""A sheet of paper to draw cards on: a few colours, each in shades down to the paper, so that its PNG is small.

The palette is computed and not counted out of the picture: the same drawing gives the same bytes, and shapes in one
colour have smooth edges. What is painted must lie on bare paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from plugins.discovery.lettering import Line

SHADES = 24
SMOOTH = 4  # shapes are drawn this much larger, and made smaller again
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


class Canvas:
    """A sheet; its colours are named by their roles, `paper` among them."""

    def __init__(self, width: int, height: int, colours: Mapping[str, str]) -> None:
        """Take the size in pixels and the colours (`#rrggbb`)."""
        self.size = (width, height)
        self.image = Image.new("P", self.size, 0)
        self.first = {role: 1 + SHADES * place for place, role in enumerate(sorted(set(colours) - {"paper"}))}
        self.image.putpalette(bytes(_palette(colours)))

    def line(self, line: Line, x: float, baseline: float, role: str) -> None:
        """Set a line of text around `x`."""
        mask = Image.new("L", self.size, 0)
        place = (round(x - line.width / 2), baseline)
        ImageDraw.Draw(mask).text(place, line.text, 255, line.font, anchor="ls", direction=line.direction)
        self._paint(mask, (0, 0), role)

    def drop(self, box: Box, role: str, is_tail_left: bool) -> None:
        """Draw a voice: a circle with a corner at its foot, on one side."""
        left, top, right, bottom = box
        width, height = (right - left) * SMOOTH, (bottom - top) * SMOOTH
        mask = Image.new("L", (width, height), 0)
        draw = ImageDraw.Draw(mask)
        draw.ellipse((0, 0, width - 1, height - 1), 255)
        corner = 0 if is_tail_left else width // 2
        draw.rectangle((corner, height // 2, corner + width // 2 - 1, height - 1), 255)
        self._paint(mask.reduce(SMOOTH), (left, top), role)

    def circle(self, box: Box, role: str) -> None:
        """Draw a voice that speaks from between: a circle."""
        left, top, right, bottom = box
        mask = Image.new("L", ((right - left) * SMOOTH, (bottom - top) * SMOOTH), 0)
        ImageDraw.Draw(mask).ellipse((0, 0, mask.width - 1, mask.height - 1), 255)
        self._paint(mask.reduce(SMOOTH), (left, top), role)

    def block(self, box: Box, role: str, is_filled: bool, line_width: int = 4) -> None:
        """Draw a rectangle, filled or in outline."""
        left, top, right, bottom = box
        mask = Image.new("L", (right - left, bottom - top), 0)
        frame = (0, 0, mask.width - 1, mask.height - 1)
        ImageDraw.Draw(mask).rectangle(frame, 255 if is_filled else 0, 255, line_width)
        self._paint(mask, (left, top), role)

    def png(self) -> bytes:
        """Write the sheet as PNG."""
        out = BytesIO()
        self.image.save(out, "PNG", compress_level=6)
        return out.getvalue()

    def _paint(self, mask: Image.Image, at: tuple[int, int], role: str) -> None:
        first = self.first[role]
        shades = [(value * SHADES + 127) // 255 for value in range(256)]
        tones = mask.point([first + shade - 1 if shade else 0 for shade in shades])
        self.image.paste(tones, at, mask.point([255 if shade else 0 for shade in shades]))


def _palette(colours: Mapping[str, str]) -> list[int]:
    paper = ImageColor.getrgb(colours["paper"])[:3]
    values = list(paper)
    for role in sorted(set(colours) - {"paper"}):
        colour = ImageColor.getrgb(colours[role])[:3]
        for shade in range(1, SHADES + 1):
            values += [(a * (SHADES - shade) + b * shade) // SHADES for a, b in zip(paper, colour, strict=True)]
    return values
