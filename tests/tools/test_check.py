import json
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
