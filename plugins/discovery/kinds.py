"""What discovery adds to the plan: the sitemap."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.discovery.sitemap import Entry, sitemap
from plugins.plan.plan import Plan, PlannedFile


def _sitemap(plan: Plan) -> Iterable[PlannedFile]:
    composer = plan.composer
    entries = []
    for page in plan.pages:
        identity, lang = page.outline.identity, page.outline.lang
        if lang in composer.indexed.get(identity, ()):
            address = composer.absolute(composer.url(identity, lang))
            alternates = tuple((alternate.lang, alternate.url) for alternate in composer.alternates(identity))
            entries.append(Entry(address, alternates))
    if entries:
        yield PlannedFile("sitemap.xml", sitemap(entries).encode())


FILES = (_sitemap,)
