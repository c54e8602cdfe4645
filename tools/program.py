"""Plaza's program: reads the command line, runs the tasks it names and answers with an exit code.

It is invoke's Program with what a command-line tool must keep and invoke does not: `--help` anywhere runs nothing,
bad usage exits 2 with the nearest right word, no file or variable of the user's changes what a task does, and a fault
of Plaza's own ends in one line with its traceback in a file.
"""

from __future__ import annotations

import importlib
import inspect
import os
import sys
import textwrap
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import invoke.program
from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import ParseError
from invoke.parser.argument import Argument
from invoke.parser.parser import Parser

from tools.errors import FINE, MACHINE_AT_FAULT, PlazaError, UsageError
from tools.task import Kind
from tools.usage import explained, unknown_task

INTERRUPTED = 130  # 128 + SIGINT, as shells count
PIPE_CLOSED = 141  # 128 + SIGPIPE
HELP = ("--help", "-h")
DEBUG = "--debug"


class Program(invoke.program.Program):
    """The tasks of one collection, as a command-line program."""

    def __init__(self, collection: Collection) -> None:
        """Keep the tasks; nothing else is read, neither files of the user's nor variables."""
        super().__init__(namespace=collection, binary="./inv")
        self.collection: Collection = collection

    def core_args(self) -> list[Argument]:
        """Every task also takes these; `--help` is listed for the parser's sake and handled before it."""
        return [
            Argument(names=("help", "h"), kind=bool, default=False, help="show this help and run nothing"),
            Argument(names=("debug",), kind=bool, default=False, help="show the traceback of an unexpected fault"),
        ]

    def answer(self, arguments: Sequence[str]) -> int:
        """Run the tasks that the arguments name, up to the first that fails; return the exit code."""
        before_dashes = list(arguments)[: list(arguments).index("--")] if "--" in arguments else list(arguments)
        if not arguments or any(word in HELP for word in before_dashes):
            return self._help([word for word in before_dashes if not word.startswith("-")])
        for name, options in self._parsed(arguments):
            code = self.collection[name](Context(), **options)
            if code:
                return int(code)
        return FINE

    def _parsed(self, arguments: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
        """Read task names and their options. Raises UsageError."""
        parser = Parser(initial=self.initial_context, contexts=self.collection.to_contexts())
        try:
            _, *tasks = parser.parse_argv(list(arguments))
        except ParseError as error:
            raise explained(error, self.collection.task_names, ("--help", DEBUG)) from None
        if "--" in arguments:
            raise UsageError("no task takes words after --")
        if not tasks:
            raise UsageError("no task is named; ./inv lists the tasks")
        return [(str(task.name), task.as_kwargs) for task in tasks]

    def _help(self, words: Sequence[str]) -> int:
        if words and words[0] not in self.collection.task_names:
            raise unknown_task(words[0], self.collection.task_names)
        print(self.help_of(words[0]) if words else self.help(), end="")
        return FINE

    def help(self) -> str:
        """List the tasks, one line each."""
        rows = [(name, _first_line(self.collection[name].__doc__)) for name in sorted(self.collection.task_names)]
        return f"Usage: ./inv TASK [--options]\n\n{_columns(rows)}\n./inv TASK --help tells a task's options.\n"

    def help_of(self, name: str) -> str:
        """Tell what a task does and takes."""
        arguments = [*self.collection[name].get_arguments(), *self.core_args()]
        rows = [(_spec(argument), _told(argument)) for argument in arguments]
        usage = " ".join(["./inv", name, *(_usage(argument) for argument in arguments[:-2])])
        body = inspect.cleandoc(self.collection[name].__doc__ or "")
        return f"Usage: {textwrap.fill(usage, 96, subsequent_indent='    ')}\n\n{body}\n\n{_columns(rows)}"


def main(arguments: Sequence[str], root: Path) -> int:
    """Run the checkout's tasks.py; whatever happens, end in an exit code and at most one line about it."""
    try:
        tasks = importlib.import_module("tasks")
        code = Program(Collection.from_module(tasks)).answer(arguments)
        sys.stdout.flush()
        return code
    except PlazaError as error:
        print(f"plaza: {error}" if not hasattr(error, "diagnostics") else error, file=sys.stderr)
        return error.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that Python's own flush does not fail
        return PIPE_CLOSED
    except Exception as error:
        return _fault(error, root, in_full=DEBUG in arguments)


def _fault(error: Exception, root: Path, in_full: bool) -> int:
    told = " ".join(f"{type(error).__name__}: {error}".split())
    if in_full:
        traceback.print_exception(error)
        print(f"plaza: unexpected {told}", file=sys.stderr)
        return MACHINE_AT_FAULT
    report = root / ".cache" / "traceback.txt"
    try:
        report.parent.mkdir(exist_ok=True)
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        where = f"traceback in {report}"
    except OSError:
        where = "--debug shows the traceback"
    print(f"plaza: unexpected {told} ({where})", file=sys.stderr)
    return MACHINE_AT_FAULT


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0]


def _spec(argument: Argument) -> str:
    if isinstance(argument.kind, Kind):
        return argument.kind.flag if argument.positional else f"--{argument.names[0]} {argument.kind.value}"
    return ", ".join(sorted(f"--{name}" if len(name) > 1 else f"-{name}" for name in argument.names))


def _usage(argument: Argument) -> str:
    return _spec(argument) if argument.positional else f"[{_spec(argument)}]"


def _told(argument: Argument) -> str:
    default = argument.default
    shown = isinstance(argument.kind, Kind) and default is not None and not isinstance(default, Path)
    return f"{argument.help} (default: {default})" if shown else str(argument.help)


def _columns(rows: Iterable[tuple[str, str]]) -> str:
    rows = list(rows)
    width = min(max(len(left) for left, _ in rows), 32)
    lines = []
    for left, right in rows:
        gap = "\n" + " " * (width + 4) if len(left) > width else " " * (width + 2 - len(left))
        lines.append(f"  {left}{gap}{right}\n")
    return "".join(lines)
