"""What the benchmark of authors' commands prints; how long they take is for people to read."""

from pathlib import Path

import pytest

from tests.support.building import tree
from tools.check import check
from tools.check_times import Time, measure, print_table
from tools.synthetic_content import write_content


def test_each_time_is_told_as_a_multiple_of_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([Time("read", 0.05), Time("check", 0.3)], 1000)
    rows = [line.split("│") for line in capsys.readouterr().out.splitlines() if line.startswith("│")]
    assert [[cell.strip() for cell in row[1:-1]] for row in rows] == [["read", "0.05", "1.0"], ["check", "0.30", "6.0"]]


@pytest.mark.prove
def test_every_command_is_measured() -> None:
    assert [time.name for time in measure(2)] == [
        "start Python, read and hash",
        "check, cold",
        "check, nothing changed",
        "status, nothing changed",
        "check, one post changed",
    ]


def test_the_content_is_the_same_each_time_and_checks_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_content(tmp_path / "one", 4)
    write_content(tmp_path / "two", 4)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert check(tmp_path / "one") == 0
    assert capsys.readouterr().err == "0 errors, 0 warnings\n"
    sizes = [len(data) for path, data in tree(tmp_path / "one").items() if path.startswith("posts/")]
    assert all(5000 < size < 7500 for size in sizes), sizes
