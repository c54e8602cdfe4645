"""The picture of the matrix, compared with pictures that were looked at, and its bounds."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.civic_index.diagram import Name, Words, draw_diagram
from plugins.civic_index.matrix import Matrix

SNAPSHOTS = Path(__file__).parents[2] / "data" / "diagram"
ES = Words("Notas por nivel y actividad", "Cada círculo…", "Debajo…", "Madurez tecnológica", "Actividad", "ltr")
EN = Words("Posts by level and activity", "Each circle…", "Below…", "Technology maturity", "Activity", "ltr")
AR = Words("المقالات", "كل دائرة…", "تحت…", "نضج التقنية", "النشاط", "rtl")
MATRIX = Matrix(((2, 0, 1), (4, 1, 0), (0, 12, 3)), 0)
IN_ES, IN_EN = Matrix(((2, 0, 1), (3, 1, 0), (0, 10, 3)), 0), Matrix(((1, 0, 0), (4, 1, 0), (0, 12, 1)), 0)
IN_AR = Matrix(((0, 0, 0), (1, 0, 0), (0, 2, 0)), 0)
TWO, THREE = {"es": IN_ES, "en": IN_EN}, {"ar": IN_AR, "es": IN_ES, "en": IN_EN}
PICTURES = {
    "es": (MATRIX, "Básica Media Especializada", "Investigación Habilidades Ecosistema", ES, TWO),
    "en": (MATRIX, "Basic Intermediate Specialized", "Research Skills Ecosystem", EN, TWO),
    "ar": (MATRIX, "أساسي متوسط متخصص", "بحث مهارات منظومة", AR, THREE),
    "one": (Matrix(((1,),), 0), "Basic", "Skills", EN, {"en": Matrix(((1,),), 0)}),
    "empty": (
        Matrix(((0, 0),), 0),
        "Basic",
        "Research Skills",
        EN,
        {"es": Matrix(((0, 0),), 0), "en": Matrix(((0, 0),), 0)},
    ),
}


def names(texts: str) -> list[Name]:
    return [Name(text) for text in texts.split()]


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_as_it_was_when_it_was_looked_at(picture: str) -> None:
    matrix, levels, activities, words, by_lang = PICTURES[picture]
    drawn = draw_diagram(matrix, names(levels), names(activities), words, by_lang).replace("><", ">\n<")
    assert drawn == (SNAPSHOTS / f"{picture}.svg").read_text(encoding="utf-8").removesuffix("\n")


def test_the_picture_has_a_title_and_a_description_and_is_one_image_to_who_hears_it() -> None:
    svg = ElementTree.fromstring(draw_diagram(MATRIX, names("a b c"), names("d e f"), EN, TWO))
    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", "matrix.title")
    assert svg.get("aria-describedby") == "matrix.description"
    assert [(part.tag, part.get("id"), part.text) for part in svg[:2]] == [
        ("title", "matrix.title", "Posts by level and activity"),
        ("desc", "matrix.description", "Each circle… Below…"),
    ]


@pytest.mark.parametrize(("levels", "activities"), [(0, 3), (3, 0), (9, 3)])
def test_what_cannot_be_drawn_is_no_picture(levels: int, activities: int) -> None:
    matrix = Matrix(((1,) * activities,) * levels, 0)
    assert draw_diagram(matrix, names("a " * levels), names("b " * activities), EN, {}) == ""


def test_a_name_of_eighty_characters_is_broken_into_lines_and_loses_nothing() -> None:
    long = "organizaciones comunitarias " * 3
    svg = ElementTree.fromstring(draw_diagram(Matrix(((1,),), 0), [Name(long)], [Name(long)], ES, {}))
    texts = [text for text in svg.iter("text") if "activity" in text.get("class", "")]
    assert " ".join(span.text or "" for span in texts[0]) == long.strip()
    assert len(texts[0]) == 6


def test_a_name_in_another_direction_starts_where_its_page_does() -> None:
    svg = ElementTree.fromstring(draw_diagram(Matrix(((1,),), 0), names("a"), [Name("بحث", "ar", "rtl")], EN, {}))
    [text] = [text for text in svg.iter("text") if "activity" in text.get("class", "")]
    assert (text.get("lang"), text.get("direction"), text.get("text-anchor"), text[0].get("x")) == (
        "ar",
        "rtl",
        "end",
        "0",
    )


def test_markup_in_a_name_stays_text() -> None:
    assert "&lt;b&gt;&amp;" in draw_diagram(Matrix(((1,),), 0), [Name("<b>&")], names("a"), EN, {})


@settings(max_examples=50)
@given(
    st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=8),
    st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=6),
    st.integers(0, 10**6),
    st.sampled_from([ES, AR]),
    st.integers(1, 5),
)
def test_no_circle_leaves_its_column_and_no_text_the_picture(
    levels: list[str], activities: list[str], count: int, words: Words, langs: int
) -> None:
    matrix = Matrix(tuple((count,) * len(activities) for _ in levels), 0)
    by_lang = {f"l{number}": matrix for number in range(langs)}
    drawn = draw_diagram(matrix, [Name(name) for name in levels], [Name(name) for name in activities], words, by_lang)
    height = float(re.search(r'viewBox="0 0 720 ([\d.]+)"', drawn)[1])  # type: ignore[index]
    half = 520 / len(levels) / 2
    for x, y, radius in re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', drawn):
        assert float(radius) <= half and 0 < float(x) < 720 and 0 < float(y) < height
    assert all(0 <= float(x) <= 720 for x in re.findall(r' x="(-?[\d.]+)"', drawn))
