from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.building import tree
from tools.errors import ContentError, UsageError
from tools.sync import sync

Write = Callable[[Mapping[str, str | bytes]], Path]
POST = "---\ntitle: A\ndate: 2013-11-20\n---\nHola.\n"
TRANSLATION = "---\r\ntitle: A\r\noriginal: es # x\r\n---\r\nHello.  \r\n"
PAIR = {"posts/a.es.md": POST, "posts/2013/a.en.md": TRANSLATION, "pages/b.es.md": "---\ntitle: B\n---\n"}


def test_it_writes_the_pin_and_nothing_else(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = content(PAIR)
    before = tree(folder)
    assert sync("a", "EN", folder) == 0
    after = tree(folder)
    assert {path for path in before if before[path] != after[path]} == {"posts/2013/a.en.md"}
    assert (
        after["posts/2013/a.en.md"]
        == TRANSLATION.replace(
            "original: es # x\r\n", "original: es # x\r\noriginal_digest: [81622f, 26f410]\r\n"
        ).encode()
    )
    assert capsys.readouterr().out.endswith("posts/a.es.md, 2 blocks\n")


def test_a_second_time_changes_nothing(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = content(PAIR)
    sync("a", None, folder)
    before = tree(folder)
    sync("a", None, folder)
    assert tree(folder) == before
    assert "is in step with" in capsys.readouterr().out


def test_the_file_keeps_its_mode(content: Write) -> None:
    folder = content(PAIR)
    file = folder / "posts/2013/a.en.md"
    file.chmod(0o640)
    sync("a", "en", folder)
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("key", "lang", "told"),
    [
        ("a", "es", r"posts/a\.es\.md is the original of a, and only a translation is pinned"),
        ("a", "fr", r"--lang takes no 'fr': expected a language of the site, es, en"),
        ("a", "no tag", r"--lang takes no 'no tag'"),
        ("pages/b", "en", r"pages/b has no translation into en; \./inv translate pages/b --lang en starts one"),
        ("pages/b", None, r"pages/b has no translation to pin"),
        ("pages/a", "en", "there is no post 'pages/a'"),
        ("", "en", "there is no post"),
        ("../a", "en", "there is no post"),
    ],
)
def test_what_cannot_be_pinned_is_told_and_left(content: Write, key: str, lang: str | None, told: str) -> None:
    folder = content(PAIR)
    before = tree(folder)
    with pytest.raises(UsageError, match=told):
        sync(key, lang, folder)
    assert tree(folder) == before


@pytest.mark.parametrize(
    "translation",
    [
        "---\ntitle: A\noriginal: es\ndate: mañana\n---\n",
        "---\ntitle: A\noriginal: [\n---\n",
        "no front matter",
        "---\ntitle: A\noriginal: es\n---\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n",
    ],
)
def test_a_translation_with_errors_is_not_pinned(content: Write, translation: str) -> None:
    folder = content({**PAIR, "posts/2013/a.en.md": translation})
    before = tree(folder)
    with pytest.raises(ContentError, match="nothing was written") as told:
        sync("a", "en", folder)
    assert "a.en.md" in told.value.diagnostics[0].path
    assert tree(folder) == before


def test_errors_elsewhere_are_no_hindrance(content: Write) -> None:
    assert sync("a", "en", content({**PAIR, "posts/c.es.md": "no front matter"})) == 0


def test_a_missing_content_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no content folder"):
        sync("a", "en", tmp_path / "nowhere")
