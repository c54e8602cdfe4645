"""A site built for a look at it: into a folder that is gone afterwards, with the page that best shows each kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.diagnostics import has_errors
from plugins.incremental.manifest import forget_manifest, manifest_path
from plugins.plan.build import Build
from plugins.plan.identity import REDIRECT
from tools.build import run
from tools.errors import ContentError
from tools.settings_file import ROOT, load
from tools.shown_pages import Candidate, Shown, shown_pages

SITE_URL = "http://localhost:8000"  # a site at a path could not be served from the root


@dataclass(frozen=True, slots=True)
class TemporarySite:
    """A built site, and where its files are as long as it lasts."""

    build: Build
    folder: Path

    def pages(self) -> tuple[Shown, ...]:
        """Choose the pages that show most, one of each kind and language."""
        return shown_pages(self._candidates())

    def _candidates(self) -> Iterator[Candidate]:
        plan, langs = self.build.plan, self.build.settings.langs
        for page in plan.pages:
            if page.kind.write is None and page.kind.name != REDIRECT:  # whoever looks at one is led away at once
                outline = page.outline
                yield Candidate(
                    kind=page.kind.name,
                    lang=outline.lang,
                    url=page.address.url,
                    number=outline.identity.number,
                    posts=len(outline.posts),
                    is_in_every_language=len(plan.composer.addresses[outline.identity]) == len(langs),
                    html=(self.folder / page.address.path).read_text(encoding="utf-8"),
                )


@contextmanager
def temporary_site(content: Path | None, settings: Path | None, without: str) -> Iterator[TemporarySite]:
    """Build a site into a temporary folder. Raises ContentError, which says `without` what it leaves the caller."""
    with TemporaryDirectory(prefix="plaza-site-") as temporary:
        site = Path(temporary) / "site"
        path = str(content.resolve()) if content else None
        build = run(load(settings, PATH=path, OUTPUT_PATH=str(site), SITEURL=SITE_URL))
        forget_manifest(manifest_path(build.settings.output, ROOT))  # the site is gone after the look
        if has_errors(build.diagnostics):
            raise ContentError(build.diagnostics, without)
        yield TemporarySite(build, site)
