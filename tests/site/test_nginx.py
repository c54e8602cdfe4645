"""A built site on a real nginx, by the snippet that the build writes: at the root of a host, and below a path."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from plugins.hosting.hosting import Redirect, hosting_of
from plugins.hosting.nginx import nginx_snippet
from tests.support.building import build, write_files
from tests.support.debian import found_or_installed
from tests.support.nginx import Server, nginx
from tools.errors import MachineError

POST = "---\ntitle: {}\ndate: 2020-01-02\ntopics: [datos]\n{}---\nTexto.\n"
CONTENT = {
    "posts/hola.es.md": POST.format("Hola", "aliases: [/old/hola, /2013/a;b.html]\n"),
    "posts/hola.en.md": POST.format("Hello", "original: es\n"),
    "topics.yml": "datos:\n  es: {label: Datos}\n  en: {label: Data}\n",
    "media/a.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHola\n",
    "root/.well-known/security.txt": "Contact: mailto:a@example.org\n",
}
HOSTILE = ("a%20b/", "q%22r/", "d%24uri%3B/", "h%23i/", "n%0Al/", "b%5C/", "%7Bx%7D/", "p%25/", "a%C3%B1o.html")
YEAR, HOURS, HOUR = "public, max-age=31536000, immutable", "public, max-age=14400", "public, max-age=3600"
HTML, TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Site:
    """A site on nginx: its server, the path of its address, and its output."""

    server: Server
    base: str
    output: Path


@pytest.fixture(scope="module", params=["", "/blog"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder, base = tmp_path_factory.mktemp("hosted"), request.param
    settings = folder / "settings.py"
    settings.write_text(
        "from pelicanconf import *\nHOST_FILES = ['_nginx.conf', '.htaccess']\nROOT_BY_LANGUAGE = True\n"
        "COMPRESS = ['gzip']\n",
        "utf-8",
    )
    output = folder / "root" / base.strip("/")
    built = build(
        write_files(folder / "content", CONTENT), output, f"https://example.org{base}", settings=settings, search=True
    )
    hosting = hosting_of(built.build.plan)
    assert built.read("_nginx.conf") == nginx_snippet(hosting)
    write_files(output, {"theme/kept/plaza.0a1b2c3d.css": "a{}"})
    odd = tuple(Redirect(f"{base}/{path}", f"{base}/c%20d/") for path in (*HOSTILE, "viejo/"))
    snippet = nginx_snippet(replace(hosting, redirects=(*hosting.redirects, *odd)))
    with nginx(folder / "nginx", folder / "root", snippet) as server:
        yield Site(server, base, output)


def test_every_answer_has_the_headers_that_protect_readers(site: Site) -> None:
    for path in ("/", "/notas/hola/", "/theme/plaza.css", "/feed.xml", "/nada", "/viejo/", "/notas", "/media/a.vtt"):
        answer = site.server.get(site.base + path)
        assert answer.headers.get_all("Content-Security-Policy") == [
            "default-src 'none'; base-uri 'none'; form-action 'self'; img-src 'self'; manifest-src 'self';"
            " media-src 'self'; script-src 'self'; style-src 'self'; frame-ancestors 'none'"
        ], path
        assert answer.header("Referrer-Policy") == "strict-origin-when-cross-origin"
        assert answer.header("Permissions-Policy").startswith("accelerometer=(), camera=(), ")
        assert answer.header("X-Content-Type-Options") == "nosniff"
        assert answer.header("Cross-Origin-Opener-Policy") == "same-origin"


@pytest.mark.parametrize("path", ["/old/hola/", "/2013/a;b.html", "/2013/a%3Bb.html"])
def test_an_alias_leads_to_where_its_post_is(site: Site, path: str) -> None:
    answer = site.server.get(site.base + path)
    assert (answer.status, answer.header("Location")) == (301, f"{site.base}/notas/hola/")


@pytest.mark.parametrize("path", ["/buscar/", "/en/search/", "/en/search/index.html"])
def test_a_page_to_search_from_may_fetch_and_run_the_index(site: Site, path: str) -> None:
    policy = site.server.get(site.base + path).header("Content-Security-Policy")
    assert "connect-src 'self'" in policy
    assert "script-src 'self' 'wasm-unsafe-eval'" in policy


@pytest.mark.parametrize(
    ("path", "kind", "caching"),
    [
        ("/", HTML, "no-cache"),
        ("/en/posts/hello/", HTML, "no-cache"),
        ("/404.html", HTML, "no-cache"),
        ("/feed.xml", "application/atom+xml; charset=utf-8", HOUR),
        ("/temas/datos/feed.xml", "application/atom+xml; charset=utf-8", HOUR),
        ("/sitemap.xml", "application/xml; charset=utf-8", HOUR),
        ("/theme/plaza.css", "text/css; charset=utf-8", HOUR),
        ("/theme/js/reading.js", "text/javascript; charset=utf-8", HOUR),
        ("/theme/site.es.webmanifest", "application/manifest+json", HOUR),
        ("/theme/icon.svg", "image/svg+xml; charset=utf-8", HOUR),
        ("/theme/icon-192.png", "image/png", HOUR),
        ("/favicon.ico", "image/x-icon", HOUR),
        ("/theme/kept/plaza.0a1b2c3d.css", "text/css; charset=utf-8", YEAR),
        ("/media/a.vtt", "text/vtt; charset=utf-8", HOURS),
        ("/.well-known/security.txt", TEXT, HOUR),
        ("/buscar/pagefind/pagefind.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/buscar/pagefind/pagefind-entry.json", "application/json", "no-cache"),
        ("/buscar/pagefind/wasm.es.pagefind", "application/octet-stream", "no-cache"),
    ],
)
def test_each_file_has_its_type_and_its_time_in_caches(site: Site, path: str, kind: str, caching: str) -> None:
    answer = site.server.get(site.base + path)
    assert (answer.status, answer.header("Content-Type"), answer.header("Cache-Control")) == (200, kind, caching)


def test_parts_of_an_index_whose_names_tell_their_contents_are_kept_for_a_year(site: Site) -> None:
    index = site.output / "en/search/pagefind"
    parts = [file for file in index.rglob("*") if file.is_file() and file.parent != index]
    assert {part.parent.name for part in parts} == {"fragment", "index"}
    for part in parts:
        answer = site.server.get(f"{site.base}/{part.relative_to(site.output).as_posix()}")
        assert (answer.status, answer.header("Cache-Control")) == (200, YEAR)
        assert answer.header("Content-Type") == "application/octet-stream"


@pytest.mark.parametrize(
    ("path", "lang"),
    [("/nada", "es"), ("/notas/nada/", "es"), ("/media/nada.png", "es"), ("/en/nope", "en"), ("/en/posts/no/", "en")],
)
def test_what_is_not_there_has_a_page_in_its_language(site: Site, path: str, lang: str) -> None:
    answer = site.server.get(site.base + path)
    assert answer.status == 404
    assert f'<html lang="{lang}"'.encode() in answer.body
    assert (answer.header("Content-Type"), answer.header("Cache-Control")) == (HTML, "no-cache")


@pytest.mark.parametrize("path", ["/notas/hola/", "/theme/plaza.css", "/feed.xml", "/en/nope"])
def test_what_is_compressed_is_sent_so_to_who_takes_it(site: Site, path: str) -> None:
    plain = site.server.get(site.base + path)
    small = site.server.get(site.base + path, Accept_Encoding="br, gzip")
    assert (plain.header("Content-Encoding"), small.header("Content-Encoding")) == ("", "gzip")
    assert gzip.decompress(small.body) == plain.body
    assert small.status == plain.status
    assert small.header("Content-Type") == plain.header("Content-Type")
    assert "Accept-Encoding" in small.header("Vary")
    assert "Accept-Encoding" in plain.header("Vary")


@pytest.mark.parametrize("path", HOSTILE)
def test_an_old_address_leads_to_the_new_one_whatever_it_is_made_of(site: Site, path: str) -> None:
    answer = site.server.get(f"{site.base}/{path}")
    assert (answer.status, answer.header("Location")) == (301, f"{site.base}/c%20d/")


def test_a_folder_without_its_slash_gets_one(site: Site) -> None:
    answer = site.server.get(f"{site.base}/notas/hola")
    assert (answer.status, answer.header("Location")) == (301, f"{site.base}/notas/hola/")
    if site.base:
        assert site.server.get(site.base).header("Location") == f"{site.base}/"


@pytest.mark.parametrize("path", ["/.plaza", "/_nginx.conf", "/_headers", "/.htaccess", "/.git/config", "/_headers.gz"])
def test_what_is_for_hosts_alone_is_not_served(site: Site, path: str) -> None:
    assert site.server.get(site.base + path).status == 404


def test_who_comes_from_elsewhere_is_led_to_the_language_that_the_browser_lists_first(site: Site) -> None:
    for come in ({"Sec_Fetch_Site": "none"}, {"Sec_Fetch_Site": "cross-site"}, {"Referer": "https://other.example/"}):
        answer = site.server.get(f"{site.base}/", Accept_Language="EN-gb,es;q=0.5", **come)
        assert (answer.status, answer.header("Location")) == (302, f"{site.base}/en/")
        assert answer.header("Cache-Control") == "no-store"
        assert "Accept-Language" in answer.header("Vary")


@pytest.mark.parametrize("asked", ["es-MX,en;q=0.5", "fr", "eng", "", "*"])
def test_who_asks_for_the_main_language_or_another_stays(site: Site, asked: str) -> None:
    answer = site.server.get(f"{site.base}/", Accept_Language=asked, Sec_Fetch_Site="none")
    assert answer.status == 200
    assert "Accept-Language" in answer.header("Vary")
    assert answer.header("Cache-Control") == "no-cache"


def test_nobody_is_trapped_in_a_language(site: Site) -> None:
    own = f"http://127.0.0.1:{site.server.port}{site.base}/en/"
    stays: tuple[dict[str, str], ...] = (
        {"Referer": own},
        {"Referer": own, "Sec_Fetch_Site": "same-origin"},
        {"Referer": own, "Sec_Fetch_Site": "none"},  # as browsers reload a page that a link has led to
        {"Sec_Fetch_Site": "same-origin"},  # whoever sends no referrer
        {},  # nobody can tell where they come from
    )
    for come in stays:
        assert site.server.get(f"{site.base}/", Accept_Language="en", **come).status == 200
    assert site.server.get(f"{site.base}/?es", Accept_Language="en", Sec_Fetch_Site="none").status == 200


def test_no_other_page_leads_by_language(site: Site) -> None:
    for path in ("/notas/hola/", "/index.html", "/en/"):
        answer = site.server.get(site.base + path, Accept_Language="en", Sec_Fetch_Site="none")
        assert answer.status == 200
    assert "Accept-Language" not in site.server.get(f"{site.base}/notas/hola/").header("Vary")


def test_a_machine_without_nginx_is_told_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.debian.run", lambda command: False)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MachineError, match="^found no nginx and could not install one: install it, or set PLAZA_NGINX"):
        found_or_installed("nginx", "nginx-light")
    monkeypatch.setenv("PLAZA_NGINX", "/my/nginx")
    assert found_or_installed("nginx", "nginx-light") == "/my/nginx"
