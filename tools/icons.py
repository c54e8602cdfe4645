"""Makes a site's icons out of its drawing: `python -m tools.icons SVG FOLDER` writes those that theme/static/ ships.

Telephones and old browsers want pictures of fixed sizes. An organisation draws its mark once, as a square SVG, and this
makes the rest as Chromium paints it, in the colours it has on light paper.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tools.chromium import find_chromium
from tools.errors import FINE, PlazaError

PAPER = "#fcfbf8"
FAVICON = "favicon.ico"
FAVICON_SIZES = (16, 32, 48)


@dataclass(frozen=True)
class Icon:
    """A square picture to make. `size` is in CSS pixels; `mark` is the share of its width that the drawing takes."""

    name: str
    size: int
    mark: float = 1.0
    is_opaque: bool = False
    corner: float = 0.0
    """The radius of the paper's corners, as a share of the width."""


ICONS = (
    *(Icon(f"{size}", size) for size in FAVICON_SIZES),
    # iOS paints what is transparent black, and rounds the corners itself.
    Icon("apple-touch-icon.png", 180, mark=0.66, is_opaque=True),
    Icon("icon-192.png", 192, mark=0.66, is_opaque=True, corner=0.2),
    Icon("icon-512.png", 512, mark=0.66, is_opaque=True, corner=0.2),
    # Launchers cut any shape out of it that holds the circle of four fifths of the width (W3C manifest, icon masks).
    Icon("icon-maskable-512.png", 512, mark=0.58, is_opaque=True),
)


def document(svg: str, icon: Icon, paper: str = PAPER) -> str:
    """Return the page whose picture is the icon: the drawing in the middle, on paper where the icon is opaque."""
    mark, corner = icon.size * icon.mark, icon.size * icon.corner
    return f"""<!doctype html>
<style>
  body {{ margin: 0 }}
  main {{ display: grid; place-items: center; width: {icon.size}px; height: {icon.size}px }}
  .paper {{ background: {paper}; border-radius: {corner:g}px }}
  svg {{ display: block; width: {mark:g}px; height: {mark:g}px }}
</style>
<main{' class="paper"' if icon.is_opaque else ""}>{svg}</main>
"""


def favicon(pictures: Iterable[bytes]) -> bytes:
    """Return one ICO file that holds the PNG pictures, which are square and of different sizes."""
    images = sorted((Image.open(BytesIO(picture)) for picture in pictures), key=lambda image: image.width)
    file = BytesIO()
    images[-1].save(file, "ICO", sizes=[image.size for image in images], append_images=images[:-1])
    return file.getvalue()


def paint(svg: str, icons: Iterable[Icon], page: Page) -> dict[str, bytes]:
    """Return each icon's PNG by its name, as the browser's page shows it."""
    painted = {}
    for icon in icons:
        page.set_viewport_size({"width": icon.size, "height": icon.size})
        page.set_content(document(svg, icon))
        painted[icon.name] = page.screenshot(omit_background=True)
    return painted


def files(painted: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what is written, by file name: the PNGs as they are, but those of the favicon in its one file."""
    small = {str(size) for size in FAVICON_SIZES}
    kept = {name: picture for name, picture in painted.items() if name not in small}
    return kept | {FAVICON: favicon(painted[name] for name in small)}


def make_icons(svg: Path, folder: Path) -> tuple[Path, ...]:
    """Write the icons of a drawing into a folder; return their paths. Raises MachineError without a Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page(color_scheme="light", device_scale_factor=1)
        made = files(paint(svg.read_text("utf-8"), ICONS, page))
        browser.close()
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in sorted(made))


def main(arguments: list[str]) -> int:
    """Make the icons that the arguments ask for, and name them; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.icons", description="Make a site's icons out of its drawing."
    )
    parser.add_argument("svg", type=Path, help="the drawing: a square SVG")
    parser.add_argument("folder", type=Path, help="where the icons go, site/theme/static for one's own")
    options = parser.parse_args(arguments)
    if not options.svg.is_file():
        parser.error(f"there is no file {options.svg}")
    try:
        made = make_icons(options.svg, options.folder)
    except PlazaError as error:
        print(f"plaza: {error}", file=sys.stderr)
        return error.code
    print("\n".join(map(str, made)))
    return FINE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
