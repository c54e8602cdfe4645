"""Recordings as readers get them: a player that loads nothing, what is said in two languages, and what is told."""

from __future__ import annotations

import html5lib
import pytest

from pathlib import Path

from tests.support.building import Built, build, diagnostics_of, write_files

ES = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ana>Hola &amp; adiós.\n\n01:05.000 --> 01:06.000\nFin.\n"
EN = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello and goodbye.\n\n01:05.000 --> 01:06.000\nThe end.\n"
BLOCK = "src: media/a.mp4\ncaptions: {es: media/a.es.vtt}\nsubtitles: {en: media/a.en.vtt}\n"
FRONT = "---\ntitle: Nota\ndate: 2024-05-01\n---\n\n"


def content(block: str = BLOCK, fence: str = "video", english: str = EN) -> dict[str, str | bytes]:
    return {
        "posts/a.es.md": f"{FRONT}```{fence}\n{block}```\n",
        "posts/a.en.md": f"---\ntitle: Note\noriginal: es\n---\n\n```{fence}\n{block}```\n",
        "media/a.mp4": b"x",
        "media/a.es.vtt": ES,
        "media/a.en.vtt": english,
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("recordings")
    return build(write_files(folder / "content", content()), folder / "output")


def said(site: Built, page: str) -> list[list[tuple[str, str]]]:
    """Give each cue of a page's transcript: its time, then language and words of each side."""
    tree = html5lib.parse(site.read(page), namespaceHTMLElements=False)
    return [
        [(side.get("lang") or "", "".join(side.itertext())) for side in cue]
        for cue in tree.iterfind(".//ol[@class='transcript__cues']/li")
    ]


def test_what_is_said_stands_below_the_player_in_both_languages(site: Built) -> None:
    expected = [
        [("", "0:00"), ("es", "Ana: Hola & adiós."), ("en", "Hello and goodbye.")],
        [("", "1:05"), ("es", "Fin."), ("en", "The end.")],
    ]
    assert said(site, "notas/nota/index.html") == expected
    assert said(site, "en/posts/note/index.html") == expected
    assert site.problems == ""


def test_machines_are_told_what_is_said(site: Built) -> None:
    page = site.read("en/posts/note/index.html")
    assert '"@type":"VideoObject"' in page
    assert '"transcript":"Hola \\u0026 adiós. Fin."' in page


def test_a_sound_recording_has_a_player_and_a_transcript(tmp_path: Path) -> None:
    built = build(write_files(tmp_path / "content", content(fence="audio")), tmp_path / "output")
    page = built.read("notas/nota/index.html")
    assert '<figure class="audio"><audio controls' in page
    assert "Hello and goodbye." in page
    assert '"@type":"AudioObject"' in page


def test_a_cue_without_a_counterpart_is_told_by_its_line(tmp_path: Path) -> None:
    files = content(english=EN.replace("01:05.000 --> 01:06.000", "01:06.000 --> 01:07.000"))
    found = diagnostics_of(write_files(tmp_path / "content", files), tmp_path / "output")
    assert found.splitlines()[::2] == [
        "media/a.en.vtt:6: warning: the cue has no counterpart in media/a.es.vtt; expected one that shares its time"
        " [vtt-unaligned]",
        "media/a.es.vtt:6: warning: the cue has no counterpart in media/a.en.vtt; expected one that shares its time"
        " [vtt-unaligned]",
    ]


def test_a_track_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    files = content(BLOCK.replace("a.en.vtt", "b.en.vtt"))
    found = diagnostics_of(write_files(tmp_path / "content", files), tmp_path / "output")
    assert "posts/a.es.md:9: error: there is no file media/b.en.vtt [missing-file]" in found


def test_a_recording_without_captions_is_told_unless_its_author_says_so(tmp_path: Path) -> None:
    files = content("src: media/a.mp4\n")
    found = diagnostics_of(write_files(tmp_path / "a", files), tmp_path / "output")
    assert "posts/a.es.md:7: warning: the recording has no captions" in found
    files = content("# check: ignore no-captions\nsrc: media/a.mp4\n")
    assert diagnostics_of(write_files(tmp_path / "b", files), tmp_path / "output") == ""


def test_what_is_said_in_one_language_alone_is_written_out_as_well(tmp_path: Path) -> None:
    built = build(write_files(tmp_path / "content", content(BLOCK.partition("subtitles")[0])), tmp_path / "output")
    assert said(built, "en/posts/note/index.html")[1] == [("", "1:05"), ("es", "Fin.")]
