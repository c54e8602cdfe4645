"""Questions of a task: what was given counts, a terminal is asked, and nobody is asked twice for a good answer."""

from __future__ import annotations

import pytest

from tools.errors import UsageError
from tools.questions import Question, answered

NAME = Question("name", "The name", "SITENAME", is_required=True)
ZONE = Question("timezone", "The time zone", "TIMEZONE", "UTC")


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)


def refuse_mars(question: Question, text: str) -> None:
    if text == "Mars":
        raise UsageError(f"--{question.option} is Mars; expected a place on Earth")


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """Be a terminal at which these lines are typed; the prompts shown come into the list."""
    prompts, typed = list[str](), iter(lines)

    def read(prompt: str) -> str:
        prompts.append(prompt)
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", read)
    return prompts


def test_without_a_terminal_what_is_not_given_has_its_default() -> None:
    assert answered([NAME, ZONE], [" Ours ", None], refuse_mars) == {"name": "Ours", "timezone": "UTC"}


def test_without_a_terminal_what_is_required_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="there is no terminal to ask on: say --name; --help explains them"):
        answered([NAME, ZONE], [None, "UTC"], refuse_mars)


def test_all_answers_given_that_will_not_do_are_told_at_once() -> None:
    with pytest.raises(UsageError) as told:
        answered([NAME, ZONE], ["Mars", "Mars"], refuse_mars)
    assert str(told.value) == (
        "--name is Mars; expected a place on Earth\nplaza: --timezone is Mars; expected a place on Earth"
    )


def test_only_what_is_not_given_is_asked_again_until_it_will_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    prompts = type_in(monkeypatch, "Mars", "")
    assert answered([NAME, ZONE], ["Ours", None], refuse_mars) == {"name": "Ours", "timezone": "UTC"}
    assert prompts == ["The time zone [UTC]: "] * 2
    assert capsys.readouterr().out == "  --timezone is Mars; expected a place on Earth\n"


def test_end_of_input_is_as_good_as_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = type_in(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        answered([NAME], [None], refuse_mars)
    assert prompts == ["The name: "]
