from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tools.build import build_site
from tools.errors import ContentError, UsageError

Write = Callable[[Mapping[str, str | bytes]], Path]
POST = "---\ntitle: Nota\ndate: 2013-11-20\n---\nHola.\n"


def pages(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_a_build_tells_in_one_line_what_it_did(
    content: Write, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(content({"posts/a.es.md": POST}), output)
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("1 post in 2 languages: ")
    assert out.count("\n") == 1
    build_site(output.parent / "content", output)
    assert " 0 written, 0 removed, " in capsys.readouterr().out


def test_one_language_and_no_posts_are_told_in_right_numbers(
    content: Write, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = output.parent / "one.py"
    settings.write_text("from pelicanconf import *\nLANGUAGES = {'es': LANGUAGES['es']}\n", encoding="utf-8")
    build_site(content({"posts/_a.es.md": ""}), output, settings=settings)
    assert capsys.readouterr().out.startswith("0 posts in 1 language: ")


def test_bad_content_leaves_the_last_good_output(content: Write, output: Path) -> None:
    build_site(content({"posts/a.es.md": POST}), output)
    before = pages(output)
    with pytest.raises(ContentError, match="nothing was written"):
        build_site(content({"posts/a.es.md": POST.replace("2013", "x")}), output)
    assert pages(output) == before


def test_a_file_in_the_place_of_a_page_is_an_error(content: Write, output: Path) -> None:
    texts = {"posts/a.es.md": POST, "root/index.html": "mine", "root/.plaza": "site", "root/notas/nota": ""}
    with pytest.raises(ContentError) as found:
        build_site(content(texts), output)
    assert sorted((Path(d.path).name, d.rule) for d in found.value.diagnostics) == [
        (".plaza", "address-twice"),
        ("index.html", "address-twice"),
        ("nota", "address-twice"),
    ]
    assert not output.exists()


def test_a_folder_that_is_not_ours_is_wrong_usage(content: Write, output: Path) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="no build of Plaza made it"):
        build_site(content({"posts/a.es.md": POST}), output)


def test_a_folder_without_posts_builds_with_a_warning(
    content: Write, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(content({}), output)
    assert "[no-posts]" in capsys.readouterr().err
    assert (output / "index.html").is_file()


def test_a_build_after_a_failed_one_in_the_same_process_is_whole(content: Write, output: Path) -> None:
    with pytest.raises(ContentError):
        build_site(content({"posts/a.es.md": "no front matter"}), output)
    build_site(content({"posts/a.es.md": POST}), output)
    assert (output / "en/index.html").is_file()
    assert (output / "notas/nota/index.html").is_file()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("CHECKS = ['plugins.nowhere']", "CHECKS names 'plugins.nowhere'; there is no such module"),
        ("TEXT_FILTERS = ['nowhere']", "TEXT_FILTERS names 'nowhere'; there is no such module"),
        ("COMMIT = 'nowhere'", "COMMIT names 'nowhere'; there is no such module"),
    ],
)
def test_a_setting_that_names_no_module_is_wrong_usage(
    content: Write, output: Path, tmp_path: Path, line: str, message: str
) -> None:
    settings = tmp_path / "conf.py"
    settings.write_text(f"from pelicanconf import *\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        build_site(content({"posts/a.es.md": POST}), output, settings=settings)
