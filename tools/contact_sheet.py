"""All pictures at a glance: small previews, a page that links each to its picture, and one picture of them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

PREVIEWS = "previews"
PREVIEW_WIDTHS = {"phone": 150, "desktop": 320}
PREVIEW_HEIGHT = 400  # what is below is cut off
GAP, LABEL = 16, 28
PAPER, INK = "#d9d9d9", "#1a1a1a"
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Plaza, page by page</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-inline-size: 72rem; padding: 1rem; }}
ul {{ display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0; }}
img {{ block-size: auto; border: 1px solid GrayText; display: block; max-inline-size: 100%; }}
nav ul {{ gap: .25rem 1rem; }}
nav a {{ display: inline-block; min-block-size: 1.5rem; }}
</style>
</head>
<body>
<main>
<h1>Plaza, page by page</h1>
<nav aria-label="Kinds of page"><ul>
{ways}
</ul></nav>
{groups}
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page: the name the page is shown under, and how it was looked at."""

    name: str
    lang: str
    device: str
    scheme: str

    @property
    def file(self) -> str:
        """The file's name: `<kind>.<lang>.<phone|desktop>.<light|dark>.png`."""
        return f"{self.name}.{self.lang}.{self.device}.{self.scheme}.png"


def write_contact_sheet(folder: Path, pictures: Sequence[Picture]) -> tuple[str, ...]:
    """Make previews, `index.html` and `contact-sheet.png` of pictures that are in a folder; give what was written."""
    (folder / PREVIEWS).mkdir(exist_ok=True)
    for picture in pictures:
        with Image.open(folder / picture.file) as whole:
            _preview(whole, PREVIEW_WIDTHS[picture.device]).save(folder / PREVIEWS / picture.file, optimize=True)
    sizes = {}
    for picture in pictures:
        with Image.open(folder / PREVIEWS / picture.file) as small:
            sizes[picture] = small.size
    (folder / "index.html").write_text(page_of(pictures, sizes), encoding="utf-8")
    _sheet(folder, pictures).save(folder / "contact-sheet.png", optimize=True)
    return ("index.html", "contact-sheet.png", *(f"{PREVIEWS}/{picture.file}" for picture in pictures))


def page_of(pictures: Iterable[Picture], sizes: dict[Picture, tuple[int, int]]) -> str:
    """Write the page, a heading for each run of pictures of one name; `sizes` are the previews', in pixels."""
    groups = [(name, list(group)) for name, group in groupby(pictures, key=lambda picture: picture.name)]
    ways = "\n".join(f'<li><a href="#{escape(name)}">{escape(name)}</a></li>' for name, _ in groups)
    told = "\n".join(
        f'<section aria-labelledby="{escape(name)}">\n<h2 id="{escape(name)}">{escape(name)}</h2>\n<ul>\n'
        + "\n".join(_item(picture, sizes[picture]) for picture in group)
        + "\n</ul>\n</section>"
        for name, group in groups
    )
    return PAGE.format(ways=ways, groups=told)


def _item(picture: Picture, size: tuple[int, int]) -> str:
    words = escape(f"{picture.lang}, {picture.device}, {picture.scheme}")
    source = escape(picture.file)
    return (
        f'<li><a href="{source}"><img src="{PREVIEWS}/{source}" alt="" width="{size[0]}" height="{size[1]}" '
        f'loading="lazy">{words}</a></li>'
    )


def _preview(whole: Image.Image, width: int) -> Image.Image:
    height = max(1, round(whole.height * width / whole.width))
    small = whole.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    return small.crop((0, 0, width, min(height, PREVIEW_HEIGHT)))


def _sheet(folder: Path, pictures: Sequence[Picture]) -> Image.Image:
    """Draw a row for each name and language, with the pictures of it side by side."""
    rows = [list(row) for _, row in groupby(pictures, key=lambda picture: (picture.name, picture.lang))]
    width = max((sum(PREVIEW_WIDTHS[p.device] + GAP for p in row) for row in rows), default=0) + GAP
    sheet = Image.new("RGB", (width, len(rows) * (PREVIEW_HEIGHT + LABEL + GAP) + GAP), PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=16)
    for number, row in enumerate(rows):
        x, y = GAP, GAP + number * (PREVIEW_HEIGHT + LABEL + GAP)
        draw.text((x, y), f"{row[0].name}, {row[0].lang}", INK, font)
        for picture in row:
            with Image.open(folder / PREVIEWS / picture.file) as small:
                sheet.paste(small, (x, y + LABEL))
            x += PREVIEW_WIDTHS[picture.device] + GAP
    return sheet
