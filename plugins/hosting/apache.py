"""`.htaccess` for Apache 2.4, which reads it in the folder of the site: `AllowOverride All`, and the modules below.

It needs mod_rewrite, mod_headers, mod_mime and mod_dir. An expression of mod_rewrite sees a path from this folder, so
most of it holds whatever the site's address; `$` and `%` have a meaning in what it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from plugins.hosting.hosting import ANEW, HIDDEN, HOUR, Hosting
from plugins.hosting.language_choice import VARY, asks_for
from plugins.hosting.media_types import CHARSET, COMPRESSED, FEED_NAME, FEED_TYPE, JSON, OTHERS, TEXTS
from plugins.hosting.url_path import pattern

HEAD = "# Made by Plaza: Apache reads this where it may (AllowOverride All). See docs/operations.md, Hosting.\n"
PRECOMPRESSED = (("br", "br"), ("gzip", "gz"))  # the coding as browsers name it, and the ending of its files


def htaccess(hosting: Hosting) -> str:
    """Write the file."""
    return "".join((HEAD, *_basics(hosting), *_headers(hosting), *_rewriting(hosting), *_compressed()))


def _basics(hosting: Hosting) -> Iterator[str]:
    main, *others = hosting.roots
    yield "Options -Indexes -MultiViews\nDirectoryIndex index.html\nDirectorySlash On\n"
    yield f"ErrorDocument 404 {main.error}\n"
    for root in others:
        yield _block("If", f'"%{{REQUEST_URI}} =~ m#^{pattern(root.url)}#"', f"ErrorDocument 404 {root.error}\n")
    texts = [(f"{kind}; charset={CHARSET}", endings) for kind, endings in TEXTS]
    for kind, endings in (*texts, *JSON, *OTHERS):
        yield f"AddType '{kind}' {' '.join(f'.{ending}' for ending in endings)}\n"
    names = f'"^{pattern(FEED_NAME)}(?:\\.gz|\\.br)?$"'
    yield _block("FilesMatch", names, f"ForceType '{FEED_TYPE}; charset={CHARSET}'\n")


def _headers(hosting: Hosting) -> Iterator[str]:
    yield f'Header always set Content-Security-Policy "{hosting.policy}"\n'
    if hosting.searches:
        searches = "|".join(map(pattern, hosting.searches))
        yield _when(
            rf"^(?:{searches})(?:index\.html(?:\.gz|\.br)?)?$", "Content-Security-Policy", hosting.search_policy
        )
    yield from (f'Header always set {name} "{value}"\n' for name, value in hosting.headers)
    yield f'Header always set Cache-Control "{HOUR}"\n'
    yield from (_when(f"^{pattern(one.folder)}", "Cache-Control", one.value) for one in hosting.caching)
    yield _when(r"(?:/|\.html(?:\.gz|\.br)?)$", "Cache-Control", ANEW)
    if hosting.is_led_by_language:
        yield _when(rf"^{pattern(hosting.base)}/(?:index\.html(?:\.gz|\.br)?)?$", "Vary", VARY)
        yield 'Header always set Cache-Control "no-store" "expr=%{REQUEST_STATUS} == 302"\n'


def _rewriting(hosting: Hosting) -> Iterator[str]:
    yield "RewriteEngine On\n"
    hidden = "|".join(map(pattern, HIDDEN))
    yield f'RewriteRule "^(?:{hidden})(?:\\.gz|\\.br)?$" - [R=404,L]\n'
    yield 'RewriteRule "(?:^|/)\\.(?!well-known/)" - [R=404,L]\n'
    if hosting.is_led_by_language:
        yield from _led_by_language(hosting)
    for one in hosting.redirects:
        old = pattern(one.old.removeprefix(f"{hosting.base}/"))
        yield f'RewriteRule "^{old}$" "{substitution(one.new)}" [R=301,L,NE]\n'


def _led_by_language(hosting: Hosting) -> Iterator[str]:
    for tag, root in hosting.others:
        yield 'RewriteCond "%{QUERY_STRING}" "^$"\n'
        yield 'RewriteCond "%{HTTP_HOST}@%{HTTP_REFERER}" "!^([^@]*)@https?://\\1(?:/|$)" [NC]\n'
        yield 'RewriteCond "%{HTTP:Sec-Fetch-Site}|%{HTTP_REFERER}" "^(?:none|cross-site)\\||^\\|."\n'
        yield f'RewriteCond "%{{HTTP:Accept-Language}}" "{asks_for(tag)}" [NC]\n'
        yield f'RewriteRule "^$" "{substitution(root.url)}" [R=302,L,NE]\n'


def substitution(path: str) -> str:
    """Give an encoded path as what a rule leads to, where `%` would name what a condition has found."""
    return path.replace("%", "\\%")


def _compressed() -> Iterator[str]:
    endings = "|".join(COMPRESSED)
    yield _block("FilesMatch", f'"\\.(?:{endings})(?:\\.gz|\\.br)?$"', "Header always merge Vary Accept-Encoding\n")
    for coding, ending in PRECOMPRESSED:
        for path, file in ((f"^(.+\\.(?:{endings}))$", ""), ("^(|.+/)$", "index.html")):
            yield f'RewriteCond "%{{HTTP:Accept-Encoding}}" "\\b{coding}\\b"\n'
            yield f'RewriteCond "%{{REQUEST_FILENAME}}{file}.{ending}" -f\n'
            yield f'RewriteRule "{path}" "$1{file}.{ending}" [L,E=no-gzip:1,E=no-brotli:1]\n'
        body = f"RemoveType .{ending}\nRemoveLanguage .{ending}\nAddEncoding {coding} .{ending}\n"
        yield _block("FilesMatch", f'"\\.(?:{endings})\\.{ending}$"', body)


def _when(uri: str, name: str, value: str) -> str:
    return f'Header always set {name} "{value}" "expr=%{{REQUEST_URI}} =~ m#{uri}#"\n'


def _block(name: str, what: str, body: str) -> str:
    return f"<{name} {what}>\n{indent(body, '    ')}</{name}>\n"
