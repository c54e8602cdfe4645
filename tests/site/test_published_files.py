"""What the content folder publishes as it is: a fault is told by its own line, and nothing unsafe goes out."""

from __future__ import annotations

from pathlib import Path

from tests.support.building import diagnostics_of, write_files

POST = "---\ntitle: Nota\ndate: 2024-05-01\n---\n\n```video\nsrc: media/a.mp4\ncaptions: {es: media/a.vtt}\n```\n"


def told(tmp_path: Path, track: bytes) -> str:
    files = {"posts/a.es.md": POST, "media/a.mp4": b"x", "media/a.vtt": track}
    return diagnostics_of(write_files(tmp_path / "content", files), tmp_path / "output")


def test_a_faulty_track_is_told_by_its_line(tmp_path: Path) -> None:
    found = told(tmp_path, b"WEBVTT\n\n00:01,000 --> 00:02,000\nUno\n")
    assert found.startswith("media/a.vtt:3: error: '00:01,000 --> 00:02,000' are no times of a cue [vtt-time]")


def test_a_track_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, b"WEBVTT\n\n\xff\n").startswith("media/a.vtt:3: error: the file is not UTF-8")


def test_a_sound_track_is_no_matter(tmp_path: Path) -> None:
    assert told(tmp_path, b"\xef\xbb\xbfWEBVTT\n\n00:01.000 --> 00:02.000\nUno\n") == ""


def test_an_unsafe_drawing_is_told_even_where_no_page_shows_it(tmp_path: Path) -> None:
    files = {"posts/a.es.md": POST.split("```")[0] + "Uno.\n", "media/a.svg": b"<svg>\n<script/></svg>"}
    found = diagnostics_of(write_files(tmp_path / "content", files), tmp_path / "output")
    assert found.startswith("media/a.svg:2: error: the drawing has the element <script>")
