import sys
from pathlib import Path

import pytest

from tools.errors import MachineError
from tools.process_cost import Cost, cost_of, middle

HERE = Path(__file__).parent


def test_the_time_and_memory_of_a_command_and_its_children_count() -> None:
    child = "x = bytearray(60_000_000); import time; time.sleep(0.5)"
    held = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    cost = cost_of((sys.executable, "-c", held), HERE)
    assert cost.wall >= 0.5
    assert cost.memory > 60_000_000


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"ended with code 3: so it is"):
        cost_of((sys.executable, "-c", "print('so it is'); raise SystemExit(3)"), tmp_path)


def test_the_middle_of_costs_is_that_of_each_figure() -> None:
    assert middle([Cost(1, 5, 9), Cost(2, 4, 8), Cost(9, 0, 7)]) == Cost(2, 4, 8)
