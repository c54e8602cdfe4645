"""`init` in clones: the sites it makes of any choice of languages, what it asks, and what it refuses."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.clones import ENVIRONMENT, clone, git, inv
from tools.errors import UsageError
from tools.init import languages_of

URL = "https://example.org"
GIVEN = ("--name", "Our Site", "--languages", "es,en", "--url", URL)
VALUES = {
    "SITENAME": "x",
    "LANGUAGES": {"es": {"name": "Español"}, "en": {"name": "English"}, "pt": {"name": "Português"}},
}


@pytest.fixture
def here(plaza: Path, tmp_path: Path) -> Path:
    return clone(plaza, tmp_path / "our-site")


@pytest.fixture(scope="module")
def untouched(plaza: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a clone for what init refuses: each test finds it as it was cloned."""
    return clone(plaza, tmp_path_factory.mktemp("refused") / "our-site")


def test_git_brings_the_sample_back(here: Path) -> None:
    inv(here, "init", *GIVEN)
    assert not list((here / "content" / "posts").iterdir())
    git(here, "restore", "content")
    assert git(here, "status", "--porcelain", "--untracked-files=all") == (
        "?? site/pelicanconf.py\n?? site/publishconf.py\n"
    )


def test_site_is_made_once(here: Path) -> None:
    inv(here, "init", *GIVEN)
    git(here, "add", "--all")
    git(here, "commit", "--quiet", "--message", "Start")
    again = inv(here, "init", *GIVEN)
    assert (again.returncode, again.stdout) == (2, "")
    assert "this is a site of its own already: site/publishconf.py is there" in again.stderr
    assert git(here, "status", "--porcelain") == ""


def test_in_a_site_the_tests_say_that_they_are_plazas(here: Path) -> None:
    (here / "site" / "pelicanconf.py").write_text("SITENAME = 'Ours'\n", encoding="utf-8")
    done = inv(here, "test")
    assert done.returncode == 2
    assert "the tests read Plaza's own sample and settings, and this is a site" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "there is no terminal to ask on: say --name, --languages, --url"),
        (["--name", "Ours", "--url", URL], "there is no terminal to ask on: say --languages;"),
        (["--name", " "], "--name is empty; expected the site's name"),
        (["--name", "a\nb"], "--name is 'a\\nb'; expected one line of text"),
        (["--url", "example.org"], "--url: SITEURL is 'example.org'; expected an absolute address such as"),
        (["--timezone", "Mars"], "--timezone: TIMEZONE is 'Mars'; expected a name of the IANA time zone database"),
        (["--languages", "es,fr"], "--languages has 'fr'; expected tags from es, en, with commas between them"),
        (["--languages", "fr"], "docs/operations.md tells how to add a language"),
        (["--languages", "es,ES"], "--languages has a language twice"),
        (["--languages", "es,"], "--languages has ''; expected tags from es, en"),
    ],
)
def test_wrong_answers_are_wrong_usage_and_touch_nothing(untouched: Path, options: list[str], told: str) -> None:
    done = inv(untouched, "init", *options)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr
    assert git(untouched, "status", "--porcelain") == ""


def test_all_wrong_answers_are_told_at_once(here: Path) -> None:
    done = inv(here, "init", "--name", "Ours", "--languages", "fr", "--url", "nope", "--timezone", "Mars")
    assert done.returncode == 2
    assert [line.partition(" ")[2][:11] for line in done.stderr.splitlines()] == [
        "--languages",
        "--url: SITE",
        "--timezone:",
    ]


def test_content_that_no_commit_has_is_not_taken_out(here: Path) -> None:
    (here / "content" / "posts" / "mine.es.md").write_text("---\ntitle: Mía\n---\n", encoding="utf-8")
    done = inv(here, "init", *GIVEN)
    assert done.returncode == 2
    assert "content/ holds what no commit has" in done.stderr
    assert git(here, "status", "--porcelain") == "?? content/posts/mine.es.md\n"


def test_file_that_git_ignores_is_not_written_over(here: Path) -> None:
    git(here, "rm", "--quiet", "--cached", "content/levels.yml")
    (here / ".gitignore").write_text("levels.yml\n", encoding="utf-8")
    git(here, "commit", "--quiet", "--all", "--message", "Keep the levels to ourselves")
    done = inv(here, "init", *GIVEN)
    assert done.returncode == 2
    assert "content/ holds what no commit has, so that nothing could bring it back: content/levels.yml;" in done.stderr


def test_nothing_is_taken_out_where_there_is_no_git(here: Path, tmp_path: Path) -> None:
    done = inv(here, "init", *GIVEN, environment={"PATH": str(tmp_path / "empty")})
    assert (done.returncode, done.stderr[:38]) == (2, "plaza: there is no git on this machine")
    shutil.rmtree(here / ".git")
    done = inv(here, "init", *GIVEN)
    assert done.returncode == 2
    assert "is no clone of git" in done.stderr
    assert (here / "content" / "posts" / "backups.es.md").exists()
    assert not (here / "site" / "pelicanconf.py").exists()


def on_a_terminal(folder: Path, typed: str, *options: str) -> tuple[int, str]:
    """Run init with someone typing; gives the exit code and what was printed."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    command = (sys.executable, "-m", "tools", "init", *options)
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, stdin=theirs, capture_output=True, text=True, check=False
    )
    os.close(ours)
    os.close(theirs)
    return done.returncode, done.stdout + done.stderr


def test_on_a_terminal_it_asks_for_what_is_not_given_until_the_answer_will_do(here: Path) -> None:
    code, told = on_a_terminal(here, "Ours\n\nnowhere\nhttps://example.org\n\n\n", "--tagline", "We learn")
    assert code == 0
    assert "Its languages, the main one first [es,en]: " in told
    assert "SITEURL is 'nowhere'; expected" in told
    assert "Its time zone [UTC]: " in told
    assert "A line about it" not in told
    settings = (here / "site" / "pelicanconf.py").read_text(encoding="utf-8")
    assert 'SITENAME = "Ours"\nTAGLINE = "We learn"\n' in settings
    assert 'FEED_AUTHORITY = "example.org"\n' in settings


def test_end_of_input_leaves_everything_as_it_was(untouched: Path) -> None:
    code, _ = on_a_terminal(untouched, "Ours\n\x04")
    assert code == 128 + signal.SIGINT
    assert git(untouched, "status", "--porcelain") == ""


def test_languages_come_in_the_order_they_are_named_in_canonical_case() -> None:
    assert list(languages_of("EN, es", VALUES)) == ["en", "es"]


def test_language_without_texts_in_the_theme_is_not_offered() -> None:
    with pytest.raises(UsageError, match="has 'pt'; expected tags from es, en, with commas"):
        languages_of("pt", VALUES)
