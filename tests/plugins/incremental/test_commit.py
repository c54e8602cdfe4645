import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from plugins.incremental.commit import (
    Fingerprint,
    ForeignFolderError,
    Written,
    check_output,
    commit,
    files_there,
    is_up_to_date,
    note_inputs,
    staging,
)
from plugins.incremental.reasons import Reason

OLD = 1_000_000_000  # a moment in 2001, in seconds: what is not written keeps it


def build(output: Path, files: Mapping[str, str], manifest: Path | None = None, is_preview: bool = False) -> Written:
    """Commit files to the output; all that is there gets an old date first."""
    import os

    for path in output.rglob("*") if output.exists() else ():
        if path.name != ".plaza":
            os.utime(path, (OLD, OLD), follow_symlinks=False)
    manifest = manifest or output.parent / "manifest.json"
    with staging(output, manifest) as staged:
        for name, text in files.items():
            staged.add(name, text.encode())
        return commit(staged, manifest, is_preview)


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def written_since(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.stat().st_mtime != OLD and path.name != ".plaza"
    )


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir() if path.suffix != ".lock")


def test_a_first_build_writes_everything_and_the_marker(output: Path) -> None:
    done = build(output, {"index.html": "home", "en/index.html": "home too"})
    assert done == Written(
        ("en/index.html", "index.html"), (), 2, dict.fromkeys(("en/index.html", "index.html"), Reason.NEW)
    )
    assert tree(output) == {".plaza": "site\n", "index.html": "home", "en/index.html": "home too"}


def test_what_is_equal_stays_untouched(output: Path) -> None:
    build(output, {"a.html": "one", "b.html": "two"})
    done = build(output, {"a.html": "one", "b.html": "other"})
    assert (done.written, done.removed, done.total) == (("b.html",), (), 2)
    assert written_since(output) == ["b.html"]
    assert tree(output)["b.html"] == "other"


def test_a_build_of_the_same_pages_writes_nothing_at_all(output: Path) -> None:
    build(output, {"a.html": "one"})
    assert build(output, {"a.html": "one"}) == Written((), (), 1)  # its date is another, its bytes are not
    assert written_since(output) == []


def test_a_build_that_leaves_all_as_it_was_leaves_the_manifest_too(output: Path) -> None:
    page(output, "one", "a")
    before = (output.parent / "manifest.json").stat().st_mtime_ns
    page(output, "one", "a")
    assert (output.parent / "manifest.json").stat().st_mtime_ns == before


def page(output: Path, text: str, view: str, path: str = "a.html") -> tuple[Reason, ...]:
    """Commit one page of a fingerprint, and give why it was rendered."""
    rendered = []
    manifest = output.parent / "manifest.json"

    def render() -> bytes:
        rendered.append(staged.why(path, Fingerprint(view, "t", "s")))
        return text.encode()

    with staging(output, manifest) as staged:
        staged.take(staged.stage(path, Fingerprint(view, "t", "s"), render))
        commit(staged, manifest, False)
    return tuple(rendered)


def test_a_page_of_the_same_fingerprint_is_not_even_rendered(output: Path) -> None:
    assert page(output, "one", "a") == (Reason.NEW,)
    assert page(output, "never rendered", "a") == ()
    assert page(output, "two", "b") == (Reason.VIEW,)
    assert tree(output)["a.html"] == "two"


def test_a_page_that_somebody_changed_or_removed_is_rendered_again(output: Path) -> None:
    page(output, "one", "a")
    (output / "a.html").write_text("mine", encoding="utf-8")
    assert page(output, "one", "a") == (Reason.TOUCHED,)
    (output / "a.html").unlink()
    assert page(output, "one", "a") == (Reason.MISSING,)
    assert tree(output)["a.html"] == "one"


def test_a_page_that_comes_out_as_before_is_left_as_it_is_and_known_from_then_on(output: Path) -> None:
    page(output, "one", "a")
    before = (output / "a.html").stat().st_mtime_ns
    assert page(output, "one", "b") == (Reason.VIEW,)
    assert (output / "a.html").stat().st_mtime_ns == before
    assert page(output, "one", "b") == ()


def test_what_a_function_makes_is_made_where_its_inputs_change(output: Path) -> None:
    made: list[int] = []
    manifest = output.parent / "manifest.json"

    def draw() -> bytes:
        made.append(1)
        return b"drawn"

    for inputs, expected in (("a", 1), ("a", 1), ("b", 2), ("", 3), ("", 4)):
        with staging(output, manifest) as staged:
            staged.add("card.png", draw, inputs)
            commit(staged, manifest, False)
        assert len(made) == expected


