"""What is said in a recording, and when: a cue of its captions or subtitles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from `start` to `end`, in milliseconds; `voice` is who says it, empty where nobody is named."""

    line: int  # of its times, from 1
    start: int
    end: int
    voice: str
    text: str  # plain, its lines joined by spaces
