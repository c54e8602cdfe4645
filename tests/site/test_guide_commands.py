"""The commands that the guides show, run as they stand there, one after another, in a copy of the sample."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.building import ROOT, run_plaza

BLOCK = re.compile(r"^```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
# In the order in which a reader comes to them.
GUIDES = {lang: [f"content/pages/{name}.{lang}.md" for name in ("filing", "writing", "translating")] for lang in ("es", "en")}
GUIDES |= {f"authors.{lang}": [f"docs/authors.{lang}.md"] for lang in ("es", "en")}


def commands(paths: list[str]) -> Iterator[str]:
    for path in paths:
        for block in BLOCK.finditer((ROOT / path).read_text(encoding="utf-8")):
            yield from (line for line in block["text"].splitlines() if line.startswith("./inv "))


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_of_a_guide_do_what_it_says(guide: str, tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    shown = list(commands(GUIDES[guide]))
    assert shown
    for command in shown:
        words = shlex.split(command.removeprefix("./inv "))
        done = run_plaza(*words, "--content", str(content), cwd=tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stderr}"


@pytest.mark.parametrize(("lang", "made"), [("es", ["llaves.es.md", "llaves.en.md"]), ("en", ["keys.en.md", "keys.es.md"])])
def test_following_the_pages_makes_a_post_and_its_translation(lang: str, made: list[str], tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    for command in commands(GUIDES[lang]):
        run_plaza(*shlex.split(command.removeprefix("./inv ")), "--content", str(content), cwd=tmp_path)
    assert all((content / "posts" / name).is_file() for name in made)
    assert "solar-power:" in (content / "topics.yml").read_text(encoding="utf-8")
    assert "original_digest:" in (content / "posts" / made[1]).read_text(encoding="utf-8")
