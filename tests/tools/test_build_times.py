"""What the benchmark of builds measures and prints; how long they take is for people to read."""

import json
from pathlib import Path

import pytest

from tools.build_times import FULL, SEEN, Measured, as_json, measure, print_table
from tools.process_cost import Cost

FOUND = [
    Measured("plaza: cold", Cost(3.0, 5.0, 90_000_000), 3),
    Measured(f"plaza: {SEEN}", Cost(0.5, 0, 0), 3),
    Measured(f"pelican: {FULL}", Cost(30.0, 29.0, 100_000_000), 3),
    Measured(f"hugo: {FULL}", Cost(2.0, 4.0, 300_000_000), 3),
    Measured(f"hugo: {SEEN}", Cost(0.25, 0, 0), 3),
]


def test_every_build_is_told_as_a_part_of_each_peers(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(FOUND, 1000)
    rows = [line.split("│") for line in capsys.readouterr().out.splitlines() if line.startswith("│")]
    cells = [[cell.strip() for cell in row[1:-1]] for row in rows]
    assert cells[0] == ["plaza: cold", "3.00", "5.00", "90", "0.10", "1.50"]
    assert cells[1][-2:] == ["", "2.00"]  # what authors wait for, beside what they wait for elsewhere


def test_the_same_comes_as_json() -> None:
    told = json.loads(as_json(FOUND, 1000))
    assert told["pairs"] == 1000
    assert told["builds"][0] == {"what": "plaza: cold", "wall": 3.0, "processor": 5.0, "memory": 90_000_000, "runs": 3}


@pytest.mark.prove
def test_every_kind_of_build_is_measured() -> None:
    found = measure(2, with_peers=False, times=1)
    assert [one.what for one in found] == [
        "plaza: cold",
        "plaza: nothing changed",
        "plaza: one pair edited",
        "plaza: one label edited",
        "plaza: one template edited",
        "plaza: a new post",
        f"plaza: {SEEN}",
    ]
    assert all(one.cost.wall > 0 for one in found)


@pytest.mark.prove
def test_a_folder_of_ones_own_is_measured_on_a_copy(tmp_path: Path) -> None:
    post = tmp_path / "content" / "posts" / "a.es.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ntitle: A\ndate: 2020-01-01\n---\nUno.\n", encoding="utf-8")
    found = measure(1, tmp_path / "content", with_peers=False, times=1)
    assert [one.what for one in found] == [
        "plaza: cold",
        "plaza: nothing changed",
        "plaza: one pair edited",
        "plaza: one template edited",
        "plaza: a new post",
    ]
    assert post.read_text(encoding="utf-8").endswith("---\nUno.\n")
    assert [path.name for path in post.parent.iterdir()] == ["a.es.md"]
