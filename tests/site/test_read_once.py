import builtins
import io
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue.memory import Memory
from plugins.catalogue.renderer import Renderer
from tests.support.building import ROOT, build

DATA = ROOT / "tests" / "data" / "three_languages"


def test_a_build_of_three_languages_reads_each_source_once(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: Counter[str] = Counter()
    open_file = io.open

    def counted(file: Any, *arguments: Any, **options: Any) -> Any:
        reads[str(file)] += 1
        return open_file(file, *arguments, **options)

    monkeypatch.setattr(io, "open", counted)  # what pathlib calls
    monkeypatch.setattr(builtins, "open", counted)
    build(None, output, settings=DATA / "settings.py")

    sources = [str(path) for path in (DATA / "content").rglob("*") if path.suffix in (".md", ".yml")]
    assert {path: reads[path] for path in sources} == dict.fromkeys(sources, 1)


def test_a_build_of_three_languages_renders_each_text_once(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: Counter[str] = Counter()
    render = Renderer.render

    def counted(renderer: Renderer, text: str, *arguments: Any, **options: Any) -> Any:
        rendered[text] += 1
        return render(renderer, text, *arguments, **options)

    monkeypatch.setattr(Renderer, "render", counted)
    monkeypatch.setattr("plugins.plan.preparing.open_memory", lambda *_: Memory())
    build(None, output, settings=DATA / "settings.py")

    bodies = [text for text in rendered if "\n\n" in text.strip()]
    assert len(bodies) == 3  # the shoebox in three languages has more than a paragraph
    assert set(rendered.values()) == {1}
    texts = list((DATA / "content").rglob("*.md"))
    assert len(rendered) <= 2 * len(texts)  # a body and a summary each
