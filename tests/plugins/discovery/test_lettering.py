from pathlib import Path

import pytest
from PIL import features

from plugins.discovery.lettering import fit, font_for, is_joined, missing_letters

FONTS = Path(__file__).resolve().parents[3] / "theme" / "fonts"
SERIF = (FONTS / "NotoSerif-Bold.ttf").read_bytes()
NASKH = (FONTS / "NotoNaskhArabic-Bold.ttf").read_bytes()


@pytest.mark.parametrize("text", ["¿Qué? ¡Ñandú!", "Ελλάδα", "Україна", "Tiếng Việt", "Łódź", "“a” — ‘b’ «c» …"])
def test_the_shipped_serif_writes_the_languages_of_europe_and_more(text: str) -> None:
    assert missing_letters(text, SERIF) == ""


def test_missing_letters_are_named_once_and_spaces_are_none() -> None:
    assert missing_letters("a 成\u00a0成\u200e熟", SERIF) == "成熟"


@pytest.mark.skipif(not features.check("raqm"), reason="no library here joins letters")
def test_arabic_is_written_by_the_font_that_has_it() -> None:
    assert font_for("الساحة", (SERIF, NASKH)) is NASKH
    assert font_for("Plaza", (NASKH, SERIF)) is SERIF
    assert font_for("成", (SERIF, NASKH)) is None


def test_letters_that_join_need_another_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda _: False)

    assert font_for("الساحة", (NASKH,)) is None
    assert font_for("Plaza", (SERIF,)) is SERIF
    assert not is_joined("Básica")


def test_lines_are_as_large_as_fits_and_of_like_length() -> None:
    setting = fit("Organizaciones con infraestructura compartida", SERIF, 100, 570, 240)

    assert [line.text for line in setting.lines] == ["Organizaciones con", "infraestructura", "compartida"]
    assert all(line.width <= 570 for line in setting.lines)
    assert len(setting.lines) * setting.leading <= 240


def test_a_short_text_is_no_larger_than_it_may_be() -> None:
    setting = fit("Básica", SERIF, 108, 570, 240)

    assert (setting.size, len(setting.lines)) == (108, 1)


def test_what_never_fits_is_cut_short() -> None:
    (line,) = fit("x" * 200, SERIF, 100, 300).lines

    assert line.text.endswith("x…")
    assert line.width <= 300
