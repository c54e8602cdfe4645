"""The blocks ` ```video ` and ` ```audio `: a recording with its captions, subtitles and credits, as a YAML map.

A recording of this site (`src`) gets a player that loads nothing before it is started; one elsewhere (`url`) gets a
link, because a foreign player would tell a third party who reads the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from babel import Locale, UnknownLocaleError

from plugins.catalogue.cloud_block import Problem
from plugins.catalogue.lang import canonical, is_registered, serves
from plugins.catalogue.nearest import advice
from plugins.catalogue.web_url import is_web_url
from plugins.catalogue.yaml_text import Entry, Fields, Items, Node, Text, read_yaml
from plugins.diagnostics import Diagnostic

FIELDS = ("src", "url", "poster", "captions", "subtitles", "credits")
ARTICLES = {"video": "a video", "audio": "an audio"}
_FILE_HELP = "write a path as media/talk.webm; a video on another site has its address in `url`"


@dataclass(frozen=True, slots=True)
class Video:
    """A recording: either `src`, a file of this site, or `url`, its address elsewhere; the other is empty.

    `captions` (the spoken language) and `subtitles` (translations) map a language tag to a .vtt file, `credits` a role
    as written to the people. Paths stay as written.
    """

    src: str = ""
    url: str = ""
    poster: str = ""
    captions: Mapping[str, str] = field(default_factory=dict)
    subtitles: Mapping[str, str] = field(default_factory=dict)
    credits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def parse_video(
    lines: Sequence[str], fence_line: int = 0, name: str = "video"
) -> tuple[Video | None, tuple[Problem, ...]]:
    """Read the map; gives None where there is a problem.

    `fence_line` is the line of the file that the block opens on: messages name lines of the file, as authors do.
    `name` is the block's own, `video` or `audio`, which has no poster.
    """
    node, faults = read_yaml("\n".join(lines), "", fence_line + 1)
    video, problems = _read(node, faults, name)
    return video, tuple(problem._replace(line=max(problem.line - fence_line, 0)) for problem in problems)


def _read(node: Node | None, faults: Sequence[Diagnostic], name: str) -> tuple[Video | None, tuple[Problem, ...]]:
    problems = [Problem(fault.line, fault.message, fault.help) for fault in faults]
    if node is None:
        return None, tuple(problems)
    if not isinstance(node, Fields):
        return None, (*problems, Problem(node.line, "expected a map of fields", "write it as `src: media/talk.webm`"))
    entries = {entry.key: entry for entry in node.entries}
    problems += (problem for entry in node.entries for problem in _check_field(entry, name))
    if ("src" in entries) == ("url" in entries):
        found = "both" if "src" in entries else "neither"
        remedy = "`src` is a file of this site, `url` the address of a recording elsewhere"
        problems.append(Problem(0, f"{ARTICLES[name]} has {found} of src and url; expected one of the two", remedy))
    return (None if problems else _video(entries)), tuple(problems)


def _check_field(entry: Entry, block: str) -> Iterator[Problem]:
    name, line, value = entry.key, entry.line, entry.value
    fields = [field for field in FIELDS if block == "video" or field != "poster"]
    if name not in fields:
        yield Problem(line, f"unknown field {name!r}", advice(name, fields, f"the fields of {ARTICLES[block]}"))
    elif name in ("captions", "subtitles"):
        yield from _check_tracks(name, value)
    elif name == "credits":
        yield from _check_credits(value)
    elif not isinstance(value, Text) or not value.value.strip():
        yield Problem(line, f"{name} has no text; expected one", _FILE_HELP)
    elif name == "url" and not is_web_url(value.value):
        yield Problem(value.line, f"url {value.value!r} is no web address", "write it with https://")
    elif name != "url" and _is_elsewhere(value.value):
        yield Problem(value.line, f"{name} {value.value!r} is not a file of this site", _FILE_HELP)


def _is_elsewhere(path: str) -> bool:
    return path.startswith("//") or ":" in path.split("/")[0]


def _check_tracks(name: str, value: Node) -> Iterator[Problem]:
    remedy = f"write {name}: {{es: media/talk.es.vtt}}"
    if not isinstance(value, Fields) or not value.entries:
        yield Problem(value.line, f"{name} has no files; expected a language and a .vtt file for each", remedy)
        return
    tags: set[str] = set()
    for entry in value.entries:
        if not is_registered(entry.key):
            yield Problem(entry.line, f"{entry.key!r} in {name} is no registered language tag", remedy)
        if canonical(entry.key) in tags:
            yield Problem(entry.line, f"{entry.key!r} stands twice in {name}", "keep one of the two")
        tags.add(canonical(entry.key))
        path = entry.value.value if isinstance(entry.value, Text) else ""
        if not path.lower().endswith(".vtt") or _is_elsewhere(path):
            yield Problem(
                entry.value.line, f"{name} in {entry.key} is {path!r}; expected a .vtt file of this site", remedy
            )


def _check_credits(value: Node) -> Iterator[Problem]:
    remedy = "write credits: {camera: Ana Torres, sound: [Leo Grant, Ana Torres]}"
    if not isinstance(value, Fields) or not value.entries:
        yield Problem(value.line, "credits name nobody; expected a role and a person or a list", remedy)
        return
    for entry in value.entries:
        people = _people(entry.value)
        if not entry.key.strip() or not people or not all(people):
            yield Problem(entry.line, f"nobody is named for {entry.key!r}; expected a person or a list", remedy)


def _people(value: Node) -> tuple[str, ...]:
    items = value.items if isinstance(value, Items) else (value,)
    return tuple(item.value.strip() if isinstance(item, Text) else "" for item in items)


def _video(entries: Mapping[str, Entry]) -> Video:
    def text(name: str) -> str:
        value = entries[name].value if name in entries else None
        return value.value.strip() if isinstance(value, Text) else ""

    def fields(name: str) -> tuple[Entry, ...]:
        value = entries[name].value if name in entries else None
        return value.entries if isinstance(value, Fields) else ()

    def tracks(name: str) -> dict[str, str]:
        return {canonical(track.key): _people(track.value)[0] for track in fields(name)}

    by_role = {entry.key.strip(): _people(entry.value) for entry in fields("credits")}
    return Video(text("src"), text("url"), text("poster"), tracks("captions"), tracks("subtitles"), by_role)


def render_video(text: str, lang: str, name: str = "video") -> str:
    """Write the block as HTML for a page in `lang`; nothing where it is faulty, since `parse_video` reports that.

    What the recording says has its place behind the player, once the tracks are read.
    """
    video, _ = parse_video(text.splitlines(), name=name)
    if video is None:
        return ""
    medium = f'{_player(video, lang, name)}<div data-slot="transcript"></div>' if video.src else _link(video)
    return f'<figure class="{name}">{medium}{_caption(video)}</figure>'


def _player(video: Video, lang: str, name: str) -> str:
    poster = f' poster="{escape(video.poster)}"' if video.poster else ""
    tracks = [_track("captions", tag, path, is_default=False) for tag, path in video.captions.items()]
    shown = next((tag for tag in video.subtitles if serves(tag, lang)), None)
    tracks += [_track("subtitles", tag, path, is_default=tag == shown) for tag, path in video.subtitles.items()]
    return f'<{name} controls preload="none"{poster} src="{escape(video.src)}">{"".join(tracks)}</{name}>'


def _track(kind: str, tag: str, path: str, *, is_default: bool) -> str:
    default = " default" if is_default else ""
    return f'<track kind="{kind}" srclang="{tag}" label="{escape(_own_name(tag))}" src="{escape(path)}"{default}>'


def _own_name(tag: str) -> str:
    """Name a language as its speakers do, for those who look for it in the player's menu (CLDR)."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name() or tag
    except (UnknownLocaleError, ValueError):
        return tag
    return name[:1].upper() + name[1:]


def _link(video: Video) -> str:
    poster = f'<img src="{escape(video.poster)}" alt="">' if video.poster else ""
    words = video.url.split("://", 1)[1].rstrip("/")
    return f'{poster}<p><a href="{escape(video.url)}">{escape(words)}</a></p>'


def _caption(video: Video) -> str:
    if not video.credits:
        return ""
    items = "".join(f"<li>{escape(role)}: {escape(', '.join(people))}</li>" for role, people in video.credits.items())
    return f'<figcaption><ul class="video__credits">{items}</ul></figcaption>'
