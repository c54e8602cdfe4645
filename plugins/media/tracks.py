"""The tracks of the content folder, read; and those of recordings whose cues do not stand for each other.

An adapter: it reads the .vtt files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.catalogue.cue import Cue
from plugins.diagnostics import Diagnostic, warning
from plugins.media.transcript import aligned
from plugins.media.webvtt import read_webvtt
from plugins.plan.linking import file_address
from plugins.plan.plan import Plan
from plugins.plan.recordings import recordings


def read_tracks(content: Path, paths: Iterable[str]) -> Mapping[str, tuple[Cue, ...]]:
    """Read the tracks among the files of a content folder, by their paths in the output; faults are told elsewhere."""
    return {
        file_address(path).path: read_webvtt((content / path).read_text("utf-8-sig", errors="replace"), path)[0]
        for path in sorted(paths)
        if path.lower().endswith(".vtt")
    }


def check_recordings(plan: Plan) -> Iterable[Diagnostic]:
    """Report recordings without captions (WCAG 2.2, 1.2.2), and tracks whose cues do not stand for each other."""
    composer = plan.composer
    sources = {file_address(path).path: path for path in composer.catalogue.files}
    told = set()
    for post in (*composer.catalogue.posts, *composer.catalogue.pages):
        for document in (one for one in post.documents.values() if one.body.has_player):
            for recording in recordings(document.body, composer.linked[document.path].body, composer.settings):
                if not recording.captions and not recording.subtitles:
                    message = "the recording has no captions; expected a track of what is said in it"
                    yield warning(document.path, recording.line, "no-captions", message, "write captions: {es: ….vtt}")
                tracks = [*recording.captions.values(), *recording.subtitles.values()]
                for track in tracks[1:]:
                    if (tracks[0], track) not in told:
                        told.add((tracks[0], track))
                        yield from _unaligned(tracks[0], track, composer.cues, sources)


def _unaligned(
    spoken: str, other: str, cues: Mapping[str, tuple[Cue, ...]], sources: Mapping[str, str]
) -> Iterable[Diagnostic]:
    for row in aligned(cues.get(spoken, ()), cues.get(other, ())):
        if row.spoken and row.other:
            continue
        here, there = (spoken, other) if row.spoken else (other, spoken)
        message = f"the cue has no counterpart in {sources[there]}; expected one that shares its time"
        line = (row.spoken or row.other)[0].line
        yield warning(sources[here], line, "vtt-unaligned", message, "let both tracks have a cue at this time")
