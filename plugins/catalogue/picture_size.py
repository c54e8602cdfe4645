"""How large pictures are, out of the heads of their files: a page that says so does not move while they arrive.

An adapter: it reads pictures, each once, and of each no more than says its size.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.catalogue.svg_size import svg_size

Sizes = Mapping[str, "PictureSize | None"]

# What Pillow raises of damaged files, one plugin this and one that; `RuntimeError` is AVIF's
DAMAGED = (
    OSError, ValueError, SyntaxError, EOFError, RuntimeError, zlib.error, struct.error, Image.DecompressionBombError,
)  # fmt: skip
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")  # what browsers show
_SIDEWAYS = (5, 6, 7, 8)  # the orientations of Exif 2.32, 4.6.4 A, that turn a picture by 90 degrees
_ORIENTATION = 0x0112
_MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK")  # eight bits a channel: others would lose their greys


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Width and height in CSS pixels as a browser shows the picture, both 0 where its file says nothing of them.

    `format` is JPEG, PNG or WEBP for a still picture that can be drawn again in another size, else empty.
    """

    width: int
    height: int
    format: str = ""


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
                format_ = _drawn_again(picture)
    except DAMAGED:
        return None
    return PictureSize(height, width, format_) if is_sideways else PictureSize(width, height, format_)


def _drawn_again(picture: Image.Image) -> str:
    if picture.format == "MPO":  # a JPEG with more pictures behind its end, as telephones make them
        return "JPEG"
    is_still = not getattr(picture, "is_animated", False) and picture.mode in _MODES
    return picture.format if is_still and picture.format in ("JPEG", "PNG", "WEBP") else ""
