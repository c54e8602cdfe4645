"""From settings to a build: the content is read once, and the site planned, unless a plan that is there will do.

An adapter: it opens caches and finds the other plugins by name. `check` and `status` use it without Pelican.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from plugins.catalogue.assembly import found_in, make_catalogue
from plugins.catalogue.file_index import FileIndex
from plugins.catalogue.loading import read_folder
from plugins.catalogue.memory import Result, key_of, packed
from plugins.catalogue.memory_file import fingerprint, open_memory
from plugins.catalogue.picture_size import read_sizes
from plugins.catalogue.reader import Reader
from plugins.catalogue.settings import Settings
from plugins.catalogue.workers import spread
from plugins.diagnostics import Diagnostic, has_errors, in_order, located
from plugins.plan.amending import amendments, files_of, problems_of, take
from plugins.plan.build import BadContentError, Build
from plugins.plan.files import clashing_files, used_pictures
from plugins.plan.found import Found
from plugins.plan.kept_build import kept_build
from plugins.plan.labels import Labels
from plugins.plan.later import digest_of
from plugins.plan.message_files import read_catalogues, template_sources
from plugins.plan.named import ROOT, check_needed, kind_modules, tools
from plugins.plan.page_keys import PageKeys
from plugins.plan.pictures import SourcesOf
from plugins.plan.plan import Plan, PlannedFile, make_plan
from plugins.plan.progress import bar
from plugins.plan.reporting import relative, reported
from plugins.plan.surroundings import as_built, surroundings_of
from plugins.plan.template_closure import template_digests
from plugins.plan.theme_files import icon_files, read_theme

INDEX = "index"  # the memory's key of what is known of the content's files
MARKER = ".plaza"  # the commit's own file in the output


def prepare(settings: Settings, renders_all: bool = True, before: Build | None = None) -> Build:
    """Make a build up to its plan; without `renders_all`, only as far as rules need it.

    `before` is the build that this process made last; without one, that of another process may have been kept. The plan
    of either serves again where only words have changed, and is the new build's from then on.

    Raises BadContentError where the plan would not be whole, and SettingError where a setting names what is not there.
    """
    was_enabled = gc.isenabled()
    gc.disable()  # nearly all that is made is kept, so that looking for garbage finds none
    try:
        return _prepare(settings, renders_all, before)
    finally:
        if was_enabled:
            gc.enable()


def _prepare(settings: Settings, renders_all: bool, before: Build | None) -> Build:
    check_needed(settings)
    is_same = before is not None and as_built(before.settings) == as_built(settings)
    code = before.code if before and is_same else fingerprint(settings, ROOT)  # a process does not change its code
    memory = open_memory(settings, ROOT, code)
    known: FileIndex = memory.known(INDEX) if INDEX in memory else FileIndex()
    folder = read_folder(settings.content, known)
    if folder.has_news:
        memory.add((Result(INDEX, packed(folder.index)),))

    def spreading(make: Callable[[Any], Any], work: Sequence[Any], name_of: Callable[[Any], str]) -> Iterable[Any]:
        return spread(make, work, name_of, settings.workers, bar("reading", len(work)))

    lent = before.reader.tools if before and is_same else tools(settings)
    lent = replace(lent, memory=memory, spread=spreading, renders_all=renders_all)
    reader = Reader(folder, settings, lent)
    surroundings = surroundings_of(settings, folder, code) if renders_all else ""
    if surroundings and known.entries:  # without texts to get from the memory, a plan alone would be of little use
        last = before if before and before.surroundings == surroundings else kept_build(surroundings, reader)
        amended = _amended(last, reader, known, is_kept=last is not before) if last else None
        if amended:
            return amended
    memory.get_all()
    return _planned(reader, code, surroundings)


def _amended(last: Build, reader: Reader, known: FileIndex, is_kept: bool) -> Build | None:
    """Give a build with the plan of the last one; None where that cannot stand, or where there are errors to report."""
    changes = amendments(last.plan, reader, reader.tools.checks)
    if changes is None:
        return None
    found = last.found.all(((change.post.collection, change.post.key), change.found) for change in changes)
    diagnostics = reported(found, reader.folder, reader.settings.rules)
    if has_errors(diagnostics):
        return None
    documents = [document for change in changes for document in change.post.documents.values()]
    kept = {document.path: document.digest for document in documents} if is_kept else {}
    take(last.plan, last.found, changes)
    last.keys.forget(change.post for change in changes)
    earlier = {path: digest for path, (_, digest) in known.entries.items()}
    for change in changes:  # what another process may begin with is spared
        reader.forget(files_of(change.post), earlier, kept)
    return replace(last, settings=reader.settings, diagnostics=diagnostics, report=[], reader=reader, is_amended=True)


def _planned(reader: Reader, code: str, surroundings: str) -> Build:
    """Plan the whole site."""
    folder, settings, lent = reader.folder, reader.settings, reader.tools
    catalogue, rest = make_catalogue(reader)
    folder.release()  # few are asked for again, and together they are as large as the rest
    posts = (*catalogue.posts, *catalogue.pages)
    modules = kind_modules(settings.plugins)
    messages, texts_found = read_catalogues(settings, modules, lent.memory)
    texts = template_sources(settings) if lent.renders_all else {}  # what composes no page asks for no template
    templates = lent.memory.once(key_of("templates", repr(texts)), partial(template_digests, texts)) if texts else {}
    lent.memory.finish()
    elsewhere = located(texts_found, relative(ROOT))
    if elsewhere:
        raise BadContentError(reported((*rest, *found_in(posts)), folder, settings.rules, elsewhere))
    own_names = {language.lang: language.name for language in settings.languages}
    labels = {lang: Labels(lang, messages[lang], own_names) for lang in settings.langs}
    kinds = [kind for module in modules for kind in getattr(module, "KINDS", ())]
    sizes = read_sizes(settings.content, used_pictures(catalogue, settings))
    shared, data = (_first_named(modules, name) for name in ("SHARED_PICTURE", "STRUCTURED_DATA"))
    sources_of: SourcesOf | None = _first_named(modules, "PICTURE_SOURCES")
    sources = sources_of(sizes, settings) if sources_of else {}
    tracks_of, transcript = (_first_named(modules, name) for name in ("CUES", "TRANSCRIPT"))
    cues = tracks_of(settings.content, catalogue.files) if tracks_of else {}
    protections_of = _first_named(modules, "PROTECTIONS")
    protections = protections_of(settings) if protections_of else {}
    theme, in_theme = read_theme(settings)
    plan, planning = make_plan(
        catalogue, settings, kinds, labels, sizes, shared, data, sources, cues, transcript, protections, theme
    )
    sites = {lang: digest_of(repr(site), repr(messages[lang].content), code) for lang, site in plan.sites.items()}
    keys = PageKeys(plan, sites, templates)
    in_texts = {}
    for post in posts:  # once for each: what is asked for of its texts is got for all that ask
        linked = (plan.composer.linked[document.path] for document in post.documents.values())
        in_texts[post.collection, post.key] = problems_of(post, linked, plan, lent.checks)
        if lent.renders_all:
            keys.note_text(post)
    found = Found(in_texts, (*rest, *planning))
    diagnostics = reported(found.all(), folder, settings.rules)
    if not has_errors(diagnostics):
        given = [item for module in modules for maker in getattr(module, "FILES", ()) for item in maker(plan)]
        made = [item for item in given if isinstance(item, PlannedFile)]
        making_found = [item for item in given if isinstance(item, Diagnostic)]
        made.extend((*in_theme, *icon_files(settings, theme, {file.path for file in plan.files})))
        making_found.extend(_file_clashes(plan, made, settings.content))
        found = replace(found, rest=(*found.rest, *making_found))
        diagnostics = in_order((*diagnostics, *reported(making_found, folder, settings.rules)))
        publish = _first_named(modules, "AS_PUBLISHED") or (lambda file: file)
        plan = replace(plan, files=(*map(publish, plan.files), *made))
    last = tuple(maker for module in modules for maker in getattr(module, "LAST", ()))
    return Build(
        settings, catalogue, plan, messages, diagnostics, last, [], reader, code, templates, sites, keys, found,
        surroundings,
    )  # fmt: skip


def _first_named(modules: Iterable[ModuleType], name: str) -> Any:
    return next((getattr(module, name) for module in modules if hasattr(module, name)), None)


def _file_clashes(plan: Plan, made: Iterable[PlannedFile], content: Path) -> Iterable[Diagnostic]:
    pages = (page.address.path for page in plan.pages if not page.outline.path)
    old = (page for page in plan.pages if page.outline.path)
    sources = ((file.path, file.content) for file in plan.files)
    return clashing_files(
        (*pages, *(file.path for file in made), MARKER),
        [(path, source.relative_to(content).as_posix()) for path, source in sources if isinstance(source, Path)],
        [(page.address.path, page.outline.source, page.outline.line) for page in old],
    )
