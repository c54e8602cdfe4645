"""Sites brought to real targets: a folder, a branch, rclone's own servers of S3 and SFTP; and what can be wrong there."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.support.publish_targets import PASSWORD, SECRET, Place, in_branch, in_folder, on_s3, on_sftp, place_of, write_site

OLD = {
    "index.html": '<link href="/theme/kept/plaza.00000001.css"><a href="/a/">',
    "a/index.html": "<p>A",
    "b/index.html": "<p>Á, ñ",
    "media/ñandú (1).txt": "x",
    "theme/kept/plaza.00000001.css": "a{}",
    "feed.xml": "<feed/>",
    ".well-known/security.txt": "Contact: x",
}
NEW = {
    "index.html": '<link href="/theme/kept/plaza.00000002.css"><a href="/a/">',
    "a/index.html": "<p>A",
    "b/index.html": "<p>B",
    "c/index.html": "<p>C",
    "media/ñandú (1).txt": "x",
    "theme/kept/plaza.00000002.css": "b{}",
    "feed.xml": "<feed>c</feed>",
    ".well-known/security.txt": "Contact: x",
}
KINDS = ("folder", "branch", "s3")
SFTP = [pytest.param(kind, marks=pytest.mark.prove) for kind in ("sftp", "rclone's sftp")]
Serve = Callable[..., AbstractContextManager[Place]]


def made(files: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in files.items()}


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with place_of(request.param, tmp_path) as place:
        yield place


@pytest.fixture
def web(tmp_path: Path) -> Place:
    return in_folder(tmp_path / "web")


def published(place: Place, site: Path, *options: str) -> str:
    done = place.publish(site, *options)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout


@pytest.mark.parametrize("place", [*KINDS, *SFTP], indirect=True)
def test_only_what_changed_is_sent_and_what_is_not_needed_leaves_a_publish_later(place: Place, tmp_path: Path) -> None:
    old, new = write_site(tmp_path / "old", OLD), write_site(tmp_path / "new", NEW)
    assert published(place, old) == "7 files sent, 0 removed, 7 there and verified -> there\n"
    assert place.files() == made(OLD)

    assert published(place, new) == "5 files sent, 0 removed, 8 there and verified -> there\n"
    assert place.files() == made({**OLD, **NEW})
    assert published(place, new) == "0 files sent, 1 removed, 8 there and verified -> there\n"
    assert place.files() == made(NEW)
    assert published(place, new) == "0 files sent, 0 removed, 8 there and verified -> there\n"


@pytest.mark.parametrize("place", ["branch", "s3"], indirect=True)
def test_a_dry_run_lists_and_does_nothing(place: Place, tmp_path: Path) -> None:
    told = published(place, write_site(tmp_path / "old", OLD), "--dry-run").splitlines()
    assert told[0] == "send    .well-known/security.txt"
    assert told[-2:] == ["send    feed.xml", "7 to send, 0 to remove"]
    assert place.files() == {}


def test_what_somebody_lost_or_changed_at_the_target_is_sent_again(web: Place, tmp_path: Path) -> None:
    site = write_site(tmp_path / "old", OLD)
    published(web, site)
    (tmp_path / "web" / "a" / "index.html").unlink()
    (tmp_path / "web" / "b" / "index.html").write_text("<p>Ó, ñ")  # of the same size
    assert published(web, site).startswith("2 files sent, 0 removed")
    assert web.files() == made(OLD)


def test_a_target_with_files_of_others_is_left_alone_unless_forced(web: Place, tmp_path: Path) -> None:
    foreign = tmp_path / "web" / "mine.txt"
    foreign.parent.mkdir()
    foreign.write_text("mine")
    site = write_site(tmp_path / "old", OLD)
    done = web.publish(site)
    assert (done.returncode, web.files()) == (1, {"mine.txt": b"mine"})
    assert "holds what no publish of Plaza brought there (mine.txt)" in done.stderr
    published(web, site, "--force")
    assert web.files() == {**made(OLD), "mine.txt": b"mine"}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "the site has no page"),
        ({"index.html": "x"}, "the site has 1 pages, and the target has 3"),
        ({path: text for path, text in OLD.items() if path != "b/index.html"}, "would vanish that readers may have: /b/"),
    ],
)
def test_a_site_that_lost_something_is_refused_unless_forced(
    web: Place, tmp_path: Path, files: dict[str, str], words: str
) -> None:
    published(web, write_site(tmp_path / "old", OLD))
    less = write_site(tmp_path / "less", files)
    done = web.publish(less)
    assert (done.returncode, web.files()) == (1, made(OLD))
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    web.publish(less, "--force")
    assert {path for path in web.files() if path.endswith(".html")} == {path for path in files if path.endswith(".html")}


def test_a_preview_is_refused(web: Place, tmp_path: Path) -> None:
    done = web.publish(write_site(tmp_path / "preview", OLD, kind="preview"))
    assert (done.returncode, web.files()) == (1, {})
    assert "plaza: the folder is a preview, which shows drafts" in done.stderr


def test_a_folder_that_no_build_made_is_wrong_usage(web: Place, tmp_path: Path) -> None:
    (tmp_path / "any").mkdir()
    done = web.publish(tmp_path / "any")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "any is no site; expected a folder that ./inv build made" in done.stderr


def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(web: Place, tmp_path: Path) -> None:
    published(web, write_site(tmp_path / "one", {"index.html": "1", "a": "1", "b/c.txt": "1"}))
    two = {"index.html": "1", "a/c.txt": "2", "b": "2"}
    published(web, write_site(tmp_path / "two", two), "--force")
    assert web.files() == made(two)


@pytest.mark.parametrize("record", ["", "{}", '{"form": 1, "by": "", "unsure": ["../../x"], "leaving": [], "files": {}}'])
def test_a_record_that_cannot_be_read_is_told(web: Place, tmp_path: Path, record: str) -> None:
    published(web, write_site(tmp_path / "old", OLD))
    (tmp_path / "web" / ".plaza-published.json").write_text(record)
    done = web.publish(write_site(tmp_path / "new", NEW))
    assert (done.returncode, len(done.stderr.splitlines()), web.files()) == (1, 1, made(OLD))
    assert "cannot be read; remove it, and publish again with --force" in done.stderr


def test_the_compressed_go_only_where_a_web_server_reads_them(web: Place, tmp_path: Path) -> None:
    site = write_site(tmp_path / "old", {**OLD, "index.html.gz": "x", "index.html.br": "x", "media/own.gz": "x"})
    published(web, site)
    assert {"index.html.gz", "index.html.br", "media/own.gz"} <= web.files().keys()
    branch = in_branch(tmp_path)
    published(branch, site)
    assert {path for path in branch.files() if path.endswith((".gz", ".br"))} == {"media/own.gz"}


# What can be wrong with a target: one line, and what was there is there still


def fault(done: subprocess.CompletedProcess[str]) -> str:
    [line] = done.stderr.splitlines()
    assert SECRET not in done.stdout + done.stderr
    assert PASSWORD not in done.stdout + done.stderr
    return line


def test_a_wrong_key_is_told_without_the_key(tmp_path: Path) -> None:
    site = write_site(tmp_path / "old", OLD)
    with on_s3(tmp_path / "s3", opened=False) as place:
        done = place.publish(site, RCLONE_CONFIG_THERE_SECRET_ACCESS_KEY="not-the-secret-of-it")
        assert (done.returncode, place.files()) == (1, {})
        assert "there does not let us in" in fault(done)
        assert "not-the-secret-of-it" not in done.stderr
    with on_sftp(tmp_path / "sftp") as place:
        hidden = "7OWzE0mD8Kz5SJ6tFfpBl8Rl9LdZ1w"  # some other password, as rclone hides it
        done = place.publish(site, RCLONE_CONFIG_THERE_PASS=hidden)
        assert (done.returncode, place.files()) == (1, {})
        assert "there" in fault(done)
        assert hidden not in done.stderr


@pytest.mark.parametrize("serve", [on_s3, on_sftp])
def test_a_server_that_is_not_there_is_told(serve: Serve, tmp_path: Path) -> None:
    with serve(tmp_path / "served") as place:
        pass
    done = place.publish(write_site(tmp_path / "old", OLD))
    assert done.returncode == 3
    assert "cannot reach there" in fault(done)


def test_a_remote_that_is_no_repository_is_told(tmp_path: Path) -> None:
    place = Place({"kind": "branch", "remote": str(tmp_path / "none.git"), "branch": "pages"}, lambda _: None, dict)
    done = place.publish(write_site(tmp_path / "old", OLD))
    assert done.returncode == 1
    assert "cannot publish to pages of" in fault(done)


def test_an_sftp_server_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    entry = {"kind": "rclone", "path": "www", "options": {"type": "sftp", "host": "127.0.0.1"}}
    done = Place(entry, lambda _: None, dict).publish(write_site(tmp_path / "old", OLD))
    assert done.returncode == 2
    assert "known_hosts_file" in fault(done)


@pytest.mark.parametrize("path", ["old", "old/below", "."])
def test_a_target_that_lies_in_the_site_or_holds_it_is_refused(tmp_path: Path, path: str) -> None:
    site = write_site(tmp_path / "old", OLD)
    done = in_folder(tmp_path / path).publish(site, "--force")
    assert done.returncode == 2
    assert "lie in each other" in fault(done)
    assert not list(tmp_path.rglob(".plaza-published.json"))


def test_a_target_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "web").write_text("a file")
    done = in_folder(tmp_path / "web").publish(write_site(tmp_path / "old", OLD))
    assert done.returncode == 1
    assert "cannot publish to" in fault(done)
    assert (tmp_path / "web").read_text() == "a file"


@pytest.mark.parametrize("serve", [on_s3, on_sftp])
def test_a_target_that_takes_nothing_is_told(serve: Serve, tmp_path: Path) -> None:
    with serve(tmp_path / "served", "--read-only") as place:
        done = place.publish(write_site(tmp_path / "old", OLD))
    assert done.returncode in (1, 3)
    fault(done)
