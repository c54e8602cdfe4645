"""A task whose annotations say what its options take: whole numbers, paths, choices.

invoke reads the kind of an option off its default value, passes any text and makes up short flags. Here a parameter
is annotated, `Annotated[Literal["text", "json"], Option("print it like this")]`, and what does not fit is wrong usage.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import invoke.tasks
from invoke.parser.argument import Argument

from tools.errors import UsageError
from tools.usage import suggestion


@dataclass(frozen=True, slots=True)
class Option:
    """What the help says of an option, the word its value has there, and the numbers it allows."""

    help: str
    value: str = ""
    within: range | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """What an option takes. Calling it with the text given makes the value, as invoke's argument kinds do."""

    flag: str
    type: object
    option: Option

    @property
    def __name__(self) -> str:
        return self.value

    @property
    def value(self) -> str:
        """The word for the value in the help: `DIR`, or the choices."""
        if self.option.value:
            return self.option.value
        names: Mapping[object, str] = {int: "NUMBER", Path: "PATH"}
        return "|".join(self.choices) or names.get(self.type, "TEXT")

    @property
    def choices(self) -> tuple[str, ...]:
        """The texts that the option allows, where they are few."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    def __call__(self, text: str) -> object:
        """Make the value. A path is taken from the caller's folder. Raises UsageError."""
        if self.choices and text not in self.choices:
            expected = f"expected one of {', '.join(self.choices)}"
            raise UsageError(f"{self.flag} takes no {text!r}: {expected}{suggestion(text, self.choices)}")
        if self.type is int:
            return self._number(text)
        if self.type is Path:
            if not text:
                raise UsageError(f"{self.flag} needs a path, and the one given is empty")
            return Path.cwd() / Path(text).expanduser()
        return text

    def _number(self, text: str) -> int:
        allowed = self.option.within
        if not (text.isascii() and text.isdecimal()):
            raise UsageError(f"{self.flag} takes no {text!r}: expected a whole number")
        if allowed is not None and int(text) not in allowed:
            raise UsageError(f"{self.flag} takes no {text}: expected {allowed.start} to {allowed.stop - 1}")
        return int(text)


class Task(invoke.tasks.Task[Any]):
    """An invoke task with typed options and no short flags; its docstring is its help."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """Make the parser's arguments, the positional ones (those without a default) first."""
        hints = get_type_hints(self.body, include_extras=True)
        parameters = self.argspec(self.body).parameters.values()
        arguments = [_argument(parameter, hints[parameter.name]) for parameter in parameters]
        return sorted(arguments, key=lambda argument: not argument.positional)


def task(body: Callable[..., int | None]) -> Task:
    """Make a task of a function from a context and typed options to an exit code, or None for 0."""
    return Task(body, auto_shortflags=False)


def _argument(parameter: inspect.Parameter, hint: object) -> Argument:
    option = next((extra for extra in get_args(hint)[1:] if isinstance(extra, Option)), Option(""))
    plain = _without_none(get_args(hint)[0] if get_origin(hint) is Annotated else hint)
    name = parameter.name.rstrip("_").replace("_", "-")  # `from_`, since Python keeps the word
    required = parameter.default is inspect.Parameter.empty
    flag = name.upper() if required else f"--{name}"
    return Argument(
        names=(name,),
        attr_name=parameter.name if name != parameter.name else None,
        kind=bool if plain is bool else Kind(flag, plain, option),
        default=None if required else parameter.default,
        help=option.help,
        positional=required,
    )


def _without_none(hint: object) -> object:
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    return hint