def test_an_output_is_up_to_date_for_the_inputs_that_were_noted(output: Path) -> None:
    manifest = output.parent / "manifest.json"
    build(output, {"a.html": "one", "b.html": "two"}, manifest)
    assert is_up_to_date(output, manifest, "x", False) is None
    note_inputs(manifest, "x", "told")
    kept = is_up_to_date(output, manifest, "x", False)
    assert kept is not None and (list(kept.files), kept.heading.told) == (["a.html", "b.html"], "told")
    assert is_up_to_date(output, manifest, "y", False) is None
    assert is_up_to_date(output, manifest, "x", True) is None
    (output / "b.html").write_text("mine", encoding="utf-8")
    assert is_up_to_date(output, manifest, "x", False) is None


def test_a_build_that_changes_something_forgets_what_was_noted(output: Path) -> None:
    manifest = output.parent / "manifest.json"
    build(output, {"a.html": "one"}, manifest)
    note_inputs(manifest, "x")
    build(output, {"a.html": "two"}, manifest)
    assert is_up_to_date(output, manifest, "x", False) is None


def test_without_inputs_nothing_is_up_to_date(output: Path) -> None:
    manifest = output.parent / "manifest.json"
    build(output, {"a.html": "one"}, manifest)
    assert is_up_to_date(output, manifest, "", False) is None


