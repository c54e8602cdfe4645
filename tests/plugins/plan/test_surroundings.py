import time
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.loading import read_folder
from plugins.catalogue.settings import Settings
from plugins.plan import surroundings
from plugins.plan.surroundings import surroundings_of
from tests.support.building import write_files
from tools.check import site_settings

FILES = {"topics.yml": "x:\n  es: {label: X}\n", "posts/a.es.md": "a", "media/a.txt": "a", "root/r.txt": "r"}


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(surroundings, "GRAIN", 0)
    theme = write_files(tmp_path / "theme", {"templates/a.html": "a"})
    return replace(site_settings(write_files(tmp_path / "content", FILES), None), theme=theme, site_folder=None)


def told(settings: Settings, code: str = "c") -> str:
    return surroundings_of(settings, read_folder(settings.content), code)


def test_the_words_of_a_post_are_no_part_of_them(settings: Settings) -> None:
    before = told(settings)
    (settings.content / "posts/a.es.md").write_text("b", encoding="utf-8")
    assert told(settings) == before != ""


@pytest.mark.parametrize(
    "path",
    [
        "content/topics.yml",
        "content/media/a.txt",
        "content/root/r.txt",
        "theme/templates/a.html",
        "content/posts/b.es.md",
    ],
)
def test_every_other_file_is(settings: Settings, path: str, tmp_path: Path) -> None:
    before = told(settings)
    time.sleep(0.02)  # as long as some systems take for one moment
    (tmp_path / path).write_text("x: {}\n", encoding="utf-8")
    assert told(settings) != before


def test_a_post_that_is_gone_is(settings: Settings) -> None:
    before = told(settings)
    (settings.content / "posts/a.es.md").unlink()
    assert told(settings) != before


def test_settings_and_code_are(settings: Settings) -> None:
    found = {told(settings), told(settings, "d"), told(replace(settings, site_url="https://example.net"))}
    assert len(found) == 3
    assert told(replace(settings, workers=3, keeps_last=True)) in found


def test_what_may_be_written_again_within_one_moment_cannot_be_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "GRAIN", 10**10)
    assert told(settings) == ""


def test_nor_can_what_a_plugin_from_elsewhere_reads(settings: Settings) -> None:
    assert told(replace(settings, plugins=(*settings.plugins, "neighbors"))) == ""


def test_a_link_to_nothing_cannot_either(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "theme/link").symlink_to("nowhere")
    assert told(settings) == ""
