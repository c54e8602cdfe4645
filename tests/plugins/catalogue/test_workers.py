import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from plugins.catalogue.workers import FEWEST, WorkerDiedError, available, spread

ROOT = Path(__file__).resolve().parents[3]
WORK = list(range(200))
# Works for ever, in two workers that each say when they begin.
ENDLESS = """
import os, time
from plugins.catalogue.workers import spread
list(spread(lambda _: (os.write(1, b"begun\\n"), time.sleep(3600)), range(200), str, 2))
"""


def doubled(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_results_come_in_order_whatever_the_number_of_workers(workers: int) -> None:
    assert [result for result, _ in spread(doubled, WORK, str, workers)] == [number * 2 for number in WORK]


def test_several_workers_share_the_work() -> None:
    assert os.getpid() not in {process for _, process in spread(doubled, WORK, str, 2)}


def test_little_work_stays_in_this_process() -> None:
    assert {process for _, process in spread(doubled, WORK[: FEWEST - 1], str, 2)} == {os.getpid()}


def test_what_is_done_is_told() -> None:
    told: list[int] = []
    list(spread(doubled, WORK, str, 2, told.append))
    assert told == sorted(told) and told[-1] == len(WORK)


def test_a_worker_that_dies_names_what_it_was_working_on() -> None:
    def deadly(number: int) -> int:
        if number == 150:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerDiedError, match=r"over posts/150\.es\.md"):
        list(spread(deadly, WORK, lambda number: f"posts/{number}.es.md", 2))


def test_what_a_worker_raises_is_raised() -> None:
    def faulty(number: int) -> NoReturn:
        raise ValueError(number)

    with pytest.raises(ValueError, match="0"):
        list(spread(faulty, WORK, str, 2))


def test_there_is_at_least_one_processor() -> None:
    assert available() >= 1


def test_workers_end_with_the_process_that_forked_them_even_where_it_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        begun = [process.stdout.readline() for _ in range(2)]
        process.kill()
        assert begun == [b"begun\n"] * 2
        process.communicate(timeout=60)  # the pipe ends when the last worker has
