"""Whose folder the pictures go to, which kinds there are, and what the README gets."""

from pathlib import Path

import pytest
from PIL import Image

from tools.errors import UsageError
from tools.screenshots import cut_for_readme, made_before, of_kind, screenshots
from tools.shown_pages import Shown

PAGES = (Shown("home", "es", "/"), Shown("post", "es", "/notas/a/"))


def test_a_folder_of_others_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is not empty and no pictures of Plaza's are in it"):
        screenshots(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_the_output_of_a_build_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".plaza").write_text("site\n", encoding="utf-8")
    with pytest.raises(UsageError):
        made_before(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="is not a folder"):
        made_before(tmp_path / "a")


def test_a_folder_of_pictures_tells_what_was_made(tmp_path: Path) -> None:
    (tmp_path / ".screenshots").write_text("a.png\nindex.html\n", encoding="utf-8")
    assert made_before(tmp_path) == {"a.png", "index.html"}
    assert made_before(tmp_path / "new") == set()


def test_one_kind_is_kept() -> None:
    assert of_kind(PAGES, "post") == (PAGES[1],)
    assert of_kind(PAGES, None) == PAGES


def test_a_kind_that_is_not_there_is_wrong_usage_with_the_kinds_named() -> None:
    with pytest.raises(UsageError, match="--kind takes no 'pots': expected one of home, post"):
        of_kind(PAGES, "pots")


def test_the_pictures_of_the_readme_are_cut_from_the_top(tmp_path: Path) -> None:
    Image.new("RGB", (1280, 3000)).save(tmp_path / "home.es.desktop.light.png")
    Image.new("RGB", (780, 1000)).save(tmp_path / "post.es.phone.dark.png")
    docs = tmp_path / "docs"
    docs.mkdir()
    cut_for_readme(tmp_path, docs, "es")
    with Image.open(docs / "home.png") as home, Image.open(docs / "post.png") as post:
        assert (home.size, post.size) == ((1280, 900), (780, 1000))


def test_the_pictures_of_the_readme_need_their_pages(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="without --kind"):
        cut_for_readme(tmp_path, tmp_path, "es")
