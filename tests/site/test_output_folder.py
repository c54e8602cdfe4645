"""What a build may write to, and what it leaves there."""

import os
from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.building import ROOT, build, run_plaza, tree, write_files
from tools.errors import ContentError, UsageError

ONE = "---\ntitle: Uno\ndate: 2026-01-01\n---\n\nUn texto.\n"
TWO = "---\ntitle: Dos\ndate: 2026-01-02\n---\n\nOtro texto.\n"
DRAFT = "---\ntitle: Tres\ndate: 2026-01-03\nstatus: draft\n---\n\nUn borrador.\n"


def test_a_folder_with_other_files_is_refused_and_left_as_it_was(content: Write, output: Path) -> None:
    write_files(output, {"thesis.odt": "years of work"})

    with pytest.raises(UsageError, match=r"is not empty and no build of Plaza made it \(it has no file \.plaza\)"):
        build(content({"posts/one.es.md": ONE}), output)
    assert tree(output) == {"thesis.odt": b"years of work"}


def test_the_refusal_is_wrong_usage_and_exits_with_2(content: Write, output: Path) -> None:
    write_files(output, {"thesis.odt": "years of work"})

    done = run_plaza("build", "--content", str(content({"posts/one.es.md": ONE})), "--output", str(output))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") <= 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("where", [".", "content/sub", "theme", "plugins/plan", "content/..", "docs/site", ".git/site"])
def test_a_folder_that_holds_or_lies_in_the_sources_is_refused(content: Write, where: str) -> None:
    with pytest.raises(UsageError, match="holds or lies in the sources"):
        build(None, ROOT / where)


def test_a_file_is_no_folder_to_write_to(content: Write, output: Path) -> None:
    output.write_text("a file")

    with pytest.raises(UsageError, match="is not a folder"):
        build(content({"posts/one.es.md": ONE}), output)
    assert output.read_text() == "a file"


def test_an_empty_folder_is_written_to(content: Write, output: Path) -> None:
    output.mkdir()

    assert build(content({"posts/one.es.md": ONE}), output).read(".plaza") == "site\n"


def test_a_content_folder_that_is_not_there_is_wrong_usage(tmp_path: Path, output: Path) -> None:
    with pytest.raises(UsageError, match="there is no content folder"):
        build(tmp_path / "nowhere", output)
    assert not output.exists()


def test_a_failing_build_leaves_the_last_good_output_untouched(content: Write, output: Path) -> None:
    folder = content({"posts/one.es.md": ONE})
    build(folder, output)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in output.rglob("*") if path.is_file()}
    write_files(folder, {"posts/two.es.md": TWO.replace("title", "titel"), "posts/one.es.md": ONE.replace("Un", "Mi")})

    with pytest.raises(ContentError):
        build(folder, output)
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in output.rglob("*") if path.is_file()}
    assert after == before
    assert [path.name for path in output.parent.iterdir() if path.name.startswith(".output")] == []


def test_the_build_after_a_failing_one_in_the_same_process_is_right(
    content: Write, output: Path, tmp_path: Path
) -> None:
    folder = content({"posts/one.es.md": ONE.replace("title", "titel")})
    with pytest.raises(ContentError):
        build(folder, output)
    write_files(folder, {"posts/one.es.md": ONE})
    build(folder, output)

    assert tree(output) == tree(build(folder, tmp_path / "fresh").output)
    assert "en/index.html" in tree(output)


def test_a_page_that_vanished_is_removed_with_its_empty_folders(content: Write, output: Path) -> None:
    folder = content({"posts/one.es.md": ONE, "posts/two.es.md": TWO})
    build(folder, output)
    (folder / "posts" / "two.es.md").unlink()
    done = build(folder, output).build.report[0]

    assert "notas/dos/index.html" in done.removed
    assert not (output / "notas" / "dos").exists()


def test_a_file_that_did_not_change_is_not_written_again(content: Write, output: Path) -> None:
    folder = content({"posts/one.es.md": ONE, "media/a.pdf": b"%PDF"})
    build(folder, output)
    for path in output.rglob("*"):
        os.utime(path, (1, 1))
    write_files(folder, {"posts/one.es.md": ONE.replace("Un texto.", "Un texto nuevo.")})
    done = build(folder, output).build.report[0]

    assert "notas/uno/index.html" in done.written
    assert (output / "media" / "a.pdf").stat().st_mtime == 1
    assert (output / "en" / "404.html").stat().st_mtime == 1
    changed = {path for path in tree(output) if (output / path).stat().st_mtime != 1}
    assert changed == {".plaza", *done.written}  # the marker is another file after every change


def test_a_site_built_over_a_preview_keeps_no_draft(content: Write, output: Path, tmp_path: Path) -> None:
    folder = content({"posts/one.es.md": ONE, "posts/three.es.md": DRAFT})
    build(folder, output, drafts=True)
    assert "notas/tres/index.html" in tree(output)
    build(folder, output)

    assert tree(output) == tree(build(folder, tmp_path / "fresh").output)
    assert [path for path, data in tree(output).items() if b"noindex" in data] == ["404.html", "en/404.html"]


def test_what_another_program_put_beside_our_pages_stays(content: Write, output: Path) -> None:
    folder = content({"posts/one.es.md": ONE})
    build(folder, output)
    write_files(output, {"google123.html": "theirs"})
    build(folder, output)

    assert (output / "google123.html").read_text() == "theirs"
