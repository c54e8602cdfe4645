"""What a page of the preview tells its author beside itself: the problems there are, and how its post stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from plugins.catalogue.concepts import label
from plugins.catalogue.post import Post
from plugins.diagnostics import Diagnostic, has_errors
from plugins.plan.build import Build
from plugins.plan.identity import Identity
from plugins.plan.plan import Plan
from plugins.status_page.status_page import edit_url
from plugins.translation.standing import Standing, State
from plugins.translation.states import post_status
from tools.named_post import key_of


@dataclass(slots=True)
class Preview:
    """The last good build, and what has been wrong since: `fault` is one that no diagnostic tells."""

    build: Build | None = None
    diagnostics: Sequence[Diagnostic] = ()
    fault: str = ""
    _posts: dict[str, tuple[Post, str]] = field(default_factory=dict)  # by path, of the build they were asked for
    _posts_of: Plan | None = None

    def show(self, build: Build) -> None:
        """Take a build that is good."""
        self.build, self.diagnostics, self.fault = build, build.diagnostics, ""

    def blame(self, diagnostics: Sequence[Diagnostic], fault: str) -> None:
        """Take what kept the next build from being good; the pages stay those of the last one."""
        self.diagnostics, self.fault = diagnostics, "" if diagnostics else fault

    def state(self, path: str) -> dict[str, Any]:
        """Give what the page at a path, percent-decoded, tells, as JSON has it."""
        return {
            "is_behind": bool(self.fault) or has_errors(self.diagnostics),
            "fault": self.fault,
            "diagnostics": [
                {
                    "path": d.path,
                    "line": d.line,
                    "severity": str(d.severity),
                    "rule": d.rule,
                    "message": d.message,
                    "help": d.help,
                }
                for d in self.diagnostics
            ],
            "post": self._post(path),
        }

    def _posts_by_path(self, build: Build) -> dict[str, tuple[Post, str]]:
        if self._posts_of is not build.plan:
            addresses = build.plan.composer.addresses
            self._posts = {
                unquote(address.url): (post, lang)
                for post in (*build.catalogue.posts, *build.catalogue.pages)
                for lang, address in addresses.get(_identity(post), {}).items()
            }
            self._posts_of = build.plan
        return self._posts

    def _post(self, path: str) -> dict[str, Any] | None:
        if self.build is None or path not in self._posts_by_path(self.build):
            return None
        post, lang = self._posts_by_path(self.build)[path]
        document, settings = post.documents[lang], self.build.settings
        level = label(post.level, lang, settings.langs)[0] if post.level else ""
        key = key_of(post.collection, post.key)
        return {
            "path": document.path,
            "edit": edit_url(document.path, settings),
            "status": document.front.status,
            "level": level,
            "languages": [
                {
                    "lang": standing.lang,
                    "name": settings.language(standing.lang).name,
                    "state": str(standing.state),
                    "is_original": standing.lang == post.original,
                    "blocks": len(standing.blocks),
                    "next": _next(standing, key),
                }
                for standing in post_status(post, settings.langs).standings
            ],
        }


def _identity(post: Post) -> Identity:
    return Identity(post.collection.removesuffix("s"), post.key)


def _next(standing: Standing, key: str) -> str:
    """Give the command that goes on from a state; empty where there is nothing to do."""
    if standing.state is State.MISSING:
        return f"./inv translate {key} --lang {standing.lang}"
    if standing.state is State.OUTDATED:
        return f"./inv sync {key} --lang {standing.lang}"
    return ""
