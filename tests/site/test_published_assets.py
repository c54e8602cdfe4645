"""What publishconf.py adds, on a real build: smaller files, names that may be kept for ever, compressed variants."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from tests.support.building import ROOT, Built, build, run_plaza, tree, write_files
from tools.errors import ContentError, UsageError

URL = "https://plaza.example/blog"
CONTENT = {
    "posts/hola.es.md": "---\ntitle: Hola\nslug: hola\ndate: 2020-01-02\n---\nUno.\n\n> [es] Sí\n>\n> [en] Yes\n",
    "posts/otra.es.md": f"---\ntitle: Otra\nslug: otra\ndate: 2020-01-03\n---\n{'Palabras. ' * 200}\n",
    "media/a.es.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHola\n" + "NOTE nada\n\n" * 200,
}
STYLE = """\
/*! Ours, CC0 */
/* nobody reads this */
@font-face { font-family: "Ours"; src: url("fonts/ours.woff2") format("woff2") }
@media print { .a :is(b, i) { background: url(/blog/theme/mark.svg#x) } }
"""
OWN = {
    "static/css/ours.css": STYLE,
    "static/fonts/ours.woff2": b"wOF2",
    "static/mark.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "static/js/ours.js": 'import { say } from "./said.js";\nsay(); // aloud\n',
    "static/js/said.js": "export const say = () => {};\n",
    "templates/partials/logo.html": '<img src="{{ site.theme }}/mark.svg" width="9" height="9" alt="">\n',
    "templates/partials/reading-script.html": '<script type="module" src="{{ site.theme["js/ours.js"] }}"></script>\n',
}


class Site:
    """A folder with content, theme and settings of its own, built as it is published."""

    def __init__(self, home: Path) -> None:
        self.home, self.output = home, home.parent / "output"
        write_files(home / "content", CONTENT)
        write_files(home / "site" / "theme", OWN)

    def build(self, output: Path | None = None, **values: object) -> Built:
        """Build with the settings of publishconf.py, but for some."""
        lines = [f"{name} = {value!r}" for name, value in {"SITE_FOLDER": str(self.home / "site"), **values}.items()]
        settings = self.home / "settings.py"
        settings.write_text("\n".join(["from publishconf import *", *lines]), encoding="utf-8")
        return build(self.home / "content", output or self.output, URL, settings)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("published") / "site")


@pytest.fixture(scope="module")
def published(site: Site) -> Built:
    return site.build()


@pytest.fixture(scope="module")
def plain(site: Site) -> Built:
    return site.build(site.home.parent / "plain", MINIFY=False, FINGERPRINT=False, COMPRESS=[])


def kept(built: Built) -> dict[str, str]:
    """Give the names of the theme's files by what they were called."""
    found = (path for path in tree(built.output) if path.startswith("theme/kept/") and not path.endswith((".gz", ".br")))
    return {re.sub(r"^theme/kept/|\.[0-9a-f]{8}(?=\.\w+$)", "", path): path for path in found}


def test_every_reference_resolves(published: Built) -> None:
    assert published.problems == ""


def test_both_trees_have_the_same_pages(published: Built, plain: Built) -> None:
    fixed = [
        {path for path in tree(built.output) if "/kept/" not in path and not path.endswith((".gz", ".br"))}
        for built in (published, plain)
    ]
    assert fixed[0] == {path for path in fixed[1] if not path.startswith("theme/") or is_shared(path)}
    assert set(kept(published)) == {path.removeprefix("theme/") for path in fixed[1] - fixed[0]}
    assert "favicon.ico" in fixed[0]


def is_shared(path: str) -> bool:
    return path.startswith("theme/cards/") or path.endswith(".webmanifest")


def test_all_that_a_page_fetches_has_a_name_with_a_digest(published: Built) -> None:
    page = published.read("notas/hola/index.html")
    names = kept(published)
    for name in ("plaza.css", "icon.svg", "favicon.ico", "apple-touch-icon.png", "js/ours.js", "mark.svg"):
        assert f'"/blog/{names[name]}"' in page, name
    assert "/blog/theme/" not in re.sub(r"/blog/theme/(kept/|cards/|site\.es\.webmanifest)", "", page)
    assert f'"src": "/blog/{names["icon-192.png"]}"' in published.read("theme/site.es.webmanifest")


def test_files_of_the_theme_name_each_other_by_their_new_names(published: Built) -> None:
    names = kept(published)
    sheet = published.read(names["plaza.css"])
    assert f'url("{names["fonts/ours.woff2"].removeprefix("theme/kept/")}")' in sheet
    assert f"url(/blog/{names['mark.svg']}#x)" in sheet
    assert f'from"./{Path(names["js/said.js"]).name}"' in published.read(names["js/ours.js"])


def test_styles_and_scripts_are_smaller_and_keep_licences(published: Built, plain: Built) -> None:
    names = kept(published)
    sheet = published.read(names["plaza.css"])
    assert "/*! Ours, CC0 */" in sheet
    assert "nobody reads" not in sheet
    assert ".a :is(b,i){" in sheet
    for name in ("plaza.css", "js/search.js", "js/reading.js", "js/ours.js"):
        assert len(published.read(names[name])) < len(plain.read(f"theme/{name}")), name


def test_variants_hold_the_bytes_of_their_file(published: Built) -> None:
    files = tree(published.output)
    compressed = {path: data for path, data in files.items() if path.endswith((".gz", ".br"))}
    for path, data in compressed.items():
        whole = gzip.decompress(data) if path.endswith(".gz") else brotli.decompress(data)
        assert whole == files[path[:-3]], path
        assert len(data) < len(whole), path
    names = kept(published)
    for path in ("index.html", "notas/otra/index.html", "feed.xml", "sitemap.xml", names["plaza.css"], "media/a.es.vtt"):
        assert {f"{path}.gz", f"{path}.br"} <= set(compressed), path
    for path in ("robots.txt", names["icon-512.png"], names["js/said.js"]):
        assert not {f"{path}.gz", f"{path}.br"} & set(compressed), path


def test_two_builds_give_the_same_bytes_and_the_second_over_the_first_writes_nothing(
    site: Site, published: Built
) -> None:
    files = tree(published.output)
    assert tree(site.build(site.home.parent / "again").output) == files
    done = site.build().build.report[0]
    assert (done.written, done.removed) == ((), ())
    assert done.total == len([path for path in files if not path.endswith((".gz", ".br", ".plaza"))])


def test_names_change_with_the_bytes_alone_and_pages_follow(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    before = kept(site.build())
    (site.home / "site/theme/static/mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'> </svg>")
    built = site.build()
    after = kept(built)
    assert {name for name in before if before[name] != after[name]} == {"mark.svg", "plaza.css"}
    assert built.problems == ""
    reasons = built.build.report[0].reasons
    assert reasons["notas/hola/index.html"].name == "SITE"
    assert reasons[after["plaza.css"]].name == "NEW"
    assert before["plaza.css"] in built.build.report[0].removed
    assert not [path for path in reasons if path.endswith((".gz", ".br"))]
    assert tree(built.output) == tree(site.build(tmp_path / "clean").output)


def test_turning_all_of_it_off_leaves_nothing_of_it(site: Site, plain: Built, tmp_path: Path) -> None:
    output = tmp_path / "output"
    site.build(output)
    done = site.build(output, MINIFY=False, FINGERPRINT=False, COMPRESS=[]).build.report[0]
    assert tree(output) == tree(plain.output)
    assert [path for path in done.removed if path.endswith("notas/index.html.gz")] == ["notas/index.html.gz"]
    again = site.build(output, MINIFY=False, FINGERPRINT=False, COMPRESS=["gzip"]).build.report[0]
    assert {Path(path).suffix for path in again.written} == {".gz"}


def test_scripts_that_import_each_other_are_refused_in_one_line(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    write_files(site.home / "site/theme/static/js", {"said.js": 'import "./ours.js";\n'})
    with pytest.raises(UsageError, match=r"FINGERPRINT cannot name files .* js/ours\.js -> js/said\.js -> js/ours\.js;"):
        site.build()
    assert not site.output.exists()


def test_a_file_that_a_template_names_and_the_theme_lacks_is_told(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    logo = site.home / "site/theme/templates/partials/logo.html"
    logo.write_text('\n<img src="{{ site.theme["nowhere.svg"] }}" alt="">\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"logo\.html:2: the theme has no file 'nowhere\.svg' in static/"):
        site.build()


def test_the_command_of_pelican_gives_the_same_bytes_of_a_published_site(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    built = site.build(SEARCH=False, SITEURL=URL)
    command = [sys.executable, "-m", "pelican", str(site.home / "content"), "-s", str(site.home / "settings.py")]
    subprocess.run([*command, "-o", str(tmp_path / "other")], cwd=ROOT, check=True, capture_output=True)
    assert tree(tmp_path / "other") == tree(built.output)


def test_explain_tells_files_and_not_their_variants(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.build()
    command = ("build", "--explain", "--settings", str(site.home / "settings.py"), "--site-url", URL)
    command += ("--content", str(site.home / "content"), "--output", str(site.output), "--no-search")
    (site.output / "notas/hola/index.html").unlink()
    (site.output / "sitemap.xml.br").unlink()
    lines = run_plaza(*command).stdout.splitlines()
    assert lines[:-1] == [
        "notas/hola/index.html  missing: it was written before, and is gone",
        "sitemap.xml.br  missing: it was written before, and is gone",
    ]
