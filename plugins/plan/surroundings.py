"""All that a plan is made of but the texts of posts and pages, told by what the system says of each file.

An adapter: it asks the system about the files of theme, site and content folder.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from plugins.catalogue.file_index import GRAIN
from plugins.catalogue.loading import CONCEPT_FILES, Folder, stamp_of
from plugins.catalogue.settings import Settings
from plugins.plan.later import digest_of
from plugins.plan.named import is_own_or_needed


def surroundings_of(settings: Settings, folder: Folder, code: str) -> str:
    """Digest all but the texts of posts and pages; empty where that cannot be told.

    So it is where a plugin from elsewhere may read what it likes, or where a file is so new that it could be written
    again within the same time.
    """
    if not all(map(is_own_or_needed, settings.plugins)):
        return ""
    noted, newest = time.time_ns(), 0
    told = [code, as_built(settings)]
    try:
        for path in (*_files(_folders(settings)), *map(str, folder.files.values())):
            stamp = stamp_of(os.stat(path))  # noqa: PTH116 - a site has thousands of them
            newest = max(newest, *stamp[:2])
            told.append(f"{path} {stamp}")
    except OSError:
        return ""
    told += [folder.digest(path) for path in CONCEPT_FILES if path in folder.texts]
    told += folder.texts
    return digest_of(*told) if newest + GRAIN <= noted else ""


def as_built(settings: Settings) -> str:
    """Tell settings, but for those that change nothing of what is made."""
    return repr(replace(settings, workers=0, keeps_last=False))


def _folders(settings: Settings) -> list[Path]:
    own = [settings.site_folder] if settings.site_folder else []
    return [settings.theme, *settings.template_overrides, *settings.translations, *own, *settings.card_fonts]


def _files(folders: Iterable[Path]) -> Iterator[str]:
    """Give every file of folders, and those among them that are files, behind links too."""
    for folder in dict.fromkeys(folders):
        if folder.is_file():
            yield str(folder)
        for place, inside, names in os.walk(folder, followlinks=True):
            inside[:] = sorted(name for name in inside if name != "__pycache__")
            yield from (f"{place}/{name}" for name in sorted(names))
