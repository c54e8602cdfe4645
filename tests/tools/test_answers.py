"""An answer is told again only where nothing it depends on has changed by a byte."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.diagnostics import warning
from tests.support.building import ROOT
from tools.answers import Answer, Question, ask, keep_answer, kept_answer
from tools.check import check, site_settings
from tools.inputs import Stamps, UnknowableError, digest_of, stamps_of

Write = Callable[[Mapping[str, str | bytes]], Path]
FILES = {
    "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n---\nHola.\n",
    "media/a.png": b"1",
    "topics.yml": "",
}
ANSWER = Answer((warning("a", 1, "dead-link", "b", "c"),), ({"key": "a"},))


def digest(folder: Path, **overrides: object) -> str:
    return digest_of(site_settings(folder, None, **overrides))


@pytest.mark.parametrize("path", [*FILES, "posts/b.en.md", "_note", "root/.well-known/a"])
def test_any_byte_of_the_content_counts(content: Write, path: str) -> None:
    folder = content(FILES)
    before = digest(folder)
    assert digest(folder) == before
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text("2", encoding="utf-8")
    assert digest(folder) != before


@pytest.mark.parametrize("path", ["drafts/", "root/__pycache__/a.txt", "posts/more/"])
def test_folders_and_what_python_would_call_compiled_count(content: Write, path: str) -> None:
    folder = content(FILES)
    site = site_settings(folder, None)
    before = digest(folder), stamps_of(site).digest
    if path.endswith("/"):
        (folder / path).mkdir(parents=True)
    else:
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text("a", encoding="utf-8")
    assert digest(folder) != before[0]
    assert stamps_of(site).digest != before[1]


def test_a_font_elsewhere_counts(content: Write, tmp_path: Path) -> None:
    folder, font = content(FILES), tmp_path / "own.ttf"
    font.write_bytes(b"1")
    before = digest(folder, CARD_FONTS=[str(font)])
    font.write_bytes(b"2")
    assert digest(folder, CARD_FONTS=[str(font)]) != before


def test_a_file_that_was_renamed_counts(content: Write) -> None:
    folder = content(FILES)
    before = digest(folder)
    (folder / "media/a.png").rename(folder / "media/b.png")
    assert digest(folder) != before


def test_settings_and_the_folder_one_asks_from_count(content: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = content(FILES)
    before = digest(folder)
    assert digest(folder, RULES={"dead-link": "off"}) != before
    monkeypatch.chdir(folder)
    assert digest(folder) != before


def test_links_are_not_known_by_their_bytes(content: Write) -> None:
    folder = content(FILES)
    (folder / "media/b.png").symlink_to("a.png")
    with pytest.raises(UnknowableError):
        digest(folder)


def question(folder: Path, stamps: str = "s", is_safe: bool = True) -> Question:
    return Question(site_settings(folder, None), Stamps(stamps, 0, 10**10 if is_safe else 0))


def test_an_answer_is_kept_for_its_bytes_alone(content: Write) -> None:
    folder = content(FILES)
    keep_answer(question(folder), ANSWER)
    assert kept_answer(question(folder, "other times")) == ANSWER
    (folder / "posts/a.es.md").write_text("2", encoding="utf-8")
    assert kept_answer(question(folder, "other times still")) is None


def test_where_the_system_says_that_all_is_as_it_was_no_byte_is_read(
    content: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = content(FILES)
    keep_answer(question(folder), ANSWER)
    monkeypatch.setattr("tools.answers.digest_of", lambda _: pytest.fail("read"))
    assert kept_answer(question(folder)) == ANSWER


def test_stamps_noted_too_early_are_not_believed(content: Write) -> None:
    folder = content(FILES)
    keep_answer(question(folder, is_safe=False), ANSWER)
    (folder / "posts/a.es.md").write_text("2", encoding="utf-8")
    assert kept_answer(question(folder, is_safe=False)) is None


def test_stamps_tell_a_change_of_any_file(content: Write) -> None:
    folder = content(FILES)
    site = site_settings(folder, None)
    before = stamps_of(site).digest
    assert stamps_of(site).digest == before
    (folder / "posts/a.es.md").write_text(FILES["posts/a.es.md"], encoding="utf-8")
    assert stamps_of(site).digest != before


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"digest": "1"}', '{"diagnostics": [[]], "statuses": []}'])
def test_a_damaged_answer_is_none(content: Write, damage: str) -> None:
    asked = ask(site_settings(content(FILES), None))
    keep_answer(asked, ANSWER)
    (newest,) = sorted((ROOT / ".cache" / "answers").glob("*.json"), key=lambda file: file.stat().st_mtime)[-1:]
    newest.write_text(damage, encoding="utf-8")
    assert kept_answer(asked) is None


def test_the_second_check_prepares_nothing_and_tells_the_same(
    content: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = content({**FILES, "posts/b.es.md": "---\ntitle: B\ndate: 2013-11-20\n---\n[x](nada.md)\n"})
    check(folder)
    first = capsys.readouterr().err
    with monkeypatch.context() as patch:
        patch.setattr("plugins.plan.preparing.prepare", lambda _: pytest.fail("prepared again"))
        check(folder)
    assert capsys.readouterr().err == first
    assert "dead-link" in first
    (folder / "posts/nada.es.md").write_text("---\ntitle: C\ndate: 2013-11-20\n---\n", encoding="utf-8")
    check(folder)
    assert "dead-link" not in capsys.readouterr().err
