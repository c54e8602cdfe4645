"""Files changed all together or not at all."""

from pathlib import Path

import pytest

from tests.support.building import tree, write_files
from tools.rewriting import rewrite


def test_files_are_written_replaced_and_removed(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/old.md": "old", "a/list.yml": "full", "b.md": "stays"})
    rewrite(tmp_path, {"a/list.yml": "empty", "c/new.py": "new\n"}, ("a/old.md", "a/list.yml"))
    assert tree(tmp_path) == {"a/list.yml": b"empty", "b.md": b"stays", "c/new.py": b"new\n"}


@pytest.mark.parametrize(
    ("texts", "removed"),
    [
        ({"a.md/new.py": "below a file"}, ("b.md",)),
        ({"b.md": "new", "c.md": "new"}, ("b.md", "nowhere.md")),
    ],
)
def test_what_cannot_be_finished_is_put_back(tmp_path: Path, texts: dict[str, str], removed: tuple[str, ...]) -> None:
    files = {"a.md": "a", "b.md": "b"}
    write_files(tmp_path, files)
    with pytest.raises(OSError, match=r"a\.md|nowhere\.md"):
        rewrite(tmp_path, texts, removed)
    assert tree(tmp_path) == {path: text.encode() for path, text in files.items()}


def test_interruption_puts_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.md": "a", "b.md": "b"})
    rename, renamed = Path.rename, []

    def interrupted(self: Path, target: Path) -> Path:
        renamed.append(self.name)
        if len(renamed) == 3:  # a.md and b.md are out, and nothing is in
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        rewrite(tmp_path, {"a.md": "new", "c.md": "new"}, ("a.md", "b.md"))
    assert tree(tmp_path) == {"a.md": b"a", "b.md": b"b"}
