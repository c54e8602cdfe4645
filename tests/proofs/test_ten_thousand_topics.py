"""A site with ten thousand topics in use: each has its page, and the cloud has each of them once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.building import build

pytestmark = pytest.mark.prove

TOPICS, EACH = 10_000, 8
LETTERS = "abcdefghijklmnñopqrstuvwxyzé2"


def test_ten_thousand_topics_are_all_there(content: Write, output: Path) -> None:
    labels = [f"{LETTERS[n % len(LETTERS)]}gua {n}" for n in range(TOPICS)]
    files = {
        "topics.yml": "".join(
            f"t{n}: {{es: {{label: {text}}}, en: {{label: {text}}}}}\n" for n, text in enumerate(labels)
        )
    }
    for first in range(0, TOPICS, EACH):
        named = ", ".join(f"t{n}" for n in range(first, first + EACH))
        files[f"posts/p{first}.es.md"] = (
            f"---\ntitle: Nota {first}\ndate: 2020-01-01\ntopics: [{named}]\n---\n\nTexto.\n"
        )
    built = build(content(files), output)
    cloud = built.read("temas/index.html").partition('id="cloud.by-count"')[0]
    shown = re.findall(r'<li data-weight="5"><a href="/temas/([^/]+)/"><bdi>([^<]+)</bdi>', cloud)
    assert len(shown) == len(set(shown)) == TOPICS
    assert sorted(text for _, text in shown) == sorted(labels)
    assert all((output / "temas" / slug / "index.html").is_file() for slug, _ in shown)
