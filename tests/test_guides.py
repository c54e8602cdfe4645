"""The authors' guides explain every rule that a build can report."""

import re
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("guide", ["authors.en.md", "authors.es.md"])
def test_a_guide_explains_every_rule(guide: str):
    # Faults of the theme and its catalogues are for those who run a site.
    text = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in (guide, "operations.md"))
    assert sorted(rule for rule in rules() if f"`{rule}`" not in text and f"`[{rule}]`" not in text) == []
