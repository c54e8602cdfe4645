"""Builds that are killed, or run at once: every file of the output is whole, and the next build completes it."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import perf_counter, sleep

import pytest

from tests.support.building import ROOT, tree
from tests.support.edited_site import EDITS, EditedSite, make_site

FEW, MANY = 5, 50
SURE = ("text", "title", "label", "message", "setting", "template")  # edits after which any content still builds
MARKS = [pytest.param(seed, marks=() if seed < FEW else pytest.mark.prove) for seed in range(FEW + MANY)]


def started(site: EditedSite) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "tools"), "build"]
    command += ["--settings", str(site.home / "settings.py"), "--output", str(site.output)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@pytest.fixture(scope="module")
def seconds(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Tell how long a build takes here."""
    site = make_site(tmp_path_factory.mktemp("timed") / "site")
    before = perf_counter()
    assert started(site).wait() == 0
    return perf_counter() - before


@pytest.mark.parametrize("seed", MARKS)
def test_a_killed_build_leaves_whole_files_and_the_next_completes_it(seed: int, tmp_path: Path, seconds: float) -> None:
    site, random = make_site(tmp_path / "site"), Random(seed)
    if seed % 2:
        site.set(COMPRESS=["gzip", "br"], FINGERPRINT=True, MINIFY=True)
    site.build()
    old = tree(site.output)
    for _ in range(4):
        EDITS[random.choice(SURE)](site, random)
    new = site.clean(tmp_path / "clean")
    with started(site) as process:
        sleep(random.uniform(0.2, 1.1) * seconds)
        process.send_signal(signal.SIGKILL)
    there = tree(site.output)
    torn = [path for path, data in there.items() if data not in (old.get(path), new.get(path))]
    assert torn == []
    site.build()
    assert tree(site.output) == new
    assert [path.name for path in site.output.parent.glob(".output*")] == []


def test_of_two_builds_at_once_both_end_well(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    both = [started(site), started(site)]
    outputs = [process.communicate()[0].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    assert tree(site.output) == site.clean(tmp_path / "clean")
