"""Which files of the content folder are published: all but those that only unpublished documents use."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from plugins.catalogue.links import FileLink
from plugins.catalogue.post import Catalogue, Document
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, error
from plugins.plan.linking import file_address, target_of


def media_files(
    catalogue: Catalogue, settings: Settings
) -> tuple[tuple[tuple[str, Path], ...], tuple[Diagnostic, ...]]:
    """Give (path in the output, file to copy) of each published file, and the pictures that are not there."""
    documents = [doc for post in (*catalogue.posts, *catalogue.pages) for doc in post.documents.values()]
    shown = {path for doc in documents if doc.is_shown for path in _used_by(doc, settings)}
    hidden = {path for doc in documents if not doc.is_shown for path in _used_by(doc, settings)}
    files = tuple(
        (file_address(path).path, settings.content / path)
        for path in sorted(catalogue.files)
        if path not in hidden - shown
    )
    return files, tuple(_missing_pictures(documents, catalogue))


def _used_by(document: Document, settings: Settings) -> Iterable[str]:
    if document.front.image:
        yield document.front.image
    for ref in (*document.body.refs, *document.summary.refs):
        target = target_of(ref, document, settings.langs)
        if isinstance(target, FileLink):
            yield from target.paths


def _missing_pictures(documents: Iterable[Document], catalogue: Catalogue) -> Iterable[Diagnostic]:
    for document in documents:
        front = document.front
        if front.image and "image" in front.lines and front.image not in catalogue.files:
            near = get_close_matches(front.image, sorted(catalogue.files), 1)
            advice = f"did you mean {near[0]}?" if near else "expected a path from content/, as media/picture.jpg"
            message = f"there is no file {front.image}"
            yield error(document.path, front.lines["image"], "missing-file", message, advice)
