"""`_Caddyfile`: a snippet to `import` in a site block that has a `root`.

Paths are written percent-encoded, since a Caddyfile takes braces, dollars and stars for its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from plugins.hosting.hosting import ANEW, HIDDEN, HOUR, Hosting
from plugins.hosting.language_choice import VARY, asks_for
from plugins.hosting.media_types import CHARSET, FEED_NAME, FEED_TYPE, JSON, OTHERS, TEXTS

HEAD = "# Made by Plaza: import this in a site block that has a root. See docs/operations.md, Hosting.\n"
OPEN, CLOSE = "{", "}"
ELSEWHERE = (  # the expression language is CEL
    '{query} == "" && !{header.Referer}.matches("^https?://" + {hostport}.replace(".", "[.]") + "(/|$)")'
    ' && ({header.Sec-Fetch-Site} in ["none", "cross-site"]'
    ' || ({header.Sec-Fetch-Site} == "" && {header.Referer} != ""))'
)


def caddyfile(hosting: Hosting) -> str:
    """Write the snippet."""
    main = hosting.roots[0]
    parts = [HEAD]
    if hosting.base:
        parts.append(f'redir "{hosting.base}" "{hosting.base}/" 301\n')
    parts.append(_block(f'route "{hosting.base}/*"', "".join(_served(hosting))))
    errors = "".join(
        _block(f'handle "{root.url}*"', f'rewrite * "{root.error}"\n{SHOWN}')
        for root in sorted(hosting.roots, key=lambda root: root is main)
    )
    return "".join((*parts, _block("handle_errors", errors)))


HTML = f'"{TEXTS[0][0]}; charset={CHARSET}"'
FILES = f"file_server {OPEN}\n    precompressed br gzip\n{CLOSE}\n"
SHOWN = f"header Cache-Control {ANEW}\nheader Content-Type {HTML}\n{FILES}"


def _served(hosting: Hosting) -> Iterator[str]:
    """Give what is done with a request, in this order; a later header takes the place of an earlier one."""
    base = hosting.base
    yield _block("header", f'Content-Security-Policy "{hosting.policy}"\n' + _lines(hosting.headers))
    if hosting.searches:
        paths = " ".join(f'"{search}" "{search}index.html"' for search in hosting.searches)
        yield f'@plaza_search path {paths}\nheader @plaza_search Content-Security-Policy "{hosting.search_policy}"\n'
    yield f'header Cache-Control "{HOUR}"\n'
    yield f'@plaza_pages path */ *.html\nheader @plaza_pages Cache-Control "{ANEW}"\n'
    yield from (f'header "{one.folder}*" Cache-Control "{one.value}"\n' for one in hosting.caching)
    texts = [(f"{kind}; charset={CHARSET}", endings) for kind, endings in TEXTS]
    for number, (kind, endings) in enumerate((*texts, *JSON, *OTHERS)):
        paths = " ".join(f"*.{ending}" for ending in endings)
        yield f'@plaza_type_{number} path {paths}\nheader @plaza_type_{number} Content-Type "{kind}"\n'
    yield f"@plaza_folders path */\nheader @plaza_folders Content-Type {HTML}\n"
    yield f'@plaza_feeds path */{FEED_NAME}\nheader @plaza_feeds Content-Type "{FEED_TYPE}; charset={CHARSET}"\n'
    hidden = " ".join(f'"{base}/{name}{ending}"' for name in HIDDEN for ending in ("", ".gz", ".br"))
    yield f"@plaza_hidden path {hidden}\nerror @plaza_hidden 404\n"
    yield '@plaza_dots path_regexp "/\\.(?:[^w]|w[^e]|we[^l])"\nerror @plaza_dots 404\n'
    if hosting.is_led_by_language:
        yield from _led_by_language(hosting)
    yield from (f'redir "{one.old}" "{one.new}" 301\n' for one in hosting.redirects)
    yield FILES


def _led_by_language(hosting: Hosting) -> Iterator[str]:
    root = f'"{hosting.base}/"'
    yield f'header {root} Vary "{VARY}"\n'
    for number, (tag, other) in enumerate(hosting.others):
        name = f"@plaza_led_{number}"
        asks = f'header_regexp Accept-Language "(?i){asks_for(tag)}"'
        yield _block(name, f"path {root}\n{asks}\nexpression `{ELSEWHERE}`\n")
        yield f'header {name} Cache-Control "no-store"\nredir {name} "{other.url}" 302\n'


def _lines(headers: tuple[tuple[str, str], ...]) -> str:
    return "".join(f'{name} "{value}"\n' for name, value in headers)


def _block(what: str, body: str) -> str:
    return f"{what} {OPEN}\n{indent(body, '    ')}{CLOSE}\n"
