from pathlib import Path

from tests.support.building import build, run_plaza, write_files

POST = "---\ntitle: Hola\ndate: 2020-01-02\n---\nUno.\n"
META = '<meta http-equiv="Content-Security-Policy" content="'


def settings_with(tmp_path: Path, lines: str) -> Path:
    file = tmp_path / "settings.py"
    file.write_text(f"from pelicanconf import *\n{lines}\n", encoding="utf-8")
    return file


def test_each_page_says_its_policy_before_it_loads_anything(tmp_path: Path) -> None:
    built = build(write_files(tmp_path / "content", {"posts/a.es.md": POST}), tmp_path / "out")
    pages = list(built.output.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        assert head.count(META) == 1
        assert '<meta name="referrer" content="strict-origin-when-cross-origin">' in head
        assert head.index(META) < head.index("<link")
        assert "<script" not in head.partition(META)[0]


def test_without_the_plugin_nothing_is_said_and_the_rest_works(tmp_path: Path) -> None:
    lines = "PLUGINS = [name for name in PLUGINS if 'hosting' not in name]\nHOST_FILES = ['_headers', '.htaccess']"
    content = write_files(tmp_path / "content", {"posts/a.es.md": POST})
    built = build(content, tmp_path / "out", settings=settings_with(tmp_path, lines))
    assert META not in built.read("index.html")
    assert "referrer" not in built.read("index.html")
    assert not (built.output / "_headers").exists()
    assert built.problems == ""


def test_a_font_of_the_site_and_a_host_of_the_settings_open_the_policy_of_every_page(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"posts/a.es.md": POST})
    settings = settings_with(tmp_path, f"SITE_FOLDER = {str(tmp_path / 'site')!r}")
    built = build(content, tmp_path / "out", settings=settings)
    assert "font-src" not in built.read("notas/hola/index.html")
    write_files(tmp_path / "site" / "theme" / "static", {"fonts/ours.woff2": b"wOF2"})
    assert "font-src 'self';" in build(content, tmp_path / "out", settings=settings).read("notas/hola/index.html")
    with settings.open("a", encoding="utf-8") as file:
        file.write("POLICY_HOSTS = {'img-src': ['https://*.example.org']}\n")
    again = build(content, tmp_path / "out", settings=settings)
    assert "img-src 'self' https://*.example.org;" in again.read("notas/hola/index.html")
    assert again.problems == ""


def test_the_files_of_hosts_are_written_as_the_settings_name_them(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"posts/a.es.md": POST})
    lines = "HOST_FILES = ['_headers', '_redirects', '_nginx.conf', '_Caddyfile', '.htaccess']"
    built = build(content, tmp_path / "out", settings=settings_with(tmp_path, lines))
    for name in ("_headers", "_nginx.conf", "_Caddyfile", ".htaccess"):
        assert "frame-ancestors 'none'" in built.read(name)
    assert "/en/404.html" in built.read("_redirects")
    gone = build(content, tmp_path / "out", settings=settings_with(tmp_path, "HOST_FILES = []"))
    assert not list(gone.output.glob("_*"))


def test_a_file_of_the_content_does_not_take_the_place_of_one_for_hosts(tmp_path: Path) -> None:
    content = write_files(tmp_path / "content", {"posts/a.es.md": POST, "root/_headers": "/*\n  X-Mine: 1\n"})
    done = run_plaza(
        *("check", "--content", str(content), "--settings", str(settings_with(tmp_path, "HOST_FILES = ['_headers']")))
    )
    assert done.returncode == 1
    assert "the file has the address of something else in the site, /_headers" in done.stderr
