from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support.building import tree
from tools.check import check
from tools.errors import UsageError
from tools.new import new

Write = Callable[[Mapping[str, str | bytes]], Path]
FILES = {
    "topics.yml": "datos: {es: {label: Datos abiertos, synonyms: [apertura]}, en: {label: Open data}}\n",
    "levels.yml": "basic: {es: {label: Básica}, en: {label: Basic}}\n",
    "activities.yml": "skills: {es: {label: Habilidades}, en: {label: Skills}}\n",
    "people.yml": "ana: {name: Ana Torres}\n",
    "posts/a.es.md": "---\ntitle: A\ndate: 2013-11-20\n---\n",
}
DAY = "2014-02-01"
ZONE = ZoneInfo("America/Mexico_City")  # TIMEZONE in pelicanconf.py


def start(folder: Path, title: str, key: str | None = None, **answers: str) -> int:
    names = ("lang", "date", "authors", "topics", "level", "activity")
    return new(title, key, folder, None, *(answers.get(name) for name in names))


def test_a_post_starts_with_all_that_was_said(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = content(FILES)
    start(
        folder, "Datos: ¿y ahora?", lang="en", date=DAY, authors="ana, Leo Grant", topics="APERTURA, datos",
        level="Básica", activity="skills",
    )  # fmt: skip
    assert (folder / "posts/datos-y-ahora.en.md").read_text(encoding="utf-8") == (
        "---\ntitle: 'Datos: ¿y ahora?'\ndate: 2014-02-01\nauthors: [ana, Leo Grant]\ntopics: [datos]\nlevel: basic\n"
        "activity: skills\nstatus: draft\n---\n\n"
    )
    assert "posts/datos-y-ahora.en.md is there" in capsys.readouterr().out


def test_what_was_not_said_is_a_comment_with_what_there_is(content: Write) -> None:
    folder = content(FILES)
    start(folder, "Uno", date=DAY)
    text = (folder / "posts/uno.es.md").read_text(encoding="utf-8")
    assert "# authors:\n# topics: datos\n# level: basic\n# activity: skills\nstatus: draft\n" in text


def test_it_checks_clean(content: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = content(FILES)
    for number, title in enumerate(
        ["no", "1e5", "- a", "'b", '"c"', "# d", "e: [f]", "{g}", "@h", "\u00bfqu\u00e9?", "<b>"]
    ):
        start(folder, title, f"key-{number}")
    assert check(folder) == 0
    assert capsys.readouterr().err == "0 errors, 0 warnings\n"


def test_without_a_date_it_is_today_in_the_sites_time_zone(content: Write) -> None:
    folder = content(FILES)
    before = datetime.now(ZONE).date()
    start(folder, "Uno")
    written = (folder / "posts/uno.es.md").read_text(encoding="utf-8").split("date: ")[1][:10]
    assert before <= date.fromisoformat(written) <= datetime.now(ZONE).date()


@pytest.mark.parametrize(
    ("title", "key", "answers", "told"),
    [
        ("", None, {}, "TITLE is ''"),
        ("a\nb\x07", None, {}, "expected a line of words"),
        ("¿…?", None, {}, "has no letters to make a file name of; say one with --key"),
        ("Uno", "../uno", {}, "--key takes no '../uno'"),
        ("Uno", ".x", {}, r"--key takes no '\.x': files whose names start with `\.` or `_` are skipped"),
        ("Uno", "_x", {}, "--key takes no '_x': files whose names start with"),
        ("Uno", "a", {}, "there is a post a already"),
        ("A", None, {}, "there is a post a already"),
        ("Uno", None, {"lang": "fr"}, "--lang takes no 'fr': expected a language of the site, es, en"),
        ("Uno", None, {"date": "mañana"}, "--date: 'mañana' is no date"),
        ("Uno", None, {"topics": "dato"}, "--topics takes no 'dato': did you mean datos"),
        ("Uno", None, {"topics": "x, y"}, r"known ones are datos; \./inv topics-add adds one"),
        ("Uno", None, {"level": "expert"}, "--level takes no 'expert': known ones are basic"),
        ("Uno", None, {"activity": "skil"}, "--activity takes no 'skil': did you mean skills"),
    ],
)
def test_what_no_post_can_have_is_told_and_nothing_is_written(
    content: Write, title: str, key: str | None, answers: dict[str, str], told: str
) -> None:
    folder = content(FILES)
    before = tree(folder)
    with pytest.raises(UsageError, match=told):
        start(folder, title, key, **{"date": DAY, **answers})
    assert tree(folder) == before


def test_a_file_that_is_there_is_never_overwritten(content: Write) -> None:
    folder = content({**FILES, "posts/uno.es.md": "no front matter"})
    with pytest.raises(UsageError, match="there is a post uno already"):
        start(folder, "Uno")


def test_on_a_terminal_it_asks_until_an_answer_will_do(content: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = content(FILES)
    answers = iter(["", DAY, "ana", "nada", "datos", "", "skills"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    start(folder, "Uno")
    text = (folder / "posts/uno.es.md").read_text(encoding="utf-8")
    assert "authors: [ana]\ntopics: [datos]\n# level: basic\nactivity: skills\n" in text
