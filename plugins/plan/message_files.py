"""Reads the message catalogues of every language, and the templates and modules whose messages they must have.

An adapter: it reads those files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path
from types import ModuleType

from jinja2 import TemplateSyntaxError

from plugins.catalogue.file_index import digest_of
from plugins.catalogue.memory import Memory, key_of
from plugins.catalogue.settings import Settings
from plugins.diagnostics import Diagnostic, error
from plugins.plan.messages import Message, Messages, missing_messages, read_messages, used_messages
from plugins.plan.named import ROOT


def read_catalogues(
    settings: Settings, modules: list[ModuleType], memory: Memory
) -> tuple[dict[str, Messages], list[Diagnostic]]:
    """Read the catalogue of every language; diagnostics name files from the folder of the settings."""
    sources = tuple(_message_sources(settings, modules))
    key = key_of("messages", *(f"{name}\0{digest_of(text)}" for name, text in sources))
    used, faults = memory.once(key, partial(_used, sources))
    diagnostics = list(faults)
    messages = {}
    for lang in settings.langs:
        read, path, found = _read_language(settings.translations, lang)
        diagnostics.extend(found)
        if read is not None:
            messages[lang] = read
            diagnostics.extend(missing_messages(read, used, path))
    return messages, diagnostics


@lru_cache(maxsize=8)  # a process that serves, or tests, builds many times
def _used(sources: tuple[tuple[str, bytes], ...]) -> tuple[frozenset[Message], tuple[Diagnostic, ...]]:
    """Collect the messages that templates and modules use, with the templates that cannot be read."""
    used: set[Message] = set()
    diagnostics: list[Diagnostic] = []
    for source in sources:
        try:
            used |= used_messages([source])
        except TemplateSyntaxError as fault:
            message = f"the template cannot be read: {fault.message or 'unknown syntax'}"
            diagnostics.append(error(source[0], fault.lineno, "bad-template", message))
    return frozenset(used), tuple(diagnostics)


def _read_language(folders: Iterable[Path], lang: str) -> tuple[Messages | None, str, list[Diagnostic]]:
    """Read a language's catalogues: the first that has a message wins. The path is the one to add messages to."""
    places = [folder / lang / "LC_MESSAGES" / "messages.po" for folder in folders]
    found = [place for place in places if place.is_file()]
    path = os.path.relpath((found or places)[0], ROOT)
    if not found:
        advice = "copy another language's and translate it"
        return None, path, [error(path, 1, "message-missing", f"there is no message catalogue for {lang}", advice)]
    catalogues: list[Messages] = []
    diagnostics: list[Diagnostic] = []
    for place in found:
        catalogue, problems = read_messages(place.read_bytes(), os.path.relpath(place, ROOT))
        diagnostics.extend(problems)
        catalogues.extend([catalogue] if catalogue else [])
    if len(catalogues) < len(found):
        return None, path, diagnostics
    first, *others = catalogues
    for other in others:
        first.add_fallback(other)
    return first, path, diagnostics


def template_sources(settings: Settings) -> dict[str, str]:
    """Read every template by the names that it has for others: the theme's as they are and after `!theme/`."""
    found: dict[str, str] = {}
    for folder in (*settings.template_overrides, settings.theme / "templates"):
        for name, text in _texts(folder):
            found.setdefault(name, text)
    return found | {f"!theme/{name}": text for name, text in _texts(settings.theme / "templates")}


def _texts(folder: Path) -> Iterable[tuple[str, str]]:
    """Give every file that a template may name, whatever its ending, also behind links."""
    for place, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        for file in (Path(place, name) for name in sorted(names)):
            yield file.relative_to(folder).as_posix(), file.read_bytes().decode("utf-8", "replace")


def _message_sources(settings: Settings, modules: list[ModuleType]) -> Iterable[tuple[str, bytes]]:
    folders = (*settings.template_overrides, settings.theme / "templates")
    templates = [file for folder in folders for file in sorted(folder.rglob("*.html"))]
    code = [Path(module.__file__).parent for module in modules if module.__file__]
    for file in (*templates, *(file for folder in code for file in sorted(folder.glob("*.py")))):
        text = file.read_bytes()
        if file.suffix == ".html" or b"gettext(" in text:
            yield os.path.relpath(file, ROOT), text
