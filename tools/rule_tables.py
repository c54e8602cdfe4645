"""The tables of rules in the authors' guides, made of the one declaration in `plugins/rules.py`."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.rules import RULES, Rule

HEADS = {
    "en": ("rule", "kind", "what to do", {"error": "error", "warning": "warning"}),
    "es": ("regla", "clase", "qué hacer", {"error": "error", "warning": "advertencia"}),
}
GUIDES = {"docs/authors.en.md": "en", "docs/authors.es.md": "es"}
START, END = "<!-- rules: made of plugins/rules.py by `./inv lint --write` -->", "<!-- end of the rules -->"


def table(lang: str) -> str:
    """Write the table of all rules in a guide's language."""
    name, kind, meaning, kinds = HEADS[lang]
    lines = [f"| {name} | {kind} | {meaning} |", "|---|---|---|"]
    lines += [f"| `{rule.name}` | {kinds[rule.severity]} | {_cell(rule, lang)} |" for rule in RULES]
    return "\n".join(lines)


def with_table(text: str, lang: str) -> str:
    """Put the table into a guide, between its marks. Raises ValueError where it has none."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"expected the marks {START} and {END}")
    return f"{before}{START}\n\n{table(lang)}\n\n{END}{after}"


def outdated(documents: Mapping[str, str]) -> list[str]:
    """List the guides whose table is not that of the rules, by their text under their paths from the root."""
    return [
        f"{path}: the table of rules is not that of plugins/rules.py; `./inv lint --write` mends it"
        for path, lang in GUIDES.items()
        if path in documents and documents[path] != with_table(documents[path], lang)
    ]


def _cell(rule: Rule, lang: str) -> str:
    return rule.meaning[lang].replace("|", "\\|")
