"""Which files of the content folder are published: all but those that only unpublished documents use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from plugins.catalogue.links import OUTSIDE, FileLink
from plugins.catalogue.nearest import Index
from plugins.catalogue.picture_size import Sizes
from plugins.catalogue.post import Catalogue, Document
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, error, warning
from plugins.plan.linking import file_address, target_of
from plugins.plan.pictures import is_picture, unreadable

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg")


def used_pictures(catalogue: Catalogue, settings: Settings) -> frozenset[str]:
    """Name the files that some document shows as a picture."""
    used = set()
    for document in _documents(catalogue):
        used.add(document.front.image or "")
        for ref in document.body.files:
            if is_picture(ref) and isinstance(target := target_of(ref, document, settings.langs), FileLink):
                used.update(target.paths)
    return frozenset(used & catalogue.files)


def media_files(
    catalogue: Catalogue, settings: Settings, sizes: Sizes
) -> tuple[tuple[tuple[str, Path], ...], tuple[Diagnostic, ...]]:
    """Give (path in the output, file to copy) of each published file, and the pictures that are missing or none."""
    documents = _documents(catalogue)
    shown = {path for doc in documents if doc.is_shown for path in _used_by(doc, settings)}
    hidden = {path for doc in documents if not doc.is_shown for path in _used_by(doc, settings)}
    files = tuple(
        (file_address(path).path, settings.content / path)
        for path in sorted(catalogue.files)
        if path not in hidden - shown
    )
    return files, tuple(_bad_images(documents, catalogue, sizes))


def _documents(catalogue: Catalogue) -> list[Document]:
    return [document for post in (*catalogue.posts, *catalogue.pages) for document in post.documents.values()]


def clashing_files(
    planned: Iterable[str], content: Iterable[tuple[str, str]], aliases: Iterable[tuple[str, str, int]] = ()
) -> Iterable[Diagnostic]:
    """Report files of the content folder, and aliases, that cannot stand where they should: something else is there.

    `planned` are the paths in the output of all that Plaza makes; `content` are (path in the output, path in the
    content folder), `aliases` (path in the output, path of the file that has the alias, line). Paths that differ only
    in case count as one.
    """
    taken = {path.lower() for path in planned}
    folders: set[str] = set()
    for path in taken:
        folders.update(_folders(path, folders))
    files = ((path, source, 1, "the file", "rename the file") for path, source in content)
    old = ((path, source, line, "the alias", "take the alias out") for path, source, line in aliases)
    for path, source, line, what, advice in (*files, *old):
        place = path.lower()
        if place in taken or place in folders or any(folder in taken for folder in _folders(place)):
            message = f"{what} has the address of something else in the site, /{path}"
            yield error(source, line, "address-twice", message, advice)
            continue
        taken.add(place)
        folders.update(_folders(place, folders))


def _folders(path: str, known: Collection[str] = ()) -> Iterator[str]:
    """Give the folders around a path, up to one that is known."""
    folder = path.rpartition("/")[0]
    while folder and folder not in known:
        yield folder
        folder = folder.rpartition("/")[0]


def _used_by(document: Document, settings: Settings) -> Iterable[str]:
    if document.front.image:
        yield document.front.image
    for ref in (*document.body.files, *document.summary.refs):
        target = target_of(ref, document, settings.langs)
        if isinstance(target, FileLink):
            yield from target.paths


def _bad_images(documents: Iterable[Document], catalogue: Catalogue, sizes: Sizes) -> Iterable[Diagnostic]:
    near_files = Index(catalogue.files)
    for document in documents:
        front = document.front
        if front.image and "image" in front.lines and front.image not in catalogue.files:
            near = near_files.nearest(front.image)
            message = f"there is no file {front.image}"
            advice = f"did you mean {near}?" if near else "expected a path from content/, as media/picture.jpg"
            if OUTSIDE.match(front.image):
                message = f"image {front.image!r} is on another host; expected a file below media/"
                advice = "put the file into media/"
            yield error(document.path, front.lines["image"], "missing-file", message, advice)
        elif front.image and "image" in front.lines and not front.image.lower().endswith(PICTURES):
            message = f"image {front.image!r} is no picture; expected one of {', '.join(PICTURES)}"
            yield error(document.path, front.lines["image"], "not-a-picture", message)
        elif front.image and "image" in front.lines:
            problem = unreadable(document.path, front.lines["image"], front.image, sizes)
            yield from [problem] if problem else []
        is_shown = front.image in catalogue.files and sizes.get(front.image or "", True)
        if is_shown and not (front.image_alt or "").strip():
            message = "image_alt is missing; expected what the picture shows, for readers who cannot see it"
            line = front.lines.get("image", front.lines.get("title", 1))
            yield warning(document.path, line, "missing-alt", message, "write image_alt: …")
