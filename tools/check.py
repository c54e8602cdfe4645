"""`check`: every rule over the content, without Pelican."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.catalogue.settings import SettingError, Settings
from plugins.diagnostics import Diagnostic, as_github, as_json, as_text, has_errors, summary
from tools.answers import Answer, ask, keep_answer, kept_answer
from tools.errors import CONTENT_AT_FAULT, FINE, MachineError, UsageError
from tools.git import Git
from tools.inputs import UnknowableError
from tools.settings_file import load, read

if TYPE_CHECKING:
    from plugins.plan.build import Build

# Errors in one file that a change of another may cause.
CAUSED_ELSEWHERE = frozenset({
    "address-twice", "key-case", "key-twice", "missing-file", "no-original", "original-circle", "slug-twice",
    "two-originals", "unknown-activity", "unknown-level", "unknown-original", "unknown-topic",
})  # fmt: skip
FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def check(
    content: Path | None = None,
    settings: Path | None = None,
    format: str = "text",
    changed: str | None = None,
    language_rules: bool = False,
) -> int:
    """Report all diagnostics, text to stderr, other formats to stdout; gives 1 where one is an error.

    With `changed`, a revision, only those of files that differ from where the branch left it, and the errors that such
    a file may cause elsewhere. `language_rules` adds those that guess. Raises UsageError.
    """
    values = load(settings) if language_rules else {}
    more = [*values.get("CHECKS", ()), *values.get("LANGUAGE_CHECKS", ())] if language_rules else None
    site = site_settings(content, settings, CHECKS=more)
    diagnostics = answered(site).diagnostics
    if changed is not None:
        folder = os.path.relpath(site.content)
        diagnostics = of_files(diagnostics, changed_files(site.content.resolve(), changed), folder)
    (sys.stderr if format == "text" else sys.stdout).write(FORMATS[format](diagnostics))
    if format == "text":
        print(summary(diagnostics), file=sys.stderr)
    return CONTENT_AT_FAULT if has_errors(diagnostics) else FINE


def site_settings(content: Path | None, settings: Path | None, **overrides: Any) -> Settings:
    """Read the settings for a content folder. Raises UsageError where there is no such folder or setting."""
    values = read(settings, PATH=str(content.resolve()) if content else None, **overrides)
    if not values.content.is_dir():
        raise UsageError(f"there is no content folder {content or values.content}")
    return values


def answered(site: Settings) -> Answer:
    """Check a site's content, or tell what was found before, where nothing has changed since. Raises UsageError."""
    try:
        question = ask(site)
    except UnknowableError:
        return _asked(site)
    if (before := kept_answer(question)) is not None:
        return before
    _ = question.digest  # of the bytes that are there before they are read as content
    answer = _asked(site)
    keep_answer(question, answer)
    return answer


def _asked(site: Settings) -> Answer:
    from plugins.plan.build import BadContentError  # late: an answer of before needs nothing of it
    from plugins.translation.standing import as_plain
    from plugins.translation.states import site_status

    try:
        build = catalogued(site)
    except BadContentError as bad:
        return Answer(bad.diagnostics, ())
    if has_errors(build.diagnostics):
        return Answer(build.diagnostics, ())
    return Answer(build.diagnostics, as_plain(site_status(build.catalogue, site.langs)))


def catalogued(site: Settings) -> Build:
    """Prepare a build that will not be rendered. Raises UsageError, and BadContentError where nothing can be told."""
    from plugins.plan.preparing import prepare

    try:
        return prepare(site, renders_all=False)
    except SettingError as fault:
        raise UsageError(f"the settings are wrong: {fault}") from fault


def changed_files(content: Path, revision: str) -> frozenset[str]:
    """Name the files of the content folder that differ from where HEAD left `revision`, new ones that git lacks too.

    Raises UsageError where there is no git, or no such revision.
    """
    try:
        git = Git(content)
    except UsageError as fault:
        raise UsageError(f"--changed asks git what changed: {fault}") from fault
    if not git.tells("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"):
        raise UsageError(f"git knows no revision {revision!r}; a shallow clone has few: git fetch --unshallow")
    try:
        base = git("merge-base", "--end-of-options", revision, "HEAD").strip()
    except MachineError:  # no commit in common, as with a shallow clone
        base = revision
    differing = git.lines("diff", "--name-only", "-z", "--relative", "--no-renames", base, "--", ".")
    new = git.lines("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset((*differing, *new))


def of_files(diagnostics: tuple[Diagnostic, ...], files: frozenset[str], folder: str) -> tuple[Diagnostic, ...]:
    """Keep the diagnostics of these files, which are named from the content folder, and what they may cause elsewhere.

    A picture that a branch takes away is missed in files that it leaves as they are, and no site can be built then.
    """
    wanted = {str(Path(folder) / file) for file in files}
    return tuple(one for one in diagnostics if str(Path(one.path)) in wanted or one.rule in CAUSED_ELSEWHERE)
