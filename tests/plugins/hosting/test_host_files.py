"""Each file for a host, of literals: what it says, and that no path or policy breaks out of its syntax."""

import re
from typing import Any

import pytest

from plugins.hosting.apache import htaccess
from plugins.hosting.caddy import caddyfile
from plugins.hosting.header_rules import feed_patterns, header_rules
from plugins.hosting.host_files import WRITERS, host_files
from plugins.hosting.nginx import nginx_snippet
from plugins.hosting.redirect_rules import redirect_rules
from tests.plugins.hosting.conftest import HostingOf

HOSTILE = (
    "/a%20b/",
    "/q%22r/",
    "/d%24uri/",
    "/s%3Bt/",
    "/h%23i/",
    "/n%0Al/",
    "/b%5C/",
    "/%7Bx%7D/",
    "/p%25/",
    "/s%2A/",
)


def rules_of(text: str) -> dict[str, dict[str, str]]:
    """Read `_headers`: an address, and below it its headers."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            assert line not in found
            found[line] = {}
        else:
            name, _, value = line.strip().partition(": ")
            found[[*found][-1]][name] = value
    return found


def test_headers_say_the_policy_of_the_search_everywhere_and_each_header_once(hosting: HostingOf) -> None:
    rules = rules_of(header_rules(hosting()))
    assert rules["/*"] == {"Content-Security-Policy": "search 'self'", "X-Content-Type-Options": "nosniff"}
    assert rules["/theme/kept/*"] == {"Cache-Control": "public, max-age=31536000, immutable"}
    assert rules["/media/*"] == {"Cache-Control": "public, max-age=14400"}
    assert rules["/en/search/pagefind/fragment/*"]["Cache-Control"].endswith("immutable")
    assert rules["/temas/:name/feed.xml"] == {"Content-Type": "application/atom+xml; charset=utf-8"}
    assert rules["/theme/site.es.webmanifest"] == {"Content-Type": "application/manifest+json"}
    cached = [path for path, headers in rules.items() if "Cache-Control" in headers]
    assert not [(a, b) for a in cached for b in cached if a != b and b.startswith(a.removesuffix("*"))]


def test_many_feeds_take_few_rules() -> None:
    feeds = ["/feed.xml", "/en/feed.xml", *(f"/temas/t{n}/feed.xml" for n in range(50)), "/en/topics/x/feed.xml"]
    assert feed_patterns(feeds) == (
        "/en/feed.xml",
        "/en/topics/:name/feed.xml",
        "/feed.xml",
        "/temas/:name/feed.xml",
    )


def test_redirects_stand_there_as_each_host_reads_them_before_the_pages_for_what_is_not_there(
    hosting: HostingOf,
) -> None:
    lines = redirect_rules(hosting(redirects=(("/viejo/", "/notas/nuevo/"),))).splitlines()
    assert lines[:2] == ["/viejo/ /notas/nuevo/ 301!", "/viejo/ /notas/nuevo/ 301"]
    assert lines[-2:] == ["/en/* /en/404.html 404", "/* /404.html 404"]
    assert "/.plaza /404.html 404!" in lines


def test_the_root_is_never_led_by_language_where_a_host_cannot_tell_who_comes(hosting: HostingOf) -> None:
    assert redirect_rules(hosting(is_led=True)) == redirect_rules(hosting())


@pytest.mark.parametrize("name", WRITERS)
def test_the_path_of_the_sites_address_is_before_every_path(hosting: HostingOf, name: str) -> None:
    text = WRITERS[name](hosting("/blog", (("/blog/viejo/", "/blog/nuevo/"),), is_led=True))
    assert "/blog/en/404.html" in text or name == "_headers"
    # What stands for a path of the site without it: none but names that are looked for anywhere
    assert not re.search(r'(?<![\w*/.\\"])/(?:en|notas|theme|media|buscar|404)', text.replace("/blog/", "=blog/"))


@pytest.mark.parametrize("name", ["_redirects", "_nginx.conf", "_Caddyfile", ".htaccess"])
def test_a_hostile_path_stays_within_its_line_and_its_quotes(hosting: HostingOf, name: str) -> None:
    plain = WRITERS[name](hosting(redirects=(("/x/", "/y/"),) * len(HOSTILE)))
    text = WRITERS[name](hosting(redirects=tuple((path, path) for path in HOSTILE)))
    assert text.count("\n") == plain.count("\n")
    if name == "_redirects":
        assert all(len(line.split()) == 3 for line in text.splitlines())
    if name != "_redirects":
        unquoted = re.sub(r'"(?:\\.|[^"\\])*"', '""', text)
        assert unquoted == re.sub(r'"(?:\\.|[^"\\])*"', '""', plain)


def test_nginx_names_paths_as_it_sees_them_and_leads_to_them_encoded(hosting: HostingOf) -> None:
    text = nginx_snippet(hosting(redirects=(("/a%20%22%5C%0A%24x/", "/c%20d/"),)))
    assert 'location = "/a \\"\\\\\\n$x/" {\n        return 301 "/c%20d/";' in text


def test_caddy_leads_by_language_only_who_comes_from_elsewhere(hosting: HostingOf) -> None:
    assert "Accept-Language" not in caddyfile(hosting())
    text = caddyfile(hosting(is_led=True))
    assert 'redir @plaza_led_0 "/en/" 302' in text
    assert "Sec-Fetch-Site" in text


def test_caddy_serves_what_is_compressed_and_a_page_for_what_is_not_there(hosting: HostingOf) -> None:
    text = caddyfile(hosting("/blog"))
    assert text.count("precompressed br gzip") == 3
    assert text.index('handle "/blog/en/*"') < text.index('handle "/blog/*"')
    assert 'rewrite * "/blog/en/404.html"' in text


def test_apache_leads_on_without_taking_a_path_for_a_reference(hosting: HostingOf) -> None:
    text = htaccess(hosting("/blog", (("/blog/a%20b.html", "/blog/c%20d/"),)))
    assert r'RewriteRule "^a\x20b\.html$" "/blog/c\%20d/" [R=301,L,NE]' in text


def test_apache_has_a_page_for_what_is_not_there_in_each_language(hosting: HostingOf) -> None:
    text = htaccess(hosting("/blog"))
    assert "ErrorDocument 404 /blog/404.html\n" in text
    assert '<If "%{REQUEST_URI} =~ m#^/blog/en/#">\n    ErrorDocument 404 /blog/en/404.html\n</If>\n' in text


def test_a_language_is_asked_for_by_the_start_of_its_tag_unless_two_share_it(hosting: HostingOf) -> None:
    assert [tag for tag, _ in hosting(langs="es pt-BR en").others] == ["pt", "en"]
    assert [tag for tag, _ in hosting(langs="pt-PT pt-BR en").others] == ["pt-BR", "en"]


def test_only_what_the_settings_name_is_written(example: Any) -> None:
    texts = {"posts/a.es.md": "---\ntitle: Uno\ndate: 2020-01-02\n---\nHola.\n"}
    plan, _ = example.plan(texts)
    assert list(host_files(plan)) == []
    plan, _ = example.plan(texts, HOST_FILES=["_headers", ".htaccess"], SITEURL="https://example.org/blog")
    files = {file.path: file.made() for file in host_files(plan)}
    assert sorted(files) == [".htaccess", "_headers"]
    assert files["_headers"].startswith(b"/blog/*\n  Content-Security-Policy: default-src 'none'")
