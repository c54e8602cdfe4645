"""Every number of a civic index of 500 posts filed at random agrees with a second count, from the files alone."""

import runpy
from pathlib import Path

import pytest

from tests.support.building import ROOT, build, write_files
from tests.support.count_differences import differences
from tests.support.random_filing import random_filing


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(5))
def test_a_site_of_500_posts_shows_the_numbers_of_its_files(seed: int, tmp_path: Path) -> None:
    languages = runpy.run_path(str(ROOT / "pelicanconf.py"))["LANGUAGES"]
    folder = write_files(tmp_path / "content", random_filing(seed, posts=500))
    built = build(folder, tmp_path / "output")
    assert differences(folder, built.output, languages) == []


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 130))
@pytest.mark.parametrize("posts", [0, 1, 2, 11, 25])
def test_a_small_site_shows_the_numbers_of_its_files(seed: int, posts: int, tmp_path: Path) -> None:
    languages = runpy.run_path(str(ROOT / "pelicanconf.py"))["LANGUAGES"]
    folder = write_files(tmp_path / "content", random_filing(seed, posts))
    built = build(folder, tmp_path / "output")
    assert differences(folder, built.output, languages) == []
