"""Captions and subtitles, read as WebVTT (W3C, webvtt1): cues with their times and words, and what is wrong, by line.

Browsers drop a cue that they cannot read, or the whole track, and tell nobody. So every fault has its line here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from plugins.catalogue.cue import Cue
from plugins.catalogue.text_lines import split_lines
from plugins.diagnostics import Diagnostic, error, warning

ARROW = "-->"
HEADER = re.compile(r"\ufeff?WEBVTT(?:[ \t].*)?")
TIME = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")  # 4.1: hours may be left out
NOT_CUES = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
TAG = re.compile(r"<(/?)([a-z]*)([^<>]*)>")
CLOSED = ("c", "i", "b", "u", "ruby", "rt", "v", "lang")  # 4.2.2: the spans of a cue
EXAMPLE = "write it as 00:01.000 --> 00:04.500"


def read_webvtt(text: str, path: str) -> tuple[tuple[Cue, ...], tuple[Diagnostic, ...]]:
    """Read a track; `path` names it in diagnostics. A cue that cannot be read is left out, and told."""
    lines = split_lines(text)
    if not lines or not HEADER.fullmatch(lines[0]):
        message = f"the first line is {(lines[0] if lines else '')!r}; expected WEBVTT"
        return (), (error(path, 1, "vtt-header", message, "write WEBVTT above everything else"),)
    cues: list[Cue] = []
    found: list[Diagnostic] = []
    for first, block in _blocks(lines):
        cue, problems = _read_block(first, block, path)
        found.extend(problems)
        if cue:
            found.extend(_beside(cue, cues[-1] if cues else None, path))
            cues.append(cue)
    return tuple(cues), tuple(found)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Give each run of lines between blank ones after the header, with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate((*lines[1:], ""), 2):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _read_block(first: int, block: Sequence[str], path: str) -> tuple[Cue | None, list[Diagnostic]]:
    at = next((place for place, line in enumerate(block[:2]) if ARROW in line), None)
    if at is None:
        if NOT_CUES.fullmatch(block[0]) or first == 2:  # what stands right under WEBVTT belongs to the header
            return None, []
        message = f"{block[0]!r} stands where the times of a cue were expected"
        return None, [error(path, first, "vtt-time", message, EXAMPLE)]
    line = first + at
    start, end = _times(block[at])
    if start is None or end is None:
        return None, [error(path, line, "vtt-time", f"{block[at]!r} are no times of a cue", EXAMPLE)]
    if end <= start:
        message = f"the cue ends at {_shown(end)}, not after its start at {_shown(start)}"
        return None, [error(path, line, "vtt-time", message, "correct one of the two times")]
    words = block[at + 1 :]
    voice, text = _plain(" ".join(words))
    return Cue(line, start, end, voice, text), list(_text_problems(words, line, text, path))


def _times(line: str) -> tuple[int | None, int | None]:
    left, _, right = line.partition(ARROW)
    ends = right.split()
    return _milliseconds(left.strip()), _milliseconds(ends[0]) if ends else None


def _milliseconds(time: str) -> int | None:
    match = TIME.fullmatch(time)
    if match is None:
        return None
    hours, minutes, seconds, thousandths = (int(group or 0) for group in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _shown(time: int) -> str:
    seconds, thousandths = divmod(time, 1000)
    return f"{seconds // 60:02}:{seconds % 60:02}.{thousandths:03}"


def _plain(text: str) -> tuple[str, str]:
    """Give who speaks and the words alone."""
    voice = re.search(r"<v(?:\.[^\s>]*)?[ \t]+([^>]+)>", text)
    words = " ".join(html.unescape(re.sub("<[^<>]*>", "", text)).split())
    return (html.unescape(voice[1]).strip() if voice else ""), words


def _text_problems(words: Sequence[str], line: int, text: str, path: str) -> Iterator[Diagnostic]:
    if not text:
        message = "the cue has no words; expected some below its times"
        yield warning(path, line, "vtt-empty", message, "write them, or take the cue out")
    inside: list[str] = []
    for number, written in enumerate(words, line + 1):
        if ARROW in written:
            message = "times stand within the words of a cue; expected a blank line above them"
            yield error(path, number, "vtt-time", message, "put a blank line between two cues")
        for slash, name, _ in TAG.findall(written):
            if slash and (not inside or inside.pop() != name):
                yield warning(path, number, "vtt-tag", f"</{name}> closes nothing that is open", "take it out")
            elif not slash and name in CLOSED:
                inside.append(name)
    if unclosed := [name for name in inside if name != "v"]:  # 4.2.2: a voice may go on to the end of its cue
        yield warning(
            path, line, "vtt-tag", f"<{unclosed[0]}> is not closed", f"write </{unclosed[0]}> after its words"
        )


def _beside(cue: Cue, last: Cue | None, path: str) -> Iterator[Diagnostic]:
    if last and cue.start < last.start:
        message = f"the cue starts at {_shown(cue.start)}, before the one above it at {_shown(last.start)}"
        yield error(path, cue.line, "vtt-order", message, "put cues in the order of their starts")
    elif last and cue.start < last.end:
        message = f"the cue starts at {_shown(cue.start)}, while the one above it lasts to {_shown(last.end)}"
        yield warning(path, cue.line, "vtt-overlap", message, "let one end before the next starts")
