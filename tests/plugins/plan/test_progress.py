import os
import pty
import sys

import pytest

from plugins.plan.progress import FEWEST, bar


def test_elsewhere_than_on_a_terminal_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    told = bar("reading", FEWEST)
    told(FEWEST)
    assert tuple(capsys.readouterr()) == ("", "")


@pytest.mark.parametrize(("total", "is_drawn"), [(FEWEST, True), (FEWEST - 1, False)])
def test_a_terminal_shows_how_far_long_work_is(total: int, is_drawn: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    monkeypatch.setenv("TERM", "xterm")
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        told = bar("reading", total)
        told(total // 2)
        told(total)
        print("end", file=terminal, flush=True)
        drawn = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ("reading" in drawn and "50%" in drawn) is is_drawn
