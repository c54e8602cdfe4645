"""How long builds take, beside other generators on the same posts and machine, in the same run."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from plugins.catalogue.memory_file import memory_path
from tools.errors import MachineError
from tools.peer_sites import Peer, peers
from tools.process_cost import Cost, cost_of, middle
from tools.serve_times import seconds_to_see
from tools.settings_file import DEFAULT, ROOT, read
from tools.synthetic_content import write_content

TIMES = 3
FULL, SEEN = "full build", "save to visible"
QUIET = 2.5  # seconds after which files count as unchanged by their stamps
# The real theme, without what is drawn or indexed once and kept: search, pictures, pages in two languages.
SETTINGS = """\
import runpy
globals().update({name: value for name, value in runpy.run_path(%r).items() if name.isupper()})
PLUGINS = [name for name in PLUGINS if name != "plugins.parallel_page.plugin"]
SEARCH = False
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was built by whom, and its cost: the median of so many runs."""

    what: str
    cost: Cost
    runs: int


def measure(pairs: int, content: Path | None = None, with_peers: bool = True, times: int = TIMES) -> list[Measured]:
    """Measure Plaza on as many pairs of posts, or on a copy of a content folder, and then the peers."""
    with tempfile.TemporaryDirectory(prefix="plaza-bench-") as home:
        folder = Path(home) / "content"
        if content is None:
            write_content(folder, pairs)
        else:
            shutil.copytree(content, folder)
        found = list(_plaza(folder, Path(home), times))
        for peer in peers() if with_peers else ():
            try:
                found += _peer(peer, folder, Path(home), times if pairs <= 1000 else 1)
            except MachineError as fault:
                print(f"plaza: {peer.name} is left out: {fault}", file=sys.stderr)
        return found


def _plaza(content: Path, home: Path, times: int) -> Iterator[Measured]:
    settings = home / "settings.py"
    settings.write_text(SETTINGS % str(DEFAULT), encoding="utf-8")
    theme = home / "theme"
    shutil.copytree(ROOT / "theme", theme)
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"THEME = {str(theme)!r}\nTRANSLATIONS = [{str(theme / 'translations')!r}]\n")
    output = home / "output"
    command = (
        sys.executable, str(ROOT / "tools"), "build",
        "--content", str(content), "--output", str(output), "--settings", str(settings),
    )  # fmt: skip

    def build() -> Cost:
        return cost_of(command, ROOT)

    memory = memory_path(read(settings, PATH=str(content)), ROOT)

    def cold() -> Cost:
        shutil.rmtree(output, ignore_errors=True)
        for kept in memory.parent.glob(f"{memory.name}*"):
            kept.unlink()
        return build()

    yield Measured("plaza: cold", middle([cold() for _ in range(times)]), times)
    _wait()
    build()
    yield Measured("plaza: nothing changed", middle([build() for _ in range(times)]), times)
    for what, edit in _edits(content, theme):
        costs = []
        for number in range(times):
            edit(number)
            costs.append(build())
        yield Measured(f"plaza: {what}", middle(costs), times)
    serve = (
        sys.executable, str(ROOT / "tools"), "serve",
        "--content", str(content), "--settings", str(settings), "--port", "{port}",
    )  # fmt: skip
    post = sorted((content / "posts").rglob("post-0.es.md"))
    if post:
        seconds = seconds_to_see(serve, ROOT, post[0], "/notas/nota-0/", times)
        yield Measured(f"plaza: {SEEN}", Cost(seconds, 0, 0), times)


def _edits(content: Path, theme: Path) -> Iterable[tuple[str, Callable[[int], None]]]:
    """Give changes by name; each is told how often it was made before."""
    pair = sorted((content / "posts").rglob("*.md"))[:2]

    def edit_pair(number: int) -> None:
        for file in pair:
            file.write_text(file.read_text(encoding="utf-8") + f"\nMás {number}.\n", encoding="utf-8")

    def edit_label(number: int) -> None:
        file = content / "topics.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(r"(label: [^,}\n]*?)( \d+)?(?=[,}\n])", rf"\1 {number + 1}", text, count=1), encoding="utf-8"
        )

    def edit_template(number: int) -> None:
        file = theme / "templates" / "error.html"
        file.write_text(file.read_text(encoding="utf-8") + f"<!-- {number} -->\n", encoding="utf-8")

    def new_post(number: int) -> None:
        (content / "posts" / f"new-{number}.es.md").write_text(
            f"---\ntitle: Nueva {number}\ndate: 2026-01-0{number + 1}\n---\nTexto.\n", encoding="utf-8"
        )

    yield "one pair edited", edit_pair
    if (content / "topics.yml").is_file():
        yield "one label edited", edit_label
    yield "one template edited", edit_template
    yield "a new post", new_post


def _wait() -> None:
    from time import sleep

    sleep(QUIET)


def _peer(peer: Peer, content: Path, home: Path, times: int) -> Iterator[Measured]:
    site = home / peer.name
    site.mkdir()
    peer.write(content, site)
    costs = []
    for _ in range(times):
        for output in ("output", "public", "_site"):
            shutil.rmtree(site / output, ignore_errors=True)
        costs.append(cost_of(peer.build, site))
    yield Measured(f"{peer.name}: {FULL}", middle(costs), times)
    post = site / "content" / "posts" / "post-0.es.md"
    if peer.serve and post.is_file():
        seconds = seconds_to_see(peer.serve, site, post, "/posts/post-0/", times)
        yield Measured(f"{peer.name}: {SEEN}", Cost(seconds, 0, 0), times)


def print_table(measured: Sequence[Measured], pairs: int, title: str = "") -> None:
    """Print the costs, and what part of each peer's full build every build of Plaza takes."""
    rivals = [one for one in measured if one.what.endswith(FULL)]
    names = [one.what.partition(":")[0] for one in rivals]
    table = Table(
        "what", "wall s", "processor s", "memory MB", *(f"of {name}" for name in names),
        title=title or f"{pairs:,} pairs of posts, medians",
    )  # fmt: skip
    for one in measured:
        against = [rival for rival in measured if rival.what.endswith(SEEN)] if one.what.endswith(SEEN) else rivals
        by_name = {rival.what.partition(":")[0]: one.cost.wall / rival.cost.wall for rival in against}
        ratios = [f"{by_name[name]:.2f}" if name in by_name else "" for name in names]
        figures = f"{one.cost.wall:.2f}", f"{one.cost.processor:.2f}", f"{one.cost.memory / 1e6:.0f}"
        table.add_row(one.what, *figures, *ratios)
    Console(width=120).print(table)


def as_json(measured: Sequence[Measured], pairs: int) -> str:
    """Give the same as JSON: `{"pairs", "builds": [{"what", "wall", "processor", "memory", "runs"}]}`."""
    builds = [{"what": one.what, **asdict(one.cost), "runs": one.runs} for one in measured]
    return json.dumps({"pairs": pairs, "builds": builds}, indent=2) + "\n"
