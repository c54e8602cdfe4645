"""One build, from settings to plan: it reads the disk once, finds the other plugins by name, and keeps what they made.

An adapter. `check` and `status` use it without Pelican; plugin.py puts it into Pelican's settings, so that no state
outlives a build and two builds in one process cannot mix.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import TemplateSyntaxError

from plugins.catalogue.assembly import make_catalogue
from plugins.catalogue.lent import Tools
from plugins.catalogue.loading import Folder, read_folder
from plugins.catalogue.post import Catalogue
from plugins.catalogue.settings import SettingError, Settings
from plugins.catalogue.text_lines import split_lines
from plugins.diagnostics import (
    Diagnostic,
    as_text,
    error,
    has_errors,
    in_order,
    located,
    summary,
    without_silenced,
)
from plugins.plan.files import clashing_files
from plugins.plan.labels import Labels
from plugins.plan.messages import Message, Messages, missing_messages, read_messages, used_messages
from plugins.plan.plan import SETTINGS_FILE, Plan, PlannedFile, make_plan
from plugins.plan.theme_files import theme_files

ROOT = Path(__file__).resolve().parents[2]  # the folder of pelicanconf.py: what paths in settings are relative to
MARKER = ".plaza"  # the commit's own file in the output
RENDERER = "plugins.catalogue.renderer"
OWN_PLUGIN = "plugins.plan.plugin"
SITES = "pelican.plugins.i18n_subsites"


class BadContentError(Exception):
    """The content has errors; `diagnostics` holds all that was found, the warnings too."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n" + as_text(diagnostics) + summary(diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Build:
    """What a build knows before the first page is rendered; diagnostics name files as the caller would."""

    settings: Settings
    catalogue: Catalogue
    plan: Plan
    messages: dict[str, Messages]
    diagnostics: tuple[Diagnostic, ...]
    report: list[Any]  # what the commit did, once it has

    @property
    def manifest(self) -> Path:
        """The file that remembers what the last build wrote into this output."""
        name = blake2b(str(self.settings.output.resolve()).encode(), digest_size=8).hexdigest()
        return ROOT / ".cache" / "manifests" / f"{name}.json"


def prepare(settings: Settings) -> Build:
    """Read the content and plan the site.

    Raises BadContentError where the plan would not be whole, and SettingError where a setting names what is not there.
    """
    check_needed(settings)
    folder = read_folder(settings.content)
    catalogue, found = make_catalogue(folder, settings, _tools(settings))
    modules = kind_modules(settings.plugins)
    messages, texts_found = _read_messages(settings, modules)
    elsewhere = located(texts_found, relative(ROOT))
    if elsewhere:
        raise BadContentError(_reported(found, folder, elsewhere))
    own_names = {language.lang: language.name for language in settings.languages}
    labels = {lang: Labels(lang, messages[lang], own_names) for lang in settings.langs}
    kinds = [kind for module in modules for kind in getattr(module, "KINDS", ())]
    plan, planning_found = make_plan(catalogue, settings, kinds, labels)
    diagnostics = _reported((*found, *planning_found), folder, ())
    if not has_errors(diagnostics):
        made = [file for module in modules for maker in getattr(module, "FILES", ()) for file in maker(plan)]
        made.extend(theme_files(settings.theme))
        diagnostics = in_order((*diagnostics, *_reported(_file_clashes(plan, made, settings.content), folder, ())))
        plan = replace(plan, files=(*plan.files, *made))
    return Build(settings, catalogue, plan, messages, diagnostics, [])


def _file_clashes(plan: Plan, made: Iterable[PlannedFile], content: Path) -> Iterable[Diagnostic]:
    planned = (*(page.address.path for page in plan.pages), *(file.path for file in made), MARKER)
    sources = ((file.path, file.content) for file in plan.files)
    return clashing_files(
        planned,
        [(path, source.relative_to(content).as_posix()) for path, source in sources if isinstance(source, Path)],
    )


def check_needed(settings: Settings) -> None:
    """Make sure that what no site can do without is there. Raises SettingError."""
    needed = (OWN_PLUGIN, SITES) if len(settings.langs) > 1 else (OWN_PLUGIN,)
    for plugin in needed:
        if not {plugin, plugin.removeprefix("pelican.plugins.")} & set(settings.plugins):
            raise SettingError(f"PLUGINS lacks {plugin!r}, without which there is no site")


def kind_modules(plugins: Iterable[str]) -> list[ModuleType]:
    """Find the `kinds.py` beside each plugin that PLUGINS names in full; plugins from elsewhere have none."""
    names = [f"{name.removesuffix('.plugin')}.kinds" for name in plugins if is_own(name)]
    for name in names:
        named_module("PLUGINS", name.removesuffix(".kinds"))
    return [import_module(name) for name in names if find_spec(name)]


def named_module(setting: str, name: str) -> ModuleType:
    """Import a module that a setting names. Raises SettingError where there is none."""
    try:
        return import_module(name)
    except ModuleNotFoundError as lost:
        if lost.name and f"{name}.".startswith(f"{lost.name}."):
            raise SettingError(f"{setting} names {name!r}; there is no such module") from lost
        raise


def is_own(plugin: str) -> bool:
    """Tell whether a name in PLUGINS is one of this repository's plugins."""
    return plugin.startswith("plugins.")


def _tools(settings: Settings) -> Tools:
    try:
        renderer = import_module(RENDERER).Renderer(_markdown_options(settings))
    except (ImportError, TypeError, KeyError, ValueError) as fault:  # what Python-Markdown raises for its options
        raise SettingError(f"MARKDOWN is wrong: {fault}") from fault
    return Tools(
        renderer=renderer,
        filters=tuple(named_module("TEXT_FILTERS", name) for name in settings.text_filters),
        checks=tuple(named_module("CHECKS", name) for name in settings.checks),
    )


def _markdown_options(settings: Settings) -> dict[str, Any]:
    """Fill in each extension's option `langs` with the tags that mark a part of a quote."""
    extensions = {
        name: {**options, "langs": list(settings.marker_langs)} if "langs" in options else options
        for name, options in settings.markdown.get("extension_configs", {}).items()
    }
    return {**settings.markdown, "extension_configs": extensions}


def _reported(found: Iterable[Diagnostic], folder: Folder, elsewhere: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    lines_of = {path: split_lines(text) for path, text in folder.texts.items()}
    heard = without_silenced(found, lines_of)
    in_settings = [problem for problem in heard if problem.path == SETTINGS_FILE]
    in_content = [problem for problem in heard if problem.path != SETTINGS_FILE]
    return in_order(
        (*located(in_content, relative(folder.root)), *located(in_settings, relative(ROOT)), *elsewhere),
    )


def relative(path: Path) -> str:
    """Name a path as the caller of the command would, from the caller's own folder."""
    return os.path.relpath(path)


def _read_messages(settings: Settings, modules: list[ModuleType]) -> tuple[dict[str, Messages], list[Diagnostic]]:
    """Read the catalogue of every language; diagnostics name files from the folder of the settings."""
    diagnostics: list[Diagnostic] = []
    used: set[Message] = set()
    for source in _message_sources(settings, modules):
        try:
            used |= used_messages([source])
        except TemplateSyntaxError as fault:
            message = f"the template cannot be read: {fault.message or 'unknown syntax'}"
            diagnostics.append(error(source[0], fault.lineno, "bad-template", message))
    messages = {}
    for lang in settings.langs:
        places = [folder / lang / "LC_MESSAGES" / "messages.po" for folder in settings.translations]
        place = next((place for place in places if place.is_file()), None)
        path = os.path.relpath(place or places[0], ROOT)
        if place is None:
            advice = "copy another language's and translate it"
            diagnostics.append(error(path, 1, "message-missing", f"there is no message catalogue for {lang}", advice))
            continue
        read, found = read_messages(place.read_bytes(), path)
        diagnostics.extend(found)
        if read is not None:
            messages[lang] = read
            diagnostics.extend(missing_messages(read, used, path))
    return messages, diagnostics


def _message_sources(settings: Settings, modules: list[ModuleType]) -> Iterable[tuple[str, bytes]]:
    folders = (*settings.template_overrides, settings.theme / "templates")
    templates = [file for folder in folders for file in sorted(folder.rglob("*.html"))]
    code = [Path(module.__file__).parent for module in modules if module.__file__]
    for file in (*templates, *(file for folder in code for file in sorted(folder.glob("*.py")))):
        text = file.read_bytes()
        if file.suffix == ".html" or b"gettext(" in text:
            yield os.path.relpath(file, ROOT), text
