"""What was rendered is kept between builds, and a build that finds it writes the same bytes."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from plugins.catalogue.memory import Memory, Result, packed
from plugins.catalogue.memory_file import FileStore, fingerprint, memory_path, open_memory
from tests.conftest import Write
from tests.support.building import ROOT, build, diagnostics_of, tree
from tools.check import site_settings

FILES = {
    "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\nsummary: Un *resumen*.\n---\n## Uno\n\n[x](/posts/b#dos)\n",
    "posts/a.en.md": "---\ntitle: A\noriginal: es\n---\n\n> [es] Hola.\n>\n> [en] Hello.\n",
    "posts/b.es.md": "---\ntitle: B\ndate: 2013-11-20\n---\nUno:\n- dos\n",
}


def keeping_file(folder: Path) -> Path:
    return memory_path(site_settings(folder, None), ROOT)


def keys(folder: Path) -> set[str]:
    with sqlite3.connect(keeping_file(folder)) as connection:
        return {key.partition(" ")[2] for (key,) in connection.execute("SELECT key FROM often")}


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
    before = keys(folder)
    seen = set(before)
    for word in ("Tres", "Cuatro", "Cinco"):
        text = f"---\ntitle: B\ndate: 2013-11-20\nsummary: S\n---\n{word}.\n"
        (folder / "posts/b.es.md").write_text(text, encoding="utf-8")
        build(folder, tmp_path / "output")
        (made,) = keys(folder) - seen
        assert made.startswith("file:")
        seen.add(made)
    (forgotten,) = before - keys(folder)  # with the summary, which made another plan
    assert forgotten.startswith("file:")
    assert len(keys(folder) - before) == 2  # the text of that plan, and the text of now


def test_the_files_of_a_post_are_compared_again_where_one_changed(content: Write, tmp_path: Path) -> None:
    folder = content(FILES)
    build(folder, tmp_path / "output")
    before = keys(folder)
    (folder / "posts/a.en.md").write_text("---\ntitle: A\noriginal: es\n---\n\nHello.\n", encoding="utf-8")
    build(folder, tmp_path / "output")
    assert sorted(key.partition(":")[0] for key in keys(folder) - before) == ["file", "post"]


def test_a_file_that_was_only_touched_is_read_and_not_rendered(content: Write, tmp_path: Path) -> None:
    folder = content(FILES)
    build(folder, tmp_path / "output")
    before = keys(folder)
    os.utime(folder / "posts/b.es.md")
    build(folder, tmp_path / "output")
    assert keys(folder) == before


def test_the_memory_serves_a_copy_of_the_content_with_other_times(content: Write, tmp_path: Path) -> None:
    folder = content(FILES)
    build(folder, tmp_path / "output")
    settings = site_settings(folder, None)
    elsewhere = tmp_path / "elsewhere.sqlite"
    shutil.copy(keeping_file(folder), elsewhere)
    memory = Memory(FileStore(elsewhere, fingerprint(settings, ROOT)))
    assert all(key in memory for key in keys(folder) if key.startswith("file:"))


@pytest.mark.parametrize("damage", [b"no database", b"SQLite format 3\x00", b"cut"])
def test_a_damaged_file_is_dropped_with_one_line(
    content: Write, tmp_path: Path, damage: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(FILES)
    build(folder, tmp_path / "output")
    file = keeping_file(folder)
    file.write_bytes(file.read_bytes()[:-5000] if damage == b"cut" else damage + b"x" * 500)
    before = tree(tmp_path / "output")
    capsys.readouterr()
    build(folder, tmp_path / "output")
    assert tree(tmp_path / "output") == before
    assert capsys.readouterr().err.count("was damaged; it is made anew\n") == 1


@pytest.mark.parametrize("table", ["often", "seldom"])
def test_a_result_that_was_damaged_is_made_anew(content: Write, tmp_path: Path, table: str) -> None:
    folder = content(FILES)
    diagnostics_of(folder, tmp_path / "first")
    with sqlite3.connect(keeping_file(folder)) as connection:
        connection.execute(f"UPDATE {table} SET data = substr(data, 1, length(data) - 3) || x'ffffff'")
    for name in ("second", "third"):
        diagnostics_of(folder, tmp_path / name)
        assert tree(tmp_path / name) == tree(tmp_path / "first")


def test_a_damaged_page_of_the_file_stops_no_build(
    content: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(FILES)
    diagnostics_of(folder, tmp_path / "first")
    with sqlite3.connect(keeping_file(folder)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'seldom'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with keeping_file(folder).open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    for name in ("second", "third"):
        diagnostics_of(folder, tmp_path / name)
        assert tree(tmp_path / name) == tree(tmp_path / "first")
    assert capsys.readouterr().err.count("was damaged; it is made anew\n") == 1


def test_a_build_by_other_code_at_the_same_time_keeps_its_own(tmp_path: Path) -> None:
    first = FileStore(tmp_path / "a.sqlite", "one" * 8)
    second = FileStore(tmp_path / "a.sqlite", "two" * 8)
    first.keep((Result("x", packed(1)), Result("x", packed("one"), is_seldom=True)))
    assert (second.often(), second.seldom("x")) == ({}, None)
    assert first.seldom("x") is not None


def test_a_file_made_by_other_code_is_dropped_without_a_word(tmp_path: Path) -> None:
    FileStore(tmp_path / "a.sqlite", "one").keep((Result("x", packed(1)), Result("x", packed(2), is_seldom=True)))
    other = FileStore(tmp_path / "a.sqlite", "two")
    assert (other.often(), other.seldom("x")) == ({}, None)


def test_two_builds_at_once_both_keep_what_they_made(tmp_path: Path) -> None:
    first, second = FileStore(tmp_path / "a.sqlite", "one"), FileStore(tmp_path / "a.sqlite", "one")
    first.keep((Result("x", packed(1)),))
    second.keep((Result("y", packed(2)),))
    first.keep((Result("z", packed(3)),))
    assert set(FileStore(tmp_path / "a.sqlite", "one").often()) == {"x", "y", "z"}


def test_what_another_build_has_cleared_away_is_made_again(content: Write, tmp_path: Path) -> None:
    folder = content(FILES)
    diagnostics_of(folder, tmp_path / "first")
    with sqlite3.connect(keeping_file(folder)) as connection:
        connection.execute("DELETE FROM seldom")
    diagnostics_of(folder, tmp_path / "second")
    assert tree(tmp_path / "second") == tree(tmp_path / "first")


def test_a_place_where_nothing_can_be_kept_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file", encoding="utf-8")
    memory = open_memory(site_settings(ROOT / "content", None), tmp_path, "one")
    assert memory.once("x", lambda: 1) == 1


def test_a_file_gives_back_the_room_of_what_it_forgets(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "a.sqlite", "one")
    store.keep(Result(f"{number}", bytes(10_000), is_seldom=is_seldom) for number in range(200) for is_seldom in (False, True))
    store.finish(lambda key: True)
    before = sum(file.stat().st_size for file in tmp_path.iterdir())
    store.finish(lambda key: key == "1")
    with sqlite3.connect(tmp_path / "a.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < before / 10


def test_other_settings_make_it_anew(content: Write) -> None:
    folder = content(FILES)
    own = fingerprint(site_settings(folder, None), ROOT)
    assert own == fingerprint(site_settings(folder, None, SITENAME="Otro"), ROOT)
    assert own != fingerprint(site_settings(folder, None, QUOTE_LANGS=["fr"]), ROOT)
    assert own != fingerprint(site_settings(folder, None, TEXT_FILTERS=[]), ROOT)
    assert own != fingerprint(site_settings(folder, None, TIMEZONE="Asia/Tokyo"), ROOT)
