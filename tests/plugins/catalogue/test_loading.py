import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalogue.loading import read_folder
from plugins.diagnostics import error

Write = Callable[[Mapping[str, str | bytes]], Path]


def test_texts_and_files_are_told_apart(content: Write) -> None:
    root = content(
        {
            "posts/2013/a.es.md": "uno",
            "pages/b.en.md": "two",
            "topics.yml": "x: y",
            "media/2013/a.png": b"\x89",
            "media/notes.md": "a file like any other",
            "root/CNAME": "example.org",
        }
    )
    folder = read_folder(root)
    assert folder.texts == {"posts/2013/a.es.md": "uno", "pages/b.en.md": "two", "topics.yml": "x: y"}
    assert folder.files == {path: root / path for path in ("media/2013/a.png", "media/notes.md", "root/CNAME")}
    assert folder.diagnostics == ()


def test_names_that_start_with_a_dot_or_underscore_are_skipped_except_below_root(content: Write) -> None:
    root = content(
        {
            ".git/config": "",
            "_drafts/x.txt": "",
            "posts/.a.es.md.swp": b"\xff",
            "posts/_a.es.md": b"\xff",
            "posts/_old/a.es.md": b"\xff",
            "media/.DS_Store": "",
            "root/.well-known/security.txt": "",
            "root/_redirects": "",
        }
    )
    folder = read_folder(root)
    assert (folder.texts, folder.diagnostics) == ({}, ())
    assert sorted(folder.files) == ["root/.well-known/security.txt", "root/_redirects"]


def test_a_file_that_does_not_fit_is_an_error(content: Write) -> None:
    folder = read_folder(content({"posts/a.png": b"", "topic.yml": "", "notes/a.md": "", "media/a.png": b""}))
    known = "expected posts/, pages/, media/, root/ and topics.yml, levels.yml, activities.yml, people.yml"
    advice = f"{known}; names that start with . or _ are skipped"
    assert folder.diagnostics == (
        error("notes", 1, "unexpected-file", "this folder does not belong in the content folder", advice),
        error(
            "posts/a.png", 1, "unexpected-file", "this file does not belong in posts/",
            "posts/ holds files <key>.<lang>.md; pictures and the like go to media/",
        ),
        error("topic.yml", 1, "unexpected-file", "this file does not belong in the content folder", advice),
    )  # fmt: skip
    assert sorted(folder.files) == ["media/a.png"]


def test_a_folder_named_like_a_post_is_an_error(content: Write) -> None:
    assert read_folder(content({"posts/a.es.md/picture.png": b"", "media/a.md/b.png": b""})).diagnostics == (
        error(
            "posts/a.es.md", 1, "unexpected-file", "a folder is named like a post",
            "rename the folder; a post is a file <key>.<lang>.md",
        ),
    )  # fmt: skip


def test_a_text_that_is_not_utf_8_is_an_error_in_its_line(content: Write) -> None:
    folder = read_folder(content({"posts/a.es.md": "---\ntitle: Año\n---\n".encode("latin-1"), "posts/b.es.md": "b"}))
    assert folder.texts == {"posts/b.es.md": "b"}
    assert folder.diagnostics == (
        error(
            "posts/a.es.md", 2, "not-utf-8", "byte 0xf1 is not UTF-8; expected a file in UTF-8",
            "save the file as UTF-8 in your editor",
        ),
    )  # fmt: skip


def test_a_link_to_nothing_is_an_error(content: Write) -> None:
    root = content({"media/a.png": b"", "posts/a.es.md": ""})
    (root / "media/b.png").symlink_to("nowhere.png")
    (root / "media/c.png").symlink_to("a.png")
    folder = read_folder(root)
    message = "cannot read the file: it is a link to a file that is not there"
    assert folder.diagnostics == (error("media/b.png", 1, "unreadable-file", message),)
    assert sorted(folder.files) == ["media/a.png", "media/c.png"]


def test_a_pipe_is_reported_and_not_waited_for(content: Write) -> None:
    root = content({"posts/a.es.md": ""})
    os.mkfifo(root / "posts/b.es.md")
    message = "cannot read the file: it is neither a file nor a folder"
    assert read_folder(root).diagnostics == (error("posts/b.es.md", 1, "unreadable-file", message),)


def test_folders_that_go_round_in_a_circle_end(content: Write) -> None:
    root = content({"media/a.png": b""})
    (root / "media/round").symlink_to(root / "media")
    folder = read_folder(root)
    message = "the folder is a link to one that it lies in; expected files"
    assert folder.diagnostics == (error("media/round", 1, "unexpected-file", message, "remove the link"),)
    assert sorted(folder.files) == ["media/a.png"]


def test_a_name_that_is_not_utf_8_is_an_error(content: Write) -> None:
    root = content({"media/a.png": b""})
    try:
        (root / os.fsdecode(b"media/a\xf1o.png")).write_bytes(b"")
    except OSError:
        pytest.skip("this disk takes only names in UTF-8")
    message = "the file's name has characters that cannot be printed"
    assert read_folder(root).diagnostics == (error("media/a\\udcf1o.png", 1, "file-name", message, "rename the file"),)


def test_a_folder_that_does_not_exist_is_the_callers_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_folder(tmp_path / "nowhere")


def test_an_empty_folder_has_nothing(content: Write) -> None:
    folder = read_folder(content({}))
    assert (folder.texts, folder.files, folder.diagnostics) == ({}, {}, ())
