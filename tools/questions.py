"""Asks what a task was not told: on a terminal until each answer will do, elsewhere never."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.errors import UsageError


@dataclass(frozen=True, slots=True)
class Question:
    """An option of the task, what it is on a terminal, the setting it becomes, and what it is if nobody says."""

    option: str
    asked: str
    setting: str
    default: str = ""
    is_required: bool = False


def answered(
    questions: Sequence[Question], given: Sequence[str | None], check: Callable[[Question, str], None]
) -> dict[str, str]:
    """Answer each question, by its option: as given, else from the terminal or, where there is none, by its default.

    `check` raises UsageError for an answer that will not do. So does this for those given, all at once, and where
    what is required can be asked of nobody.
    """
    pairs = list(zip(questions, given, strict=True))
    answers = {question.option: text.strip() for question, text in pairs if text is not None}
    faults = [_fault(question, text.strip(), check) for question, text in pairs if text is not None]
    if any(faults):
        raise UsageError("\nplaza: ".join(filter(None, faults)))
    open_questions = [question for question, text in pairs if text is None]
    if sys.stdin.isatty():
        return answers | {question.option: _asked(question, check) for question in open_questions}
    if missing := [f"--{question.option}" for question in open_questions if question.is_required]:
        raise UsageError(f"there is no terminal to ask on: say {', '.join(missing)}; --help explains them")
    return answers | {question.option: question.default for question in open_questions}


def _asked(question: Question, check: Callable[[Question, str], None]) -> str:
    """Ask until the answer will do. No more input is as good as Ctrl-C."""
    while True:
        try:
            text = input(f"{question.asked} [{question.default}]: " if question.default else f"{question.asked}: ")
        except EOFError:
            raise KeyboardInterrupt from None
        answer = text.strip() or question.default
        if not (fault := _fault(question, answer, check)):
            return answer
        print(f"  {fault}")


def _fault(question: Question, text: str, check: Callable[[Question, str], None]) -> str:
    try:
        check(question, text)
    except UsageError as wrong:
        return str(wrong)
    return ""
