"""A small site that is edited in every way there is, and built both step by step and from nothing, to be compared."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from plugins.diagnostics import as_text
from plugins.plan.build import Build
from plugins.plan.reporting import relative
from tests.support.building import ROOT, SITE_URL, build, tree, write_files
from tests.support.random_content import PICTURE
from tools.build import build_and_tell
from tools.errors import PlazaError
from tools.up_to_date import build_values

KEYS = ("a", "b", "c", "d", "e", "f")
TOPICS = ("radio", "mapas", "datos")
SETTINGS = """\
from pelicanconf import *
import json, pathlib
HERE = pathlib.Path(__file__).resolve().parent
THEME = str(HERE / "theme")
TRANSLATIONS = [str(HERE / "theme/translations"), str(HERE / "more")]
PATH = str(HERE / "content")
SEARCH = False
PICTURE_WIDTHS = []
CHANGED = json.loads((HERE / "changed.json").read_text())
if CHANGED.pop("third", False):
    LANGUAGES = {**LANGUAGES, "pt": {**LANGUAGES["en"], "name": "Português"}}
globals().update(CHANGED)
"""
CONCEPTS = {
    "topics.yml": "".join(f"{one}:\n  es: {{label: {one} uno}}\n  en: {{label: {one} one}}\n" for one in TOPICS),
    "levels.yml": (
        "basic:\n  es: {label: Básica}\n  en: {label: Basic}\nhigh:\n  es: {label: Alta}\n  en: {label: High}\n"
    ),
    "activities.yml": "skills:\n  es: {label: Habilidades}\n  en: {label: Skills}\n",
    "people.yml": "ana:\n  name: Ana Torres\nleo:\n  name: Leo Grant\n",
}


def post(key: str, lang: str, **fields: str) -> str:
    """Write a post with links to two others, a quote in two voices and a picture."""
    place = KEYS.index(key) if key in KEYS else 0
    one, other = KEYS[(place + 1) % len(KEYS)], KEYS[(place + 2) % len(KEYS)]
    head = {"title": f"Nota {key} {lang}"}
    if lang == "es":
        head |= {
            "date": f"2020-0{place + 1}-01",
            "authors": f"[{'ana' if place % 2 else 'leo'}]",
            "topics": f"[{TOPICS[place % len(TOPICS)]}]",
            "level": "high" if place % 2 else "basic",
            "activity": "skills",
        }
    else:
        head |= {"original": "es", "translators": "[leo]"}
    lines = "".join(f"{name}: {value}\n" for name, value in {**head, **fields}.items())
    return (
        f"---\n{lines}---\nTexto de {key} en {lang}.\n\n## Parte\n\n"
        f"[uno](/posts/{one}) y [otro](/posts/{other}#parte)\n\n"
        f"> [es] Dicho {key}.\n>\n> [en] Said {key}.\n\n![Una foto](/media/foto.png)\n"
    )


@dataclass(frozen=True, slots=True)
class EditedSite:
    """A folder with content, theme and settings, and the output of the builds that follow each other."""

    home: Path
    output: Path

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.home / "content"

    def write(self, path: str, text: str) -> None:
        """Write a file of the site's folder."""
        (self.home / path).parent.mkdir(parents=True, exist_ok=True)
        (self.home / path).write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        """Read a file of the site's folder."""
        return (self.home / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file, where it must be."""
        text = self.read(path)
        assert old in text, (path, old)
        self.write(path, text.replace(old, new))

    def set(self, **values: object) -> None:
        """Change settings."""
        import json

        self.write("changed.json", json.dumps({**json.loads(self.read("changed.json")), **values}))

    def build(self, before: Build | None = None) -> Build:
        """Build into the output, on what is there; `before` is the last build of a process that serves.

        Raises ContentError where the content has errors.
        """
        settings = self.home / "settings.py"
        if before is None:
            return build(None, self.output, settings=settings).build
        values = build_values(None, self.output, SITE_URL, settings, drafts=False, search=False, again=True)
        return build_and_tell(values, before)

    def written(self) -> dict[str, str]:
        """Build, and give why each file was written."""
        return written_by(self.build())

    def clean(self, folder: Path) -> dict[str, bytes]:
        """Build a copy of the site from nothing, with no cache, and give its output."""
        self.build_clean(folder)
        return tree(folder / "output")

    def build_clean(self, folder: Path) -> Build:
        """Build a copy of the site from nothing, with no cache."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.home, folder / "site")
        return build(None, folder / "output", settings=folder / "site" / "settings.py").build


def written_by(built: Build) -> dict[str, str]:
    """Give why a build wrote each file."""
    return {path: why.name for path, why in built.report[0].reasons.items()}


def make_site(home: Path) -> EditedSite:
    """Make the site: six posts, two of them in one language only, a standing page, and a theme of its own."""
    files: dict[str, str | bytes] = {f"content/{name}": text for name, text in CONCEPTS.items()}
    for key in KEYS:
        for lang in ("es", "en") if key not in ("e", "f") else ("es",):
            files[f"content/posts/{key}.{lang}.md"] = post(key, lang)
    files["content/pages/about.es.md"] = "---\ntitle: Acerca\n---\n[a](/posts/a)\n"
    files["content/media/foto.png"] = PICTURE
    write_files(home, {**files, "settings.py": SETTINGS, "changed.json": "{}"})
    shutil.copytree(ROOT / "theme", home / "theme")
    shutil.copytree(ROOT / "theme/translations/en", home / "more/pt")
    return EditedSite(home, home.parent / "output")


def _posts(site: EditedSite) -> list[Path]:
    return sorted((site.content / "posts").glob("*.md"))


def _edit_head(site: EditedSite, random: Random, field: str, value: str) -> None:
    file = random.choice(_posts(site))
    text = file.read_text(encoding="utf-8")
    kept = re.sub(rf"^{field}: .*\n", "", text, count=1, flags=re.MULTILINE)
    file.write_text(kept.replace("---\n", f"---\n{field}: {value}\n", 1), encoding="utf-8")


def _text(site: EditedSite, random: Random) -> None:
    file = random.choice(_posts(site))
    file.write_text(file.read_text(encoding="utf-8") + f"\nMás {random.random()}.\n", encoding="utf-8")


def _links(site: EditedSite, random: Random) -> None:
    file = random.choice(_posts(site))
    target = random.choice(
        ("/posts/a", "/posts/b#parte", "/posts/none", "https://example.org/", "/en/posts/", "#parte", "/viejo/7/")
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"\[uno\]\([^)]*\)", f"[uno]({target})", text), encoding="utf-8")


