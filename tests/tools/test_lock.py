"""The lock: what makes it, and that it holds what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.lock import HEADER, command, with_header

ROOT = Path(__file__).parents[2]


def locked() -> list[Requirement]:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return [Requirement(line.rstrip(" \\")) for line in text.splitlines() if re.match(r"[a-z]", line)]


def test_lock_holds_every_dependency_in_a_version_that_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [Requirement(text) for text in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"])]
    pins = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in locked()}
    for requirement in asked:
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


def test_lock_pins_one_version_of_each_package():
    names = [pin.name for pin in locked()]
    assert len(names) == len(set(names))


def test_every_package_of_the_lock_has_digests():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=[a-z])", text.removeprefix(HEADER)):
        assert "--hash=sha256:" in entry


def test_lock_is_for_every_platform_and_the_oldest_python():
    words = command(Path("draft"), upgrade=False)
    assert "--universal" in words
    assert words[words.index("--python-version") + 1] == "3.11"
    assert "--upgrade" not in words
    assert "--upgrade" in command(Path("draft"), upgrade=True)


def test_lock_says_how_it_is_made():
    assert with_header("# old\n# older\na==1\n") == HEADER + "a==1\n"
    assert (ROOT / "requirements.lock").read_text(encoding="utf-8").startswith(HEADER)
