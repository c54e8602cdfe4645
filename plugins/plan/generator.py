"""Renders the plan with Pelican's environments: one generator a site; the main one, which is last, does the work."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from traceback import extract_tb
from types import ModuleType
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateError
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.catalogue.lang import canonical
from plugins.catalogue.settings import Settings
from plugins.catalogue.workers import spread
from plugins.plan.build import Build
from plugins.plan.kept_build import keep_build
from plugins.plan.named import ROOT, named_module
from plugins.plan.page_keys import shown_and_read
from plugins.plan.plan import Plan, PlannedFile, PlannedPage
from plugins.plan.progress import bar
from plugins.plan.reporting import relative
from plugins.plan.view import View

BUILD = "PLAZA"  # the key of the build object in Pelican's settings
PREPARED = "PLAZA_PREPARED"  # the build, where it is prepared already
OWN_FOLDERS = ("plugins", "tools", "tests", "docs", ".ci", ".git", ".venv", ".cache")
THEME = "!theme/"  # Pelican's word for it
FEWEST = 100  # pages that are worth a second process: a page is sooner made than a text is read
MOST_SHARED = 2_000  # digests of shared values that a process keeps
MOST_COMPILED = 4  # versions of Plaza's code whose compiled templates are kept
COMPRESSED = (".gz", ".br")  # how files end that the content may have beside those that a build compresses
LAST = "last"  # the key of what is made once all pages are, which a preview may keep from before
THERE = "PLAZA_THERE"  # the files of the output before any plugin wrote, where no manifest tells of them


class TemplateLoader(FileSystemLoader):
    """Finds a template in the site's own folders, else in the theme; `!theme/post.html` is always the theme's.

    So a template of the site can extend the one it takes the place of.
    """

    def __init__(self, own: Iterable[Path], theme: Path) -> None:
        """Take the folders of templates."""
        super().__init__([*own, theme])
        self.theme = FileSystemLoader(theme)

    def get_source(self, environment: Environment, template: str) -> Any:
        """Give a template's text, path, and whether it is still the same (as Jinja's loaders do)."""
        if template.startswith(THEME):
            return self.theme.get_source(environment, template.removeprefix(THEME))
        return super().get_source(environment, template)


class PlanGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """One language's site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take over the site's environment: our templates only, strict, with the language's own messages."""
        super().__init__(*args, **kwargs)
        self.build: Build = self.settings[BUILD]
        langs = {lang.lower(): lang for lang in self.build.settings.langs}  # Pelican lowers DEFAULT_LANG
        self.lang = langs[canonical(self.settings["DEFAULT_LANG"]).lower()]
        # Pelican's own loader would give a page of its `simple` theme for a template that is missing
        loader = TemplateLoader(self.build.settings.template_overrides, self.build.settings.theme / "templates")
        self.env: Any = self.env.overlay(
            loader=loader, autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
            bytecode_cache=compiled_templates(self.build.code),
        )  # fmt: skip
        self.env.add_extension("jinja2.ext.InternationalizationExtension")
        self.env.install_gettext_translations(self.build.messages[self.lang], newstyle=True)
        self.build.environments[self.lang] = self.env

    def generate_output(self, writer: Writer) -> None:
        """Render and commit the pages of all sites, once every environment is there."""
        if self.lang == self.build.settings.main_lang:
            commit(self.build, self.settings[THERE])


