"""A plan kept between builds, in `.cache/plans/`: one for each content folder and way of building it.

An adapter. What a plan holds of texts is left where the memory has it, and got when somebody asks; what a build is
given anew (settings, folder, memory) is given again.
"""

from __future__ import annotations

import copyreg
import pickle
from dataclasses import replace
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from plugins.catalogue.kept_file import keep
from plugins.catalogue.parts import Traits
from plugins.catalogue.reader import Reader
from plugins.catalogue.settings import Settings
from plugins.catalogue.text import Text
from plugins.plan.build import Build
from plugins.plan.named import ROOT

MOST = 8  # plans that are kept
SUM = 16  # bytes before a plan, by which damage is told


def keep_build(build: Build) -> None:
    """Keep a build whose surroundings can be told."""
    stream = BytesIO()
    _Pickler(stream, build.reader).dump(replace(build, environments={}))
    data = stream.getvalue()
    about = f"{build.surroundings}\n".encode()
    keep(_file(build.settings), about + blake2b(data, digest_size=SUM).digest() + data, MOST)


def kept_build(surroundings: str, reader: Reader) -> Build | None:
    """Give the build that was kept for these surroundings; None where there is none, or a damaged one."""
    try:
        with _file(reader.settings).open("rb") as stream:
            if stream.readline() != f"{surroundings}\n".encode():
                return None
            told, data = stream.read(SUM), stream.read()
        if told != blake2b(data, digest_size=SUM).digest():
            return None
        build: Build = _Unpickler(BytesIO(data), reader).load()
        return build
    except (OSError, ValueError, TypeError, EOFError, AttributeError, ImportError, LookupError, pickle.UnpicklingError):
        return None


class _Pickler(pickle.Pickler):
    """Leaves out what a build is given, and the words of texts."""

    def __init__(self, stream: BytesIO, reader: Reader) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._given = {id(value): name for name, value in _given(reader).items()}
        self.dispatch_table = copyreg.dispatch_table.copy()
        self.dispatch_table[Text] = lambda text: (_text, (reader, *_known(text)))

    def persistent_id(self, value: object) -> str | None:
        """Name what is given."""
        return self._given.get(id(value))


class _Unpickler(pickle.Unpickler):
    """Puts in what the build of now is given."""

    def __init__(self, stream: BytesIO, reader: Reader) -> None:
        super().__init__(stream)
        self._given = _given(reader)

    def persistent_load(self, name: str) -> Any:
        """Give what is named."""
        return self._given[name]


def _given(reader: Reader) -> dict[str, object]:
    return {"reader": reader, "settings": reader.settings}


def _known(text: Text) -> tuple[Any, ...]:
    source, body = text.source, text.body
    traits = Traits(body.labels, body.has_player, body.files)
    return source.path, source.lang, source.first_line, source.is_published, text.digest, text.found, traits


def _text(reader: Reader, *known: Any) -> Text:
    return reader.text(*known)


def _file(settings: Settings) -> Path:
    built = f"{settings.content}\0{settings.output}\0{settings.shows_drafts}".encode("utf-8", "surrogateescape")
    return ROOT / ".cache" / "plans" / f"{blake2b(built, digest_size=8).hexdigest()}.plan"
