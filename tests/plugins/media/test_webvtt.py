"""Captions and subtitles: what is read of a track, and the line of each fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.diagnostics import as_text
from plugins.media.webvtt import Cue, read_webvtt

SOUND = """\
WEBVTT - Kind: captions

NOTE Made by hand

STYLE
::cue { color: white }

1
00:01.000 --> 00:04.500 line:90%
<v Ana Torres>Tres copias,</v>
en <i>dos</i> soportes &amp; más.

01:00:05.000 --> 01:00:06.000
Una fuera.
"""


def told(text: str) -> str:
    lines = as_text(read_webvtt(text, "media/a.vtt")[1]).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(" "))  # the help stands on a line of its own


def test_a_sound_track_is_read() -> None:
    cues, problems = read_webvtt(SOUND, "media/a.vtt")
    assert cues == (
        Cue(9, 1_000, 4_500, "Ana Torres", "Tres copias, en dos soportes & más."),
        Cue(13, 3_605_000, 3_606_000, "", "Una fuera."),
    )
    assert problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_read(end: str) -> None:
    assert len(read_webvtt(SOUND.replace("\n", end), "a.vtt")[0]) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "media/a.vtt:1: error: the first line is ''; expected WEBVTT [vtt-header]\n"),
        ("1\n00:01 --> 00:02\n", "media/a.vtt:1: error: the first line is '1'; expected WEBVTT [vtt-header]\n"),
        (
            "WEBVTT\n\n00:01,000 --> 00:02,000\nA\n",
            "media/a.vtt:3: error: '00:01,000 --> 00:02,000' are no times of a cue [vtt-time]\n",
        ),
        (
            "WEBVTT\n\n00:61.000 --> 02:02.000\nA\n",
            "media/a.vtt:3: error: '00:61.000 --> 02:02.000' are no times of a cue [vtt-time]\n",
        ),
        (
            "WEBVTT\n\n00:02.000 --> 00:02.000\nA\n",
            "media/a.vtt:3: error: the cue ends at 00:02.000, not after its start at 00:02.000 [vtt-time]\n",
        ),
        ("WEBVTT\n\nA\nB\n", "media/a.vtt:3: error: 'A' stands where the times of a cue were expected [vtt-time]\n"),
        (
            "WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB\n",
            "media/a.vtt:6: error: the cue starts at 00:01.000, before the one above it at 00:05.000 [vtt-order]\n",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:03.000\nA\n\n00:02.000 --> 00:04.000\nB\n",
            "media/a.vtt:6: warning: the cue starts at 00:02.000, while the one above it lasts to 00:03.000"
            " [vtt-overlap]\n",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\n\n",
            "media/a.vtt:3: warning: the cue has no words; expected some below its times [vtt-empty]\n",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\nA\n00:03.000 --> 00:04.000\nB\n",
            "media/a.vtt:5: error: times stand within the words of a cue; expected a blank line above them"
            " [vtt-time]\n",
        ),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<i>A\n", "media/a.vtt:3: warning: <i> is not closed [vtt-tag]\n"),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\nA</b>\n",
            "media/a.vtt:4: warning: </b> closes nothing that is open [vtt-tag]\n",
        ),
    ],
)
def test_each_fault_has_its_line(text: str, expected: str) -> None:
    assert told(text) == expected


@given(st.text())
def test_no_text_at_all_is_a_traceback(text: str) -> None:
    read_webvtt(text, "a.vtt")
    read_webvtt(f"WEBVTT\n\n{text}", "a.vtt")


@given(
    st.lists(st.sampled_from(["WEBVTT", "", "00:01.000 --> 00:02.000", "--> x", "<v>", "</i>", "NOTE", "1"])).map(
        "\n".join
    )
)
def test_no_order_of_lines_is_a_traceback(text: str) -> None:
    read_webvtt(text, "a.vtt")
