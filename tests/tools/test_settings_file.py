import sys
from pathlib import Path

import pytest

from tools.errors import UsageError
from tools.settings_file import ROOT, load, read


def write(folder: Path, text: str) -> Path:
    file = folder / "conf.py"
    file.write_text(text, encoding="utf-8")
    return file


def test_only_names_in_capitals_are_settings(tmp_path: Path) -> None:
    assert load(write(tmp_path, "import os\nNAME = 1\nname = 2\nName = 3\n")) == {"NAME": 1}


def test_paths_are_relative_to_the_folder_of_plaza(tmp_path: Path) -> None:
    assert load(write(tmp_path, "PATH = 'content'\nOUTPUT_PATH = '/srv/www'\n")) == {
        "PATH": str(ROOT / "content"),
        "OUTPUT_PATH": "/srv/www",
    }


def test_what_is_given_counts_over_the_file_and_none_is_not_given(tmp_path: Path) -> None:
    values = load(write(tmp_path, "A = 1\nB = 2\n"), A=3, B=None)
    assert values == {"A": 3, "B": 2}


def test_a_file_may_build_on_another_which_is_read_anew_each_time(tmp_path: Path) -> None:
    file = write(tmp_path, "from pelicanconf import *\nSITEURL = 'https://example.org'\n")
    before = list(sys.path)
    first, second = load(file), load(file)
    assert first["LANGUAGES"] == second["LANGUAGES"]
    assert first["LANGUAGES"] is not second["LANGUAGES"]
    assert "pelicanconf" not in sys.modules
    assert sys.path == before


def test_the_sites_own_settings_are_read_without_pelican() -> None:
    settings = read()
    assert settings.langs[0] == settings.main_lang
    assert settings.content == ROOT / "content"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A = \n", "SyntaxError"),
        ("A = 1 / 0\n", "ZeroDivisionError: division by zero"),
        ("import nowhere_at_all\n", "ModuleNotFoundError: No module named 'nowhere_at_all'"),
    ],
)
def test_a_file_that_cannot_be_run_is_wrong_usage(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load(write(tmp_path, text))


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no settings file"):
        load(tmp_path / "nowhere.py")


def test_a_wrong_setting_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the setting LANGUAGES is missing"):
        read(write(tmp_path, "SITENAME = 'x'\n"))


def test_a_theme_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no theme folder"):
        read(write(tmp_path, "from pelicanconf import *\nTHEME = 'nowhere'\n"))
