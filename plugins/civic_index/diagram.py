"""The maturity matrix as a picture (SVG 2): levels from start to end, activities from top to bottom, posts as circles.

Lengths are user units of the picture. It is 720 wide and its smallest text 15, so that text is at least 12 px high as
long as the picture is 576 px wide or more; where it would be narrower, the page shows a list instead. Colours come from
the theme, by class. The numbers by language stand beneath the circles, where they have room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from plugins.civic_index.drops import Drop, outline, place_drops
from plugins.civic_index.matrix import Matrix

MOST_LEVELS = 8  # as many columns as names and circles have room in
WIDTH, NAMES = 720, 200  # the picture, and the names of activities at its start
TITLE, TEXT, LINE, LETTER = 15, 16, 20, 8.8  # sizes of text, distance of lines, mean width of a letter
LEAST_ROW, LEAST_RADIUS, GREATEST_RADIUS, DOT = 72, 15, 32, 2.5
DROPS, BELOW = 26, 46  # how much higher drops make a row, and how far below its circle's middle they are


@dataclass(frozen=True, slots=True)
class Name:
    """A level or an activity as readers call it; `lang` and `dir` where that is in another language than the page."""

    text: str
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words, and the direction of its page, `ltr` or `rtl`."""

    title: str
    description: str
    voices: str  # what the description adds where there are numbers by language
    levels: str
    activities: str
    dir: str


def draw_diagram(
    matrix: Matrix, levels: Sequence[Name], activities: Sequence[Name], words: Words, by_lang: Mapping[str, Matrix]
) -> Markup:
    """Draw the matrix, `by_lang` being what of it can be read in each language of the site, the main one first.

    Nothing where it has no level, no activity or more than eight levels.
    """
    if not levels or not activities or len(levels) > MOST_LEVELS:
        return Markup("")
    drops = place_drops(by_lang, (WIDTH - NAMES) / len(levels) - 8) if matrix.total else ()
    below = DROPS if drops else 0
    canvas = _Canvas(words, len(levels), words.voices if drops else "")
    heads = [_lines(name, canvas.step - 12) for name in levels]
    names = [_lines(name, NAMES - 20) for name in activities]
    heights = [max(LEAST_ROW, LINE * len(lines) + 16) + below for lines in names]
    top = TITLE + 8 + LINE * max(map(len, heads)) + 10
    canvas.bands(top, sum(heights))
    canvas.titles(words)
    for place, (name, lines) in enumerate(zip(levels, heads, strict=True)):
        canvas.text("level", canvas.column(place), TITLE + 8 + TEXT, lines, name)
    greatest = max(map(max, matrix.counts))
    for place, (name, lines, height) in enumerate(zip(activities, names, heights, strict=True)):
        middle = top + (height - below) / 2
        canvas.line(top)
        canvas.text("activity", canvas.x(0), middle - LINE * (len(lines) - 1) / 2 + TEXT / 3, lines, name)
        for across, row in enumerate(matrix.counts):
            canvas.circle(canvas.column(across), middle, row[place], greatest)
            if row[place]:
                counts = [by_lang[drop.lang].counts[across][place] for drop in drops]
                canvas.voices(canvas.column(across), middle + BELOW, drops, counts)
        top += height
    return canvas.finished(top)


class _Canvas:
    """The picture as it grows. Across, things are placed from the page's start, which is the right in `rtl`."""

    def __init__(self, words: Words, columns: int, more: str) -> None:
        self.dir = words.dir
        self.is_mirrored = words.dir == "rtl"
        self.columns = columns
        self.step = (WIDTH - NAMES) / columns
        labelled = {"role": "img", "aria-labelledby": "matrix.title", "aria-describedby": "matrix.description"}
        self.svg = Element("svg", {"class": "matrix-diagram", **labelled})
        SubElement(self.svg, "title", {"id": "matrix.title"}).text = words.title
        description = " ".join(filter(None, (words.description, more)))
        SubElement(self.svg, "desc", {"id": "matrix.description"}).text = description

    def x(self, from_start: float) -> float:
        return WIDTH - from_start if self.is_mirrored else from_start

    def column(self, place: int) -> float:
        return self.x(NAMES + self.step * (place + 0.5))

    def bands(self, top: float, height: float) -> None:
        """Shade the columns, the more the further a level is."""
        for place in range(self.columns):
            left = self.column(place) - self.step / 2
            box = {"x": left, "y": top, "width": self.step, "height": height}
            depth = {"fill-opacity": _number((place + 1) / self.columns)}
            self._add("rect", "band", box, depth)

    def titles(self, words: Words) -> None:
        """Name the axes; an arrow says which way maturity grows."""
        self.text("title", self.x(0), TITLE, [words.activities], Name(""))
        self.text("title", self.x(NAMES), TITLE, [f"{words.levels} {'←' if self.is_mirrored else '→'}"], Name(""))

    def text(self, what: str, x: float, y: float, lines: Sequence[str], name: Name) -> None:
        foreign = {key: value for key, value in (("lang", name.lang), ("direction", name.dir)) if value}
        start = "end" if name.dir not in ("", self.dir) else "start"  # the page's start is where such a text ends
        anchor = {"text-anchor": "middle" if what == "level" else start}
        element = self._add("text", what, {"y": y}, foreign | anchor)
        for number, line in enumerate(lines):
            SubElement(element, "tspan", {"x": _number(x), "dy": _number(LINE if number else 0)}).text = line

    def line(self, y: float) -> None:
        self._add("path", "rule", {}, {"d": f"M0 {_number(y)}H{WIDTH}"})

    def circle(self, x: float, y: float, count: int, greatest: int) -> None:
        """Draw a count as a circle whose area grows with it, or a dot where there is none."""
        if not count:
            self._add("circle", "none", {"cx": x, "cy": y, "r": DOT})
            return
        widest = min(GREATEST_RADIUS, self.step / 2 - 4)
        radius = LEAST_RADIUS + (widest - LEAST_RADIUS) * sqrt(count / greatest)
        self._add("circle", "posts", {"cx": x, "cy": y, "r": radius})
        self._add("text", "count", {"x": x, "y": y + TITLE / 3}, {"text-anchor": "middle"}).text = str(count)

    def voices(self, x: float, y: float, drops: Sequence[Drop], counts: Sequence[int]) -> None:
        """Write how many posts there are in each language around a point, each beside the mark of its language."""
        forth = -1 if self.is_mirrored else 1
        for place, (drop, count) in enumerate(zip(drops, counts, strict=True)):
            group = self._add("g", "voice", {}, {"data-voice": drop.lang})
            SubElement(group, "path", {"d": outline(place, x + forth * drop.middle, y, self.is_mirrored)})
            at = {"x": _number(x + forth * drop.number), "y": _number(y + TITLE / 3)}
            SubElement(group, "text", at).text = str(count)

    def finished(self, height: float) -> Markup:
        self.line(height)
        self.svg.set("viewBox", f"0 0 {WIDTH} {_number(height + 1)}")
        return Markup(tostring(self.svg, encoding="unicode"))

    def _add(self, tag: str, what: str, at: dict[str, float], others: dict[str, str] | None = None) -> Element:
        numbers = {key: _number(value) for key, value in at.items()}
        return SubElement(self.svg, tag, {"class": f"matrix-diagram__{what}", **numbers, **(others or {})})


def _lines(name: Name, width: float) -> list[str]:
    """Break a name into lines; a letter of East Asia is as wide as two."""
    is_wide = any(east_asian_width(character) in "WF" for character in name.text)
    return wrap(name.text, max(1, int(width / (LETTER * (1 + is_wide))))) or [""]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
