"""The syntax of parallel quotes by example: what is rendered and what is reported, from tests/data/parallel_quote/."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from plugins.catalogue.source import BodySource
from plugins.diagnostics import as_text
from plugins.parallel_quote.rules import check_body

DATA = Path(__file__).parents[2] / "data" / "parallel_quote"
NAME = "plugins.parallel_quote.extension"
LANGS = ("es", "en", "fr", "ar")
CASE = re.compile(r"^(?P<title>\S.*)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<output>(?:.*\n)*?)\.$", re.MULTILINE)


def cases() -> list[object]:
    return [
        pytest.param(path.name, match["input"], match["output"], id=f"{path.stem}: {match['title']}")
        for path in sorted(DATA.glob("*.txt"))
        for match in CASE.finditer(path.read_text(encoding="utf-8"))
    ]


def rendered(text: str, lang: str) -> str:
    names = [
        "pymdownx.superfences",
        "tables",
        "footnotes",
        "attr_list",
        "md_in_html",
        "plugins.parallel_quote.extension",
    ]
    md = markdown.Markdown(extensions=names, extension_configs={names[-1]: {"langs": list(LANGS), "page_lang": lang}})
    return md.convert(text) + "\n"


def reported(text: str, lang: str) -> str:
    return as_text(check_body(BodySource(f"x.{lang}.md", lang, tuple(text.splitlines()), 1, True), LANGS))


@pytest.mark.parametrize(("name", "text", "expected"), cases())
def test_fixture_gives_what_it_says(name: str, text: str, expected: str) -> None:
    kind, lang, _ = name.split(".")
    assert (rendered if kind == "rendering" else reported)(text, lang) == expected
