"""The guides, in both languages, explain every rule that a build can report and every setting that Plaza states."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tools.documents import parse

GUIDES = {"authors.en.md": "operations.md", "authors.es.md": "operations.es.md"}
ROOT = Path(__file__).resolve().parents[1]
REPORTED = re.compile(
    r'\b(?:error|warning|_?problem|Diagnostic|bad|Problem)\((?:[^()"]|\([^()]*\))*?"([a-z]+(?:-[a-z]+)+)"', re.DOTALL
)


def rules() -> set[str]:
    found = set()
    for module in (ROOT / "plugins").rglob("*.py"):
        found |= set(REPORTED.findall(module.read_text(encoding="utf-8")))
    return found


def test_the_rules_are_found_in_the_code():
    assert {"unclosed-comment", "dead-link", "missing-file"} <= rules()


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_explains_every_rule(guide: str):
    # Faults of the theme and its catalogues are for those who run a site.
    text = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in (guide, GUIDES[guide]))
    assert sorted(rule for rule in rules() if f"`{rule}`" not in text and f"`[{rule}]`" not in text) == []


def settings() -> set[str]:
    stated = (ROOT / name for name in ("pelicanconf.py", "publishconf.py"))
    return {name for file in stated for name in re.findall(r"^([A-Z_]+) = ", file.read_text(encoding="utf-8"), re.M)}


@pytest.mark.parametrize("guide", GUIDES.values())
def test_a_guide_has_a_row_for_every_setting(guide: str):
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    told = {name for cell in re.findall(r"^\| (`[A-Z_]+`[^|]*)\|", text, re.M) for name in re.findall("[A-Z_]+", cell)}
    assert "PUBLISH_TARGETS" in settings()
    assert sorted(settings() - told) == []


@pytest.mark.parametrize("guide", [*GUIDES, *GUIDES.values()])
def test_the_contents_of_a_guide_name_every_section(guide: str):
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    contents = re.search(r"^Conten(?:ts|ido): .*?\n\n", text, re.M | re.S)
    assert contents is not None
    sections = [title.content for tag, title in pairwise(parse(text)) if (tag.type, tag.tag) == ("heading_open", "h2")]
    assert re.findall(r"\[(.*?)\]\(#", contents[0]) == sections
