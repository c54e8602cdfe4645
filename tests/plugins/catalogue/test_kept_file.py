from pathlib import Path

from plugins.catalogue.kept_file import keep


def test_the_file_is_replaced_and_the_oldest_are_let_go(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for name in "abc":
        keep(folder / f"{name}.json", name.encode(), most=2)
    keep(folder / "c.json", b"again", most=2)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {"b.json": b"b", "c.json": b"again"}


def test_a_folder_that_cannot_be_written_is_no_fault_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep(tmp_path / "file" / "a.json", b"a", most=2)
    (tmp_path / "cache" / "a.json").mkdir(parents=True)
    keep(tmp_path / "cache" / "a.json", b"a", most=2)
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["a.json"]
