"""`_nginx.conf`: a snippet to `include` in a server block that has a `root`.

What depends on the address stands in variables: an `add_header` in a location would put out all those around it.
Variables are set where the server begins, and set again after each internal redirect, to an index or an error page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import indent

from plugins.hosting.hosting import ANEW, HIDDEN, HOUR, Hosting
from plugins.hosting.language_choice import FROM_ELSEWHERE, VARY, asks_for
from plugins.hosting.media_types import CHARSET, FEED_NAME, FEED_TYPE, JSON, OTHERS, TEXTS, UNKNOWN
from plugins.hosting.url_path import decoded, pattern

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
HEAD = "# Made by Plaza: include this in a server block that has a root. See docs/operations.md, Hosting.\n"
COMPRESSED = """\
gzip_static on;  # needs ngx_http_gzip_static_module, which Debian's nginx has
gzip_vary on;
# brotli_static on;  # with Debian's libnginx-mod-http-brotli-static
"""


def nginx_snippet(hosting: Hosting) -> str:
    """Write the snippet."""
    below = f"{hosting.base}/"
    return "".join(
        (
            HEAD,
            *_variables(hosting),
            *(_led_by_language(hosting) if hosting.is_led_by_language else ()),
            _location(f'= "{quoted(hosting.base)}"', f'absolute_redirect off;\nreturn 301 "{below}";\n')
            if hosting.base
            else "",
            _location(f'"{quoted(below)}"', "".join(_served(hosting))),
        )
    )


def quoted(path: str) -> str:
    """Give a path as servers see it, to stand between double quotes; in what names no variable."""
    return decoded(path).translate(ESCAPES)


def _variables(hosting: Hosting) -> Iterator[str]:
    base = pattern(hosting.base)
    yield f'set $plaza_policy "{hosting.policy}";\n'
    if hosting.searches:
        searches = "|".join(map(pattern, hosting.searches))
        yield _if(f'$uri ~ "^(?:{searches})(?:index\\.html)?$"', f'set $plaza_policy "{hosting.search_policy}";')
    yield f'set $plaza_caching "{HOUR}";\n'
    for one in hosting.caching:
        yield _if(f'$uri ~ "^{pattern(one.folder)}"', f'set $plaza_caching "{one.value}";')
    yield _if(f'$uri ~ "^{base}/(?:.*/|.*\\.html)?$"', f'set $plaza_caching "{ANEW}";')
    main, *others = hosting.roots
    yield f'set $plaza_error "{main.error}";\n'
    for root in others:
        yield _if(f'$uri ~ "^{pattern(root.url)}"', f'set $plaza_error "{root.error}";')


def _led_by_language(hosting: Hosting) -> Iterator[str]:
    yield 'set $plaza_from "";\n'
    yield _if('$http_referer ~* "^https?://([^/|]+)"', "set $plaza_from $1;")
    yield 'set $plaza_came "$http_sec_fetch_site|$plaza_from";\n'
    yield _if("$plaza_from = $http_host", 'set $plaza_came "";')
    yield _if("$args", 'set $plaza_came "";')
    yield 'set $plaza_root "";\n'
    for tag, root in hosting.others:
        yield _if(f'$http_accept_language ~* "{asks_for(tag)}"', f'set $plaza_root "{root.url}";')
    yield _if(f'$plaza_came !~ "{FROM_ELSEWHERE}"', 'set $plaza_root "";')
    yield 'set $plaza_vary "";\n'
    yield _if(f'$uri ~ "^{pattern(hosting.base)}/(?:index\\.html)?$"', f'set $plaza_vary "{VARY}";')


def _served(hosting: Hosting) -> Iterator[str]:
    below = f"{hosting.base}/"
    yield "index index.html;\nabsolute_redirect off;\n"
    yield "error_page 404 $plaza_error;\n"
    yield COMPRESSED
    yield f"default_type {UNKNOWN};\n{_types()}"
    yield 'add_header Content-Security-Policy "$plaza_policy" always;\n'
    yield from (f'add_header {name} "{value}" always;\n' for name, value in hosting.headers)
    yield 'add_header Cache-Control "$plaza_caching" always;\n'
    if hosting.is_led_by_language:
        yield 'add_header Vary "$plaza_vary" always;\n'
        led = _if("$plaza_root", 'set $plaza_caching "no-store";\nreturn 302 "$plaza_root";')
        yield _location(f'= "{quoted(below)}"', led)
    hidden = "|".join(map(pattern, HIDDEN))
    yield _location(f'~ "^{pattern(below)}(?:{hidden})(?:\\.gz|\\.br)?$"', "return 404;\n")
    yield _location(r'~ "/\.(?!well-known/)"', "return 404;\n")
    yield _location(f'~ "/{pattern(FEED_NAME)}$"', f'types {{ }}\ndefault_type "{FEED_TYPE}; charset={CHARSET}";\n')
    for one in hosting.redirects:
        yield _location(f'= "{quoted(one.old)}"', f'return 301 "{one.new}";\n')


def _types() -> str:
    texts = [(f"{kind}; charset={CHARSET}", endings) for kind, endings in TEXTS]
    return f"types {{\n{''.join(indent(_type(*one), '    ') for one in (*texts, *JSON, *OTHERS))}}}\n"


def _type(kind: str, endings: Iterable[str]) -> str:
    return f'"{kind}" {" ".join(endings)};\n'


def _location(what: str, body: str) -> str:
    return f"location {what} {{\n{indent(body, '    ')}}}\n"


def _if(condition: str, action: str) -> str:
    return f"if ({condition}) {{\n{indent(action, '    ')}\n}}\n"
