"""What is said in a recording, to read: each cue in the language spoken, beside it the same in another language.

Captions and subtitles are cut at the same times where one was made from the other. Where they are not, a cue goes to
the one it shares most time with, and one that shares none stands alone: no word is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.catalogue.cue import Cue
from plugins.catalogue.lang import serves

if TYPE_CHECKING:
    from plugins.plan.composer import Composer

LIST = Markup('<details class="transcript"><summary>{}</summary><ol class="transcript__cues">{}</ol></details>')
ITEM = Markup('<li class="transcript__cue"><span class="transcript__time">{}</span>{}</li>')
SIDE = Markup('<p class="transcript__side{}" lang="{}" dir="{}">{}</p>')
VOICE = Markup("<b>{}:</b> ")


@dataclass(frozen=True, slots=True)
class Row:
    """What is said at once: cues as spoken, and what stands for them in the other language; one may be empty."""

    spoken: tuple[Cue, ...]
    other: tuple[Cue, ...]

    @property
    def start(self) -> int:
        """When it is said, in milliseconds."""
        return (self.spoken or self.other)[0].start


def aligned(spoken: Sequence[Cue], other: Sequence[Cue]) -> tuple[Row, ...]:
    """Set the cues of two tracks side by side, in the order of their times; both tracks are in order themselves."""
    beside: list[list[Cue]] = [[] for _ in spoken]
    alone = []
    at = 0
    for cue in other:
        while at < len(spoken) and spoken[at].end <= cue.start:
            at += 1
        near = range(at, next((i for i in range(at, len(spoken)) if spoken[i].start >= cue.end), len(spoken)))
        if near:
            beside[max(near, key=lambda i: (_shared(spoken[i], cue), -i))].append(cue)
        else:
            alone.append(Row((), (cue,)))
    rows = [Row((cue,), tuple(found)) for cue, found in zip(spoken, beside, strict=True)]
    return tuple(sorted((*rows, *alone), key=lambda row: row.start))


def _shared(cue: Cue, other: Cue) -> int:
    return min(cue.end, other.end) - max(cue.start, other.start)


def chosen(captions: Sequence[str], subtitles: Sequence[str], page_lang: str) -> tuple[str, ...]:
    """Choose the languages of a transcript: the one spoken, then the page's own, else the first there is."""
    spoken = (captions or subtitles)[:1]
    others = [lang for lang in (*captions, *subtitles) if lang not in spoken]
    own = [lang for lang in others if serves(lang, page_lang)]
    return (*spoken, *(own or others)[:1])


def transcript(captions: dict[str, str], subtitles: dict[str, str], page_lang: str, composer: Composer) -> Markup:
    """Write the transcript of a recording for a page; empty where its tracks say nothing.

    The tracks are paths in the output by language.
    """
    langs = chosen(tuple(captions), tuple(subtitles), page_lang)
    tracks = [composer.cues.get((captions | subtitles)[lang], ()) for lang in langs]
    if not any(tracks):
        return Markup("")
    rows = aligned(tracks[0], tracks[1] if len(tracks) > 1 else ())
    directions = [composer.settings.direction(lang) for lang in langs]

    def side(place: int, cues: Sequence[Cue]) -> Markup:
        if not cues:
            return Markup("")
        text = Markup(" ").join((VOICE.format(cue.voice) if cue.voice else Markup("")) + cue.text for cue in cues)
        mark = "" if serves(langs[place], page_lang) else " transcript__side--other"
        return SIDE.format(mark, langs[place], directions[place], text)

    items = Markup("").join(ITEM.format(_clock(row.start), side(0, row.spoken) + side(1, row.other)) for row in rows)
    return LIST.format(composer.labels[page_lang].transcript(), items)


def _clock(time: int) -> str:
    """Write a time as players show it, `1:05` or `1:02:05`."""
    hours, seconds = divmod(time // 1000, 3600)
    return f"{hours}:{seconds // 60:02}:{seconds % 60:02}" if hours else f"{seconds // 60}:{seconds % 60:02}"
