"""The block of a recording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.sanitising import clean
from plugins.catalogue.video import Video, parse_video, render_video

FULL = """\
src: media/talk.webm
poster: media/talk.jpg
captions: {es: media/talk.es.vtt}
subtitles:
  en: media/talk.en.vtt
  pt-br: media/talk.pt.vtt
credits:
  Cámara: Ana Torres
  Sonido: [Leo Grant, Ana Torres]
"""


def messages(text: str) -> list[str]:
    video, problems = parse_video(text.splitlines())
    assert (video is None) == bool(problems)
    return [f"{problem.line}: {problem.message}" for problem in problems]


def test_a_block_is_read_with_all_its_fields() -> None:
    video, problems = parse_video(FULL.splitlines())
    assert problems == ()
    assert video == Video(
        src="media/talk.webm",
        poster="media/talk.jpg",
        captions={"es": "media/talk.es.vtt"},
        subtitles={"en": "media/talk.en.vtt", "pt-BR": "media/talk.pt.vtt"},
        credits={"Cámara": ("Ana Torres",), "Sonido": ("Leo Grant", "Ana Torres")},
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("poster: media/a.jpg", "0: a video has neither of src and url; expected one of the two"),
        ("src: a.webm\nurl: https://example.org/a", "0: a video has both of src and url; expected one of the two"),
        ("src: a.webm\nsrc: b.webm", "2: src is written twice; the first is on line 1"),
        ("src: a.webm\npostre: b.jpg", "2: unknown field 'postre'"),
        ("src:", "1: src has no text; expected one"),
        ("src: [a.webm]", "1: src has no text; expected one"),
        ("src: https://example.org/a.webm", "1: src 'https://example.org/a.webm' is not a file of this site"),
        ("src: //example.org/a.webm", "1: src '//example.org/a.webm' is not a file of this site"),
        ("src: a.webm\nposter: data:x", "2: poster 'data:x' is not a file of this site"),
        ("url: example.org", "1: url 'example.org' is no web address"),
        ("url: javascript:alert(1)", "1: url 'javascript:alert(1)' is no web address"),
        ("src: a.webm\ncaptions: a.vtt", "2: captions has no files; expected a language and a .vtt file for each"),
        ("src: a.webm\ncaptions: {es: a.srt}", "2: captions in es is 'a.srt'; expected a .vtt file of this site"),
        ("src: a.webm\nsubtitles:\n  es: [a.vtt]", "3: subtitles in es is ''; expected a .vtt file of this site"),
        ("src: a.webm\nsubtitles: {xq: a.vtt}", "2: 'xq' in subtitles is no registered language tag"),
        ("src: a.webm\nsubtitles: {en: a.vtt, EN: b.vtt}", "2: 'EN' stands twice in subtitles"),
        ("src: a.webm\ncredits: Ana", "2: credits name nobody; expected a role and a person or a list"),
        ("src: a.webm\ncredits:\n  Sonido: []", "3: nobody is named for 'Sonido'; expected a person or a list"),
        ("src: a.webm\ncredits:\n  Sonido: [{a: b}]", "3: nobody is named for 'Sonido'; expected a person or a list"),
        ("- src: a.webm", "1: expected a map of fields"),
        ("media/a.webm", "1: expected a map of fields"),
        ("", "0: a video has neither of src and url; expected one of the two"),
    ],
)
def test_a_fault_is_a_problem_with_its_line(text: str, problem: str) -> None:
    assert messages(text) == [problem]


def test_an_unknown_field_gets_the_nearest_known_one() -> None:
    assert parse_video(["src: a.webm", "postre: b.jpg"])[1][0].help == "did you mean poster?"


def test_all_problems_are_reported_at_once() -> None:
    assert messages("url: nowhere\ncaptions: {es: a.srt}\nsound: b") == [
        "1: url 'nowhere' is no web address",
        "2: captions in es is 'a.srt'; expected a .vtt file of this site",
        "3: unknown field 'sound'",
    ]


def test_text_that_is_no_yaml_is_a_problem_with_its_line() -> None:
    assert messages("src: a.webm\nposter: 'b.jpg")[0].startswith("2: ")


def test_a_file_of_this_site_gets_a_player_that_loads_nothing_before_it_is_started() -> None:
    assert render_video(FULL, "es") == (
        '<figure class="video"><video controls preload="none" poster="media/talk.jpg" src="media/talk.webm">'
        '<track kind="captions" srclang="es" label="Español" src="media/talk.es.vtt">'
        '<track kind="subtitles" srclang="en" label="English" src="media/talk.en.vtt">'
        '<track kind="subtitles" srclang="pt-BR" label="Português (Brasil)" src="media/talk.pt.vtt">'
        '</video><div data-slot="transcript"></div><figcaption><ul class="video__credits"><li>Cámara: Ana Torres</li>'
        "<li>Sonido: Leo Grant, Ana Torres</li></ul></figcaption></figure>"
    )


def test_subtitles_in_the_language_of_the_page_are_on_from_the_start() -> None:
    assert 'src="media/talk.en.vtt" default>' in render_video(FULL, "en-GB")


def test_a_language_without_a_name_in_cldr_is_labelled_by_its_tag() -> None:
    assert 'srclang="nah" label="nah"' in render_video("src: a.webm\nsubtitles: {nah: a.vtt}", "en")


def test_a_video_elsewhere_becomes_a_link_and_asks_nobody() -> None:
    assert render_video("url: https://example.org/v/1?a=b&c=d\nposter: '{static}/media/a.jpg'", "en") == (
        '<figure class="video"><img src="{static}/media/a.jpg" alt="">'
        '<p><a href="https://example.org/v/1?a=b&amp;c=d">example.org/v/1?a=b&amp;c=d</a></p></figure>'
    )


def test_everything_is_escaped() -> None:
    html = render_video("src: 'a\"><script>.webm'\ncredits: {<b>: '\"<i>'}", "en")
    assert 'src="a&quot;&gt;&lt;script&gt;.webm"' in html
    assert "<li>&lt;b&gt;: &quot;&lt;i&gt;</li>" in html


def test_a_faulty_block_is_nothing() -> None:
    assert render_video("src: [", "en") == ""


def test_sanitising_keeps_the_player_whole() -> None:
    kept = clean(render_video(FULL, "en"))
    for part in ("<video", "controls", 'preload="none"', "poster=", "<track", "srclang=", "label=", "default", "kind="):
        assert part in kept


@given(st.text(alphabet=st.sampled_from("src: url{}[]'\"&*!\n-é%|>#\x00\x85\ud800")))
def test_no_text_makes_rendering_fail(text: str) -> None:
    assert render_video(text, "en").startswith("<figure") or render_video(text, "en") == ""
