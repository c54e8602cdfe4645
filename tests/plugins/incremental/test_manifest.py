import threading
from pathlib import Path

import pytest

from plugins.incremental.fingerprint import Fingerprint
from plugins.incremental.manifest import (
    Heading,
    Left,
    Manifest,
    forget_manifest,
    locked,
    note_heading,
    note_moving,
    read_heading,
    read_manifest,
    write_manifest,
)

MANIFEST = Manifest(
    {"a/index.html": Left(Fingerprint("v", "t", "s"), 3, 5), "b": Left(None)}, Heading("m", "i", "told")
)


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_manifest(tmp_path / "new" / "m.json", MANIFEST)
    assert read_manifest(tmp_path / "new" / "m.json") == MANIFEST
    assert read_heading(tmp_path / "new" / "m.json") == MANIFEST.heading
    forget_manifest(tmp_path / "new" / "m.json")
    assert read_manifest(tmp_path / "new" / "m.json") is None


def test_what_is_said_of_the_output_changes_nothing_of_its_files(tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    write_manifest(file, MANIFEST)
    note_heading(file, Heading("other"))
    assert read_manifest(file) == Manifest(MANIFEST.files, Heading("other"))


def test_files_that_are_being_moved_are_unknown_until_another_manifest_is_written(tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    write_manifest(file, MANIFEST)
    note_moving(file, ["a/index.html", "c"], "later")
    note_heading(file, Heading("nobody hears this", "i"))  # what is unknown is up to date with nothing
    unknown = {"a/index.html": Left(None), "b": Left(None), "c": Left(None)}
    assert read_manifest(file) == Manifest(unknown, Heading("later"))
    write_manifest(file, MANIFEST)
    assert read_manifest(file) == MANIFEST


def test_what_little_has_changed_is_noted_beside_the_whole(tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    files = {f"{number}.html": Left(Fingerprint("v"), number) for number in range(100)}
    write_manifest(file, Manifest(files))
    whole = file.read_bytes()
    after = {**files, "1.html": Left(Fingerprint("w"), 1), "new.html": Left(Fingerprint("v"))}
    del after["2.html"]
    for heading in (Heading("a"), Heading("b")):
        write_manifest(file, Manifest(after, heading), read_manifest(file))
        assert read_manifest(file) == Manifest(after, heading)
    assert file.read_bytes() == whole
    write_manifest(file, Manifest(files), read_manifest(file))
    assert read_manifest(file) == Manifest(files)
    write_manifest(file, Manifest(dict.fromkeys(after, Left(None))), read_manifest(file))
    assert file.read_bytes() != whole
    assert not file.with_suffix(".note").exists()


def test_a_note_about_an_earlier_manifest_is_of_no_account(tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    write_manifest(file, MANIFEST)
    note_moving(file, ["a/index.html"], "later")
    note = file.with_suffix(".note").read_bytes()
    write_manifest(file, Manifest({}, Heading("new")))
    file.with_suffix(".note").write_bytes(note)  # as where a build was killed before it could take it away
    assert read_manifest(file) == Manifest({}, Heading("new"))


@pytest.mark.parametrize("damage", [None, "", "{", "[]", '{"form": 0}', '{"form": 5}\n{}', "{}\n{}"])
def test_one_that_cannot_be_read_counts_as_none(tmp_path: Path, damage: str | None) -> None:
    if damage is not None:
        (tmp_path / "m.json").write_text(damage, encoding="utf-8")
    assert read_manifest(tmp_path / "m.json") is None


def test_where_none_can_be_written_that_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    write_manifest(tmp_path / "file" / "m.json", MANIFEST)
    with locked(tmp_path / "file" / "m.json") as is_ours:
        assert is_ours


def test_a_lock_is_waited_for(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with locked(tmp_path / "m.json"):
            order.append("second")

    with locked(tmp_path / "m.json"):
        with locked(tmp_path / "m.json", waits=False) as is_ours:
            assert not is_ours
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        order.append("first")
    thread.join(5)
    assert order == ["first", "second"]
