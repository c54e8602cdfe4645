import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tools.check import check
from tools.errors import UsageError

Write = Callable[[Mapping[str, str | bytes]], Path]
GOOD = {"posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n---\nHola.\n"}
BAD = {**GOOD, "posts/b.es.md": "---\ntitle: B\ndate: mañana\n---\n[x](nada.md)\n"}


def test_good_content_is_fine(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(content(GOOD)) == 0
    assert tuple(capsys.readouterr()) == ("", "0 errors, 0 warnings\n")


def test_text_goes_to_stderr_with_paths_from_the_callers_folder(
    content: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content(BAD).parent)
    assert check(Path("content")) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("content/posts/b.es.md:3: error: date 'mañana' is no date; expected")
    assert (
        "content/posts/b.es.md:5: warning: there is no posts/nada; the link is written as its words [dead-link]" in err
    )
    assert err.endswith("\n1 error, 1 warning\n")


def test_json_goes_to_stdout(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(content(BAD), format="json") == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert [(d["line"], d["severity"], d["rule"]) for d in json.loads(out)["diagnostics"]] == [
        (3, "error", "bad-date"),
        (5, "warning", "dead-link"),
    ]


def test_github_gets_commands_on_stdout(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(content(BAD), format="github") == 1
    out = capsys.readouterr().out
    assert [line.split(" ")[0] for line in out.splitlines()] == ["::error", "::warning"]


def test_a_warning_is_silenced_by_the_line_above_it_and_an_error_is_not(
    content: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    body = (
        "<!-- check: ignore dead-link -->\n[x](nada.md)\n\n<!-- check: ignore missing-file -->\n![x](media/nada.png)\n"
    )
    assert check(content({"posts/a.es.md": GOOD["posts/a.es.md"] + body}), format="json") == 1
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(d["line"], d["rule"]) for d in found] == [(10, "missing-file")]


def test_an_empty_folder_has_a_warning(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(content({})) == 0
    assert capsys.readouterr().err.endswith("0 errors, 1 warning\n")


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no content folder .*nowhere"):
        check(tmp_path / "nowhere")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def rules_told(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    return [(Path(d["path"]).name, d["rule"]) for d in found]


@pytest.fixture
def branch(content: Write) -> Path:
    """Make a branch that changed one post, added one that is not committed, and left one at fault as it was."""
    folder = content({**BAD, "posts/c.es.md": GOOD["posts/a.es.md"].replace("title: A", "title: C")})
    git(folder.parent, "init", "-q", "-b", "main")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "first")
    git(folder.parent, "checkout", "-qb", "mine")
    with (folder / "posts/c.es.md").open("a", encoding="utf-8") as file:
        file.write("[x](nada.md)\n")
    git(folder.parent, "commit", "-qam", "second")
    (folder / "posts/d.es.md").write_text("no front matter", encoding="utf-8")
    return folder


def test_only_what_a_branch_changed_is_told(branch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(branch, format="json", changed="main") == 1
    assert rules_told(capsys) == [("c.es.md", "dead-link"), ("d.es.md", "no-front-matter")]


def test_faults_of_others_do_not_fail_a_branch(branch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (branch / "posts/d.es.md").unlink()
    assert check(branch, format="json", changed="main") == 0
    assert rules_told(capsys) == [("c.es.md", "dead-link")]


def test_an_error_that_a_branch_causes_in_a_file_it_left_alone_is_told(
    content: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = GOOD["posts/a.es.md"].replace("Hola.", "![Una foto](/media/a.svg)")
    folder = content({"posts/a.es.md": shown, "media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'})
    git(folder.parent, "init", "-q", "-b", "main")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "first")
    (folder / "media/a.svg").unlink()
    assert check(folder, format="json", changed="main") == 1
    assert rules_told(capsys) == [("a.es.md", "missing-file")]


def test_what_main_did_since_is_no_change_of_the_branch(branch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(branch.parent, "stash", "-u", "-q")
    git(branch.parent, "checkout", "-q", "main")
    (branch / "posts/b.es.md").write_text("no front matter", encoding="utf-8")
    git(branch.parent, "commit", "-qam", "third")
    git(branch.parent, "checkout", "-q", "mine")
    check(branch, format="json", changed="main")
    assert rules_told(capsys) == [("c.es.md", "dead-link")]


@pytest.mark.parametrize("revision", ["nada", "", "--output=x", "HEAD~9"])
def test_a_revision_that_git_does_not_know_is_wrong_usage(branch: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="git knows no revision"):
        check(branch, changed=revision)


def test_content_without_git_has_no_changed_files(content: Write) -> None:
    with pytest.raises(UsageError, match="is no clone of git"):
        check(content(GOOD), changed="main")


def test_rules_that_guess_look_only_when_asked(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    text = "This paragraph was pasted here by mistake and nobody has read it since.\n"
    folder = content({"posts/a.es.md": GOOD["posts/a.es.md"] + text})
    assert check(folder, format="json") == 0
    assert rules_told(capsys) == []
    assert check(folder, format="json", language_rules=True) == 0
    assert rules_told(capsys) == [("a.es.md", "text-language")]
