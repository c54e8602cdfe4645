"""Builds the site: Pelican driven through its settings and `run()`, its log kept quiet, its faults made plain."""

from __future__ import annotations

import logging
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from time import perf_counter
from typing import Any

import pelican
from pelican.plugins.i18n_subsites import i18n_subsites
from pelican.settings import read_settings

from plugins.catalogue.settings import SettingError
from plugins.catalogue.settings import read_settings as plaza_settings
from plugins.catalogue.workers import WorkerDiedError
from plugins.diagnostics import as_text, summary
from plugins.incremental.commit import ForeignFolderError, note_inputs
from plugins.incremental.manifest import manifest_path
from plugins.plan.build import BadContentError, Build
from plugins.plan.generator import BUILD, PREPARED, BadTemplateError, commit, look_at_output
from plugins.plan.named import check_needed
from plugins.plan.preparing import prepare
from tools.errors import ContentError, MachineError, UsageError
from tools.settings_file import ROOT, site_place
from tools.up_to_date import build_values, counted, inputs_of, name_of


def build_site(
    content: Path | None = None,
    output: Path | None = None,
    site_url: str | None = None,
    settings: Path | None = None,
    drafts: bool = False,
    search: bool = True,
    explain: bool = False,
) -> Build:
    """Build the site as the options of the task say, and tell of it.

    A preview, with drafts, goes to `preview/` unless told otherwise. Raises ContentError, UsageError or
    MachineError; the output is then as it was.
    """
    values = build_values(content, output, site_url, settings, drafts, search)
    return build_and_note(values, inputs_of(values), explain)


def build_and_note(values: dict[str, Any], inputs: str, explain: bool = False) -> Build:
    """Build the site of values, tell of it, and note for which state of all inputs it is up to date."""
    build = build_and_tell(values, explain=explain)
    note_inputs(manifest_path(build.settings.output, ROOT), inputs, _told(build))
    return build


def build_and_tell(values: dict[str, Any], before: Build | None = None, explain: bool = False) -> Build:
    """Build and print one line of summary; with `explain`, before it one for each file that was written.

    `before` is the build that this process made last.
    """
    started = perf_counter()
    build = run(values, before)
    done = build.report[0]
    sys.stderr.write(_told(build))
    if explain:
        for path in done.written:
            print(f"{path}  {done.reasons[path]}")
    posts = sum(bool(post.shown) for post in build.catalogue.posts)
    print(
        f"{counted(posts, 'post')} in {counted(len(build.settings.langs), 'language')}: "
        f"{counted(done.total, 'file')}, {len(done.written)} written, "
        f"{len(done.removed)} removed, in {perf_counter() - started:.1f} s -> {name_of(build.settings.output)}"
    )
    return build


def _told(build: Build) -> str:
    return as_text(build.diagnostics) + (f"{summary(build.diagnostics)}\n" if build.diagnostics else "")


def run(values: dict[str, Any], before: Build | None = None) -> Build:
    """Run Pelican over settings that were read, and give the build it made."""
    if not Path(values["PATH"]).is_dir():
        raise UsageError(f"there is no content folder {name_of(Path(values['PATH']))}")
    i18n_subsites._MAIN_SETTINGS = None  # what a build that failed in this process may have left behind
    pelican.console.quiet = True
    logging.getLogger().handlers = [_log_handler()]
    try:
        plaza = plaza_settings(values, ROOT)
        check_needed(plaza)
        prepared = prepare(plaza, before=before) if before else None
        if prepared and prepared.is_amended and prepared.environments:
            commit(prepared, look_at_output(plaza))  # by what Pelican made for the build before
            return prepared
        # Pelican would warn of a slash at the address's end
        settings = read_settings(override={**values, "SITEURL": plaza.site_url, PREPARED: prepared})
        site = pelican.Pelican(settings)
        check_loaded(plaza.plugins, site.settings["PLUGINS"])
        site.run()
    except BadContentError as bad:
        raise ContentError(bad.diagnostics, "nothing was written") from bad
    except ForeignFolderError as foreign:
        raise UsageError(str(foreign)) from foreign
    except SettingError as fault:
        raise UsageError(f"{site_place(fault, values) or 'the settings are wrong'}: {fault}") from fault
    except BadTemplateError as fault:
        raise ContentError((), f"template {fault}; nothing was written") from fault
    except WorkerDiedError as fault:
        raise MachineError(f"{fault}; nothing was written") from fault
    except OSError as fault:
        raise MachineError(f"{fault.strerror or fault}: {fault.filename or values['OUTPUT_PATH']}") from fault
    build: Build = site.settings[BUILD]
    return build


def _log_handler() -> logging.Handler:
    """Show warnings of Pelican and of plugins from elsewhere on stderr, unfolded and without colours."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(name)s: %(levelname)s: %(message)s"))
    return handler


def check_loaded(wanted: Iterable[str], loaded: Collection[str]) -> None:
    """Fail for a plugin that Pelican could not import or register: it only logs that, and goes on."""
    if lost := [name for name in wanted if name not in loaded and f"pelican.plugins.{name}" not in loaded]:
        raise SettingError(f"PLUGINS names what cannot be loaded: {', '.join(lost)}")
