import threading
from pathlib import Path

import pytest

from plugins.incremental.fingerprint import Fingerprint
from plugins.incremental.manifest import Left, Manifest, locked, read_manifest, write_manifest

MANIFEST = Manifest({"a/index.html": Left(Fingerprint("v", "t", "s"), 3, 5), "b": Left(None)}, "inputs", "told")


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_manifest(tmp_path / "new" / "m.json", MANIFEST)
    assert read_manifest(tmp_path / "new" / "m.json") == MANIFEST


@pytest.mark.parametrize("damage", [None, "", "{", "[]", '{"form": 0}', '{"form": 1, "files": {"a": 1}}'])
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
