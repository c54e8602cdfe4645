"""The program: what it runs, what it refuses, and the exit code of each end."""

import subprocess
import sys
import types
from pathlib import Path
from typing import Annotated, Literal

import pytest
from invoke.collection import Collection
from invoke.context import Context

from plugins.diagnostics import error
from tools import program
from tools.errors import ContentError, MachineError, UsageError
from tools.program import Program
from tools.task import Option, task

ROOT = Path(__file__).resolve().parents[2]

ran: list[tuple[object, ...]] = []


@task
def new(_: Context, title: str, lang: Annotated[str | None, Option("the language", "LANG")] = None) -> None:
    """Start a post.

    It is a draft.
    """
    ran.append(("new", title, lang))


@task
def check(
    _: Context,
    format: Annotated[Literal["text", "json"], Option("print like this")] = "text",
    port: Annotated[int, Option("a port", "PORT", range(1, 100))] = 8,
    site_url: Annotated[str | None, Option("an address", "URL")] = None,
    content: Annotated[Path | None, Option("a folder", "DIR")] = None,
    drafts: Annotated[bool, Option("drafts too")] = False,
) -> int:
    """Tell every problem."""
    ran.append(("check", format, port, site_url, content, drafts))
    return 1 if format == "json" else 0


@task
def end(_: Context, by: Annotated[str, Option("how")] = "") -> None:
    """End in one way or another."""
    raise {
        "content": ContentError([error("content/posts/a.en.md", 3, "rule", "wrong", "right it")], "nothing was built"),
        "usage": UsageError("no such folder"),
        "machine": MachineError("no browser"),
        "fault": ZeroDivisionError("division\nby zero"),
        "interrupt": KeyboardInterrupt(),
    }[by]


TASKS = Collection(new, check, end)


@pytest.fixture(autouse=True)
def nothing_ran_yet():
    ran.clear()


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(program.Collection, "from_module", lambda _: TASKS)
    monkeypatch.setitem(sys.modules, "tasks", types.ModuleType("tasks"))

    def run(*arguments):
        code = program.main(arguments, tmp_path)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "--help"],
        ["new", "-h"],
        ["new", "A title", "--help"],
        ["new", "--lang", "--help"],
        ["--help", "new"],
        ["new", "--frob", "--help"],
    ],
)
def test_help_anywhere_shows_the_help_of_the_task_and_runs_nothing(run, arguments):
    code, out, err = run(*arguments)
    assert (code, err, ran) == (0, "", [])
    assert out.startswith("Usage: ./inv new TITLE [--lang LANG]\n\nStart a post.\n\nIt is a draft.\n")
    assert "--lang LANG  the language\n" in out


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_without_a_task_the_tasks_are_listed_with_one_line_each(run, arguments):
    code, out, err = run(*arguments)
    assert (code, err, ran) == (0, "", [])
    assert "  check  Tell every problem.\n  end    End in one way or another.\n  new    Start a post.\n" in out


def test_help_of_an_unknown_task_names_the_nearest(run):
    assert run("chekc", "--help") == (2, "", "plaza: unknown task 'chekc', did you mean check?\n")


def test_help_shows_choices_and_defaults(run):
    _, out, _ = run("check", "--help")
    assert "--format text|json  print like this (default: text)\n" in out
    assert "--port PORT         a port (default: 8)\n" in out
    assert "--drafts            drafts too\n" in out


def test_options_reach_the_task_with_their_types(run):
    code, _, _ = run("check", "--port", "12", "--site-url=https://a.example/?b=c", "--drafts")
    assert code == 0
    assert ran == [("check", "text", 12, "https://a.example/?b=c", None, True)]


