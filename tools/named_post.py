"""Finds the post or page that a command names, in content that may have faults elsewhere."""

from __future__ import annotations

from pathlib import Path

from plugins.catalogue.lang import canonical
from plugins.catalogue.nearest import advice, nearest
from plugins.catalogue.post import Document, Post
from plugins.diagnostics import Diagnostic, Severity
from plugins.plan.build import BadContentError, Build
from plugins.plan.reporting import relative
from tools.check import catalogued, site_settings
from tools.errors import ContentError, UsageError

FEW = 12  # keys that a message may list


def prepared(content: Path | None, settings: Path | None) -> Build:
    """Prepare a build, whatever is wrong in single files. Raises ContentError where there is nothing to work on."""
    try:
        return catalogued(site_settings(content, settings))
    except BadContentError as bad:
        raise ContentError(bad.diagnostics, "nothing was written") from bad


def named_post(build: Build, key: str) -> Post:
    """Find a post by its key, a page by `pages/` and its key.

    Raises UsageError where there is none, and ContentError where its files cannot be read.
    """
    collection, _, name = key.rpartition("/")
    collection = collection or "posts"
    if post := build.catalogue.by_key.get((collection, name)):
        return post
    if (collection, name) in build.catalogue.known_keys:
        raise ContentError(_errors_of(build, f"{collection}/", name), "nothing was written")
    known = sorted(key_of(*pair) for pair in build.catalogue.known_keys)
    told = advice(key, known, "known keys") if len(known) <= FEW or nearest(key, known) else "./inv status lists all"
    raise UsageError(f"there is no post {key!r}; {told}")


def key_of(collection: str, key: str) -> str:
    """Write a key as commands take it: `backups`, `pages/about`."""
    return key if collection == "posts" else f"{collection}/{key}"


def named_lang(build: Build, lang: str) -> str:
    """Give a language of the site in canonical case. Raises UsageError for any other."""
    tag = canonical(lang)
    if tag not in build.settings.langs:
        raise UsageError(
            f"--lang takes no {lang!r}: expected a language of the site, {', '.join(build.settings.langs)}"
        )
    return tag


def refuse_errors(build: Build, documents: tuple[Document, ...]) -> None:
    """Raise ContentError where one of the documents' files has an error."""
    paths = {str(Path(relative(build.settings.content)) / document.path) for document in documents}
    found = [d for d in build.diagnostics if d.severity is Severity.ERROR and str(Path(d.path)) in paths]
    if found:
        raise ContentError(found, "nothing was written")


def _errors_of(build: Build, folder: str, key: str) -> list[Diagnostic]:
    return [
        problem
        for problem in build.diagnostics
        if problem.severity is Severity.ERROR
        and Path(problem.path).name.startswith(f"{key}.")
        and folder in problem.path
    ]
