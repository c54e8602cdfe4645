"""The pictures that are made of a picture, so that a telephone need not load what a desk can show.

Each comes in its own format and as WebP, at the widths of the settings that are below its own; beside the original's
name, as media/mesa.png.480.webp, where no author would put a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.catalogue.parts import Source
from plugins.catalogue.picture_size import PictureSize, Sizes
from plugins.catalogue.settings import Settings
from plugins.plan.linking import file_address

PIXELS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
SUFFIXES = {"JPEG": "jpg", "WEBP": "webp"}
TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture made of another: `source` is that one's path in the content folder, width and height are pixels."""

    source: str
    format: str  # as Pillow names it
    width: int
    height: int

    @property
    def path(self) -> str:
        """Its path in the output."""
        return f"{file_address(self.source).path}.{self.width}.{SUFFIXES[self.format]}"


def renditions(path: str, size: PictureSize, widths: Sequence[int]) -> tuple[Rendition, ...]:
    """Name what is made of a picture, WebP first: nothing of what Pillow would not draw as it is, as a film in GIF.

    A drawing in PNG gets no smaller by being made smaller, since its edges turn soft: it has WebP beside it alone.
    """
    if size.format not in TYPES or not widths:
        return ()
    smaller = [width for width in widths if width < size.width]
    return tuple(
        Rendition(path, format_, width, max(1, round(size.height * width / size.width)))
        for format_ in dict.fromkeys(("WEBP", "JPEG" if size.format == "JPEG" else "WEBP"))
        for width in (*smaller, *([size.width] if format_ != size.format else []))
    )


def picture_sources(sizes: Sizes, settings: Settings) -> Mapping[str, tuple[Source, ...]]:
    """Give what a browser may choose from for each picture, by path; none where nothing was made of it."""
    return {path: tuple(_sources(path, size, settings)) for path, size in sizes.items() if size is not None}


def _sources(path: str, size: PictureSize, settings: Settings) -> Iterator[Source]:
    made = renditions(path, size, settings.picture_widths)
    for format_ in dict.fromkeys(rendition.format for rendition in made):
        files = [(rendition.path, rendition.width) for rendition in made if rendition.format == format_]
        if format_ == size.format:
            files.append((file_address(path).path, size.width))
        addresses = tuple((settings.base_path + file_address(file).url, width) for file, width in files)
        yield Source(TYPES[format_], addresses, is_own=format_ == size.format)
