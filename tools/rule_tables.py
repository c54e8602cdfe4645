"""The tables of rules in the authors' guides and on the sample's page about them, made of `plugins/rules.py` alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.catalogue.front_matter import Split, read_front_matter, split_file
from plugins.catalogue.time_zone import time_zone
from plugins.rules import RULES, Rule
from plugins.translation.blocks import read_blocks
from plugins.translation.pin import with_pin

HEADS = {
    "en": ("rule", "kind", "what to do", {"error": "error", "warning": "warning"}),
    "es": ("regla", "clase", "qué hacer", {"error": "error", "warning": "advertencia"}),
}
GUIDES = {"docs/authors.en.md": "en", "docs/authors.es.md": "es"}
PAGES = {"content/pages/rules.es.md": "es", "content/pages/rules.en.md": "en"}  # the original first
_OWN_LINK = re.compile(r"\[([^\]]+)\]\(#[^)]*\)")
START, END = "<!-- rules: made of plugins/rules.py by `./inv lint --write` -->", "<!-- end of the rules -->"


def table(lang: str, is_page: bool = False) -> str:
    """Write the table of all rules in a guide's language; on a page of the site, without the guide's own links."""
    name, kind, meaning, kinds = HEADS[lang]
    lines = [f"| {name} | {kind} | {meaning} |", "|---|---|---|"]
    lines += [f"| `{rule.name}` | {kinds[rule.severity]} | {_cell(rule, lang, is_page)} |" for rule in RULES]
    return "\n".join(lines)


def with_table(text: str, lang: str, is_page: bool = False) -> str:
    """Put the table into a guide or page, between its marks. Raises ValueError where it has none."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"expected the marks {START} and {END}")
    return f"{before}{START}\n\n{table(lang, is_page)}\n\n{END}{after}"


def written(texts: Mapping[str, str]) -> dict[str, str]:
    """Give guides and pages, by path from the root, with the tables as they shall be, and the translation pinned."""
    made = {path: with_table(texts[path], lang) for path, lang in GUIDES.items() if path in texts}
    if not all(path in texts for path in PAGES):  # a site of one's own has taken the sample out
        return made
    pages = {path: with_table(texts[path], lang, is_page=True) for path, lang in PAGES.items()}
    original, translation = pages
    split = split_file(pages[original], original)
    if not isinstance(split, Split):
        raise ValueError(f"{original} has no front matter")
    front, _ = read_front_matter(split, original, "pages", time_zone("UTC"))
    pin = [block.digest for block in read_blocks(front, split.body, split.body_line)]
    return {**made, **pages, translation: with_pin(pages[translation], pin)}


def outdated(texts: Mapping[str, str]) -> list[str]:
    """List the guides and pages, by their text under their paths from the root, that are not as they shall be."""
    return [
        f"{path}: the table of rules is not that of plugins/rules.py; `./inv lint --write` mends it"
        for path, text in written(texts).items()
        if texts[path] != text
    ]


def _cell(rule: Rule, lang: str, is_page: bool) -> str:
    meaning = _OWN_LINK.sub(r"\1", rule.meaning[lang]) if is_page else rule.meaning[lang]
    return meaning.replace("|", "\\|")
