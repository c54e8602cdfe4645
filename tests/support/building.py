"""Builds for tests: content out of literals, a build in this process or in one of its own, and what it wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.diagnostics import as_text
from plugins.plan.build import Build
from tools.build import build_site
from tools.crawl import crawl
from tools.errors import ContentError

ROOT = Path(__file__).resolve().parents[2]
SITE_URL = "http://localhost:8000"


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: where it is, for which address, and the build that made it."""

    output: Path
    site_url: str
    build: Build

    def read(self, path: str) -> str:
        """Give the text of a file of the output."""
        return (self.output / path).read_text(encoding="utf-8")

    @property
    def problems(self) -> str:
        """Give what a crawl finds wrong, a line each; empty where all is well."""
        return "".join(f"{problem.path}: {problem.message}\n" for problem in crawl(self.output, self.site_url))


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by path into a folder and give it; a path that ends in a slash makes an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        target = folder / path
        if path.endswith("/"):
            target.mkdir(parents=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def build(
    content: Path | None,
    output: Path,
    site_url: str = SITE_URL,
    settings: Path | None = None,
    drafts: bool = False,
    search: bool = False,
) -> Built:
    """Build in this process, without search unless a test asks for it. Raises what the task `build` raises."""
    return Built(output, site_url, build_site(content, output, site_url, settings, drafts, search=search))


def diagnostics_of(content: Path, output: Path, settings: Path | None = None) -> str:
    """Build and give what is reported, errors or not, with paths relative to the content folder."""
    try:
        diagnostics = build(content, output, settings=settings).build.diagnostics
    except ContentError as fault:
        diagnostics = fault.diagnostics
    return as_text(diagnostics).replace(f"{os.path.relpath(content)}/", "")


def tree(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file of a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def run_plaza(
    *arguments: str, environment: Mapping[str, str] | None = None, umask: int = -1, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `inv` with some arguments in a process of its own; `environment` is added to this one's."""
    return subprocess.run(
        [sys.executable, str(ROOT / "tools"), *arguments],
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
