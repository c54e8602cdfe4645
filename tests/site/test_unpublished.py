"""Nothing unpublished is in any byte of the output, but for the preview."""

from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.building import Built, build, tree
from tests.support.random_content import PICTURE

SHOWN = """---
title: Visible
date: 2026-01-01
authors: [Ana]
topics: [water]
---

Un texto publicado que nombra [otro]({filename}hidden.md).
"""
HIDDEN = """---
title: Zanahoria
slug: slug-zanahoria
date: 2026-02-02
authors: [Persona Zanahoria]
topics: [carrot]
image: media/zanahoria.png
image_alt: Retrato zanahoria
summary: Resumen zanahoria.
status: %s
---

Cuerpo zanahoria. ![Foto zanahoria]({static}/media/cuerpo-zanahoria.png)
"""
TOPICS = """water: {es: {label: Agua}, en: {label: Water}}
carrot: {es: {label: Tema zanahoria, slug: tema-zanahoria}, en: {label: Carrot}}
"""
FILES = {
    "posts/shown.es.md": SHOWN,
    "topics.yml": TOPICS,
    "media/zanahoria.png": PICTURE,
    "media/cuerpo-zanahoria.png": PICTURE,
}


@pytest.mark.parametrize("status", ["draft", "review"])
def test_no_byte_of_the_output_tells_of_an_unpublished_post(content: Write, output: Path, status: str) -> None:
    built = build(content({**FILES, "posts/hidden.es.md": HIDDEN % status}), output)

    files = tree(output)
    assert [path for path in files if "zanahoria" in path or "carrot" in path] == []
    assert [path for path, data in files.items() if b"zanahoria" in data.lower() or b"carrot" in data.lower()] == []
    assert built.problems == ""


def test_an_unpublished_translation_stays_out_of_every_page(content: Write, output: Path) -> None:
    draft = "---\ntitle: Carrot\noriginal: es\nstatus: draft\n---\n\nA carrot text.\n"
    built = build(content({**FILES, "posts/shown.en.md": draft}), output)

    assert [path for path, data in tree(output).items() if b"carrot" in data.lower()] == []
    assert 'hreflang="en"' not in built.read("notas/visible/index.html").partition("<body")[0]


@pytest.mark.parametrize("status", ["draft", "review"])
def test_the_preview_shows_an_unpublished_post_and_keeps_search_engines_out(
    content: Write, output: Path, status: str
) -> None:
    built = build(content({**FILES, "posts/hidden.es.md": HIDDEN % status}), output, drafts=True)

    assert "Cuerpo zanahoria." in built.read("notas/slug-zanahoria/index.html")
    pages = [data for path, data in tree(output).items() if path.endswith(".html")]
    assert all(b'<meta name="robots" content="noindex">' in page for page in pages)
    assert built.read(".plaza") == "preview\n"
    assert built.problems == ""


def test_the_draft_of_the_sample_is_in_no_byte_of_its_site(built_sample: Built) -> None:
    words = ("un-glosario-hecho-a-mano", "Un glosario hecho a mano", "las veinte palabras por las que")

    found = [path for path, data in tree(built_sample.output).items() if any(word.encode() in data for word in words)]
    assert found == []
