from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.building import build, tree
from tools.check import check
from tools.errors import ContentError, UsageError
from tools.status import status
from tools.translate import translate

Write = Callable[[Mapping[str, str | bytes]], Path]
ORIGINAL = """\
---
title: "Uno: dos"
date: 2013-11-20
authors: [Ana Torres]
summary: >-
  Un *resumen*
  largo.
slug: uno
---

Hola <!-- nota --> y --> fin.

> [es] Cita.
>
> [en] Quote.
>
> — Ana, taller

- uno

  dos
- tres

```sh
a

<!-- b -->
```

> Otra cita.
"""
TRANSLATION = """\
---
# Uno: dos
title:
# Un *resumen* largo.
summary:
original: es
original_digest: [{pin}]
status: draft
---

<!--
Hola &lt;!-- nota --&gt; y --&gt; fin.
-->


> [es] Cita.
>
> [en] Quote.
>
> — Ana, taller

<!--
- uno

  dos
-->


<!--
- tres
-->


<!--
```sh
a

&lt;!-- b --&gt;
```
-->


<!--
> Otra cita.
-->

"""
FILES = {"posts/2013/a.es.md": ORIGINAL, "pages/about.es.md": "---\ntitle: Acerca\n---\nHola.\n"}


def test_it_asks_for_each_block_in_a_comment_above_its_place(content: Write) -> None:
    folder = content(FILES)
    assert translate("a", "EN", content=folder) == 0
    text = (folder / "posts/2013/a.en.md").read_text(encoding="utf-8")
    pin = text.split("original_digest: [")[1].split("]")[0]
    assert len(pin.split(", ")) == 8
    assert text == TRANSLATION.format(pin=pin)


def test_what_it_writes_is_a_draft_in_step_and_shows_nothing_of_the_original(content: Write, output: Path) -> None:
    folder = content(FILES)
    translate("a", "en", content=folder)
    assert check(folder) == 0
    assert status(folder, fail_on="outdated") == 0
    page = build(folder, output, drafts=True).read("en/posts/a/index.html")
    assert "Quote." in page
    for hidden in ("nota --", "tres", "Otra cita", "&amp;lt;"):
        assert hidden not in page


def test_once_published_it_is_current(content: Write) -> None:
    folder = content(FILES)
    translate("a", "en", content=folder)
    file = folder / "posts/2013/a.en.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("title:", "title: One").replace("status: draft\n", ""),
        encoding="utf-8",
    )
    assert status(folder, fail_on="outdated") == 0
    original = folder / "posts/2013/a.es.md"
    original.write_text(original.read_text(encoding="utf-8").replace("tres", "cuatro"), encoding="utf-8")
    assert status(folder, fail_on="outdated") == 1


def test_a_page_and_a_translator_are_known(content: Write) -> None:
    folder = content(FILES)
    translate("pages/about", "en", translator="Leo Grant", content=folder)
    text = (folder / "pages/about.en.md").read_text(encoding="utf-8")
    assert "# Acerca\ntitle:\ntranslators: [Leo Grant]\noriginal: es\n" in text


def test_one_may_translate_from_a_translation(content: Write, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    settings = root / "tests/data/three_languages/settings.py"
    folder = content({**FILES, "pages/about.en.md": "---\ntitle: About\noriginal: es\n---\nHello.\n"})
    translate("pages/about", "ar", source="en", content=folder, settings=settings)
    text = (folder / "pages/about.ar.md").read_text(encoding="utf-8")
    assert "# About\ntitle:\noriginal: en\n" in text
    assert "Hello." in text


@pytest.mark.parametrize(
    ("key", "lang", "source", "told"),
    [
        ("a", "fr", None, "--lang takes no 'fr': expected a language of the site, es, en"),
        ("a", "es", None, r"a is in es already: posts/2013/a\.es\.md"),
        ("b", "en", None, "there is no post 'b'"),
        ("a", "en", "en", "a is not in en; it is in es"),
        ("a", None, None, "there is no terminal to ask on: say --lang"),
    ],
)
def test_what_cannot_be_translated_is_told_and_nothing_is_written(
    content: Write, key: str, lang: str | None, source: str | None, told: str
) -> None:
    folder = content(FILES)
    before = tree(folder)
    with pytest.raises(UsageError, match=told):
        translate(key, lang, source, content=folder)
    assert tree(folder) == before


def test_an_original_with_errors_is_not_translated(content: Write) -> None:
    folder = content({"posts/a.es.md": ORIGINAL.replace("2013-11-20", "mañana")})
    with pytest.raises(ContentError, match="nothing was written"):
        translate("a", "en", content=folder)
    assert list(folder.rglob("*.en.md")) == []
