"""One build, from settings to plan: it reads the disk once, finds the other plugins by name, and keeps what they made.

An adapter. `check` and `status` use it without Pelican; plugin.py puts it into Pelican's settings, so that no state
outlives a build and two builds in one process cannot mix.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from plugins.catalogue.assembly import found_in, make_catalogue
from plugins.catalogue.loading import Folder, read_folder
from plugins.catalogue.memory import Memory, Result, key_of, packed
from plugins.catalogue.memory_file import fingerprint, open_memory
from plugins.catalogue.picture_size import read_sizes
from plugins.catalogue.post import Catalogue
from plugins.catalogue.settings import Settings
from plugins.catalogue.text_lines import split_lines
from plugins.catalogue.workers import spread
from plugins.diagnostics import (
    Diagnostic,
    as_ruled,
    as_text,
    has_errors,
    in_order,
    located,
    summary,
    without_silenced,
)
from plugins.plan.files import clashing_files, used_pictures
from plugins.plan.labels import Labels
from plugins.plan.later import digest_of
from plugins.plan.message_files import read_catalogues, template_sources
from plugins.plan.messages import Messages
from plugins.plan.named import ROOT, check_needed, kind_modules, tools
from plugins.plan.pictures import SourcesOf
from plugins.plan.plan import SETTINGS_FILE, FileMaker, Plan, PlannedFile, make_plan
from plugins.plan.progress import bar
from plugins.plan.template_closure import template_digests
from plugins.plan.theme_files import icon_files, theme_files

INDEX = "index"  # the memory's key of what is known of the content's files
MARKER = ".plaza"  # the commit's own file in the output


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
    last: tuple[FileMaker, ...]  # what makes files once all pages are rendered, as a search index
    report: list[Any]  # what the commit did, once it has
    memory: Memory  # of what was made of files, where the HTML of bodies is
    code: str  # fingerprint of what shapes every page: Plaza's code, the settings it reads texts by, its packages
    templates: Mapping[str, str]  # digest of each template by name, with all that it reaches
    sites: Mapping[str, str]  # digest by lang of what every page of a site is made of: constants, messages, code


def prepare(settings: Settings, renders_all: bool = True) -> Build:
    """Make a build up to its plan, as `_prepare` does, without looking for garbage: nearly all that is made is kept."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return _prepare(settings, renders_all)
    finally:
        if was_enabled:
            gc.enable()


def _prepare(settings: Settings, renders_all: bool) -> Build:
    """Read the content and plan the site; without `renders_all`, only as far as rules need it.

    Raises BadContentError where the plan would not be whole, and SettingError where a setting names what is not there.
    """
    check_needed(settings)
    code = fingerprint(settings, ROOT)
    memory = open_memory(settings, ROOT, code)
    memory.get_all()
    folder = read_folder(settings.content, memory.known(INDEX) if INDEX in memory else None)
    if folder.has_news:
        memory.add((Result(INDEX, packed(folder.index)),))

    def spreading(make: Callable[[Any], Any], work: Sequence[Any], name_of: Callable[[Any], str]) -> Iterable[Any]:
        return spread(make, work, name_of, settings.workers, bar("reading", len(work)))

    lent = replace(tools(settings), memory=memory, spread=spreading, renders_all=renders_all)
    catalogue, found = make_catalogue(folder, settings, lent)
    modules = kind_modules(settings.plugins)
    messages, texts_found = read_catalogues(settings, modules, memory)
    texts = template_sources(settings) if renders_all else {}  # what composes no page asks for no template
    templates = memory.once(key_of("templates", repr(texts)), partial(template_digests, texts)) if texts else {}
    memory.finish()
    elsewhere = located(texts_found, relative(ROOT))
    if elsewhere:
        raise BadContentError(_reported((*found, *found_in(catalogue.posts)), folder, elsewhere, settings.rules))
    own_names = {language.lang: language.name for language in settings.languages}
    labels = {lang: Labels(lang, messages[lang], own_names) for lang in settings.langs}
    kinds = [kind for module in modules for kind in getattr(module, "KINDS", ())]
    sizes = read_sizes(settings.content, used_pictures(catalogue, settings))
    shared, data = (_first_named(modules, name) for name in ("SHARED_PICTURE", "STRUCTURED_DATA"))
    sources_of: SourcesOf | None = _first_named(modules, "PICTURE_SOURCES")
    sources = sources_of(sizes, settings) if sources_of else {}
    tracks_of, transcript = (_first_named(modules, name) for name in ("CUES", "TRANSCRIPT"))
    cues = tracks_of(settings.content, catalogue.files) if tracks_of else {}
    plan, planning_found = make_plan(catalogue, settings, kinds, labels, sizes, shared, data, sources, cues, transcript)
    posts = (*catalogue.posts, *catalogue.pages)
    checks = [check.check_planned for check in lent.checks if hasattr(check, "check_planned")]
    found = (
        *found,
        *found_in(posts),
        *(problem for check in checks for post in posts for problem in check(post, plan)),
    )
    diagnostics = _reported((*found, *planning_found), folder, (), settings.rules)
    if not has_errors(diagnostics):
        given = [item for module in modules for maker in getattr(module, "FILES", ()) for item in maker(plan)]
        made = [item for item in given if isinstance(item, PlannedFile)]
        making_found = [item for item in given if isinstance(item, Diagnostic)]
        made.extend((*theme_files(settings), *icon_files(settings, {file.path for file in plan.files})))
        making_found.extend(_file_clashes(plan, made, settings.content))
        diagnostics = in_order((*diagnostics, *_reported(making_found, folder, (), settings.rules)))
        publish = _first_named(modules, "AS_PUBLISHED") or (lambda file: file)
        plan = replace(plan, files=(*map(publish, plan.files), *made))
    last = tuple(maker for module in modules for maker in getattr(module, "LAST", ()))
    sites = {lang: digest_of(repr(site), repr(messages[lang].content), code) for lang, site in plan.sites.items()}
    return Build(settings, catalogue, plan, messages, diagnostics, last, [], memory, code, templates, sites)


def _first_named(modules: Iterable[ModuleType], name: str) -> Any:
    return next((getattr(module, name) for module in modules if hasattr(module, name)), None)


def _file_clashes(plan: Plan, made: Iterable[PlannedFile], content: Path) -> Iterable[Diagnostic]:
    planned = (*(page.address.path for page in plan.pages), *(file.path for file in made), MARKER)
    sources = ((file.path, file.content) for file in plan.files)
    return clashing_files(
        planned,
        [(path, source.relative_to(content).as_posix()) for path, source in sources if isinstance(source, Path)],
    )


def _reported(
    found: Iterable[Diagnostic], folder: Folder, elsewhere: Iterable[Diagnostic], ruled: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    found = as_ruled(found, ruled)
    lines_of = {path: split_lines(folder.texts[path]) for path in {d.path for d in found} if path in folder.texts}
    heard = without_silenced(found, lines_of)
    in_settings = [problem for problem in heard if problem.path == SETTINGS_FILE]
    in_content = [problem for problem in heard if problem.path != SETTINGS_FILE]
    return in_order(
        (*located(in_content, relative(folder.root)), *located(in_settings, relative(ROOT)), *elsewhere),
    )


def relative(path: Path) -> str:
    """Name a path as the caller of the command would, from the caller's own folder."""
    return os.path.relpath(path)
