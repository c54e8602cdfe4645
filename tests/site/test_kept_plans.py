"""A plan is kept between builds, and one that cannot be used is no fault."""

from pathlib import Path

import pytest

from plugins.plan import kept_build
from plugins.plan.build import Build
from plugins.plan.kept_build import keep_build
from tests.conftest import Write
from tests.support.building import build, tree
from tests.support.edited_site import differences, make_site
from tools.errors import MachineError

FILES = {
    "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n---\nUno.\n\n[b](/posts/b)\n",
    "posts/b.es.md": "---\ntitle: B\ndate: 2013-11-20\n---\nDos.\n",
}


@pytest.fixture(autouse=True)
def stamps_are_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.plan.surroundings.GRAIN", 0)


def edited(folder: Path, output: Path, word: str) -> Build:
    (folder / "posts/a.es.md").write_text(f"{FILES['posts/a.es.md']}\n{word}\n", encoding="utf-8")
    return build(folder, output).build


def test_an_edit_of_words_finds_the_plan_of_another_process(content: Write, output: Path) -> None:
    folder = content(FILES)
    first = build(folder, output).build
    assert not first.is_amended
    second = edited(folder, output, "Otra.")
    assert second.is_amended
    assert second.report[0].written == ("feed.xml", "notas/a/index.html")
    assert "Otra." in (output / "notas/a/index.html").read_text(encoding="utf-8")


def test_a_build_with_a_plan_that_is_there_writes_the_bytes_of_one_from_nothing(
    content: Write, output: Path, tmp_path: Path
) -> None:
    folder = content(FILES)
    build(folder, output)
    assert edited(folder, output, "Otra.").is_amended
    assert tree(output) == tree(build(folder, tmp_path / "clean").output)


@pytest.mark.parametrize("damage", [b"", b"x", b"\n", None])
def test_a_damaged_plan_is_made_anew(damage: bytes | None, content: Write, output: Path) -> None:
    folder = content(FILES)
    file = kept_build._file(build(folder, output).build.settings)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + b"\0" if damage is None else damage)
    second = edited(folder, output, "Otra.")
    assert not second.is_amended
    assert edited(folder, output, "Más.").is_amended


def test_what_cannot_be_unpacked_is_made_anew(content: Write, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = content(FILES)
    built = build(folder, output).build
    monkeypatch.setattr(kept_build, "_known", lambda text: ("too few",))
    keep_build(built)
    monkeypatch.undo()
    assert not edited(folder, output, "Otra.").is_amended


@pytest.mark.parametrize("back", [True, False])
def test_a_save_that_could_not_be_written_leaves_no_stale_page_behind(
    back: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site")
    site.set(WORKERS=1)
    last = site.build()
    was = site.read("content/posts/a.es.md")
    site.write("content/posts/a.es.md", f"{was}\nOtra, [nada](/posts/nada).\n")
    with monkeypatch.context() as patch:
        patch.setattr("tools.build.commit", full_disk)
        with pytest.raises(MachineError):
            site.build(last)
    if back:
        site.write("content/posts/a.es.md", was)
    assert differences(site, tmp_path / "clean", lambda: site.build(last)) == []


def full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")
