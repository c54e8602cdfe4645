"""Guides in two languages: the same sections, commands and rows, and each names what the other names."""

import pytest

from tools.guide_pairs import unlike

ENGLISH = """# Running

Text with `SOME_SETTING`.

```
./inv build [--drafts]   # the site
```

| code | meaning |
|---|---|
| 0 | fine |
| `--drafts` | shows drafts |
"""
SPANISH = """# Operar

Texto con `SOME_SETTING`.

```
./inv build [--drafts]   # el sitio
```

| código | qué quiere decir |
|---|---|
| 0 | todo bien |
| `--drafts` | muestra borradores |
"""


def test_translation_with_the_same_parts_has_no_difference():
    assert list(unlike({"docs/a.md": ENGLISH, "docs/a.es.md": SPANISH})) == []


@pytest.mark.parametrize("name", ["docs/a.en.md", "docs/a.md"])
def test_english_guide_is_found_with_and_without_its_language(name):
    assert list(unlike({name: ENGLISH + "\n## More\n", "docs/a.es.md": SPANISH})) == [
        f"{name}:14: a section of level 2 is not in docs/a.es.md"
    ]


def test_spanish_guide_alone_is_told():
    assert list(unlike({"docs/a.es.md": SPANISH})) == ["docs/a.es.md: its English guide is not there"]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        (
            "# Operar",
            "## Operar",
            "docs/a.es.md:1: here is a section of level 2, and a section of level 1 at docs/a.md:1",
        ),
        ("build [--drafts]", "build", "docs/a.es.md:5: a block of code lacks --drafts, which is at docs/a.md:5"),
        ("| 0 |", "| 1 |", "docs/a.es.md:11: a row lacks 0, which is at docs/a.md:11"),
        (
            "`SOME_SETTING`",
            "ajustes",
            "docs/a.es.md:1: a section of level 1 lacks SOME_SETTING, which is at docs/a.md:1",
        ),
        (
            "`SOME_SETTING`",
            "`NO_SETTING`, `SOME_SETTING`",
            "docs/a.md:1: a section of level 1 lacks NO_SETTING, which is at docs/a.es.md:1",
        ),
        ("| 0 | todo bien |\n", "", "docs/a.es.md:11: a row lacks 0, which is at docs/a.md:11"),
        ("| `--drafts` | muestra borradores |\n", "", "docs/a.md:12: a row is not in docs/a.es.md"),
    ],
)
def test_difference_is_told_where_it_is(was: str, becomes: str, told: str):
    assert told in list(unlike({"docs/a.md": ENGLISH, "docs/a.es.md": SPANISH.replace(was, becomes)}))
