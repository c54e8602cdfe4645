"""What is wrong with a command line, in one line that names the nearest right word.

invoke's parser says "No idea what '--formt' is!" of unknown tasks, unknown options and surplus words alike. Its error
carries the task being read, which tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from invoke.exceptions import ParseError
from invoke.parser.context import ParserContext

from plugins.catalogue.nearest import nearest
from tools.errors import UsageError

UNKNOWN = re.compile(r"No idea what '(?P<word>.*)' is!", re.DOTALL)
NO_VALUE = re.compile(r"Flag <\w+: (?P<flag>[\w-]+).*> needed value", re.DOTALL)
MISSING = re.compile(r"did not receive required positional arguments: (?P<names>.*)", re.DOTALL)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `, did you mean build?` for a word close to a known one, else nothing."""
    found = nearest(word, known)
    return f", did you mean {found}?" if found else ""


def unknown_task(word: str, tasks: Iterable[str]) -> UsageError:
    """Say that no task has this name."""
    return UsageError(f"unknown task {word!r}{suggestion(word, tasks) or '; ./inv lists the tasks'}")


def explained(error: ParseError, tasks: Iterable[str], everywhere: Iterable[str]) -> UsageError:
    """Turn a parser's error into ours; `everywhere` are the options that every task has."""
    context: ParserContext | None = error.context
    name = (context.name if context else None) or ""
    text = str(error)
    if match := UNKNOWN.fullmatch(text):
        return _unknown(match["word"], name, context, tasks, everywhere)
    if match := NO_VALUE.search(text):
        return UsageError(f"--{match['flag'].replace('_', '-')} of {name} needs a value")
    if match := MISSING.search(text):
        return UsageError(f"{name} needs {match['names'].replace(chr(39), '').upper()}; see ./inv {name} --help")
    return UsageError(text)


def _unknown(
    word: str, name: str, context: ParserContext | None, tasks: Iterable[str], everywhere: Iterable[str]
) -> UsageError:
    flags = (*(context.flags if context else ()), *everywhere)
    if word.startswith("-"):
        of = f" of {name}" if name else ""
        hint = suggestion(word, flags) or (f"; see ./inv {name} --help" if name else "; ./inv lists the tasks")
        return UsageError(f"unknown option {word}{of}{hint}")
    if not name:
        return unknown_task(word, tasks)
    given = [arg for arg in context.args.values() if arg.raw_value is not None] if context else []
    if any(arg.takes_value for arg in given):
        return UsageError(f"{name} cannot take {word!r}: an option is given twice, or this is one word too many")
    return UsageError(f"{name} cannot take {word!r}{suggestion(word, tasks) or f'; see ./inv {name} --help'}")
