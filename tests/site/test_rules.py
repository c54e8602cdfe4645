"""Every rule by example: what trips it, what is then said, and what does not (tests/data/rules/cases.yml)."""

import re
from pathlib import Path

import pytest

from plugins.rules import BY_NAME, RULES, Rule
from tests.support.building import ROOT
from tests.support.rule_cases import RuleCase, content_of, read_rule_cases, said_of
from tools.rule_tables import GUIDES, HEADS, table

CASES = read_rule_cases(ROOT / "tests" / "data" / "rules" / "cases.yml")


OF_THE_WEB = "dead-outside-link"  # which only ./inv links looks for: tests/tools/test_links.py


def test_every_rule_has_a_case() -> None:
    assert [case.rule for case in CASES] == [rule.name for rule in RULES if rule.name != OF_THE_WEB]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_says_exactly_this(case: RuleCase, tmp_path: Path) -> None:
    said = said_of(content_of(case.trips, tmp_path / "content"), case.settings)
    assert said == case.says
    assert f": {BY_NAME[case.rule].severity}: " in said
    assert f"[{case.rule}]\n" in said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_says_nothing_of_this(case: RuleCase, tmp_path: Path) -> None:
    assert said_of(content_of(case.passes, tmp_path / "content"), case.settings) == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_explained_in_each_guide(rule: Rule) -> None:
    for lang in GUIDES.values():
        assert f"| `{rule.name}` | {HEADS[lang][3][rule.severity]} | " in table(lang)


INFINITIVE = re.compile(r"(?:^|: |\. |, o |, )(?:\w{2,}[aeií]r)(?:l[aeo]s?)?\b", re.IGNORECASE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_to_do_is_said_to_the_author_in_spanish_too(rule: Rule) -> None:
    assert INFINITIVE.findall(rule.meaning["es"]) == []


WARNINGS = [case for case in CASES if ": warning: " in case.says and case.says.count("]\n") == 1]


@pytest.mark.parametrize("case", WARNINGS, ids=lambda case: case.rule)
def test_a_setting_turns_a_warning_off_or_into_an_error(case: RuleCase, tmp_path: Path) -> None:
    folder = content_of(case.trips, tmp_path / "content")
    assert said_of(folder, {**case.settings, "RULES": {case.rule: "off"}}) == ""
    assert said_of(folder, {**case.settings, "RULES": {case.rule: "error"}}).startswith(
        case.says.split("\n")[0].replace(": warning: ", ": error: ")
    )