def _lines(site: EditedSite, random: Random) -> None:
    file = random.choice(_posts(site))
    text = file.read_text(encoding="utf-8")
    more = random.choice(("Otro párrafo:\n- sin línea en blanco", "> [es] Sola.", "![](/media/foto.png)", "Nada."))
    file.write_text(text.replace("\n\n## Parte", f"\n\n{more}\n\n## Parte", 1), encoding="utf-8")


def _fragment(site: EditedSite, random: Random) -> None:
    file = random.choice(_posts(site))
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub("## Parte.*", f"## Parte{random.choice(('', ' otra'))}", text), encoding="utf-8")


def _add(site: EditedSite, random: Random) -> None:
    key = f"new-{random.randrange(10)}"
    site.write(
        f"content/posts/{key}.es.md", post(key, "es", title=f"Nueva {key}", date=f"2021-01-{random.randrange(10, 29)}")
    )


def _remove(site: EditedSite, random: Random) -> None:
    translations = [file for file in _posts(site) if file.name.endswith(".en.md")]
    alone = [file for file in _posts(site) if not file.with_name(file.name.replace(".es.", ".en.")).exists()]
    if both := [*translations, *alone]:
        random.choice(both).unlink()


def _rename(site: EditedSite, random: Random) -> None:
    key = random.choice(_posts(site)).name.split(".")[0]
    new = f"{key[:8]}-x{random.randrange(100)}"
    for file in (site.content / "posts").glob(f"{key}.*.md"):
        file.rename(file.with_name(file.name.replace(key, new, 1)))


def _translate(site: EditedSite, random: Random) -> None:
    key = random.choice(_posts(site)).name.split(".")[0]
    if not (site.content / f"posts/{key}.en.md").exists():
        site.write(f"content/posts/{key}.en.md", post(key, "en", title=f"Post {key}"))


def _label(site: EditedSite, random: Random) -> None:
    name = random.choice(("topics.yml", "levels.yml", "activities.yml"))
    text = site.read(f"content/{name}")
    site.write(f"content/{name}", text.replace("label: ", f"label: {random.choice('ABCDEFGH')}", 1))


def _person(site: EditedSite, random: Random) -> None:
    site.write("content/people.yml", f"ana:\n  name: Ana {random.randrange(9)}\nleo:\n  name: Leo Grant\n")


def _template(site: EditedSite, random: Random) -> None:
    name = random.choice(("post.html", "base.html", "macros/card.html", "listing.html", "error.html", "home.html"))
    file = f"theme/templates/{name}"
    site.write(
        file,
        site.read(file).replace("{#", f"{{# {random.random()} #}}{{#", 1),
    )