def test_paths_are_taken_from_the_folder_of_the_caller(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("check", "--content", "my posts")
    assert ran[0][4] == tmp_path / "my posts"


def test_code_that_a_task_returns_is_the_exit_code(run):
    assert run("check", "--format", "json")[0] == 1


def test_tasks_run_in_a_row_up_to_the_first_that_fails(run):
    assert run("check", "check", "--format", "json", "new", "x")[0] == 1
    assert [name for name, *_ in ran] == ["check", "check"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chekc"], "unknown task 'chekc', did you mean check?"),
        (["xyzzy"], "unknown task 'xyzzy'; ./inv lists the tasks"),
        (["check", "--formt", "json"], "unknown option --formt of check, did you mean --format?"),
        (["check", "-f", "json"], "unknown option -f of check; see ./inv check --help"),
        (["check", "--no-drafts"], "unknown option --no-drafts of check, did you mean --drafts?"),
        (["--frob", "check"], "unknown option --frob; ./inv lists the tasks"),
        (["check", "--format", "xml"], "--format takes no 'xml': expected one of text, json"),
        (["check", "--format=jsn"], "--format takes no 'jsn': expected one of text, json, did you mean json?"),
        (["check", "--port", "x"], "--port takes no 'x': expected a whole number"),
        (["check", "--port", "-1"], "--port takes no '-1': expected a whole number"),
        (["check", "--port", "²"], "--port takes no '²': expected a whole number"),
        (["check", "--port", "100"], "--port takes no 100: expected 1 to 99"),
        (["check", "--content", ""], "--content needs a path, and the one given is empty"),
        (["check", "--site-url"], "--site-url of check needs a value"),
        (["check", "surplus"], "check cannot take 'surplus'; see ./inv check --help"),
        (["check", "--drafts=yes"], "check cannot take 'yes'; see ./inv check --help"),
        (
            ["check", "--port", "1", "--port", "2"],
            "check cannot take '2': an option is given twice, or this is one word too many",
        ),
        (["new"], "new needs TITLE; see ./inv new --help"),
        (["check", "--", "x"], "no task takes words after --"),
        (["--debug"], "no task is named; ./inv lists the tasks"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(run, arguments, message):
    assert run(*arguments) == (2, "", f"plaza: {message}\n")
    assert not ran


def test_content_error_prints_its_diagnostics_and_ends_in_1(run):
    assert run("end", "--by", "content") == (
        1,
        "",
        "content/posts/a.en.md:3: error: wrong [rule]\n  help: right it\n1 error, 0 warnings; nothing was built\n",
    )


def test_usage_error_of_a_task_ends_in_2(run):
    assert run("end", "--by", "usage") == (2, "", "plaza: no such folder\n")


def test_machine_error_ends_in_3(run):
    assert run("end", "--by", "machine") == (3, "", "plaza: no browser\n")


def test_fault_of_plaza_is_one_line_with_its_traceback_in_a_file(run, tmp_path):
    report = tmp_path / ".cache" / "traceback.txt"
    code, out, err = run("end", "--by", "fault")
    assert (code, out) == (3, "")
    assert err == f"plaza: unexpected ZeroDivisionError: division by zero (traceback in {report})\n"
    assert report.read_text().startswith("Traceback")


def test_debug_shows_the_traceback(run):
    code, _, err = run("end", "--by", "fault", "--debug")
    assert code == 3
    assert err.startswith("Traceback")


def test_interrupt_is_quiet(run):
    assert run("end", "--by", "interrupt") == (130, "", "")


def test_every_task_of_plaza_has_a_line_of_help_and_no_short_flag():
    import tasks

    collection = Collection.from_module(tasks)
    assert {"build", "serve", "check", "status", "test", "lint", "prove", "lock"} <= set(collection.task_names)
    for name in collection.task_names:
        assert Program(collection).help_of(name).startswith(f"Usage: ./inv {name}")
        assert collection[name].__doc__
        assert all(len(word) > 1 for argument in collection[name].get_arguments() for word in argument.names)


def test_list_of_tasks_imports_nothing_heavy():

    root = Path(program.__file__).parents[1]
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r}); from pathlib import Path; from tools.program import main; "
        f"main([], Path({str(root)!r})); print(sorted({{'pelican', 'markdown', 'babel', 'pytest'}} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
