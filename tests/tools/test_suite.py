"""The suite: what pytest's exit codes mean to whoever called the task."""

import pytest

from tools.errors import MachineError, UsageError
from tools.suite import meaning


def test_passed_and_failed_keep_their_codes():
    assert (meaning(0), meaning(1)) == (0, 1)


@pytest.mark.parametrize("code", [4, 5])
def test_no_test_at_all_is_wrong_usage(code):
    with pytest.raises(UsageError):
        meaning(code)


def test_interrupt_is_passed_on():
    with pytest.raises(KeyboardInterrupt):
        meaning(2)


def test_fault_of_pytest_is_the_fault_of_the_machine():
    with pytest.raises(MachineError):
        meaning(3)
