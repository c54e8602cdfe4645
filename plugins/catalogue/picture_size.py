"""How large pictures are, out of the heads of their files: a page that says so does not move while they arrive.

An adapter: it reads pictures, each once, and of each no more than says its size.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.catalogue.svg_size import svg_size

Sizes = Mapping[str, "PictureSize | None"]

_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")  # what browsers show
_SIDEWAYS = (5, 6, 7, 8)  # the orientations of Exif 2.32, 4.6.4 A, that turn a picture by 90 degrees
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Width and height in CSS pixels as a browser shows the picture, both 0 where its file says nothing of them."""

    width: int
    height: int


def read_sizes(root: Path, paths: Iterable[str]) -> dict[str, PictureSize | None]:
    """Read the sizes of pictures by path relative to `root`; None for one that cannot be read as a picture."""
    return {path: _read(root / path) for path in sorted(paths)}


def _read(file: Path) -> PictureSize | None:
    try:
        if file.suffix.lower() == ".svg":
            return PictureSize(*svg_size(file.read_bytes()))
        with warnings.catch_warnings():  # of large pictures: no more than the head is read here
            warnings.simplefilter("ignore")
            with Image.open(file, formats=_FORMATS) as picture:
                is_sideways = "exif" in picture.info and picture.getexif().get(_ORIENTATION) in _SIDEWAYS
                width, height = picture.size
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    return PictureSize(height, width) if is_sideways else PictureSize(width, height)
