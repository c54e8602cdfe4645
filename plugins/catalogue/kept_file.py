"""Keeps a file of a cache: replaced whole, so two builds at once, or a kill, leave one of the two, never a part.

An adapter: it writes below `.cache/`. A cache that cannot be written is none, and no fault.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def keep(file: Path, data: bytes, most: int) -> None:
    """Write a file in place of the one before, and of those beside it with its suffix keep the newest `most`."""
    staged: Path | None = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, prefix=".new-", delete=False) as stream:
            staged = Path(stream.name)
            stream.write(data)
        staged.replace(file)
        kept = sorted(file.parent.glob(f"[!.]*{file.suffix}"), key=lambda old: old.stat().st_mtime, reverse=True)
        for old in kept[most:]:
            old.unlink(missing_ok=True)
    except OSError:
        if staged is not None:
            with suppress(OSError):
                staged.unlink(missing_ok=True)
