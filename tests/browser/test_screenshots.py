"""Pictures of a tiny site, twice: the same names and the same bytes, and nothing left that is no longer shown."""

from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.building import run_plaza, tree
from tools.errors import UsageError
from tools.screenshots import screenshots

pytestmark = pytest.mark.browser

POST = "---\ntitle: Respaldos\ndate: 2020-01-01\n---\n\n> [es] Uno.\n>\n> [en] One.\n"
LOOKS = ("desktop.dark", "desktop.light", "phone.dark", "phone.light")


def test_the_same_pages_give_the_same_pictures_twice(content: Write, tmp_path: Path) -> None:
    folder, pictures = content({"posts/a.es.md": POST}), tmp_path / "pictures"
    taken = []
    for _ in range(2):
        # In a process of its own: the suite's browser already has this one's event loop.
        done = run_plaza("screenshots", "--output", str(pictures), "--content", str(folder), "--kind", "quote")
        assert done.returncode == 0, done.stderr
        taken.append(tree(pictures))
    assert taken[0] == taken[1]
    names = sorted(path for path in taken[0] if path.endswith(".png") and path.count(".") == 4 and "/" not in path)
    assert names == [f"quote.es.{look}.png" for look in LOOKS]
    assert all(taken[0][name].startswith(b"\x89PNG") for name in names)


def test_an_unknown_kind_leaves_no_folder(content: Write, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="untranslated"):
        screenshots(tmp_path / "pictures", content({"posts/a.es.md": POST}), kind="nothing")
    assert not (tmp_path / "pictures").exists()
