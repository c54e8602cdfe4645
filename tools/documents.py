"""What README and docs/ promise, held against what there is: tasks, their options, and links inside the checkout."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plugins.catalogue.headings import slug

# A command in running text or a code block ends at the code's end, a comment, or the next command.
COMMAND = re.compile(r"\./inv +(?P<task>[a-z][a-z-]*)(?P<rest>[^`\n#;&|]*(?:\\?\|[a-z][^`\n#;&|]*)*)")
FLAG = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
EVERYWHERE = frozenset({"--help", "--debug"})


def faults(documents: Mapping[str, str], root: Path, tasks: Mapping[str, frozenset[str]]) -> list[str]:
    """List what is wrong in the documents (text by path from the root), given each task's options."""
    return [*untold(documents, tasks), *outdated(documents, tasks), *dead_links(documents, root)]


def untold(documents: Mapping[str, str], tasks: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield a line for each task, and each option of one, that no document shows in a command."""
    told: dict[str, set[str]] = {}
    for text in documents.values():
        for match in COMMAND.finditer(text):
            told.setdefault(match["task"], set()).update(FLAG.findall(match["rest"]))
    for task, flags in sorted(tasks.items()):
        if task not in told:
            yield f"README and docs: `./inv {task}` is told nowhere"
        yield from (
            f"README and docs: {flag} of `./inv {task}` is told nowhere"
            for flag in sorted(flags - told.get(task, flags))
        )


def outdated(documents: Mapping[str, str], tasks: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield a line for each task or option in a command of a document that does not exist."""
    for path, text in documents.items():
        for number, line in enumerate(text.splitlines(), start=1):
            for match in COMMAND.finditer(line):
                task = match["task"]
                if task not in tasks:
                    yield f"{path}:{number}: there is no `./inv {task}`"
                    continue
                for flag in FLAG.findall(match["rest"]):
                    if flag not in tasks[task] | EVERYWHERE:
                        yield f"{path}:{number}: `./inv {task}` has no {flag}"


def dead_links(documents: Mapping[str, str], root: Path) -> Iterator[str]:
    """Yield a line for each link or picture of a document that leads to no file of the checkout, or to no heading."""
    ids = {path: set(_ids(parse(text))) for path, text in documents.items()}
    for path, text in documents.items():
        for number, target in _targets(parse(text)):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            base = "" if parts.path.startswith("/") else posixpath.dirname(path)
            linked = posixpath.normpath(posixpath.join(base, unquote(parts.path).lstrip("/"))) if parts.path else path
            if parts.path and not (root / linked).exists():
                yield f"{path}:{number}: nothing is at {target}"
            elif parts.fragment and linked in ids and unquote(parts.fragment) not in ids[linked]:
                yield f"{path}:{number}: no heading is at {target}"


def parse(text: str) -> list[Token]:
    """Read a document as GitHub shows it, tables included."""
    return MarkdownIt().enable("table").parse(text)


def _ids(tokens: list[Token]) -> Iterator[str]:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            yield slug("".join(child.content for child in inline.children or []))


def _targets(tokens: list[Token], line: int = 1) -> Iterator[tuple[int, str]]:
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if target := token.attrGet("href") or token.attrGet("src"):
            yield line, str(target)
        yield from _targets(token.children or [], line)