def _style(site: EditedSite, random: Random) -> None:
    site.write("theme/static/css/blocks/card.css", site.read("theme/static/css/blocks/card.css") + "\n/* x */\n")


def _message(site: EditedSite, random: Random) -> None:
    lang = random.choice(("es", "en"))
    file = f"theme/translations/{lang}/LC_MESSAGES/messages.po"
    site.write(file, re.sub(r'(msgid "Home"\nmsgstr ")[^"]*', rf"\g<1>Portada {random.randrange(99)}", site.read(file)))


def _setting(site: EditedSite, random: Random) -> None:
    name, value = random.choice(
        (
            ("SITENAME", f"Sitio {random.randrange(9)}"),
            ("READING_MODE", random.choice(("mine", "stacked"))),
            ("LICENCE", random.choice(("CC-BY-4.0", "CC0-1.0"))),
            ("TIMEZONE", random.choice(("UTC", "Asia/Tokyo"))),
            ("STATUS_PAGE", random.random() < 0.5),
            ("COMPRESS", random.choice(([], ["gzip"], ["gzip", "br"]))),
            ("FINGERPRINT", random.random() < 0.5),
            ("MINIFY", random.random() < 0.5),
        )
    )
    site.set(**{name: value})


def _language(site: EditedSite, random: Random) -> None:
    site.set(third=random.random() < 0.5)


def _picture(site: EditedSite, random: Random) -> None:
    (site.content / "media" / "foto.png").write_bytes(PICTURE + bytes(random.randrange(3)))


def _output(site: EditedSite, random: Random) -> None:
    pages = sorted(site.output.rglob("*.html"))
    if pages:
        page = random.choice(pages)
        page.unlink() if random.random() < 0.5 else page.write_text("somebody else's", encoding="utf-8")


EDITS: Mapping[str, Callable[[EditedSite, Random], None]] = {
    "text": _text,
    "links": _links,
    "lines": _lines,
    "fragment": _fragment,
    "title": lambda site, random: _edit_head(site, random, "title", f"Otra {random.randrange(99)}"),
    "date": lambda site, random: _edit_head(site, random, "date", f"2020-0{random.randrange(1, 9)}-15"),
    "topics": lambda site, random: _edit_head(site, random, "topics", f"[{random.choice(TOPICS)}]"),
    "level": lambda site, random: _edit_head(site, random, "level", random.choice(("basic", "high"))),
    "summary": lambda site, random: _edit_head(site, random, "summary", f"Resumen *{random.randrange(9)}*."),
    "featured": lambda site, random: _edit_head(site, random, "featured", random.choice(("true", "false"))),
    "status": lambda site, random: _edit_head(site, random, "status", random.choice(("draft", "published", "retired"))),
    "authors": lambda site, random: _edit_head(site, random, "authors", random.choice(("[ana]", "[leo, Otra]"))),
    "slug": lambda site, random: _edit_head(site, random, "slug", f"s-{random.randrange(999)}"),
    "aliases": lambda site, random: _edit_head(site, random, "aliases", f"[/viejo/{random.randrange(99)}/]"),
    "image": lambda site, random: _edit_head(site, random, "image", "media/foto.png"),
    "add": _add,
    "remove": _remove,
    "rename": _rename,
    "translate": _translate,
    "label": _label,
    "person": _person,
    "template": _template,
    "style": _style,
    "message": _message,
    "setting": _setting,
    "language": _language,
    "picture": _picture,
    "output": _output,
}


def differences(site: EditedSite, folder: Path, make: Callable[[], Build] | None = None) -> list[str]:
    """Build on what is there and from nothing, and name the files that differ; bad content must be refused by both.

    `make` builds on what is there, by a process of its own unless told otherwise. What they tell must be the same, too.
    """
    try:
        built = (make or site.build)()
    except PlazaError:
        return [] if _is_refused(site, folder) else ["refused only on what is there"]
    from_nothing = site.build_clean(folder)
    clean, there = tree(folder / "output"), tree(site.output)
    told = [_told(built, site.home), _told(from_nothing, folder / "site")]
    differing = sorted(path for path in clean.keys() | there.keys() if clean.get(path) != there.get(path))
    return differing if told[0] == told[1] else [*differing, "what is told"]


def _told(build: Build, home: Path) -> str:
    return as_text(build.diagnostics).replace(relative(home), "")


def _is_refused(site: EditedSite, folder: Path) -> bool:
    try:
        site.clean(folder)
    except PlazaError:
        return True
    return False
