"""The recordings of a body that are this site's own: their files, by what they are for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markupsafe import Markup

from plugins.catalogue.parts import Address, Anchor, Body, Part, Player, Resolution, Track
from plugins.catalogue.settings import Settings

if TYPE_CHECKING:
    from plugins.plan.composer import Composer

# Writes what is said: paths of captions and subtitles by language, and the page's language
TranscriptOf = Callable[[dict[str, str], dict[str, str], str, "Composer"], Markup]


@dataclass(frozen=True, slots=True)
class Recording:
    """A video or audio: addresses from the root of the host, and its tracks, as paths in the output by language."""

    name: str  # video or audio
    url: str
    poster: str  # empty where there is none
    captions: dict[str, str]
    subtitles: dict[str, str]
    line: int


def recordings(body: Body, resolved: Sequence[Resolution], settings: Settings) -> tuple[Recording, ...]:
    """Find the recordings of a body whose links lead to `resolved`; those elsewhere are none of ours."""
    return tuple(_found(body, resolved, settings))


def _found(body: Body, resolved: Sequence[Resolution], settings: Settings) -> Iterator[Recording]:
    for player in _players(body.parts) if body.has_player else ():
        played = next((ref for ref in player.played if resolved[ref].href and not resolved[ref].is_link), None)
        if played is None:
            continue
        posters = [
            resolved[part.ref] for part in player.start if isinstance(part, Address) and part.attribute == "poster"
        ]
        captions, subtitles = tracks_by_kind(player.tracks, resolved, settings)
        poster = next((found.href for found in posters if found.href and not found.is_link), "")
        url = resolved[played].href
        yield Recording(player.name, url, poster, captions, subtitles, body.refs[played].line)


def _players(parts: Iterable[Part]) -> Iterator[Player]:
    for part in parts:
        if isinstance(part, Player):
            yield part
        elif isinstance(part, Anchor):
            yield from _players(part.inner)


def tracks_by_kind(
    tracks: Iterable[Track], resolved: Sequence[Resolution], settings: Settings
) -> tuple[dict[str, str], dict[str, str]]:
    """Give the captions and the subtitles among tracks, as paths in the output by language."""
    kinds: dict[str, dict[str, str]] = {"captions": {}, "subtitles": {}}
    for track in tracks:
        found = resolved[track.ref]
        if track.kind in kinds and track.lang and found.href and not found.is_link:
            kinds[track.kind].setdefault(track.lang, unquote(found.href.removeprefix(settings.base_path)).lstrip("/"))
    return kinds["captions"], kinds["subtitles"]
