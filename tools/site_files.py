"""The texts of the files that make a clone a site of its own: its settings, and the lists that wait for its entries.

Pure: values in, texts out; tools/init.py asks for the values and tools/rewriting.py writes the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SETTINGS = '''"""The settings of this site; what is not here is as in Plaza's own pelicanconf.py.

docs/operations.md explains each of them. The address of the published site is in publishconf.py, beside this file.
"""

# Texts for readers may be one string, or one for each language: {{"es": "…", "en": "…"}}

SITENAME = {name}
TAGLINE = {tagline}

# A domain or e-mail address of yours; the ids of feeds are made of it, so it never changes, wherever the site moves
FEED_AUTHORITY = {feed_authority}

# The time zone of dates that state none
TIMEZONE = {timezone}

# The licence of posts that state none, as an SPDX identifier; "" for none
LICENCE = {licence}

# The languages, the main one first: its pages stand at the root, the others' below their tag. The words in `paths` are
# those of addresses: change them before you publish, for links that others made lead to the old ones.

LANGUAGES = {languages}
DEFAULT_LANG = {main_lang}
'''
ADDRESS = '''"""What is different about the published site: its address."""

SITEURL = {url}
'''
PEOPLE = """\
# Who signs posts and who is credited in them. A post names them by id; a plain name will do too. For example:
#
# ana-torres:
#   name: Ana Torres
#   url: "https://example.org/ana-torres"
#   bio:
{bios}"""
TOPICS = """\
# What posts are about. A post may name a topic by its id, or by a label or synonym in any language. For example:
#
# open-data:
{labels}"""
# A person's bio, a topic's label and its synonym; a language that is not here gets dots to fill in.
EXAMPLES = {
    "es": ("Escribe sobre tecnología para organizaciones pequeñas.", "Datos abiertos", "apertura de datos"),
    "en": ("Writes about technology for small organisations.", "Open data", "opening data"),
}
TO_FILL_IN = ("…", "…", "…")


@dataclass(frozen=True, slots=True)
class Site:
    """What a site says of itself when it starts; `languages` are entries of LANGUAGES, the main one first."""

    name: str
    tagline: str
    url: str
    feed_authority: str
    timezone: str
    licence: str
    languages: Mapping[str, Mapping[str, Any]]


def site_files(site: Site) -> dict[str, str]:
    """Give the text of each file by its path from the root."""
    return {
        "site/pelicanconf.py": settings_text(site),
        "site/publishconf.py": ADDRESS.format(url=_literal(site.url)),
        "content/people.yml": people_text(site.languages),
        "content/topics.yml": topics_text(site.languages),
    }


def settings_text(site: Site) -> str:
    """Write the site's settings as plain assignments, each with what one must know to change it."""
    return SETTINGS.format(
        name=_literal(site.name),
        tagline=_literal(site.tagline),
        feed_authority=_literal(site.feed_authority),
        timezone=_literal(site.timezone),
        licence=_literal(site.licence),
        languages=_literal(site.languages),
        main_lang=_literal(next(iter(site.languages))),
    )


def people_text(langs: Iterable[str]) -> str:
    """Write a list of people that has none yet, with an example in each language as a comment."""
    return PEOPLE.format(bios="".join(f"#     {lang}: {_examples(lang)[0]}\n" for lang in langs))


def topics_text(langs: Iterable[str]) -> str:
    """Write a list of topics that has none yet, with an example in each language as a comment."""
    labels = ((lang, *_examples(lang)[1:]) for lang in langs)
    return TOPICS.format(
        labels="".join(
            f"#   {lang}:\n#     label: {label}\n#     synonyms: [{other}]\n" for lang, label, other in labels
        )
    )


def _examples(lang: str) -> tuple[str, str, str]:
    return EXAMPLES.get(lang.split("-")[0], TO_FILL_IN)


def _literal(value: object, indent: str = "") -> str:
    """Write a text, or maps of texts, as Python that a person would write."""
    if not isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)  # a text in JSON is one in Python, always in double quotes
    inner = indent + "    "
    entries = "".join(f"{inner}{_literal(key)}: {_literal(entry, inner)},\n" for key, entry in value.items())
    return f"{{\n{entries}{indent}}}"
