"""robots.txt (RFC 9309): what programs that follow links may fetch, and where the sitemap is.

It counts only at the root of a host, so a site below a path has none; one of the site's own, in content/root/, wins.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.plan.plan import Plan, PlannedFile

PATH = "robots.txt"


def robots_file(plan: Plan) -> Iterable[PlannedFile]:
    """Make the file where it has its place."""
    composer = plan.composer
    if composer.settings.base_path or any(file.path == PATH for file in plan.files):
        return
    sitemap = f"{composer.settings.site_url}/sitemap.xml" if any(composer.indexed.values()) else ""
    yield PlannedFile(PATH, robots(sitemap, composer.settings.shows_drafts).encode())


def robots(sitemap: str, is_preview: bool) -> str:
    """Write the file: a preview keeps every program out, a site names its sitemap (absolute) where it has one."""
    if is_preview:
        return "User-agent: *\nDisallow: /\n"
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")
