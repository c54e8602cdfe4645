import io
import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from plugins.translation.blocks import body_blocks
from tests.support.building import build, tree
from tools.check import check
from tools.errors import ContentError, UsageError
from tools.named_post import prepared
from tools.scaffold import translation_text
from tools.status import status
from tools.translate import translate

Write = Callable[[Mapping[str, str | bytes]], Path]
_PNG = io.BytesIO()
Image.new("RGB", (20, 20)).save(_PNG, "PNG")
PNG = _PNG.getvalue()
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


LISTS = """\
---
title: Listas
date: 2013-11-20
---

Uno[^1]:

1. primero

    - dentro

2. segundo
3. tercero

[^1]: Una nota

    que sigue.

[^2]: Otra.
"""


def test_a_list_and_a_footnote_are_asked_for_as_one(content: Write) -> None:
    folder = content({"posts/a.es.md": LISTS})
    translate("a", "en", content=folder)
    text = (folder / "posts/a.en.md").read_text(encoding="utf-8")
    _, *comments = [part.partition("\n-->\n")[0] for part in text.split("<!--\n")]
    assert comments == [
        "Uno[^1]:",
        "1. primero\n\n    - dentro\n\n2. segundo\n3. tercero",
        "[^1]: Una nota\n\n    que sigue.",
        "[^2]: Otra.",
    ]
    assert text.split("original_digest: [")[1].split("]")[0].count(",") == 8


def test_what_is_written_below_the_comments_is_one_list_and_one_footnote(content: Write, output: Path) -> None:
    folder = content({"posts/a.es.md": LISTS})
    translate("a", "en", content=folder)
    file = folder / "posts/a.en.md"
    head, *asked = file.read_text(encoding="utf-8").split("<!--\n")
    words = {"Uno": "One", "primero": "first", "dentro": "inside", "segundo": "second", "tercero": "third",
             "Una nota": "A note", "que sigue": "that goes on", "Otra": "Another"}  # fmt: skip
    done = [head.replace("title:", "title: Lists")]
    for part in asked:
        written = part.partition("\n-->")[0]
        for es, en in words.items():
            written = written.replace(es, en)
        done.append(f"<!--\n{part.rstrip()}\n\n{written}\n\n")
    file.write_text("".join(done), encoding="utf-8")
    page = build(folder, output, drafts=True).read("en/posts/lists/index.html")
    assert page.count("<ol>") == 2  # the list and the notes
    assert "<ol start" not in page
    assert "that goes on" in page.partition("footnote")[2]
    assert "<pre" not in page


def test_targets_of_links_are_copied(content: Write) -> None:
    folder = content({"posts/a.es.md": f"{LISTS}\nVe [a][b].\n[c]: https://example.org/c\n\n[b]: /posts/a 'B'\n"})
    translate("a", "en", content=folder)
    text = (folder / "posts/a.en.md").read_text(encoding="utf-8")
    assert "\n[c]: https://example.org/c\n\n<!--\nVe [a][b].\n-->\n\n\n[b]: /posts/a 'B'\n" in text


def test_what_silences_a_rule_comes_along(content: Write) -> None:
    ignore = "<!-- check: ignore missing-alt -->\n"
    folder = content(
        {
            "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n# check: ignore missing-alt\nimage: media/a.png\n---\n\n"
            f"{ignore}![](../media/a.png)\n\n{ignore}Uno ![](../media/a.png) dos.\n",
            "media/a.png": PNG,
        }
    )
    translate("a", "en", content=folder)
    file = folder / "posts/a.en.md"
    text = file.read_text(encoding="utf-8")
    assert "# A\n# check: ignore missing-alt\ntitle:\n" in text
    assert f"---\n\n{ignore}![](../media/a.png)\n\n<!--\nUno ![](../media/a.png) dos.\n-->\n\n{ignore}\n" in text
    file.write_text(text.replace("title:", "title: B").replace("draft", "published") + "One.\n", encoding="utf-8")
    assert check(folder) == 0


def test_a_draft_has_the_line_ends_of_its_original(content: Write) -> None:
    folder = content({"posts/a.es.md": LISTS.replace("\n", "\r\n"), "posts/b.es.md": LISTS})
    translate("a", "en", content=folder)
    translate("b", "en", content=folder)
    crlf, lf = ((folder / f"posts/{key}.en.md").read_bytes() for key in "ab")
    assert crlf == lf.replace(b"\n", b"\r\n")


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


def test_a_draft_that_is_filled_in_has_the_blocks_of_its_original() -> None:
    prepared_sample = prepared(None, None)
    for post in (*prepared_sample.catalogue.posts, *prepared_sample.catalogue.pages):
        original = post.documents[post.original]
        text = (prepared_sample.settings.content / original.path).read_text(encoding="utf-8")
        draft = translation_text(original, text, prepared_sample.settings).partition("\n---\n")[2]
        filled = re.sub(r"(?s)<!--\n(.*?)\n-->\n", lambda asked: f"{asked.group()}\n{unescape(asked[1])}\n", draft)
        body = body_blocks(original.source.lines)
        assert [block.digest for block in body_blocks(filled.split("\n"))] == [block.digest for block in body], post.key
