"""What robots.txt says, and where it has a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plugins.discovery.robots import robots, robots_file

Make = Callable[..., Any]
POST = "---\ntitle: Nota\ndate: 2024-05-01\n---\nTexto.\n"


def test_a_site_names_its_sitemap(feeds: Make) -> None:
    (file,) = robots_file(feeds({"posts/a.es.md": POST}, SITEURL="https://example.org").plan)
    assert file.content == b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"


def test_a_site_below_a_path_has_none(feeds: Make) -> None:
    assert not list(robots_file(feeds({"posts/a.es.md": POST}, SITEURL="https://example.org/blog").plan))


def test_one_of_the_sites_own_wins(feeds: Make) -> None:
    assert not list(robots_file(feeds({"posts/a.es.md": POST}, ["root/robots.txt"]).plan))


def test_a_preview_keeps_programs_out() -> None:
    assert robots("https://example.org/sitemap.xml", is_preview=True) == "User-agent: *\nDisallow: /\n"