def compiled_templates(code: str) -> FileSystemBytecodeCache | None:
    """Keep compiled templates for this code: Jinja tells templates apart by their text, but not by how it is read."""
    folder = ROOT / ".cache" / "templates" / code
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.parent.iterdir(), key=lambda old: old.stat().st_mtime)[:-MOST_COMPILED]:
            rmtree(old, ignore_errors=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def look_at_output(settings: Settings) -> frozenset[str] | None:
    """Make sure that the output is ours, and name the files in it that no manifest tells of; None where one does."""
    own = (settings.site_folder,) if settings.site_folder else ()
    sources = (settings.content, settings.theme, *own, *settings.translations, *(ROOT / name for name in OWN_FOLDERS))
    committing = named_module("COMMIT", settings.commit)
    committing.check_output(settings.output, sources)
    there: frozenset[str] | None = committing.files_there(
        settings.output, committing.manifest_path(settings.output, ROOT)
    )
    return there


def commit(build: Build, there: frozenset[str] | None) -> None:
    """Render the pages that have changed into the staging folder, add the files, and commit all of it."""
    committing = import_module(build.settings.commit)
    plan: Plan = build.plan
    manifest = committing.manifest_path(build.settings.output, ROOT)
    own = frozenset(file.path for file in plan.files if file.path.endswith(COMPRESSED))
    with committing.staging(build.settings.output, manifest, there, build.settings.compressions, own) as staged:
        rendering = Rendering(build, staged, committing)
        build.memory.close()  # a worker opens the cache for itself
        keyed = zip(plan.pages, build.keys.all(), strict=True)
        waiting = [(page, key) for page, key in keyed if not staged.keep(page.address.path, key)]
        told = bar("rendering", len(waiting))
        workers = build.settings.workers if len(waiting) >= FEWEST else 1
        for made in spread(rendering.page, waiting, lambda work: work[0].address.path, workers, told):
            staged.take(made)
        for file in plan.files:
            key = f"{build.code} {build.keys.skeleton}" if file.is_of_skeleton else ""
            if not staged.keep(file.path, key):
                staged.add(file.path, file.content, file.inputs, key)
        if not (build.settings.keeps_last and staged.keep_all(LAST)):
            for maker in build.last:
                for made in maker(plan):
                    if isinstance(made, PlannedFile):
                        staged.add(made.path, made.content, made.inputs, key=LAST)
        done = committing.commit(staged, manifest, build.settings.shows_drafts)
    build.report.append(done)
    build.memory.close()
    if build.surroundings and not build.is_amended and not build.settings.keeps_last:
        build.plan.composer.forget_made()
        keep_build(build)


class BadTemplateError(Exception):
    """A template cannot be read, or asks for what is not there; the message says where."""


def _place(fault: TemplateError) -> str:
    frames = [frame for frame in extract_tb(fault.__traceback__) if frame.filename.endswith(".html")]
    name, line = getattr(fault, "filename", None), getattr(fault, "lineno", None)
    if frames:
        name, line = frames[-1].filename, frames[-1].lineno
    return f"{relative(Path(name))}:{line}" if name else ""


class Rendering:
    """Makes pages, here or in a worker: composes the view of each, and renders those whose fingerprint is new."""

    def __init__(self, build: Build, staged: Any, committing: ModuleType) -> None:
        """Take what pages are made of, and the module that commits them."""
        self.build = build
        self.staged = staged
        self.committing = committing
        self.shared: dict[int, tuple[object, str]] = {}  # digests of what many views hold

    def page(self, work: tuple[PlannedPage, str]) -> Any:
        """Make one page of a key, or tell that it is as it was."""
        page, key = work
        lang, kind, composer = page.outline.lang, page.kind, self.build.plan.composer
        composer.showing(*shown_and_read(page, composer))
        if len(self.shared) > MOST_SHARED:
            self.shared.clear()
        view = page.view(composer)
        fingerprint = self.committing.Fingerprint(
            view=self.committing.digest(view, self.shared),
            templates="" if kind.write else self.build.templates.get(f"{kind.name}.html", ""),
            site=self.build.sites[lang],
        )
        try:
            made = self.staged.stage(page.address.path, fingerprint, lambda: self._rendered(page, view).encode(), key)
        except TemplateError as fault:
            raise BadTemplateError(f"{_place(fault) or f'{kind.name}.html'}: {fault}") from fault
        finally:
            composer.showing_all()
        return made

    def _rendered(self, page: PlannedPage, view: View) -> str:
        if page.kind.write is not None:
            return page.kind.write(view)
        lang = page.outline.lang
        template = self.build.environments[lang].get_template(f"{page.kind.name}.html")
        site = self.build.plan.sites[lang]
        return site.theme.resolved(template.render(site=site, page=view))


class PlanWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes nothing for posts that Pelican only knows so that other plugins can read them."""

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        """Write a page of a plugin from elsewhere; the pages of posts are the plan's."""
        if not hasattr(kwargs.get("article"), "plaza_post"):
            super().write_file(name, template, context, *args, **kwargs)
