import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue.settings import SettingError
from plugins.diagnostics import Diagnostic
from plugins.discovery.card_files import card_files
from plugins.plan.plan import Plan, PlannedFile

THEME = Path(__file__).resolve().parents[3] / "theme"


def planned(example: Any, theme: Path = THEME, fonts: tuple[Path, ...] = (), **values: Any) -> Plan:
    plan, _ = example.plan({}, **values)
    settings = replace(plan.composer.settings, theme=theme, card_fonts=fonts)
    return replace(plan, composer=replace(plan.composer, settings=settings))


def test_cards_are_files_of_the_theme(example: Any) -> None:
    made = list(card_files(planned(example)))

    assert [item.path for item in made] == ["theme/cards/site.es.png", "theme/cards/site.en.png"]
    assert all(isinstance(item, PlannedFile) and bytes(item.made()).startswith(b"\x89PNG") for item in made)


def test_letters_that_no_font_has_are_a_warning_at_the_settings(example: Any) -> None:
    found = [item for item in card_files(planned(example, SITENAME="広場")) if isinstance(item, Diagnostic)]

    assert {(item.path, item.line, item.rule) for item in found} == {("pelicanconf.py", 1, "card-letters")}
    assert "'広場'" in found[0].message


def test_a_font_of_the_site_comes_before_the_themes(example: Any, tmp_path: Path) -> None:
    font = Path(shutil.copy(THEME / "fonts" / "NotoSerif-Bold.ttf", tmp_path))

    assert all(isinstance(item, PlannedFile) for item in card_files(planned(example, tmp_path, (font,))))


def test_what_is_no_font_is_wrong_usage(example: Any, tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"CARD_FONTS names 'lost\.ttf'"):
        list(card_files(planned(example, fonts=(tmp_path / "lost.ttf",))))


def test_colours_are_those_of_the_settings(example: Any) -> None:
    plain = list(card_files(planned(example)))

    assert plain != list(card_files(planned(example, CARD_COLOURS={"voice-1": "#006400"})))


@pytest.mark.parametrize("value", [{"voice-9": "#006400"}, {"ink": "black"}, ["#006400"]])
def test_a_colour_is_a_known_role_in_hexadecimal(example: Any, value: object) -> None:
    with pytest.raises(SettingError, match="CARD_COLOURS is"):
        example.settings(CARD_COLOURS=value)


def test_a_site_with_its_own_icon_has_not_our_mark_on_its_cards(example: Any, tmp_path: Path) -> None:
    (tmp_path / "theme/static").mkdir(parents=True)
    (tmp_path / "theme/static/icon.svg").write_text("<svg/>")
    plan = planned(example)
    own = replace(plan.composer.settings, site_folder=tmp_path)

    assert list(card_files(plan)) != list(card_files(replace(plan, composer=replace(plan.composer, settings=own))))
