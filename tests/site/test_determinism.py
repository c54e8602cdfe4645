"""The same bytes whatever the machine: each build runs in a process of its own, with other surroundings."""

from pathlib import Path

import pytest

from tests.support.building import Built, run_plaza, tree

SURROUNDINGS = {
    "hash seed 1": {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    "the C locale": {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Asia/Kathmandu", "PYTHONUTF8": "0"},
    "another locale": {"PYTHONHASHSEED": "3", "LC_ALL": "es_MX.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
}


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.prove) if name == "another locale" else name for name in SURROUNDINGS],
)
def test_a_build_has_the_same_bytes_in_other_surroundings(built_sample: Built, output: Path, name: str) -> None:
    done = run_plaza("build", "--output", str(output), environment=SURROUNDINGS[name], umask=0o077)

    assert done.returncode == 0, done.stderr
    assert tree(output) == tree(built_sample.output)
    post = (output / "notas" / "respaldos-que-se-restauran" / "index.html").read_text(encoding="utf-8")
    assert "18 de marzo de 2025" in post
