"""The docs: every task and option told, none that is not there, no link to nothing."""

from tools.documents import dead_links, faults, outdated, untold

TASKS = {"build": frozenset({"--content", "--drafts"}), "lint": frozenset()}


def test_task_and_option_that_no_document_shows_are_told():
    assert list(untold({"README.md": "Run `./inv build --content DIR`."}, TASKS)) == [
        "README and docs: --drafts of `./inv build` is told nowhere",
        "README and docs: `./inv lint` is told nowhere",
    ]


def test_option_counts_only_in_a_command_of_its_task():
    text = "`./inv lint` `--drafts`\n\n    ./inv build --content DIR\n"
    assert list(untold({"README.md": text}, TASKS)) == ["README and docs: --drafts of `./inv build` is told nowhere"]


def test_documents_are_read_together():
    texts = {"README.md": "`./inv build [--content DIR]`", "docs/a.md": "`./inv build --drafts`\n`./inv lint`"}
    assert list(untold(texts, TASKS)) == []


def test_task_that_does_not_exist_is_told_with_its_line():
    assert list(outdated({"docs/a.md": "a\n\n`./inv bild`"}, TASKS)) == ["docs/a.md:3: there is no `./inv bild`"]


def test_option_that_does_not_exist_is_told_with_its_line():
    assert list(outdated({"docs/a.md": "`./inv lint --fix`, `./inv build --help`"}, TASKS)) == [
        "docs/a.md:1: `./inv lint` has no --fix"
    ]


def test_text_after_a_command_is_none_of_its_options():
    text = "./inv lint && ./inv build  # not --this\n`./inv lint`, then git add --all\n"
    assert list(outdated({"README.md": text}, TASKS)) == []


def test_choices_in_a_command_are_read_over():
    tasks = {"check": frozenset({"--format", "--content"})}
    text = "`./inv check [--format text|json|github] [--content DIR]` and | `./inv check --format text\\|json` |"
    assert list(outdated({"README.md": text}, tasks)) == []
    assert list(untold({"README.md": text}, tasks)) == []


def test_link_to_nothing_is_told_with_its_line(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a b.md").write_text("")
    text = "# Up\n\nSee [a](a%20b.md#part) and\n[top](../README.md).\n\n![no](no.png) [web](//a.org/x)\n[up](#up)\n"
    assert list(dead_links({"docs/c.md": text}, tmp_path)) == [
        "docs/c.md:3: nothing is at ../README.md",
        "docs/c.md:6: nothing is at no.png",
    ]


def test_link_to_no_heading_is_told_with_its_line(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("")
    texts = {
        "README.md": "[all is well](docs/a.md#dónde-van-los-archivos-x)\n\n[gone](docs/a.md#where)\n",
        "docs/a.md": "# Top\n\n## ¿Dónde van *los archivos* `x`?\n\n[up](#top)\n\n| a |\n|---|\n| [gone](#up) |\n",
    }
    assert list(dead_links(texts, tmp_path)) == [
        "README.md:3: no heading is at docs/a.md#where",
        "docs/a.md:9: no heading is at #up",
    ]


def test_link_in_code_is_text(tmp_path):
    assert list(dead_links({"README.md": "`[a](b.md)`\n\n```\n[a](b.md)\n```\n"}, tmp_path)) == []


def test_documents_without_fault_have_none(tmp_path):
    assert faults({"README.md": "`./inv build --content D --drafts` `./inv lint`"}, tmp_path, TASKS) == []
