"""An indented front matter once got new fields at the margin, and was no YAML any more."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalogue.field_writing import with_field
from plugins.translation.pin import with_pin
from tools.check import check
from tools.rename import rename
from tools.sync import sync

Write = Callable[[Mapping[str, str | bytes]], Path]
FILES = {
    "posts/a.es.md": "---\n  title: Uno\n  date: 2013-11-20\n---\n\nHola.\n",
    "posts/a.en.md": "---\n  title: One\n  original: es\n  status: draft\n---\n\nHello.\n",
}


def test_the_pin_stands_where_the_other_fields_do(content: Write) -> None:
    folder = content(FILES)
    assert sync("a", "en", folder) == 0
    assert "\n  original: es\n  original_digest: [" in (folder / "posts/a.en.md").read_text(encoding="utf-8")
    assert check(folder) == 0


def test_the_slug_and_the_alias_do_too(content: Write) -> None:
    folder = content(FILES)
    assert rename("a", "es", "nuevo", folder) == 0
    assert (folder / "posts/a.es.md").read_text(encoding="utf-8") == (
        "---\n  title: Uno\n  slug: nuevo\n  aliases: [/notas/uno/]\n  date: 2013-11-20\n---\n\nHola.\n"
    )
    assert check(folder) == 0


def test_each_line_of_a_long_pin_is_indented() -> None:
    text = with_pin("---\n  title: A\n  original: es\n  slug: a\n---\n", [f"{number:06x}" for number in range(20)])
    assert text.split("\n")[3].startswith("  original_digest: [000000, ")
    assert text.split("\n")[4].startswith("    00000a, ")
    assert text.endswith("]\n  slug: a\n---\n")


def test_what_would_not_be_read_again_is_refused() -> None:
    with pytest.raises(ValueError, match="would be no YAML with the field"):
        with_field("---\ntitle: A\n...\n---\n", "slug", ["slug: b"], below=())


def test_a_tab_behind_a_colon_is_no_hindrance(content: Write) -> None:
    folder = content({**FILES, "posts/a.en.md": "---\ntitle:\tOne\noriginal:\tes\n---\n"})
    assert sync("a", "en", folder) == 0
    assert "\noriginal:\tes\noriginal_digest: [" in (folder / "posts/a.en.md").read_text(encoding="utf-8")
