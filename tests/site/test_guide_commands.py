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


MADE = {"es": ["llaves.es.md", "llaves.en.md"], "en": ["keys.en.md", "keys.es.md"]}


# In the suite one guide of each kind, in one language; lint holds those of the other to the same commands.
IN_SUITE = ("es", "authors.en")


@pytest.mark.parametrize(
    "guide", [*IN_SUITE, *(pytest.param(name, marks=pytest.mark.prove) for name in GUIDES if name not in IN_SUITE)]
)
def test_the_commands_of_a_guide_do_what_it_says(guide: str, tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    shown = list(commands(GUIDES[guide]))
    assert shown
    for command in shown:
        words = shlex.split(command.removeprefix("./inv "))
        done = run_plaza(*words, "--content", str(content), cwd=tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
    for name in MADE.get(guide, ()):
        assert (content / "posts" / name).is_file()
        assert ("original_digest:" in (content / "posts" / name).read_text(encoding="utf-8")) == (name == MADE[guide][1])
    if guide in MADE:
        assert "solar-power:" in (content / "topics.yml").read_text(encoding="utf-8")
