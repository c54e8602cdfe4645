"""The Markdown files of a content folder, named, split, their heads read and grouped by key; nothing rendered yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from plugins.catalogue.front_matter import FrontMatter, Split, read_front_matter, split_file
from plugins.catalogue.links import FileLink, read_embedded
from plugins.catalogue.loading import Folder
from plugins.catalogue.pairing import FileName, pair, read_name
from plugins.catalogue.settings import Settings
from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file on its way to a document: named, split and read, not yet rendered."""

    name: FileName
    front: FrontMatter
    source: BodySource


def read_files(
    folder: Folder, settings: Settings
) -> tuple[dict[tuple[str, str], dict[str, FileName]], dict[str, Reading], list[Diagnostic]]:
    """Give the files by (collection, key) and language, what could be read of each by path, and the faults."""
    names: list[FileName] = []
    readings: dict[str, Reading] = {}
    diagnostics: list[Diagnostic] = []
    for path in folder.texts:
        if not path.endswith(".md"):
            continue
        name = read_name(path, settings.langs)
        if isinstance(name, Diagnostic):
            diagnostics.append(name)
            continue
        names.append(name)
        split = split_file(folder.texts[path], path)
        if isinstance(split, Split):
            front, found = read_front_matter(split, path, name.collection, settings.timezone)
            diagnostics.extend(found)
            readings[path] = Reading(name, _with_image(front, path, folder.files), _source(name, front, split))
        else:
            diagnostics.extend(split)
    groups, found = pair(names)
    diagnostics.extend(found)
    paired = {name.path for group in groups.values() for name in group.values()}
    return groups, {path: reading for path, reading in readings.items() if path in paired}, diagnostics


def _with_image(front: FrontMatter, path: str, files: Collection[str]) -> FrontMatter:
    """Name the picture from the content folder, since translations elsewhere inherit it."""
    target = read_embedded(front.image, path) if front.image else None
    if not isinstance(target, FileLink):
        return front
    return replace(front, image=next((file for file in target.paths if file in files), target.named))


def _source(name: FileName, front: FrontMatter, split: Split) -> BodySource:
    return BodySource(name.path, name.lang, split.body, split.body_line, front.status == PUBLISHED)
