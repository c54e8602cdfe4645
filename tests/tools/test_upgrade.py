"""`upgrade`, between two real repositories: Plaza's, and a site that was cloned from it."""

import shlex
import subprocess
from pathlib import Path

import pytest

from tools.errors import MachineError, UsageError
from tools.upgrade import upgrade

ROOT = Path(__file__).resolve().parents[2]
PLAZA = {
    "content/posts/a.es.md": "uno\n",
    "content/posts/b.es.md": "dos\n",
    "README.md": "Plaza\n",
    "site/README.md": "yours\n",
    "tools/build.py": "one\ntwo\nthree\nfour\nfive\nsix\n",
    "theme/static/old.css": "old\n",
}


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    done = subprocess.run(("git", *who, *arguments), cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def commit(folder: Path, changes: dict[str, str | None]) -> None:
    for path, text in changes.items():
        if text is None:
            (folder / path).unlink()
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change " + ", ".join(changes))


def files(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text("utf-8") for path in git(folder, "ls-files", "-z").split("\0")[:-1]}


@pytest.fixture
def plaza(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "upstream")
    commit(tmp_path / "upstream", dict(PLAZA))
    return tmp_path / "upstream"


@pytest.fixture
def site(plaza: Path) -> Path:
    """A site of its own: the sample is out, a post, a setting and a picture are in."""
    folder = plaza.parent / "our site"
    git(plaza.parent, "clone", "--quiet", "--origin", "plaza", str(plaza), str(folder))
    git(folder, "config", "user.name", "Test")
    git(folder, "config", "user.email", "test@example.org")
    own = {"content/posts/ñ.es.md": "nuestra\n", "site/pelicanconf.py": "A = 1\n", "README.md": "Ours\n"}
    commit(folder, {"content/posts/a.es.md": None, "content/posts/b.es.md": None, **own, "logo/extra.svg": "<svg/>\n"})
    return folder


def test_the_sites_own_stays_whatever_becomes_of_the_sample(plaza: Path, site: Path) -> None:
    before = files(site)
    sample = {"content/posts/a.es.md": "uno, mejor\n", "content/posts/b.es.md": None, "content/posts/c.es.md": "tres\n"}
    commit(plaza, {**sample, "README.md": "A later Plaza\n", "site/README.md": "yours, told better\n"})
    assert upgrade("plaza/main", root=site) == 0
    assert files(site) == before
    assert {path.name for path in (site / "content/posts").iterdir()} == {"ñ.es.md"}
    assert git(site, "status", "--porcelain") == ""


def test_the_generator_and_the_theme_become_the_later_ones(
    plaza: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(plaza, {"tools/build.py": "better\n", "theme/static/old.css": None, "theme/static/new.css": "new\n"})
    assert upgrade("plaza/main", root=site) == 0
    now = files(site)
    assert (now["tools/build.py"], now["theme/static/new.css"]) == ("better\n", "new\n")
    assert "theme/static/old.css" not in now
    assert now["logo/extra.svg"] == "<svg/>\n"
    assert "3 files" in capsys.readouterr().out
    assert git(site, "log", "-1", "--format=%s").strip() == "Take plaza/main of Plaza into the site"
    assert git(site, "merge-base", "--is-ancestor", "plaza/main", "HEAD") == ""


def test_a_sample_that_the_site_wrote_over_is_no_conflict(plaza: Path, site: Path) -> None:
    commit(site, {"content/topics.yml": "ours: {}\n", "content/posts/a.es.md": "nuestra a\n"})
    commit(plaza, {"content/topics.yml": "theirs: {}\n", "content/posts/a.es.md": "uno, mejor\n"})
    before = files(site)
    assert upgrade("plaza/main", root=site) == 0
    assert files(site) == before


def test_the_commands_of_git_that_the_docs_show_do_the_same(plaza: Path, site: Path) -> None:
    changes = {"content/posts/a.es.md": "uno, mejor\n", "content/posts/c.es.md": "tres\n", "tools/build.py": "better\n"}
    commit(plaza, {**changes, "README.md": "A later Plaza\n", "content/posts/b.es.md": None})
    told = (ROOT / "docs/operations.md").read_text(encoding="utf-8").partition("Git alone does the same:")[2]
    before = files(site)
    for line in told.split("```")[1].strip().splitlines():
        command = shlex.split(line, comments=True)
        done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
        assert done.returncode == 0 or command[1] == "merge", done.stderr
    assert files(site) == {**before, "tools/build.py": "better\n"}
    assert git(site, "status", "--porcelain") == ""


def test_an_upgrade_comes_after_another(plaza: Path, site: Path) -> None:
    for text in ("second\n", "third\n"):
        commit(plaza, {"tools/build.py": text, "content/posts/a.es.md": text})
        assert upgrade("plaza/main", root=site) == 0
        assert files(site)["tools/build.py"] == text
    assert "content/posts/a.es.md" not in files(site)


def test_a_change_of_the_sites_to_the_generator_is_merged_where_git_can(plaza: Path, site: Path) -> None:
    commit(site, {"tools/build.py": "ONE\ntwo\nthree\nfour\nfive\nsix\n"})
    commit(plaza, {"tools/build.py": "one\ntwo\nthree\nfour\nfive\nSIX\n"})
    assert upgrade("plaza/main", root=site) == 0
    assert files(site)["tools/build.py"] == "ONE\ntwo\nthree\nfour\nfive\nSIX\n"


def test_a_conflict_is_told_and_leaves_everything_as_it_was(
    plaza: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(site, {"tools/build.py": "ours\n", "theme/static/old.css": "ours\n"})
    sample = {"content/posts/a.es.md": "uno, mejor\n", "content/posts/c.es.md": "tres\n"}
    commit(plaza, {"tools/build.py": "theirs\n", "theme/static/old.css": None, **sample, "README.md": "Later\n"})
    before, head = files(site), git(site, "rev-parse", "HEAD")
    assert upgrade("plaza/main", root=site) == 1
    told = capsys.readouterr().err
    assert "  theme/static/old.css\n  tools/build.py\n" in told
    assert "site/" in told
    assert (files(site), git(site, "rev-parse", "HEAD"), git(site, "status", "--porcelain")) == (before, head, "")


@pytest.mark.parametrize("path", ["tools/build.py", "content/posts/ñ.es.md", "content/posts/new.es.md"])
def test_a_tree_with_changes_is_refused(plaza: Path, site: Path, path: str) -> None:
    commit(plaza, {"tools/build.py": "theirs\n"})
    (site / path).write_text("not committed\n", encoding="utf-8")
    with pytest.raises(UsageError, match=f"no commit has: {path}"):
        upgrade("plaza/main", root=site)
    assert (site / path).read_text("utf-8") == "not committed\n"


def test_where_nothing_is_new_nothing_is_done(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = git(site, "rev-parse", "HEAD")
    assert upgrade("plaza/main", root=site) == 0
    assert capsys.readouterr().out == "nothing new in plaza/main\n"
    assert git(site, "rev-parse", "HEAD") == head


def test_a_dry_run_lists_what_would_come_and_changes_nothing(
    plaza: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(plaza, {"tools/build.py": "better\n", "content/posts/a.es.md": "uno, mejor\n"})
    before, head = files(site), git(site, "rev-parse", "HEAD")
    assert upgrade("plaza/main", dry_run=True, root=site) == 0
    told = capsys.readouterr().out
    assert "Change tools/build.py" in told
    assert "M\ttools/build.py\n" in told
    assert "M\tcontent" not in told
    assert (files(site), git(site, "rev-parse", "HEAD"), git(site, "status", "--porcelain")) == (before, head, "")


def test_another_revision_may_be_named(plaza: Path, site: Path) -> None:
    commit(plaza, {"tools/build.py": "second\n"})
    git(plaza, "tag", "steady")
    commit(plaza, {"tools/build.py": "third\n"})
    git(site, "fetch", "--quiet", "--tags", "plaza")
    assert upgrade("steady", root=site) == 0
    assert files(site)["tools/build.py"] == "second\n"


def test_the_tag_of_a_version_is_fetched(plaza: Path, site: Path) -> None:
    commit(plaza, {"tools/build.py": "second\n"})
    git(plaza, "tag", "v0.2.0")
    commit(plaza, {"tools/build.py": "third\n"})
    assert upgrade("v0.2.0", root=site) == 0
    assert files(site)["tools/build.py"] == "second\n"


@pytest.mark.parametrize("revision", ["plaza/nowhere", "nowhere", "--output=x"])
def test_a_revision_that_is_not_there_is_wrong_usage(site: Path, revision: str) -> None:
    with pytest.raises(UsageError, match=f"there is no {revision}; .*git remote add plaza"):
        upgrade(revision, root=site)


def test_a_history_of_its_own_is_wrong_usage(site: Path) -> None:
    git(site, "checkout", "--quiet", "--orphan", "fresh")
    git(site, "commit", "--quiet", "--message", "Start anew")
    with pytest.raises(UsageError, match="no commit in common"):
        upgrade("plaza/main", root=site)


def test_a_remote_that_does_not_answer_is_the_machines_fault(plaza: Path, site: Path) -> None:
    plaza.rename(plaza.with_name("moved"))
    with pytest.raises(MachineError, match="git fetch failed"):
        upgrade("plaza/main", root=site)


def test_a_folder_without_git_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no clone of git"):
        upgrade("plaza/main", root=tmp_path)


def test_a_commit_that_a_hook_refuses_leaves_everything_as_it_was(plaza: Path, site: Path) -> None:
    for name in ("pre-merge-commit", "pre-commit"):
        hook = site / ".git/hooks" / name
        hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
        hook.chmod(0o755)
    commit(plaza, {"tools/build.py": "better\n", "content/posts/a.es.md": "uno, mejor\n"})
    before = files(site)
    with pytest.raises(MachineError, match="not today"):
        upgrade("plaza/main", root=site)
    assert (files(site), git(site, "status", "--porcelain")) == (before, "")
