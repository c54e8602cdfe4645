"""The files that hosts read, of which the setting HOST_FILES names those that are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType

from plugins.hosting.apache import htaccess
from plugins.hosting.caddy import caddyfile
from plugins.hosting.header_rules import header_rules
from plugins.hosting.hosting import Hosting, hosting_of
from plugins.hosting.nginx import nginx_snippet
from plugins.hosting.redirect_rules import redirect_rules
from plugins.plan.plan import Plan, PlannedFile

WRITERS: Mapping[str, Callable[[Hosting], str]] = MappingProxyType(
    {
        "_headers": header_rules,
        "_redirects": redirect_rules,
        "_nginx.conf": nginx_snippet,
        "_Caddyfile": caddyfile,
        ".htaccess": htaccess,
    }
)


def host_files(plan: Plan) -> Iterable[PlannedFile]:
    """Plan the files that the settings name; only a build that writes them makes them."""
    for name in plan.composer.settings.host_files:
        yield PlannedFile(name, partial(_written, name, plan))


def _written(name: str, plan: Plan) -> bytes:
    return WRITERS[name](hosting_of(plan)).encode("utf-8", "surrogateescape")
