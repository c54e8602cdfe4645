"""The picture that a shared link shows: a PNG of 1200 × 630 pixels, drawn from words and a few colours.

Two drops speak from the edges, the first language's from the start of the line and the second's from its end, as they
do on every page; the words stand between them, within the square that some services cut out of the middle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from unicodedata import normalize

from plugins.discovery.canvas import Box, Canvas
from plugins.discovery.lettering import Setting, fit, font_for

WIDTH, HEIGHT = 1200, 630  # 1.91 : 1
MIDDLE = WIDTH // 2
COLUMN = 566  # of the words: the square in the middle, less its margins
COLOURS: Mapping[str, str] = MappingProxyType(
    {  # the theme's in light, by their roles
        "paper": "#fcfbf8",
        "surface": "#f3f0e9",
        "ink": "#1c1a17",
        "ink-quiet": "#5c574f",
        "voice-1": "#9b3413",
        "voice-2": "#0f5b6d",
        "voice-3": "#6a3a80",
    }
)
VOICES = ("voice-1", "voice-2", "voice-3")
HIGH, LOW = (66, 356), (274, 564)  # of the drops at the start and at the end: top and bottom
SPAN = (-14, 276)  # of both, from their edge


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, in one language; an empty text is left out.

    A card of a level has `steps`, of which it is number `step`, from 1, and shows the voice of its language: the place
    of that among the site's languages, from 0. The site's own has no steps, and shows both voices.
    """

    name: str  # of the site
    label: str  # of the scale, or the line about the site
    title: str
    step: int = 0
    steps: int = 0
    voice: int = 0
    is_rtl: bool = False
    has_mark: bool = True  # Plaza's own; a site with another leaves it out

    @property
    def alt(self) -> str:
        """The words of the card, in their order."""
        words = (self.name, self.label, self.title) if self.steps else (self.name, self.label)
        return " · ".join(filter(None, words))


def unlettered(card: Card, fonts: Sequence[bytes]) -> tuple[str, ...]:
    """Give the texts of a card that none of the fonts can write."""
    texts = dict.fromkeys(filter(None, (card.name, card.label, card.title)))
    return tuple(text for text in texts if font_for(normalize("NFC", text), fonts) is None)


@lru_cache(maxsize=256)  # a process that serves, or tests, builds many times
def draw_card(card: Card, fonts: tuple[bytes, ...], colours: tuple[tuple[str, str], ...] = ()) -> bytes:
    """Draw a card as PNG; texts that no font can write are left out.

    `fonts` are the bytes of TrueType or OpenType files, the first that has all letters of a text writes it; `colours`
    are (role, `#rrggbb`), the roles those of COLOURS, which serve where one is left out.
    """
    canvas = Canvas(WIDTH, HEIGHT, {**COLOURS, **dict(colours)})
    _draw_voices(canvas, card)
    if card.steps:
        _draw_level(canvas, card, fonts)
    else:
        _draw_site(canvas, card, fonts)
    return canvas.png()


def _draw_voices(canvas: Canvas, card: Card) -> None:
    """Draw a large drop at each edge: in colour where the card's language speaks from it, else hardly to be seen."""
    for place, (top, bottom) in enumerate((HIGH, LOW)):
        is_left = (place == 0) != card.is_rtl
        near, far = SPAN
        box = (near, top, far, bottom) if is_left else (WIDTH - far, top, WIDTH - near, bottom)
        if card.steps and card.voice > 1:
            canvas.circle(box, VOICES[2])
        else:
            speaks = not card.steps or card.voice == place
            canvas.drop(box, VOICES[place] if speaks else "surface", is_left)


def _draw_level(canvas: Canvas, card: Card, fonts: Sequence[bytes]) -> None:
    _draw_brand(canvas, card, fonts)
    label, title = _set(card.label, fonts, 34), _set(card.title, fonts, 108, height=205)
    flight = 104
    height = _height(label) + 12 + _height(title) + 44 + flight
    top = 118 + (HEIGHT - 62 - 118 - height) // 2
    top = _draw_text(canvas, label, top, "ink-quiet") + 12
    top = _draw_text(canvas, title, top, "ink") + 44
    _draw_steps(canvas, card, top, flight)


def _draw_site(canvas: Canvas, card: Card, fonts: Sequence[bytes]) -> None:
    title, label = _set(card.title, fonts, 132, height=190), _set(card.label, fonts, 40, height=145)
    mark, gap = (96, 36) if card.has_mark else (0, 0)
    height = mark + gap + _height(title) + 20 + _height(label)
    top = (HEIGHT - height) // 2
    if mark:
        _draw_mark(canvas, MIDDLE - mark * 32 // 54, top, mark)
    top = _draw_text(canvas, title, top + mark + gap, "ink") + 20
    _draw_text(canvas, label, top, "ink-quiet")


def _draw_brand(canvas: Canvas, card: Card, fonts: Sequence[bytes]) -> None:
    """Draw the mark and the site's name in a row, the mark at its start."""
    name, mark = _set(card.name, fonts, 36, width=COLUMN - 80), 40
    wide = round(name.lines[0].width) if name else 0
    mark_wide = mark * 64 // 54 if card.has_mark else 0
    gap = 16 if name and card.has_mark else 0
    left = MIDDLE - (mark_wide + gap + wide) // 2
    if card.has_mark:
        _draw_mark(canvas, left + (gap + wide if card.is_rtl else 0), 66, mark)
    if name:
        x = left + wide / 2 + (0 if card.is_rtl else mark_wide + gap)
        canvas.line(name.lines[0], x, 66 + mark * 0.5 + name.size * 0.35, "ink")


def _draw_mark(canvas: Canvas, left: int, top: int, height: int) -> None:
    """Draw the site's mark as theme/static/logo.svg has it: two drops of radius 17 in 64 × 54."""
    side = round(height * 34 / 54)
    right, bottom = left + round(height * 64 / 54), top + height
    canvas.drop((left, top, left + side, top + side), VOICES[0], is_tail_left=True)
    canvas.drop((right - side, bottom - side, right, bottom), VOICES[1], is_tail_left=False)


def _draw_steps(canvas: Canvas, card: Card, top: int, height: int) -> None:
    """Draw a flight of steps as wide as the words, those climbed filled."""
    gap = 12 if card.steps < 8 else 6
    wide = min(96, (COLUMN - gap * (card.steps - 1)) // card.steps)
    left = MIDDLE - (card.steps * (wide + gap) - gap) // 2
    role = VOICES[min(card.voice, 2)]
    for number in range(1, card.steps + 1):
        place = card.steps - number if card.is_rtl else number - 1
        x, rise = left + place * (wide + gap), height * number // card.steps
        box: Box = (x, top + height - rise, x + wide, top + height)
        canvas.block(box, role if number <= card.step else "ink-quiet", number <= card.step)


def _set(text: str, fonts: Sequence[bytes], largest: int, width: int = COLUMN, height: int = 0) -> Setting | None:
    whole = " ".join(normalize("NFC", text).split())
    font = font_for(whole, fonts) if whole else None
    return fit(whole, font, largest, width, height) if font else None


def _height(setting: Setting | None) -> int:
    return len(setting.lines) * setting.leading if setting else 0


def _draw_text(canvas: Canvas, setting: Setting | None, top: int, role: str) -> int:
    """Set lines below each other in the middle, and give where they end."""
    for number, line in enumerate(setting.lines if setting else ()):
        baseline = top + number * setting.leading + round(setting.size * 0.92) if setting else 0
        canvas.line(line, MIDDLE, baseline, role)
    return top + _height(setting)
