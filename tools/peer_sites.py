"""The site that is measured, as other generators want it: the same posts, taxonomies and pages of ten.

Each is as plain as that generator's own documentation has it; none has Plaza's theme, quotes in two voices or checks.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TITLES = {"es": "Sitio", "en": "Site"}
TAXONOMIES = {"topics": "tags", "level": "levels", "activity": "categories", "authors": "authors"}


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: its name, how it is run in the folder of its site, and what writes that site."""

    name: str
    build: tuple[str, ...]
    write: Callable[[Path, Path], None]  # from content into a folder
    serve: tuple[str, ...] = ()  # with {port} for the port


def peers() -> Iterator[Peer]:
    """Give the generators that this machine has; stock Pelican is always there."""
    yield Peer("pelican", (sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-q"), write_pelican)
    here = Path(sys.executable).parent
    if hugo := shutil.which("hugo") or shutil.which("hugo", path=str(here)):
        serve = (hugo, "server", "--port", "{port}", "--disableLiveReload=false", "--renderToMemory")
        yield Peer("hugo", (hugo, "--quiet", "--cleanDestinationDir"), write_hugo, serve)
    if eleventy := shutil.which("eleventy"):
        yield Peer("eleventy", (eleventy, "--quiet"), write_eleventy)


@dataclass(frozen=True, slots=True)
class _Post:
    key: str
    lang: str
    head: dict[str, Any]
    body: str

    @property
    def date(self) -> str:
        return str(self.head["date"])

    def listed(self, field: str) -> list[str]:
        value = self.head.get(field, [])
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _posts(content: Path) -> Iterator[_Post]:
    """Read posts with what a translation inherits."""
    groups: dict[str, list[tuple[str, dict[str, Any], str]]] = {}
    for file in sorted((content / "posts").rglob("*.md")):
        if found := re.fullmatch(r"(?P<key>.+)\.(?P<lang>\w+)\.md", file.name):
            _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
            groups.setdefault(found["key"], []).append((found["lang"], yaml.load(head, yaml.CSafeLoader), body))
    for key, versions in groups.items():
        for lang, own, body in versions:
            inherited: dict[str, Any] = {}
            for head in (*(head for _, head, _ in reversed(versions)), own):
                inherited |= head
            yield _Post(key, lang, inherited, body)


def write_pelican(content: Path, site: Path) -> None:
    """Write a site for Pelican with i18n_subsites and Typogrify."""
    (site / "content").mkdir(parents=True)
    for post in _posts(content):
        head = {
            "Title": post.head["title"],
            "Date": post.date,
            "Slug": post.key,
            "Lang": post.lang,
            "Tags": ", ".join(post.listed("topics")),
            "Category": "".join(post.listed("activity")),
            "Authors": "; ".join(post.listed("authors")),
        }
        lines = "".join(f"{name}: {value}\n" for name, value in head.items() if value)
        (site / "content" / f"{post.key}.{post.lang}.md").write_text(f"{lines}\n{post.body}", encoding="utf-8")
    (site / "pelicanconf.py").write_text(
        "SITENAME = 'Sitio'\nSITEURL = 'https://example.org'\nPATH = 'content'\nTIMEZONE = 'UTC'\n"
        "DEFAULT_LANG = 'es'\nDEFAULT_PAGINATION = 10\nTYPOGRIFY = True\n"
        # its own pattern gives page 2 of topic-1 the address of topic-12
        "PAGINATION_PATTERNS = ((1, '{url}', '{save_as}'), "
        "(2, '{base_name}/page/{number}/', '{base_name}/page/{number}/index.html'))\n"
        "PLUGINS = ['pelican.plugins.i18n_subsites']\n"
        "I18N_SUBSITES = {'en': {'SITENAME': 'Site'}}\nI18N_UNTRANSLATED_ARTICLES = 'remove'\n"
        "FEED_ALL_ATOM = 'feeds/all.atom.xml'\nTAG_FEED_ATOM = 'feeds/tag-{slug}.atom.xml'\n"
        "CATEGORY_FEED_ATOM = 'feeds/{slug}.atom.xml'\n",
        encoding="utf-8",
    )


def write_hugo(content: Path, site: Path) -> None:
    """Write a site for Hugo: languages by file name, four taxonomies, pages of ten."""
    (site / "content" / "posts").mkdir(parents=True)
    for post in _posts(content):
        head: dict[str, Any] = {"title": post.head["title"], "date": post.date}
        head |= {theirs: post.listed(ours) for ours, theirs in TAXONOMIES.items() if post.listed(ours)}
        text = f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n{post.body}"
        (site / "content" / "posts" / f"{post.key}.{post.lang}.md").write_text(text, encoding="utf-8")
    (site / "hugo.toml").write_text(
        "baseURL = 'https://example.org/'\ndefaultContentLanguage = 'es'\n[pagination]\npagerSize = 10\n"
        "[taxonomies]\ntag = 'tags'\nlevel = 'levels'\ncategory = 'categories'\nauthor = 'authors'\n"
        "[languages.es]\ntitle = 'Sitio'\nweight = 1\n[languages.en]\ntitle = 'Site'\nweight = 2\n",
        encoding="utf-8",
    )
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in HUGO.items():
        (layouts / name).write_text(text, encoding="utf-8")


HUGO = {
    "baseof.html": """<!doctype html>
<html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}</head><body><header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
<nav>{{ range $name, $terms := .Site.Taxonomies }}<a href="{{ $name | relLangURL }}">{{ $name }}</a> {{ end }}</nav>
{{ range .Translations }}<a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}">{{ .Language.Lang }}</a>{{ end }}
</header><main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date }}</time>
{{ range $name := slice "tags" "levels" "categories" "authors" }}<ul>{{ range $.GetTerms $name }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
{{ .Content }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ range first 3 (.Site.RegularPages.Related .) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
""",
    "list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate .RegularPagesRecursive }}
{{ range $pages.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p>
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></article>
{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}
""",
}


def write_eleventy(content: Path, site: Path) -> None:
    """Write a site for Eleventy: posts, and pages of ten for each language and topic."""
    (site / "posts").mkdir(parents=True)
    for post in _posts(content):
        head = {"title": post.head["title"], "date": post.date, "lang": post.lang, "layout": "post.njk"}
        head["tags"] = [f"{post.lang}-posts", *(f"{post.lang}-{topic}" for topic in post.listed("topics"))]
        head["permalink"] = f"/{post.lang}/posts/{post.key}/"
        text = f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n{post.body}"
        (site / "posts" / f"{post.key}.{post.lang}.md").write_text(text, encoding="utf-8")
    topics = sorted({topic for post in _posts(content) for topic in post.listed("topics")})
    (site / "_includes").mkdir()
    (site / "_includes" / "post.njk").write_text(
        '<!doctype html><html lang="{{ lang }}"><title>{{ title }}</title><h1>{{ title }}</h1>{{ content | safe }}',
        encoding="utf-8",
    )
    for collection in (f"{lang}-{name}" for lang in TITLES for name in ("posts", *topics)):
        (site / f"{collection}.njk").write_text(
            f"---\npagination: {{data: collections.{collection}, size: 10}}\n"
            f'permalink: "/{collection}/{{{{ pagination.pageNumber }}}}/"\n---\n'
            "{% for post in pagination.items %}<h2><a href='{{ post.url }}'>{{ post.data.title }}</a></h2>{% endfor %}",
            encoding="utf-8",
        )
