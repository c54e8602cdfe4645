from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.building import tree
from tools.check import check
from tools.concept_add import people_add, topics_add
from tools.errors import ContentError, UsageError

Write = Callable[[Mapping[str, str | bytes]], Path]
TOPICS = "# los temas\r\nradio:\r\n  es: {label: La radio}\r\n  en: {label: The radio}"
POST = "---\ntitle: Uno\ndate: 2013-11-20\ntopics: [datos]\nauthors: [ana]\n---\n"


def test_a_topic_comes_last_and_the_rest_stays(content: Write) -> None:
    folder = content({"topics.yml": TOPICS, "posts/a.es.md": POST})
    assert topics_add("datos", "es=Datos: abiertos; EN = Open data", folder, None) == 0
    assert (folder / "topics.yml").read_bytes().decode() == (
        TOPICS + '\r\ndatos:\r\n  es: {label: "Datos: abiertos"}\r\n  en: {label: "Open data"}\r\n'
    )
    assert check(folder) == 0


def test_a_file_that_is_not_there_is_started(content: Write) -> None:
    folder = content({"posts/a.es.md": POST})
    topics_add("datos", "es=Datos; en=Data", folder, None)
    people_add("ana", 'Ana "la de la radio" Torres', "https://example.org", folder, None)
    assert (folder / "people.yml").read_text(encoding="utf-8") == (
        'ana: {name: "Ana \\"la de la radio\\" Torres", url: "https://example.org"}\n'
    )
    assert check(folder) == 0


@pytest.mark.parametrize(
    ("id", "labels", "told"),
    [
        ("Datos Abiertos", "es=a; en=b", "ID takes no 'Datos Abiertos': expected a-z, 0-9 and -; write datos-abiertos"),
        ("-", "es=a; en=b", "ID takes no '-': expected a letter or digit in it"),
        ("datos", "es=a", "--labels lacks en: expected a label for each language"),
        ("datos", "es=a; fr=b", "--labels takes no 'fr=b'"),
        ("datos", "es=a; es=b", "--labels takes no 'es=b'"),
        ("datos", "es=; en=b", "--labels takes no 'es='"),
        ("datos", "a", "--labels takes no 'a'"),
        ("datos", None, "there is no terminal to ask on: say --labels"),
    ],
)
def test_what_cannot_be_added_is_told(content: Write, id: str, labels: str | None, told: str) -> None:
    folder = content({"topics.yml": TOPICS})
    before = tree(folder)
    with pytest.raises(UsageError, match=told):
        topics_add(id, labels, folder, None)
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("text", "id", "rule"),
    [(TOPICS, "radio", "field-twice"), (TOPICS, "otra", "text-twice"), ("{a: {}}", "datos", "bad-yaml")],
)
def test_a_file_that_would_be_wrong_with_it_is_left(content: Write, text: str, id: str, rule: str) -> None:
    folder = content({"topics.yml": text})
    before = tree(folder)
    with pytest.raises(ContentError) as told:
        topics_add(id, "es=La radio; en=The radio", folder, None)
    assert [problem.rule for problem in told.value.diagnostics][:1] == [rule]
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("files", "rule"),
    [({"topics.yml": "radio: á".encode("latin-1")}, "not-utf-8"), ({"topics.yml/a.txt": "x"}, "unexpected-file")],
)
def test_a_file_that_cannot_be_read_is_told_as_check_tells_it(
    content: Write, files: Mapping[str, str | bytes], rule: str
) -> None:
    folder = content(files)
    with pytest.raises(ContentError, match=r"nothing was written: datos cannot be added") as told:
        topics_add("datos", "es=Datos; en=Data", folder, None)
    assert [problem.rule for problem in told.value.diagnostics] == [rule]
    assert told.value.code == 1


def test_a_link_to_nothing_is_told_and_stays(content: Write) -> None:
    folder = content({"posts/a.es.md": POST})
    (folder / "people.yml").symlink_to("nowhere.yml")
    with pytest.raises(ContentError, match="unreadable-file"):
        people_add("ana", "Ana", "", folder, None)
    assert (folder / "people.yml").is_symlink()


def test_a_label_that_means_another_topic_is_added_with_a_warning(
    content: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content({"topics.yml": TOPICS})
    topics_add("otra", "es=Radio; en=Other", folder, None)
    assert "[text-shadowed]" in capsys.readouterr().err


def test_a_person_needs_a_name(content: Write) -> None:
    folder = content({})
    with pytest.raises(UsageError, match="say --name"):
        people_add("ana", None, "", folder, None)
    with pytest.raises(UsageError, match="--name is empty"):
        people_add("ana", " ", None, folder, None)
    with pytest.raises(UsageError, match="--url takes no 'x'"):
        people_add("ana", "Ana", "x", folder, None)
    with pytest.raises(UsageError, match=r"--url takes no 'https://example\.org/a b': it has a space; write %20"):
        people_add("ana", "Ana", "https://example.org/a b", folder, None)


def test_on_a_terminal_labels_are_asked_for(content: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = content({})
    answers = iter(["", "Datos", "Data"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    topics_add("datos", None, folder, None)
    assert 'es: {label: "Datos"}\n  en: {label: "Data"}' in (folder / "topics.yml").read_text(encoding="utf-8")
