"""Pictures as pages show them: which refs are pictures, their sizes, and those whose file is none."""

from __future__ import annotations

from plugins.catalogue.parts import Ref, Resolution
from plugins.catalogue.picture_size import Sizes
from plugins.diagnostics import Diagnostic, error


def is_picture(ref: Ref) -> bool:
    """Tell whether a ref is shown as a picture."""
    return ref.element == "img" or ref.attribute == "poster"


def shown(url: str, path: str, sizes: Sizes) -> Resolution:
    """Lead to a picture of the site, with the size of its file."""
    size = sizes.get(path)
    return Resolution(url, width=size.width, height=size.height) if size else Resolution(url)


def unreadable(source: str, line: int, path: str, sizes: Sizes) -> Diagnostic | None:
    """Report a picture that has been read and is none, at the line of the file that uses it."""
    if path not in sizes or sizes[path] is not None:
        return None
    message = f"cannot read {path} as a picture; expected a whole file of the kind that its name says"
    return error(source, line, "bad-picture", message, "save the picture again, a drawing as plain SVG")
