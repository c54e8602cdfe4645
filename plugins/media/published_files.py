"""What the content folder gives readers as it is, looked through before it is published: tracks and drawings.

An adapter: it reads those files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.diagnostics import Diagnostic, error
from plugins.media.svg import check_svg
from plugins.media.webvtt import read_webvtt
from plugins.plan.plan import Plan


def check_published(plan: Plan) -> Iterable[Diagnostic]:
    """Report what is wrong in the tracks and drawings of the content folder, with their lines."""
    content = plan.composer.settings.content
    for file in plan.files:
        if not isinstance(file.content, Path):
            continue
        path = file.content.relative_to(content).as_posix()
        match file.content.suffix.lower():
            case ".vtt":
                yield from _check_track(file.content.read_bytes(), path)
            case ".svg":
                yield from check_svg(file.content.read_bytes(), path)


def _check_track(content: bytes, path: str) -> Iterable[Diagnostic]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        message = "the file is not UTF-8; expected WebVTT, which always is"
        return (error(path, line, "vtt-header", message, "save the file as UTF-8"),)
    return read_webvtt(text, path)[1]
