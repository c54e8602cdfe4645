"""Changes many files of a folder, or none: what cannot be finished is put back as it was."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from tempfile import mkdtemp


def rewrite(root: Path, texts: Mapping[str, str], removed: Collection[str]) -> None:
    """Write texts and remove files, both by path from `root`; raises OSError, and then all is as before.

    A file that a text replaces is one of `removed`; one that is not there yet need not be.
    """
    aside = Path(mkdtemp(dir=root, prefix=".rewriting.staging-"))
    new, old = aside / "new", aside / "old"
    try:
        for path, text in texts.items():  # all of them first: a full disk shows here, where nothing has changed
            _place(new / path).write_text(text, encoding="utf-8", newline="\n")
        for path in removed:
            (root / path).rename(_place(old / path))
        for path in texts:
            (new / path).rename(_place(root / path))
    except BaseException:  # Ctrl-C too, wherever it comes: what was done is told by where the files are
        for path in texts:
            if (root / path).is_file() and (path not in removed or (old / path).exists()):
                (root / path).unlink()
        for path in removed:
            if (old / path).exists():
                (old / path).rename(root / path)
        shutil.rmtree(aside)
        raise
    shutil.rmtree(aside)


def _place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
