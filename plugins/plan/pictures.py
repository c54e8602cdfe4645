"""Pictures as pages show them: which refs are pictures, their sizes, and those whose file is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plugins.catalogue.parts import Ref, Resolution, Source
from plugins.catalogue.picture_size import PictureSize, Sizes
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, error

Sources = Mapping[str, tuple[Source, ...]]  # by path
SourcesOf = Callable[[Sizes, Settings], Sources]


def is_picture(ref: Ref) -> bool:
    """Tell whether a ref is shown as a picture."""
    return ref.element == "img" or ref.attribute == "poster"


def shown(url: str, path: str, sizes: Sizes, sources: Sources) -> Resolution:
    """Lead to a picture of the site, with the size of its file and what was made of it."""
    size = sizes.get(path) or PictureSize(0, 0)
    return Resolution(url, width=size.width, height=size.height, sources=sources.get(path, ()))


def unreadable(source: str, line: int, path: str, sizes: Sizes) -> Diagnostic | None:
    """Report a picture that has been read and is none, at the line of the file that uses it."""
    if path not in sizes or sizes[path] is not None:
        return None
    message = f"cannot read {path} as a picture; expected a whole file of the kind that its name says"
    return error(source, line, "bad-picture", message, "save the picture again, a drawing as plain SVG")
