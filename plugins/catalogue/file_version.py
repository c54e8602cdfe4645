"""Which version of a file is there: a text that is another one after every change.

An adapter: it asks the system about the file, and reads it only where it was written a moment ago.
"""

from __future__ import annotations

import time
from pathlib import Path

from plugins.catalogue.file_index import GRAIN, digest_of
from plugins.catalogue.loading import stamp_of


def version_of(file: Path) -> str:
    """Name the version of a file. Raises OSError where it cannot be read."""
    stamp = stamp_of(file.stat())
    if max(stamp[0], stamp[1]) + GRAIN > time.time_ns():  # it may be written again within the same time
        return digest_of(file.read_bytes())
    return " ".join(map(str, stamp))
