"""From clone to published site in ten minutes: README's own commands, and the post it shows, in a fresh clone."""

from __future__ import annotations

import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from tests.support.building import ROOT
from tests.support.clones import ENVIRONMENT, clone, inv
from tools.crawl import crawl

BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"into `(content/[^`]+)`")


def steps() -> Iterator[tuple[str, str]]:
    """Read the section of README: commands, and files with their paths, in order."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.partition("## From clone to published site in ten minutes\n")[2].partition("\n## ")[0]
    for block in BLOCK.finditer(section):
        told = dedent(block[3])
        if block[2] == "markdown":
            (path,) = FILE.findall(section[: block.start()].rpartition("\n\n")[0] or section[: block.start()])[-1:]
            yield path, told
        else:
            yield from (("", line) for line in told.splitlines() if line.strip())


def follow(command: str, folder: Path, plaza: Path) -> tuple[Path, str]:
    """Run one command of README and give the folder after it, and what was printed."""
    words = shlex.split(command.replace("<address>", shlex.quote(str(plaza))))
    if words[0] == "cd":
        return folder / words[1], ""
    if words[0] == "./inv":
        words = [sys.executable, "-m", "tools", *words[1:]]
    if "serve" in words:
        return folder, serve_for_a_moment([*words, "--port", "0"], folder)
    done = subprocess.run(
        words, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{command}\n{done.stdout}"
    return folder, done.stdout


def serve_for_a_moment(words: list[str], folder: Path) -> str:
    """Start `serve`, wait until it serves, and end it as Ctrl-C does."""
    process = subprocess.Popen(
        words,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    try:
        told = ""
        while "Ctrl-C" not in told:
            line = process.stdout.readline()
            assert line, told
            told += line
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        process.wait()
    return told


@pytest.fixture(scope="module")
def site(plaza: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Follow README from its first command to its last; give the site's folder and what each command printed."""
    folder, told = tmp_path_factory.mktemp("home"), {}
    for path, text in steps():
        if path:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        else:
            folder, told[text] = follow(text, folder, plaza)
    return folder, told


def pages(output: Path) -> dict[str, str]:
    return {page.relative_to(output).as_posix(): page.read_text("utf-8") for page in output.rglob("*.html")}


def test_the_readme_leads_to_a_checked_and_published_site(site: tuple[Path, dict[str, str]]) -> None:
    _, told = site
    assert [command.split()[1] for command in told if command.startswith("./inv")] == [
        "serve",
        "init",
        "check",
        "build",
    ]
    assert told["./inv check"] == "0 errors, 0 warnings\n"
    assert told["./inv build --settings publishconf.py"].startswith("1 post in 2 languages: ")


def test_the_first_post_is_on_the_home_page_of_each_language(site: tuple[Path, dict[str, str]]) -> None:
    built = pages(site[0] / "output")
    ((path, text),) = [step for step in steps() if step[0]]
    title = yaml.safe_load(text.split("---")[1])["title"]
    assert path == "content/posts/hello.en.md"
    for home in ("index.html", "es/index.html"):
        assert title in built[home]


def test_no_word_of_the_sample_is_left(site: tuple[Path, dict[str, str]], plaza: Path) -> None:
    texts = [file.read_text("utf-8-sig") for file in (plaza / "content").glob("p*/**/*.md")]
    titles = {re.search(r"^title: *(.+)$", text, re.MULTILINE)[1].strip("\"'") for text in texts}  # type: ignore[index]
    people = {entry["name"] for entry in yaml.safe_load((plaza / "content/people.yml").read_text("utf-8")).values()}
    media = {file.name for file in (plaza / "content/media").iterdir()}
    built = pages(site[0] / "output")
    left = {
        (path, word)
        for path, text in built.items()
        for word in titles | people | media
        if len(word) > 6 and word in text
    }
    assert left == set()
    assert not (site[0] / "output/media").exists()


def test_a_crawl_of_the_published_site_finds_no_problem(site: tuple[Path, dict[str, str]]) -> None:
    (init,) = [command for command in site[1] if command.startswith("./inv init")]
    words = shlex.split(init)
    problems = crawl(site[0] / "output", words[words.index("--url") + 1])
    assert "".join(f"{problem.path}: {problem.message}\n" for problem in problems) == ""


@pytest.mark.parametrize("languages", ["en,es", *(pytest.param(tags, marks=pytest.mark.prove) for tags in ("es", "en", "es,en"))])
def test_a_site_without_posts_builds_checks_and_tells_its_status(plaza: Path, tmp_path: Path, languages: str) -> None:
    site = clone(plaza, tmp_path / "site")
    inv(site, "init", "--name", "Ours", "--languages", languages, "--url", "https://ours.example/blog")
    for task in (["check"], ["build", "--settings", "publishconf.py"]):
        done = inv(site, *task)
        assert done.returncode == 0
        assert [line for line in done.stderr.splitlines() if " warning: " in line] == [
            "content/posts:1: warning: there are no posts [no-posts]"
        ]
    assert "0 current" in inv(site, "status").stdout
    assert list(crawl(site / "output", "https://ours.example/blog")) == []
