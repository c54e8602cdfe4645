"""Text for a picture: which font has its letters, how large it may be, and where its lines break."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import combinations, pairwise

from PIL import ImageFont, features

SMALLEST, STEP = 22, 2  # pixels
LEADING = 1.19
MOST_LINES = 4
NOT_A_CHARACTER = "\uffff"  # what a font draws for a letter that it lacks
RIGHT_TO_LEFT = ("R", "AL")  # bidirectional classes (UAX 9)
JOINED = (*RIGHT_TO_LEFT, "NSM")  # of letters that cannot be set one by one


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a font; `width` in pixels."""

    text: str
    font: ImageFont.FreeTypeFont
    direction: str | None
    width: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of one size in pixels, with the distance from one baseline to the next."""

    lines: tuple[Line, ...]
    size: int
    leading: int


def font_for(text: str, fonts: Sequence[bytes]) -> bytes | None:
    """Give the first font that has every letter of a text, and that can be set here; None where there is none."""
    if is_joined(text) and not features.check("raqm"):
        return None
    return next((font for font in fonts if not missing_letters(text, font)), None)


def missing_letters(text: str, font: bytes) -> str:
    """Give the letters of a text that a font lacks, each once, in the order of the text."""
    letters = dict.fromkeys(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")
    return "".join(letter for letter in letters if not _has(font, letter))


def is_joined(text: str) -> bool:
    """Tell whether the letters of a text change with their neighbours, so that it needs a shaping library."""
    return any(unicodedata.bidirectional(letter) in JOINED for letter in text)


def fit(text: str, font: bytes, largest: int, width: int, height: int = 0) -> Setting:
    """Set a text as large as fits into a box, in lines of like length; what never fits is cut short.

    `largest`, `width` and `height` are in pixels; without a height it stays on one line.
    """
    for size in range(largest, SMALLEST - 1, -STEP):
        face = _face(font, size, is_joined(text))
        leading = round(size * LEADING)
        whole = _line(text, face).width
        for count in range(1, max(height // leading, 1) + 1):
            lines = _balanced(text, face, count) if whole <= width * count and count <= MOST_LINES else ()
            if lines and max(line.width for line in lines) <= width:
                return Setting(lines, size, leading)
    face = _face(font, SMALLEST, is_joined(text))
    return Setting((_cut_short(text, face, width),), SMALLEST, round(SMALLEST * LEADING))


def _balanced(text: str, face: ImageFont.FreeTypeFont, count: int) -> tuple[Line, ...]:
    """Break a text into so many lines that the longest is as short as can be; none where it has too few words."""
    words = text.split()
    best: tuple[Line, ...] = ()
    for breaks in combinations(range(1, len(words)), count - 1):
        edges = (0, *breaks, len(words))
        lines = tuple(_line(" ".join(words[a:b]), face) for a, b in pairwise(edges))
        if not best or max(line.width for line in lines) < max(line.width for line in best):
            best = lines
    return best


def _cut_short(text: str, face: ImageFont.FreeTypeFont, width: int) -> Line:
    cut = text
    while len(cut) > 1 and _line(f"{cut}…", face).width > width:
        cut = cut[:-1].rstrip()
    return _line(f"{cut}…", face)


def _line(text: str, face: ImageFont.FreeTypeFont) -> Line:
    is_rtl = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text)
    direction = "rtl" if is_rtl else None
    return Line(text, face, direction, face.getlength(text, direction=direction))


@lru_cache(maxsize=128)
def _face(font: bytes, size: int, joined: bool) -> ImageFont.FreeTypeFont:
    """Open a font; a text that needs no shaping library is set without one, whatever the machine has."""
    engine = ImageFont.Layout.RAQM if joined else ImageFont.Layout.BASIC
    return ImageFont.truetype(BytesIO(font), size, layout_engine=engine)


@lru_cache(maxsize=4096)
def _has(font: bytes, letter: str) -> bool:
    face = _face(font, 16, joined=False)
    return bytes(face.getmask(letter)) != bytes(face.getmask(NOT_A_CHARACTER))
