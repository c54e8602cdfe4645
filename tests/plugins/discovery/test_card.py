import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, features

from plugins.catalogue.setting_kinds import CARD_ROLES
from plugins.discovery.card import COLOURS, Card, draw_card, unlettered

ROOT = Path(__file__).resolve().parents[3]
SERIF = (ROOT / "theme/fonts/NotoSerif-Bold.ttf").read_bytes()
NASKH = (ROOT / "theme/fonts/NotoNaskhArabic-Bold.ttf").read_bytes()
BASIC = Card("Plaza", "Madurez tecnológica", "Básica", 1, 3, 0)
SITE = Card("Plaza", "Civic technology in two voices", "Plaza")


def picture(card: Card, colours: tuple[tuple[str, str], ...] = ()) -> Image.Image:
    return Image.open(BytesIO(draw_card(card, (SERIF, NASKH), colours))).convert("RGB")


def colour(image: Image.Image, at: tuple[int, int]) -> str:
    red, green, blue = image.getpixel(at)
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("card", [BASIC, SITE, Card("Plaza", "Technology maturity", "Intermediate", 2, 3, 1)])
def test_a_card_is_a_small_picture_of_the_size_that_services_want(card: Card) -> None:
    drawn = draw_card(card, (SERIF,))

    assert Image.open(BytesIO(drawn)).size == (1200, 630)
    assert len(drawn) <= 30_000


def test_a_card_is_drawn_the_same_each_time() -> None:
    assert draw_card.__wrapped__(BASIC, (SERIF,)) == draw_card.__wrapped__(BASIC, (SERIF,))


def test_only_the_language_of_a_level_speaks_in_colour() -> None:
    start, end = (100, 200), (1100, 420)

    assert (colour(picture(BASIC), start), colour(picture(BASIC), end)) == ("#9b3413", "#f3f0e9")
    second = picture(Card("Plaza", "Maturity", "Basic", 1, 3, 1))
    assert (colour(second, start), colour(second, end)) == ("#f3f0e9", "#0f5b6d")
    third = picture(Card("Plaza", "Maturity", "Basic", 1, 3, 2))
    assert (colour(third, start), colour(third, end)) == ("#6a3a80", "#6a3a80")


def test_both_languages_speak_on_the_card_of_the_site() -> None:
    assert (colour(picture(SITE), (100, 200)), colour(picture(SITE), (1100, 420))) == ("#9b3413", "#0f5b6d")


def test_the_first_language_speaks_from_the_right_where_lines_start_there() -> None:
    mirrored = picture(Card("Plaza", "Maturity", "Basic", 1, 3, 0, is_rtl=True))

    assert colour(mirrored, (1100, 200)) == "#9b3413"
    assert colour(mirrored, (100, 420)) == "#f3f0e9"


@pytest.mark.parametrize(
    "card",
    [
        Card("Plaza", "Technology maturity", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 3, 9, 1),
        Card("A name that is far longer than any name ought to be " * 2, "x " * 60, "four words or five " * 3, 2, 4),
        Card("Name name name name name", "A line " * 40, "Name name name name name"),
    ],
)
def test_words_stay_in_the_square_in_the_middle_and_off_the_edges(card: Card) -> None:
    drawn = picture(card)
    paper = COLOURS["paper"]

    columns = {colour(drawn, (x, y)) for x in (290, 300, 899, 909) for y in range(630)}
    rows = {colour(drawn, (x, y)) for x in range(300, 900) for y in (*range(40), *range(590, 630))}

    assert columns | rows == {paper}


def test_a_site_may_change_the_colours() -> None:
    assert colour(picture(SITE, (("voice-1", "#123456"),)), (100, 200)) == "#123456"


def test_colours_are_the_themes_in_light() -> None:
    tokens = (ROOT / "theme/static/css/tokens.css").read_text("utf-8")
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", tokens.partition("@media")[0]))

    assert {role: light[role] for role in COLOURS} == COLOURS
    assert set(CARD_ROLES) == set(COLOURS)


def test_texts_that_no_font_can_write_are_named_and_left_out() -> None:
    card = Card("Plaza", "成熟度", "Básica", 1, 3, 0)

    assert unlettered(card, (SERIF,)) == ("成熟度",)
    assert draw_card(card, (SERIF,)) == draw_card(Card("Plaza", "", "Básica", 1, 3, 0), (SERIF,))


@pytest.mark.skipif(not features.check("raqm"), reason="no library here joins letters")
def test_each_text_is_in_the_first_font_that_has_its_letters() -> None:
    card = Card("Plaza", "النضج التقني", "متوسط", 2, 3, 2, is_rtl=True)

    assert unlettered(card, (SERIF, NASKH)) == ()
    assert unlettered(card, (SERIF,)) == ("النضج التقني", "متوسط")


def test_the_words_of_a_card_stand_for_it() -> None:
    assert BASIC.alt == "Plaza · Madurez tecnológica · Básica"
    assert SITE.alt == "Plaza · Civic technology in two voices"
    assert Card("Plaza", "", "Plaza").alt == "Plaza"


@pytest.mark.parametrize("card", [BASIC, SITE])
def test_a_site_with_another_mark_leaves_ours_out(card: Card) -> None:
    marked, plain = (picture(replace(card, has_mark=has_mark)) for has_mark in (True, False))
    places = [(x, y) for x in range(300, 900, 4) for y in range(40, 230, 4)]

    assert "#0f5b6d" in {colour(marked, place) for place in places}
    assert "#0f5b6d" not in {colour(plain, place) for place in places}
