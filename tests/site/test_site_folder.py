"""The folder site/: Plaza ships it empty, and what a site puts there comes before Plaza's own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.building import ROOT, tree
from tests.support.clones import ENVIRONMENT, clone, git, inv

SETTINGS = 'SITENAME = "Ours"\nPLUGINS += []\nQUOTE_LANGS = [*QUOTE_LANGS, "ht"]\nTAGLINE = f"{SITENAME}, in two"\n'
ADDRESS = 'SITEURL = "https://ours.example"\n'
PRINTED = "import json; from publishconf import *; print(json.dumps([SITENAME, SITEURL, QUOTE_LANGS, TAGLINE]))"


@pytest.fixture
def here(plaza: Path, tmp_path: Path) -> Path:
    """Give a clone with settings of its own, and one post."""
    folder = clone(plaza, tmp_path / "ours")
    git(folder, "rm", "-r", "--quiet", "content/posts", "content/pages", "content/media")
    (folder / "content" / "posts").mkdir()
    (folder / "content" / "posts" / "a.es.md").write_text("---\ntitle: Nota\ndate: 2026-01-31\n---\nHola.\n")
    (folder / "site" / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    (folder / "site" / "publishconf.py").write_text(ADDRESS, encoding="utf-8")
    return folder


def test_plaza_keeps_nothing_there_but_what_explains_it() -> None:
    assert git(ROOT, "ls-files", "site").splitlines() == ["site/README.md"]


def test_its_settings_take_the_place_of_plazas_and_see_them(here: Path) -> None:
    command = (sys.executable, "-c", PRINTED)
    done = subprocess.run(command, cwd=here, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ["Ours", "https://ours.example", ["pt", "nah", "ht"], "Ours, in two"]


def test_pelicans_own_command_builds_the_same_site(here: Path) -> None:
    built = inv(here, "build", "--settings", "publishconf.py")
    assert built.returncode == 0, built.stderr
    command = (sys.executable, "-m", "pelican", "content", "-s", "publishconf.py", "-o", "other")
    subprocess.run(command, cwd=here, env=ENVIRONMENT, capture_output=True, check=True)
    assert "https://ours.example" in (here / "output" / "index.html").read_text(encoding="utf-8")
    assert tree(here / "output") == tree(here / "other")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A = 1\nB = A / 0\n", "pelicanconf.py:2: ZeroDivisionError: division by zero"),
        ("A = 1\nB = (\n", "pelicanconf.py:2: SyntaxError: '(' was never closed"),
        ("import nowhere\n", "pelicanconf.py:1: ModuleNotFoundError: No module named 'nowhere'"),
        ("# the zone\nTIMEZONE = 'Mars'\n", "site/pelicanconf.py:2: TIMEZONE is 'Mars'; expected a name"),
        ("LANGUAGES = {'es': {}}\n", "site/pelicanconf.py:1: LANGUAGES['es'] lacks a name"),
    ],
)
def test_fault_in_its_settings_names_their_file_and_line(here: Path, text: str, told: str) -> None:
    (here / "site" / "pelicanconf.py").write_text(text, encoding="utf-8")
    for task in ("check", "build"):
        done = inv(here, task)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert told in done.stderr
        assert "site/pelicanconf.py" in done.stderr


def test_fault_of_the_command_line_is_not_laid_on_the_sites_settings(here: Path) -> None:
    done = inv(here, "build", "--settings", "publishconf.py", "--site-url", "nowhere")
    assert done.returncode == 2
    assert done.stderr.startswith("plaza: the settings are wrong: SITEURL is 'nowhere'")
