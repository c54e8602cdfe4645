"""What a publish leaves at its target beside the site: what stands there, so that the next sends only what changed.

It is written before the first file is sent and again when all is done. So it tells at any moment which files are known
to be whole there, and of which nobody knows, since a publish that was cut off was about to send or to remove them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

RECORD = ".plaza-published.json"
FORM = 1  # of the record


@dataclass(frozen=True, slots=True)
class Record:
    """The files at a target, by paths from its root with slashes.

    `files` have their SHA-256 in hexadecimal; `unsure` were about to be sent or removed; `leaving` are of no use to
    any page since the last publish, and stay until the next for readers who still have an older page open.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    by: str = ""  # which publish wrote it, so that two at once see each other


def as_bytes(record: Record) -> bytes:
    """Write a record as JSON."""
    told = {
        "form": FORM,
        "by": record.by,
        "unsure": sorted(record.unsure),
        "leaving": sorted(record.leaving),
        "files": dict(sorted(record.files.items())),
    }
    return json.dumps(told, ensure_ascii=False, indent=0).encode()


def read_record(data: bytes) -> Record:
    """Read a record. Raises ValueError where it is none, of another form, or names what is not in the target."""
    try:
        told = json.loads(data)
        if told["form"] != FORM:
            raise ValueError("a record of another form")
        record = Record(dict(told["files"].items()), frozenset(told["unsure"]), frozenset(told["leaving"]), told["by"])
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError("no record") from fault
    paths = {*record.files, *record.unsure, *record.leaving}
    if not all(isinstance(text, str) for text in (*paths, *record.files.values(), record.by)):
        raise ValueError("a record that holds what is no text")
    if not all(map(_is_within, paths)):
        raise ValueError("a record of what lies outside")
    return record


def _is_within(path: str) -> bool:
    """Tell a path that cannot lead out of the target: what a record names may be removed."""
    return "\0" not in path and not {"", ".", ".."} & set(path.split("/"))
