"""Every check of the code and the docs that needs no test to run: all of them run, then the answer is given."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from invoke.collection import Collection

from tools import editor_schemas, rule_tables
from tools.documents import faults
from tools.errors import CONTENT_AT_FAULT, FINE
from tools.guide_pairs import unlike

ROOT = Path(__file__).resolve().parent.parent
CHECKS = {
    "style": ("ruff", "check", "--quiet"),
    "formatting": ("ruff", "format", "--check", "--quiet"),
    "types": ("mypy", "--strict", "--no-error-summary"),
}


def lint(write: bool = False) -> int:
    """Run the checks, print what each finds and a line on each; return the exit code.

    With `write`, what a machine can put right is put right first.
    """
    if write:
        _put_right()
    passed = {name: _passes(command) for name, command in CHECKS.items()}
    texts = documents(ROOT)
    found = [
        *faults(texts, ROOT, options_of_tasks()),
        *unlike(texts),
        *rule_tables.outdated(texts | pages(ROOT)),
        *editor_schemas.outdated(ROOT),
    ]
    print("".join(f"{fault}\n" for fault in found), end="", file=sys.stderr)
    passed["docs"] = not found
    print("\n".join(f"{name}: {'fine' if fine else 'at fault'}" for name, fine in passed.items()))
    return FINE if all(passed.values()) else CONTENT_AT_FAULT


def _put_right() -> None:
    _passes(("ruff", "check", "--quiet", "--fix-only"))
    _passes(("ruff", "format", "--quiet"))
    for path, text in editor_schemas.schemas().items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
    for path, text in rule_tables.written(documents(ROOT) | pages(ROOT)).items():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")


def pages(root: Path) -> dict[str, str]:
    """Read the sample's pages about the rules, by path from the root; none where the sample is out."""
    paths = (path for path in rule_tables.PAGES if (root / path).is_file())
    return {path: (root / path).read_text(encoding="utf-8") for path in paths}


def documents(root: Path) -> dict[str, str]:
    """Read README.md, SECURITY.md and every Markdown file in docs/, by path from the root."""
    paths = (*root.glob("README*.md"), *root.glob("SECURITY.md"), *sorted((root / "docs").rglob("*.md")))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def options_of_tasks() -> Mapping[str, frozenset[str]]:
    """Name every task and its options as they are written on the command line."""
    import tasks

    collection = Collection.from_module(tasks)
    return {
        name: frozenset(
            f"--{argument.names[0]}" for argument in collection[name].get_arguments() if not argument.positional
        )
        for name in collection.task_names
    }


def _passes(command: tuple[str, ...]) -> bool:
    return subprocess.run((sys.executable, "-m", *command), cwd=ROOT, check=False).returncode == 0
