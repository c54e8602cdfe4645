"""What the content folder gives readers as it is, looked through before it is published: tracks, drawings and pictures.

An adapter: it reads those files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.catalogue.picture_size import read_sizes
from plugins.diagnostics import Diagnostic, error
from plugins.media.private_data import UnreadablePictureError, without_private_data
from plugins.media.renditions import PIXELS
from plugins.media.svg import check_svg
from plugins.media.webvtt import read_webvtt
from plugins.plan.plan import Plan

UNKNOWN = (".tif", ".tiff", ".bmp", ".heic", ".heif", ".psd", ".jp2", ".jxl", ".raw", ".dng")


def check_published(plan: Plan) -> Iterable[Diagnostic]:
    """Report what is wrong in the tracks, drawings and pictures of the content folder, with their lines."""
    settings = plan.composer.settings
    content = settings.content
    for file in plan.files:
        if not isinstance(file.content, Path):
            continue
        path = file.content.relative_to(content).as_posix()
        match file.content.suffix.lower():
            case ".vtt":
                yield from _check_track(file.content.read_bytes(), path)
            case ".svg":
                yield from check_svg(file.content.read_bytes(), path)
            case suffix if suffix in PIXELS:
                told = path in plan.composer.sizes and plan.composer.sizes[path] is None  # where a page shows it
                yield from () if told else _check_picture(file.content, path, settings.picture_pixels)
            case suffix if suffix in UNKNOWN:
                message = f"browsers do not show pictures of the type {suffix}; expected one of {', '.join(PIXELS)}"
                yield error(path, 1, "picture-type", message, "save the picture as JPEG, PNG or WebP")


def _check_picture(file: Path, path: str, most: int) -> Iterable[Diagnostic]:
    size = read_sizes(file.parent, [file.name])[file.name]
    try:
        without_private_data(file.read_bytes())
    except UnreadablePictureError:
        size = None
    if size is None:
        message = f"cannot read {path} as a picture; expected a whole file of the kind that its name says"
        yield error(path, 1, "bad-picture", message, "save the picture again")
    elif size.width * size.height > most:
        message = f"the picture has {size.width} × {size.height} pixels; expected at most {most} in all"
        yield error(
            path, 1, "large-picture", message, "save it smaller, 2000 pixels wide are enough, or set PICTURE_PIXELS"
        )


def _check_track(content: bytes, path: str) -> Iterable[Diagnostic]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        message = "the file is not UTF-8; expected WebVTT, which always is"
        return (error(path, line, "vtt-header", message, "save the file as UTF-8"),)
    return read_webvtt(text, path)[1]
