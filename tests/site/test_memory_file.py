"""What was rendered is kept between builds, and a build that finds it writes the same bytes."""

from pathlib import Path

import pytest

from plugins.catalogue.memory_file import fingerprint, read_memory
from tests.conftest import Write
from tests.support.building import ROOT, build, diagnostics_of, tree
from tools.check import site_settings

FILES = {
    "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\nsummary: Un *resumen*.\n---\n## Uno\n\n[x](/posts/b#dos)\n",
    "posts/a.en.md": "---\ntitle: A\noriginal: es\n---\n\n> [es] Hola.\n>\n> [en] Hello.\n",
    "posts/b.es.md": "---\ntitle: B\ndate: 2013-11-20\n---\nUno:\n- dos\n",
}


def keeping_file(folder: Path) -> Path:
    return read_memory(site_settings(folder, None), ROOT)[1]


def test_a_build_from_memory_writes_the_same_bytes_and_tells_the_same(content: Write, tmp_path: Path) -> None:
    folder = content(FILES)
    cold = diagnostics_of(folder, tmp_path / "cold")
    warm = diagnostics_of(folder, tmp_path / "warm")
    assert "list-not-seen" in cold
    assert warm == cold
    assert tree(tmp_path / "warm") == tree(tmp_path / "cold")


def test_only_the_file_that_changed_is_rendered_again(content: Write, tmp_path: Path) -> None:
    folder = content(FILES)
    build(folder, tmp_path / "output")
    (folder / "posts/b.es.md").write_text("---\ntitle: B\ndate: 2013-11-20\n---\nTres.\n", encoding="utf-8")
    before = read_memory(site_settings(folder, None), ROOT)[0]
    build(folder, tmp_path / "output")
    after = read_memory(site_settings(folder, None), ROOT)[0]
    assert len(set(after._known) - set(before._known)) == 2  # its body, and the checks of it
    assert len(set(before._known) - set(after._known)) == 2


@pytest.mark.parametrize("damage", [b"", b"\n", b"\x80\x04N.", b"no pickle", b"cut"])
def test_a_damaged_file_counts_as_none(content: Write, tmp_path: Path, damage: bytes) -> None:
    folder = content(FILES)
    build(folder, tmp_path / "output")
    file = keeping_file(folder)
    head = fingerprint(site_settings(folder, None), ROOT).encode() + b"\n"
    file.write_bytes(file.read_bytes()[:-40] if damage == b"cut" else head + damage)
    before = tree(tmp_path / "output")
    build(folder, tmp_path / "output")
    assert tree(tmp_path / "output") == before


def test_other_settings_make_it_anew(content: Write) -> None:
    folder = content(FILES)
    own = fingerprint(site_settings(folder, None), ROOT)
    assert own == fingerprint(site_settings(folder, None, SITENAME="Otro"), ROOT)
    assert own != fingerprint(site_settings(folder, None, QUOTE_LANGS=["fr"]), ROOT)
    assert own != fingerprint(site_settings(folder, None, TEXT_FILTERS=[]), ROOT)
