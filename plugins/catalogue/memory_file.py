"""The file that keeps a memory between builds, in `.cache/catalogue/`: one for each content folder and set of rules.

An adapter: it reads that folder, and the code that a result depends on. A file that is damaged, or was made by other
code, counts as none.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterable
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from plugins.catalogue.kept_file import keep
from plugins.catalogue.memory import Memory
from plugins.catalogue.settings import Settings

MOST_FILES = 8  # content folders and sets of rules that are remembered


def fingerprint(settings: Settings, root: Path) -> str:
    """Digest all but the files' texts that shapes what is made of them: settings, code, and versions of packages."""
    digest = blake2b(digest_size=16)
    shaping = (settings.languages, settings.marker_langs, settings.markdown, settings.text_filters, settings.checks)
    digest.update(f"{sys.version_info[:3]} {shaping!r}".encode())
    named = (*settings.text_filters, *settings.checks, *settings.markdown.get("extension_configs", {}))
    for file in (root / "requirements.lock", *sorted((root / "plugins").rglob("*.py")), *_own_files(named, root)):
        digest.update(file.as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _own_files(names: Iterable[str], root: Path) -> list[Path]:
    """Find the files of modules that a site adds; those of packages are known by the lock."""
    found = []
    for name in names:
        if not name.startswith(("plugins.", "markdown.", "pymdownx.")):
            try:
                spec = find_spec(name)
            except (ImportError, ValueError):
                continue
            if spec and spec.origin and Path(spec.origin).is_file():
                found.append(Path(spec.origin))
    return found


def read_memory(settings: Settings, root: Path) -> tuple[Memory, Path]:
    """Give what was kept for a content folder, and the file that keeps it."""
    own = fingerprint(settings, root)
    place = f"{settings.content.resolve()}\0{settings.checks}".encode("utf-8", "surrogateescape")
    file = root / ".cache" / "catalogue" / f"{blake2b(place, digest_size=8).hexdigest()}.pickle"
    try:
        with file.open("rb") as stream:
            if stream.readline().decode("ascii", "replace") != f"{own}\n":
                return Memory(), file
            entries = pickle.load(stream)
    except Exception:  # whatever a damaged file makes of unpickling
        return Memory(), file
    return Memory(entries if isinstance(entries, dict) else {}), file


def write_memory(memory: Memory, file: Path, settings: Settings, root: Path) -> None:
    """Keep what a build asked for."""
    if not memory.has_changed:
        return
    head = f"{fingerprint(settings, root)}\n".encode()
    keep(file, head + pickle.dumps(memory.kept, pickle.HIGHEST_PROTOCOL), MOST_FILES)
