import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tools.errors import ContentError
from tools.status import status
from tools.sync import sync

Write = Callable[[Mapping[str, str | bytes]], Path]
POST = "---\ntitle: A\ndate: 2013-11-20\n---\nHola.\n\nAdiós.\n"
PAIR = {"posts/a.es.md": POST, "posts/a.en.md": "---\ntitle: A\noriginal: es\n---\nHello.\n\nBye.\n"}


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_the_table_tells_where_each_post_stands(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(content({"posts/a.es.md": POST})) == 0
    assert capsys.readouterr().out.startswith(
        "   es        en\na  current*  missing\n\n"
        "es: 1 current, 0 outdated, 0 missing, 0 draft\nen: 0 current, 0 outdated, 1 missing, 0 draft\n"
    )


def test_json_tells_the_same(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    status(content({"posts/a.es.md": POST}), format="json")
    (post,) = json.loads(capsys.readouterr().out)["posts"]
    assert {lang: standing["state"] for lang, standing in post["languages"].items()} == {
        "es": "current",
        "en": "missing",
    }


def test_posts_that_cannot_be_read_have_no_status(content: Write) -> None:
    with pytest.raises(ContentError, match="no status"):
        status(content({"posts/a.es.md": "no front matter"}))


@pytest.mark.parametrize(("fail_on", "code"), [("missing", 1), ("outdated", 0), ("draft", 0)])
def test_it_fails_on_the_state_one_asks_for(content: Write, fail_on: str, code: int) -> None:
    assert status(content({"posts/a.es.md": POST}), fail_on=fail_on) == code


def test_git_tells_what_a_block_said_when_it_was_translated(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = content(PAIR)
    sync("a", "en", folder)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    for words in ("Buenos días.", "Buenas tardes."):
        (folder / "posts/a.es.md").write_text(POST.replace("Hola.", words), encoding="utf-8")
        git(folder, "commit", "-qam", words)
    capsys.readouterr()
    assert status(folder, fail_on="outdated") == 1
    assert (
        "posts/a.en.md:6: paragraph that changed in posts/a.es.md:5\n    - Hola.\n    + Buenas tardes.\n"
        in capsys.readouterr().out
    )


def test_without_git_the_blocks_are_told_without_their_earlier_words(
    content: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(PAIR)
    sync("a", "en", folder)
    (folder / "posts/a.es.md").write_text(POST.replace("Hola.", "Buenas."), encoding="utf-8")
    status(folder)
    assert "posts/a.en.md:6: paragraph that changed in posts/a.es.md:5\n\n" in capsys.readouterr().out
