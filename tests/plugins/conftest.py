"""What the tests of catalogue, plan and kinds of page share: a small site out of literals, without a disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue.assembly import found_in, make_catalogue
from plugins.catalogue.languages import PATH_WORDS
from plugins.catalogue.lent import Tools
from plugins.catalogue.loading import Folder
from plugins.catalogue.post import Catalogue
from plugins.catalogue.reader import Reader
from plugins.catalogue.renderer import Renderer
from plugins.catalogue.settings import Settings, read_settings
from plugins.civic_index.kinds import KINDS as CIVIC_KINDS
from plugins.diagnostics import Diagnostic, in_order
from plugins.plan.kinds import KINDS
from plugins.plan.labels import Labels
from plugins.plan.messages import read_messages
from plugins.plan.plan import Plan, make_plan

WORDS = {
    "es": "notas temas niveles actividades matriz personas buscar canales estado paralelo pagina",
    "en": "posts topics levels activities matrix people search feeds status parallel page",
    "ar": "maqalat mawadi mustawayat anshita masfufa ashkhas bahth qanawat hala muwazi safha",
}
NAMES = {"es": "Español", "en": "English", "ar": "العربية"}
MESSAGES = {
    "Original in %(language)s": "<original in %(language)s>",
    "Translation into %(language)s": "<translation into %(language)s>",
    "In other languages": "<in other languages>",
    "Link to this quote": "<link to this quote>",
    "Back to the text, note %(number)s": "<back %(number)s>",
    "Table": "<table>",
    "in %(language)s": "<in %(language)s>",
    "%(title)s, page %(number)s": "<%(title)s page %(number)s>",
    "Page %(number)s": "<page %(number)s>",
    "Home": "<home>",
    "Posts": "<posts>",
    "Page not found": "<not found>",
    "Topics": "<topics>",
    "Maturity matrix": "<matrix>",
    "Feeds": "<feeds>",
    "State of translations": "<status>",
    "Matrix": "<matrix in a word>",
    "Search": "<search>",
    "Footnotes": "<footnotes>",
    "How many posts there are at each level, by activity.": "<how many>",
    "Posts by level and activity": "<by level and activity>",
    "The larger a circle, the more posts are at that level in that activity; the number is in it.": "<circles>",
    "Below each circle stands how many of its posts can be read in each language: %(languages)s.": "<%(languages)s>",
    ", ": "<, >",
    "Technology maturity": "<maturity>",
    "Activity": "<activity>",
}
MARKDOWN = {
    "extension_configs": {
        "pymdownx.superfences": {},
        "markdown.extensions.attr_list": {},
        "markdown.extensions.footnotes": {},
        "plugins.parallel_quote.extension": {"langs": ["es", "en", "ar"]},
        "plugins.catalogue.extension": {},
    }
}


@dataclass(frozen=True)
class Example:
    """Makes catalogues and plans of texts by path; files are paths without bytes."""

    def settings(self, langs: str = "es en", **values: Any) -> Settings:
        languages = {
            lang: {
                "name": NAMES[lang],
                "dir": "rtl" if lang == "ar" else "ltr",
                "paths": dict(zip(PATH_WORDS, WORDS[lang].split(), strict=True)),
            }
            for lang in langs.split()
        }
        defaults = {"SITENAME": "Plaza", "SITEURL": "https://example.org", "TIMEZONE": "America/Mexico_City"}
        return read_settings({"LANGUAGES": languages, **defaults, **values}, Path("/site"))

    def reader(
        self, texts: Mapping[str, str], files: Iterable[str] = (), langs: str = "es en", **values: Any
    ) -> Reader:
        settings = self.settings(langs, **values)
        folder = Folder(settings.content, dict(texts), {path: settings.content / path for path in files}, ())
        return Reader(folder, settings, Tools(Renderer(MARKDOWN), (), ()))

    def catalogue(
        self, texts: Mapping[str, str], files: Iterable[str] = (), langs: str = "es en", **values: Any
    ) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
        catalogue, found = make_catalogue(self.reader(texts, files, langs, **values))
        return catalogue, in_order((*found, *found_in((*catalogue.posts, *catalogue.pages))))

    def plan(
        self, texts: Mapping[str, str], files: Iterable[str] = (), langs: str = "es en", **values: Any
    ) -> tuple[Plan, tuple[Diagnostic, ...]]:
        """Plan a site with the kinds of page of plan and civic index; gives what planning alone finds wrong."""
        settings = self.settings(langs, **values)
        catalogue, _ = self.catalogue(texts, files, langs, **values)
        plan, found = make_plan(catalogue, settings, [*KINDS, *CIVIC_KINDS], self.labels(settings))
        return plan, in_order((*found, *(one for links in plan.composer.linked.values() for one in links.diagnostics)))

    def labels(self, settings: Settings) -> dict[str, Labels]:
        """Give labels in every language whose texts say which message they are."""
        entries = "".join(f'msgid "{message}"\nmsgstr "{text}"\n\n' for message, text in MESSAGES.items())
        head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        messages, _ = read_messages((head + entries).encode(), "messages.po")
        assert messages is not None
        names = {language.lang: language.name for language in settings.languages}
        return {lang: Labels(lang, messages, names) for lang in settings.langs}


@pytest.fixture
def example() -> Example:
    """Make catalogues and plans of texts."""
    return Example()
