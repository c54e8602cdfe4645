"""What becomes of a publish while something happens to its target: one line, and nothing there is lost."""

import errno
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.publish_targets import in_branch, write_site
from tools.errors import TargetError
from tools.publish.branch import Branch
from tools.publish.folder import Folder, digest_of
from tools.publish.publishing import bring, seen
from tools.publish.record import Record

OLD = {"index.html": "<p>old", "a.css": "a"}
NEW = {"index.html": "<p>new", "b.css": "b"}


def digests(site: Path) -> dict[str, str]:
    files = [file for file in site.rglob("*") if file.is_file() and file.name != ".plaza"]
    return {file.relative_to(site).as_posix(): digest_of(file) for file in files}


def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir() if file.is_file() and file.name[0] != "."}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_site(tmp_path / "old", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return write_site(tmp_path / "new", NEW)


def test_a_disk_that_is_full_is_told_and_the_next_publish_completes_it(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(Folder(tmp_path / "web"), old, digests(old), Record())

    def is_full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = Folder(tmp_path / "web")
    place = target.send

    def send(folder: Path, paths: Sequence[str]) -> None:
        if "index.html" in paths:
            monkeypatch.setattr(os, "fsync", is_full)
        place(folder, paths)

    monkeypatch.setattr(target, "send", send)
    before = target.record()
    assert before is not None
    with pytest.raises(TargetError, match=r"index\.html: No space left on device"):
        bring(target, new, digests(new), before)
    assert texts(tmp_path / "web") == {"index.html": "<p>old", "a.css": "a", "b.css": "b"}

    monkeypatch.undo()
    os.close(target._lock)  # as the end of its process does
    again = Folder(tmp_path / "web")
    assert bring(again, new, digests(new), seen(again, new, digests(new), force=False)).sent == ("index.html",)
    assert texts(tmp_path / "web") == {**NEW, "a.css": "a"}
    assert not (tmp_path / "web" / ".plaza-sending").exists()


def test_a_second_publish_into_a_folder_at_the_same_time_is_told(old: Path, new: Path, tmp_path: Path) -> None:
    first, second = Folder(tmp_path / "web"), Folder(tmp_path / "web")
    first.write_record(Record(unsure=frozenset(["index.html"])))
    with pytest.raises(TargetError, match=r"another publish to .* is running"):
        bring(second, new, digests(new), Record())
    bring(first, old, digests(old), Record())
    assert texts(tmp_path / "web") == OLD


def test_a_record_that_another_publish_wrote_meanwhile_keeps_all_that_is_there(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Folder(tmp_path / "web")
    bring(target, old, digests(old), Record())
    before = target.record()
    assert before is not None
    monkeypatch.setattr(target, "record", lambda: Record(by="another"))
    with pytest.raises(TargetError, match="has changed meanwhile: somebody else publishes; nothing was removed"):
        bring(target, new, digests(new), before)
    assert texts(tmp_path / "web") == {**NEW, "a.css": "a"}


def test_a_file_that_arrives_otherwise_than_it_was_sent_is_told(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Folder(tmp_path / "web")
    monkeypatch.setattr(target, "digests", lambda paths: dict.fromkeys(paths, "0"))
    with pytest.raises(TargetError, match=r"does not hold what was sent: 2 files, as a\.css, index\.html"):
        bring(target, old, digests(old), Record())


def test_a_branch_to_which_somebody_else_pushes_meanwhile_stays_theirs(old: Path, new: Path, tmp_path: Path) -> None:
    place = in_branch(tmp_path)
    address = str(place.entry["remote"])
    late = Branch(address, "pages", tmp_path, tmp_path / "late")
    bring(Branch(address, "pages", tmp_path, tmp_path / "early"), old, digests(old), Record())
    with pytest.raises(TargetError, match="the branch pages has changed meanwhile"):
        bring(late, new, digests(new), Record())
    assert place.files() == {path: text.encode() for path, text in OLD.items()}


def test_a_branch_keeps_its_history(old: Path, new: Path, tmp_path: Path) -> None:
    place = in_branch(tmp_path)
    address = str(place.entry["remote"])
    bring(Branch(address, "pages", tmp_path, tmp_path / "work"), old, digests(old), Record())
    there = Branch(address, "pages", tmp_path, tmp_path / "elsewhere")
    bring(there, new, digests(new), there.record() or Record())
    log = subprocess.run(
        ("git", f"--git-dir={address}", "log", "--format=%s", "pages"), capture_output=True, text=True, check=True
    )
    assert log.stdout.splitlines() == ["Publish the site", "Publish the site"]
    assert place.files() == {path: text.encode() for path, text in {**NEW, "a.css": "a"}.items()}


def test_a_site_may_have_a_nojekyll_of_its_own_in_a_branch(old: Path, tmp_path: Path) -> None:
    place = in_branch(tmp_path)
    address = str(place.entry["remote"])
    (old / ".nojekyll").write_text("ours")
    bring(Branch(address, "pages", tmp_path, tmp_path / "work"), old, digests(old), Record())
    there = Branch(address, "pages", tmp_path, tmp_path / "elsewhere")
    record = there.record()
    assert record is not None
    assert there.digests([".nojekyll"]) == {".nojekyll": digest_of(old / ".nojekyll")}
    bring(there, old, digests(old), record)


def test_a_branch_has_the_bytes_of_the_site_whatever_git_is_told_of_line_ends(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"COUNT": "2", "KEY_0": "core.autocrlf", "VALUE_0": "true", "KEY_1": "core.eol", "VALUE_1": "crlf"}
    for name, value in settings.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    place = in_branch(tmp_path)
    (old / "a.css").write_bytes(b"a\nb\n")
    (old / ".gitattributes").write_text("* text eol=crlf\n")
    for work in ("one", "two"):
        there = Branch(str(place.entry["remote"]), "pages", tmp_path, tmp_path / work)
        sending = bring(there, old, digests(old), seen(there, old, digests(old), force=False))
    assert sending.sent == ()
    assert place.files()["a.css"] == b"a\nb\n"


def test_a_remote_may_be_a_path_from_plazas_folder(old: Path, tmp_path: Path) -> None:
    place = in_branch(tmp_path)
    bring(Branch("bare.git", "pages", tmp_path, tmp_path / "work"), old, digests(old), Record())
    assert place.files() == {path: text.encode() for path, text in OLD.items()}
