"""The colours of the theme, computed from its tokens: what is read has 4.5:1, what carries meaning 3:1 (WCAG 2.2)."""

from __future__ import annotations

import pytest

from tests.support.building import ROOT
from tests.support.contrast import contrast, tokens_of

TOKENS = ROOT / "theme" / "static" / "css" / "tokens.css"
PRINT = ROOT / "theme" / "static" / "css" / "print.css"
SCHEMES = ("light", "dark", "print")
TEXT = ("ink", "ink-quiet", "voice-1", "voice-2", "voice-3")
MARKS = ("voice-1", "voice-2", "voice-3", "ink-quiet")  # voices draw marks, sides of quotes and focus rings
SURFACES = ("paper", "surface")
# From the formula by hand: black on white, and the lightest greys that pass or miss 4.5:1 and 3:1.
KNOWN = [("#fff", "#000", 21.0), ("#767676", "#ffffff", 4.54), ("#777", "#fff", 4.48), ("#949494", "#fff", 3.03)]


def colours(scheme: str) -> dict[str, str]:
    return tokens_of(TOKENS.read_text(encoding="utf-8"), PRINT.read_text(encoding="utf-8"))[scheme]


@pytest.mark.parametrize(("one", "other", "ratio"), KNOWN)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("surface", SURFACES)
def test_every_colour_of_text_can_be_read_on_every_surface(scheme: str, surface: str) -> None:
    found = colours(scheme)
    roles = (*TEXT, *(role for role in found if role.startswith("code-")))
    faint = {role: contrast(found[role], found[surface]) for role in roles}
    assert {role: ratio for role, ratio in faint.items() if ratio < 4.5} == {}
    assert any(role.startswith("code-") for role in faint)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_notice_can_be_read(scheme: str) -> None:
    found = colours(scheme)
    assert contrast(found["notice-ink"], found["notice"]) >= 4.5
    assert contrast(found["paper"], found["voice-1"]) >= 4.5  # words that are marked with the pointer
    assert contrast(found["paper"], found["voice-2"]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("surface", SURFACES)
def test_marks_and_focus_rings_stand_out(scheme: str, surface: str) -> None:
    found = colours(scheme)
    assert {role for role in MARKS if contrast(found[role], found[surface]) < 3} == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_colour_is_left_to_the_other_scheme(scheme: str) -> None:
    sheet = TOKENS.read_text(encoding="utf-8")
    light, dark = (set(tokens_of(sheet, "", own_only=True)[name]) for name in ("light", "dark"))
    assert light == dark