def test_a_file_is_copied_and_stays_untouched_where_equal(output: Path, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    for content, expected in ((b"one", ("a.png",)), (b"one", ()), (b"two", ("a.png",))):
        picture.write_bytes(content)
        with staging(output, tmp_path / "manifest.json") as staged:
            staged.add("a.png", picture)
            assert commit(staged, tmp_path / "manifest.json", False).written == expected
    assert (output / "a.png").read_bytes() == b"two"
    assert picture.is_file()


def test_pages_that_vanish_are_removed_with_their_folders(output: Path) -> None:
    build(output, {"notas/a/index.html": "a", "notas/b/index.html": "b", "x/y/z.html": "z"})
    assert build(output, {"notas/b/index.html": "b"}).removed == ("notas/a/index.html", "x/y/z.html")
    assert tree(output) == {".plaza": "site\n", "notas/b/index.html": "b"}
    assert sorted(path.name for path in output.iterdir()) == [".plaza", "notas"]
    assert [path.name for path in (output / "notas").iterdir()] == ["b"]


def test_with_a_manifest_the_files_of_others_are_kept(output: Path) -> None:
    build(output, {"notas/a/index.html": "a"})
    (output / "notas/a/mine.txt").write_text("mine", encoding="utf-8")
    build(output, {})
    assert tree(output) == {".plaza": "site\n", "notas/a/mine.txt": "mine"}


@pytest.mark.parametrize("manifest", [None, "", "{", "[]", '{"files": 3}'])
def test_without_a_manifest_all_that_is_not_planned_goes(output: Path, manifest: str | None) -> None:
    build(output, {"a.html": "a", "b.html": "b"})
    (output / "c.html").write_text("of who knows when", encoding="utf-8")
    file = output.parent / "manifest.json"
    file.unlink() if manifest is None else file.write_text(manifest, encoding="utf-8")
    assert build(output, {"a.html": "a"}) == Written((), ("b.html", "c.html"), 1)
    assert tree(output) == {".plaza": "site\n", "a.html": "a"}


def test_a_file_that_someone_changed_is_written_again(output: Path) -> None:
    build(output, {"a.html": "one", "b.html": "two"})
    (output / "a.html").write_text("six", encoding="utf-8")
    (output / "b.html").unlink()
    assert build(output, {"a.html": "one", "b.html": "two"}).written == ("a.html", "b.html")


def test_a_folder_may_stand_where_a_file_was_and_a_file_where_a_folder_was(output: Path) -> None:
    build(output, {"a": "file", "b/c/d.html": "page", "b/e.html": "page"})
    assert build(output, {"a/index.html": "page", "b": "file"}).written == ("a/index.html", "b")
    assert tree(output) == {".plaza": "site\n", "a/index.html": "page", "b": "file"}
    build(output, {"a": "file", "b/c/d.html": "page", "b/e.html": "page"})
    assert tree(output) == {".plaza": "site\n", "a": "file", "b/c/d.html": "page", "b/e.html": "page"}


def test_an_empty_folder_gives_way_to_a_file(output: Path) -> None:
    build(output, {"a.html": "a"})
    (output / "b").mkdir()
    build(output, {"a.html": "a", "b": "file"})
    assert tree(output)["b"] == "file"


def test_a_link_in_the_output_is_replaced_and_what_it_leads_to_stays(output: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.html").write_text("same", encoding="utf-8")
    build(output, {"b.html": "b"})
    (output / "a.html").symlink_to(tmp_path / "elsewhere.html")
    build(output, {"a.html": "same", "b.html": "b"})
    assert not (output / "a.html").is_symlink()
    assert tree(output)["a.html"] == "same"
    assert (tmp_path / "elsewhere.html").read_text(encoding="utf-8") == "same"


def test_a_fault_before_the_commit_leaves_the_old_pages(output: Path) -> None:
    build(output, {"a.html": "old", "b.html": "old"})
    before = tree(output)
    with pytest.raises(RuntimeError), staging(output, output.parent / "manifest.json") as staged:
        staged.add("a.html", b"new")
        raise RuntimeError("a template broke")
    assert tree(output) == before
    assert beside(output) == ["manifest.json", "output"]


def test_a_fault_in_the_first_build_leaves_no_output(output: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staging(output, output.parent / "manifest.json") as staged:
        staged.add("a.html", b"new")
        raise KeyboardInterrupt
    assert not output.exists()
    assert beside(output) == []


def test_the_staging_folder_is_beside_the_output_and_gone_afterwards(output: Path) -> None:
    with staging(output, output.parent / "manifest.json") as staged:
        assert staged.folder.parent == output.parent
        staged.add("a.html", b"a")
        commit(staged, output.parent / "manifest.json", False)
    assert beside(output) == ["manifest.json", "output"]


def test_a_build_killed_while_it_moves_files_is_completed_by_the_next(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(output, {"a.html": "old", "b.html": "old", "gone.html": "old"})
    moved: list[str] = []
    move = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if self.suffix == ".html":
            moved.append(self.name)
        if len(moved) == 3:
            raise KeyboardInterrupt
        return move(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            build(output, {"a.html": "new", "again/new.html": "new", "b.html": "new"})
    assert set(tree(output).values()) <= {"old", "new", "site\n"}
    build(output, {"a.html": "newer"})
    assert tree(output) == {".plaza": "site\n", "a.html": "newer"}


def test_a_site_over_a_preview_counts_as_preview_until_it_is_whole(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(output, {"draft.html": "secret"}, is_preview=True)
    assert tree(output)[".plaza"] == "preview\n"

    def fails(self: Path, missing_ok: bool = False) -> None:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", fails)
        with pytest.raises(OSError, match="no room"):
            build(output, {"a.html": "a"})
    assert tree(output)[".plaza"] == "preview\n"
    build(output, {"a.html": "a"})
    assert tree(output) == {".plaza": "site\n", "a.html": "a"}


def test_a_preview_over_a_site_says_so_before_the_first_draft(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(output, {"a.html": "a"})

    def fails(self: Path, target: Path) -> Path:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)
        with pytest.raises(OSError, match="no room"):
            build(output, {"draft.html": "secret"}, is_preview=True)
    assert tree(output)[".plaza"] == "preview\n"


def test_the_marker_is_there_before_the_first_file(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: Path, target: Path) -> Path:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)
        with pytest.raises(OSError, match="no room"):
            build(output, {"a.html": "a"})
    assert tree(output) == {".plaza": "site\n"}
    check_output(output, ())


def test_the_manifest_names_what_was_planned(output: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "cache/manifests/x.json"
    build(output, {"b.html": "b", "a.html": "a"}, manifest)
    _, files = manifest.read_text(encoding="utf-8").split("\n")
    assert list(json.loads(files)) == ["a.html", "b.html"]


def refusal(output: Path, sources: Iterable[Path] = ()) -> str:
    with pytest.raises(ForeignFolderError) as refused:
        check_output(output, sources)
    return str(refused.value)


def test_a_folder_that_is_absent_empty_or_ours_may_be_written_to(output: Path) -> None:
    check_output(output, ())
    output.mkdir()
    check_output(output, ())
    build(output, {"a.html": "a"})
    check_output(output, ())


def test_a_folder_that_is_not_empty_and_not_ours_is_refused(output: Path) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("mine", encoding="utf-8")
    assert refusal(output) == f"{output} is not empty and no build of Plaza made it (it has no file .plaza)"
    assert tree(output) == {"thesis.txt": "mine"}


def test_a_file_is_no_output_folder(output: Path) -> None:
    output.write_text("a file", encoding="utf-8")
    assert refusal(output) == f"{output} is not a folder"


def test_a_folder_that_holds_or_lies_in_the_sources_is_refused(tmp_path: Path) -> None:
    content = tmp_path / "site/content"
    content.mkdir(parents=True)
    (tmp_path / "link").symlink_to(content)
    for output in (content, content / "media/out", tmp_path / "site", tmp_path, tmp_path / "link/out"):
        expected = f"{output} holds or lies in the sources ({content}); choose a folder apart from them"
        assert refusal(output, [content]) == expected
    check_output(tmp_path / "site/content-built", [content])


def test_what_a_killed_build_staged_is_removed_by_the_next(tmp_path: Path) -> None:
    output = tmp_path / "out"
    (tmp_path / ".out.staging-left" / "en").mkdir(parents=True)
    (tmp_path / ".out.staging-left" / "en" / "index.html").write_text("half", encoding="utf-8")
    (tmp_path / ".out-of-office").mkdir()

    build(output, {"index.html": "one"})

    assert sorted(path.name for path in tmp_path.glob(".*")) == [".out-of-office"]


def test_a_build_that_is_running_keeps_what_it_staged(tmp_path: Path) -> None:
    with staging(tmp_path / "out", tmp_path / "of-another-clone.json") as staged:
        staged.add("index.html", b"one")
        build(tmp_path / "out", {"index.html": "two"})
        assert (staged.folder / "index.html").read_bytes() == b"one"


def test_what_was_made_under_a_key_can_be_kept_as_it_is(output: Path) -> None:
    manifest = output.parent / "manifest.json"
    with staging(output, manifest) as staged:
        assert not staged.keep_all("last")
        staged.add("index.bin", b"one", key="last")
        staged.add("a.html", b"a")
        commit(staged, manifest, False)
    with staging(output, manifest) as staged:
        assert staged.keep_all("last")
        staged.add("a.html", b"b")
        assert commit(staged, manifest, False).written == ("a.html",)
    assert tree(output) == {".plaza": "site\n", "a.html": "b", "index.bin": "one"}
    (output / "index.bin").unlink()
    with staging(output, manifest) as staged:
        assert not staged.keep_all("last")


def test_a_manifest_of_another_folder_counts_as_none(output: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    build(output, {"a.html": "a"}, manifest)
    build(tmp_path / "preview", {"a.html": "a", "draft.html": "secret"}, tmp_path / "other.json", is_preview=True)
    shutil.rmtree(output)
    shutil.copytree(tmp_path / "preview", output)
    build(output, {"a.html": "a"}, manifest)
    assert tree(output) == {".plaza": "site\n", "a.html": "a"}


def test_what_another_clone_wrote_into_the_same_output_is_removed(output: Path, tmp_path: Path) -> None:
    build(output, {"a.html": "a"}, tmp_path / "one.json")
    build(output, {"a.html": "a", "new.html": "new"}, tmp_path / "two.json")
    build(output, {"a.html": "a"}, tmp_path / "one.json")
    assert tree(output) == {".plaza": "site\n", "a.html": "a"}


def test_a_manifest_that_could_not_be_written_is_not_believed_later(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = tmp_path / "manifest.json"
    build(output, {"a.html": "a"}, manifest)
    with monkeypatch.context() as patch:
        patch.setattr("plugins.incremental.commit.write_manifest", lambda *_: None)
        build(output, {"a.html": "a", "draft.html": "secret"}, manifest, is_preview=True)
    build(output, {"a.html": "a"}, manifest)
    assert tree(output) == {".plaza": "site\n", "a.html": "a"}


def test_what_was_written_since_the_build_began_is_somebody_elses(output: Path, tmp_path: Path) -> None:
    there = files_there(output, tmp_path / "manifest.json")
    (output / "extra").mkdir(parents=True)
    (output / "extra/of-a-plugin.txt").write_text("mine", encoding="utf-8")
    with staging(output, tmp_path / "manifest.json", there) as staged:
        staged.add("a.html", b"a")
        commit(staged, tmp_path / "manifest.json", False)
    assert tree(output) == {".plaza": "site\n", "a.html": "a", "extra/of-a-plugin.txt": "mine"}
    assert files_there(output, tmp_path / "manifest.json") is None


@pytest.mark.parametrize("leads", ["nowhere", "away"])
def test_a_link_where_a_folder_is_needed_gives_way_and_nothing_is_written_behind_it(
    output: Path, tmp_path: Path, leads: str
) -> None:
    (tmp_path / "away").mkdir()
    build(output, {"topics/a.html": "a"})
    shutil.rmtree(output / "topics")
    (output / "topics").symlink_to(tmp_path / leads)
    build(output, {"topics/a.html": "a"})
    assert not (output / "topics").is_symlink()
    assert tree(output)["topics/a.html"] == "a"
    assert list((tmp_path / "away").iterdir()) == []
