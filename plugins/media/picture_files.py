"""Pictures as they are published: without what they tell beside the picture, and drawn again at smaller widths.

An adapter: it reads the pictures of the content folder, and keeps what it draws in `.cache/pictures/`, by a digest of
all that it is drawn from.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from pathlib import Path

import PIL
from PIL import Image, ImageOps

from plugins.catalogue.file_version import version_of
from plugins.catalogue.picture_size import DAMAGED
from plugins.diagnostics import error
from plugins.media.private_data import UnreadablePictureError, without_private_data
from plugins.media.renditions import PIXELS, Rendition, renditions
from plugins.plan.build import BadContentError
from plugins.plan.named import ROOT
from plugins.plan.plan import Plan, PlannedFile
from plugins.plan.reporting import relative

CACHE = ROOT / ".cache" / "pictures"
DRAWING = "1"  # how pictures are drawn; another number draws every one anew
QUALITIES = (80, 70, 60)  # of WebP and JPEG, the first that makes a file smaller than the picture's own
ORIENTATION = 0x0112  # Exif 2.32, 4.6.4 A
TOLD = frozenset(("exif", "xmp", "comment"))  # what Pillow finds in files that are not taken apart here
PLAIN_MODES = ("1", "L", "LA", "RGB", "RGBA")


def as_published(file: PlannedFile) -> PlannedFile:
    """Give a file of the content folder as readers get it: a picture without its private data, any other as it is."""
    if not isinstance(file.content, Path) or file.content.suffix.lower() not in PIXELS:
        return file
    inputs = f"{DRAWING} {PIL.__version__} published {version_of(file.content)}"
    return replace(file, content=partial(_published, file.content), inputs=inputs)


def rendition_files(plan: Plan) -> Iterable[PlannedFile]:
    """Give the pictures that are made of those that pages show and that are published; each is drawn when asked for."""
    composer = plan.composer
    published = {file.content: file for file in plan.files if isinstance(file.content, Path)}
    for path, size in composer.sizes.items():
        source = composer.settings.content / path
        if size is not None and source in published:
            for rendition in renditions(path, size, composer.settings.picture_widths):
                inputs = f"{DRAWING} {PIL.__version__} {rendition} {version_of(source)}"
                yield PlannedFile(rendition.path, partial(_rendition, source, rendition), inputs)


def _published(source: Path) -> bytes | Path:
    with _told(source):
        return _without_private_data(source)


def _without_private_data(source: Path) -> bytes | Path:
    content = source.read_bytes()
    with _opened(content) as picture:
        is_turned = picture.getexif().get(ORIENTATION, 1) != 1  # which would be lost with all else in Exif
        tells = picture.format in ("AVIF", "GIF") and not TOLD.isdisjoint(picture.info)
    if is_turned or tells:
        return _kept(content, "whole", lambda: _drawn_whole(content))
    cleaned = without_private_data(content)
    return source if cleaned == content else cleaned


def _rendition(source: Path, rendition: Rendition) -> bytes:
    content = source.read_bytes()
    wanted = f"{rendition.format} {rendition.width}x{rendition.height}"
    with _told(source):
        return _kept(content, wanted, lambda: _drawn(content, rendition))


@contextmanager
def _told(source: Path) -> Iterator[None]:
    """Tell by its file what breaks only while its pixels are read."""
    try:
        yield
    except (*DAMAGED, UnreadablePictureError) as fault:
        message = f"cannot read {source.name} as a picture; expected a whole file of the kind that its name says"
        raise BadContentError(
            (error(relative(source), 1, "bad-picture", message, "save the picture again"),)
        ) from fault


def _kept(content: bytes, wanted: str, draw: Callable[[], bytes]) -> bytes:
    """Give what was drawn before of the same bytes by the same Pillow, else draw it and keep it."""
    digest = blake2b(f"{DRAWING} {PIL.__version__} {wanted} ".encode() + content, digest_size=16).hexdigest()
    kept = CACHE / digest[:2] / digest
    with suppress(OSError):
        found = kept.read_bytes()
        if found.endswith(_mark(found[:-16])):
            return found[:-16]
    drawn = draw()
    with suppress(OSError):  # a machine that cannot keep it draws it again next time
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as draft:
            draft.write(drawn + _mark(drawn))
        Path(draft.name).replace(kept)
    return drawn


def _mark(drawn: bytes) -> bytes:
    """Tell whole files in the cache from damaged ones."""
    return blake2b(drawn, digest_size=16).digest()


def _opened(content: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS, limit = None, Image.MAX_IMAGE_PIXELS  # what is too large was refused by its head
    try:
        return Image.open(io.BytesIO(content))
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _drawn_whole(content: bytes) -> bytes:
    """Draw a picture in its own size, the right way up, with its colours and nothing else that it tells."""
    with _opened(content) as picture:
        made = io.BytesIO()
        format_ = _format(picture)
        is_film = format_ != "JPEG" and getattr(picture, "is_animated", False)
        upright = picture if is_film else ImageOps.exif_transpose(picture)
        options = {"quality": 92} if format_ in ("JPEG", "WEBP", "AVIF") else {}
        upright.info = {name: value for name, value in upright.info.items() if name not in TOLD}
        blank = {"exif": b"", "xmp": b"", "comment": b""}
        upright.save(made, format_, save_all=is_film, icc_profile=_profile(picture), **blank, **options)
        return made.getvalue()


def _drawn(content: bytes, rendition: Rendition) -> bytes:
    """Draw a picture smaller, or in another format; of several qualities the best that saves a reader something."""
    with _opened(content) as picture:
        upright = ImageOps.exif_transpose(picture)
        if upright.mode not in PLAIN_MODES:
            upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        if upright.mode == "1":
            upright = upright.convert("L")
        profile = _profile(picture) if picture.mode not in ("CMYK", "YCCK") else None  # of another space than RGB
        small = upright.resize((rendition.width, rendition.height), Image.Resampling.LANCZOS)
    tries = (_saved(small, rendition.format, profile, quality=quality) for quality in QUALITIES)
    lossy = next((made for made in tries if len(made) < len(content)), None)
    if rendition.format == "JPEG":
        return lossy or _saved(small, "JPEG", profile, quality=QUALITIES[-1])
    exact = _saved(small, "WEBP", profile, lossless=True, method=2) if picture.format == "PNG" else None
    return min((made for made in (exact, lossy) if made is not None), key=len, default=_saved(small, "WEBP", profile))


def _saved(picture: Image.Image, format_: str, profile: bytes | None, **options: bool | int) -> bytes:
    made = io.BytesIO()
    picture.save(made, format_, icc_profile=profile, **options)
    return made.getvalue()


def _profile(picture: Image.Image) -> bytes | None:
    profile: bytes | None = picture.info.get("icc_profile")
    return profile


def _format(picture: Image.Image) -> str:
    return "JPEG" if picture.format == "MPO" else picture.format or "PNG"
