"""What authors are told of each mistake: the exact text, all of it in one run, and no page written."""

import re
from pathlib import Path

import pytest

from tests.conftest import Write
from tests.support.building import ROOT, build, diagnostics_of, run_plaza, write_files
from tests.support.cases import Case, read_cases
from tools.errors import ContentError

CASES = read_cases(ROOT / "tests" / "data" / "bad_input" / "cases.txt")
PLACE = re.compile(r"^(\S+:\d+): error: .* (\[[a-z0-9-]+\])$", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_bad_content_is_reported(content: Write, output: Path, case: Case) -> None:
    assert diagnostics_of(content(case.files), output) == case.diagnostics
    assert output.exists() == (": error: " not in case.diagnostics)


def test_a_file_that_is_not_utf_8_is_reported_with_its_line(content: Write, output: Path) -> None:
    latin = "---\ntitle: Nota\ndate: 2026-01-01\n---\n\nUn año.\n".encode("latin-1")

    assert diagnostics_of(content({"posts/a.es.md": latin}), output) == (
        "posts/a.es.md:6: error: byte 0xf1 is not UTF-8; expected a file in UTF-8 [not-utf-8]\n"
        "  help: save the file as UTF-8 in your editor\n"
    )


def numbered(path: str, number: int) -> str:
    """Put a case's number before the name of a post's file or folder."""
    return re.sub(r"([^/]+/?)$", rf"c{number}-\1", path) if path.startswith("posts/") else path


def side_by_side(cases: tuple[Case, ...]) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """All posts of the cases in one folder, each key with its case's number, and the place and rule of each error."""
    files: dict[str, str] = {}
    errors: set[tuple[str, str]] = set()
    for number, case in enumerate(cases):
        if case.files and all(path.startswith(("posts/", "media/")) for path in case.files):
            files |= {numbered(path, number): text for path, text in case.files.items()}
            errors |= {(numbered(place, number), rule) for place, rule in PLACE.findall(case.diagnostics)}
    return files, errors


def test_all_problems_of_all_files_are_reported_in_one_run(content: Write, output: Path) -> None:
    files, errors = side_by_side(CASES)

    found = set(PLACE.findall(diagnostics_of(content(files), output)))
    assert len(errors) > 30
    assert errors - found == set()
    assert found - errors == set()


def test_bad_content_ends_in_code_1_with_its_diagnostics_on_standard_error(content: Write, output: Path) -> None:
    folder = content({"posts/a.es.md": "---\ntitle: Nota\ndate: nunca\n---\n\nUn texto.\n"})

    done = run_plaza("build", "--content", "content", "--output", "output", cwd=folder.parent)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[0].startswith("content/posts/a.es.md:3: error: date 'nunca' is no date")
    assert "Traceback" not in done.stderr
    assert not output.exists()


def test_syntax_of_templates_and_links_is_text_in_code(content: Write, output: Path) -> None:
    code = "Con `{{ nombre }}` y `{filename}b.md`.\n\n```\n{% if x %} {static}c.png\n```"
    body = f"Un texto.\n\n{code}\n\n{{{{ nombre }}}} {{% if x %}}\n"
    built = build(content({"posts/a.es.md": f"---\ntitle: Nota\ndate: 2026-01-01\n---\n\n{body}"}), output)

    page = built.read("notas/nota/index.html")
    assert "<code>{{ nombre }}</code> y <code>{filename}b.md</code>" in page
    assert "{% if x %} {static}c.png" in page
    assert "<p>{{ nombre }} {% if x %}</p>" in page.replace("\u00a0", " ")
    assert built.problems == ""


def test_two_pages_with_one_address_are_reported(content: Write, output: Path) -> None:
    folder = content({"pages/a.es.md": "---\ntitle: Notas\nslug: notas\n---\n\nUn texto.\n"})

    with pytest.raises(ContentError, match="the slug 'notas' is a word of the site's own paths"):
        build(folder, output)


def test_a_message_that_is_missing_stops_the_build_and_all_of_them_are_named(tmp_path: Path, output: Path) -> None:
    catalogue = (ROOT / "theme" / "translations" / "es" / "LC_MESSAGES" / "messages.po").read_text(encoding="utf-8")
    lacking = catalogue.replace('msgid "Level"\n', 'msgid "Lost"\n').replace(
        'msgid "Topic"\n', '#, fuzzy\nmsgid "Topic"\n'
    )
    english = (ROOT / "theme" / "translations" / "en" / "LC_MESSAGES" / "messages.po").read_text(encoding="utf-8")
    write_files(tmp_path / "t", {"es/LC_MESSAGES/messages.po": lacking, "en/LC_MESSAGES/messages.po": english})
    settings = write_files(
        tmp_path, {"settings.py": f"from pelicanconf import *\nTRANSLATIONS = [{str(tmp_path / 't')!r}]\n"}
    )

    with pytest.raises(ContentError) as failed:
        build(None, output, settings=settings / "settings.py")
    assert [(d.rule, d.message) for d in failed.value.diagnostics] == [
        ("message-missing", "no text for the message 'Level'"),
        ("message-missing", "no text for the message 'Topic'"),
    ]
    assert not output.exists()
