"""A publish ended at any moment while readers go through the site: no page is broken, and the next completes it."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from tests.support.building import ROOT
from tests.support.publish_targets import CLEAN, Place, in_folder, place_of, write_site

PAGES = 24
SIZE = 4_000  # characters of a page, so that it can be broken
ADDRESS = re.compile(r'(?:href|src)="/([^"]+)"')
END = "</html>"
ENDED_BEFORE = 0.2  # seconds in which nothing is sent yet
AGAIN = {"s3": 20}  # see WHOLE
WRITTEN = 10.0  # seconds in which rclone's server of S3 has brought what it took to the disk
IN_SUITE = {"folder": 2, "branch": 1, "s3": 1, "sftp": 1}
IN_PROOFS = (*IN_SUITE, "rclone's sftp")
IN_PROOF = 25


def version(number: int) -> dict[str, str]:
    """Write a site that changed: most pages are others, a style has another name, and a page and a picture are new."""
    style = f"theme/kept/plaza.{number:08x}.css"
    names = [*range(PAGES), *(PAGES + new for new in range(number + 1))]
    ways = "".join(f'<a href="/{name}/">{name}</a>' for name in names)
    files = {
        f"{name}/index.html": f'<html><link href="/{style}"><img src="/media/{number}-{name % 5}.svg">{ways}'
        f"{f'{number if name % 4 else 0}' * SIZE}{END}"
        for name in names
    }
    pictures = {f"media/{number}-{picture}.svg": f"<svg>{'x' * SIZE}</svg>" for picture in range(5)}
    # Pictures keep their names for good, since readers may have them.
    kept = {f"media/{past}-{picture}.svg": f"<svg>{'x' * SIZE}</svg>" for past in range(number) for picture in range(5)}
    home = {"index.html": files["0/index.html"], "feed.xml": f"<feed>{number}</feed>"}
    return {**files, **home, **pictures, **kept, style: f"/*{'y' * SIZE}*/ a{{}} /*{number}*/ /*end*/"}


class Crawler(threading.Thread):
    """A reader who asks for page after page, and for all that each needs, until told to stop."""

    def __init__(self, place: Place, seed: int, again: int = 0) -> None:
        super().__init__(daemon=True)
        self.place = place
        self.again = again  # how often to ask again for what is there and broken
        self.random = random.Random(seed)
        self.broken: list[str] = []
        self.seen = 0
        self.is_over = threading.Event()

    def run(self) -> None:
        path = "index.html"
        while not self.is_over.is_set():
            time.sleep(0.001)  # readers leave the machine some time
            page = self.get(path, END.encode()).decode()
            self.seen += 1
            if not page.endswith(END):
                self.broken.append(f"{path} is {'not there' if not page else 'broken'}")
                path = "index.html"
                continue
            addresses = ADDRESS.findall(page)
            for needed in (address for address in addresses if not address.endswith("/")):
                got = self.get(needed, b"/*end*/", b"</svg>")
                if not got.endswith((b"/*end*/", b"</svg>")):
                    self.broken.append(f"{needed}, which {path} asks for, is {'not there' if not got else 'broken'}")
            path = self.random.choice([address for address in addresses if address.endswith("/")]) + "index.html"

    def get(self, path: str, *ends: bytes) -> bytes:
        """Get a file, empty where there is none."""
        got = self.place.get(path) or b""
        for _ in range(self.again):
            if not got or got.endswith(ends):
                break
            time.sleep(0.05)
            got = self.place.get(path) or b""
        return got


def interrupt(place: Place, site: Path, seconds: float) -> int:
    """Start a publish and end it, with all that it started, after so many seconds; give its exit code."""
    with subprocess.Popen(
        place.command(site), cwd=ROOT, env={**CLEAN, **place.environment}, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    ) as process:  # fmt: skip
        time.sleep(seconds)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        return process.wait()


def settled(place: Place, files: dict[str, str]) -> dict[str, bytes]:
    """Give what is at a place once it holds all files of a site, or as it is after a while."""
    expected, until = {path: text.encode() for path, text in files.items()}, time.monotonic() + WRITTEN
    while not expected.items() <= (there := place.files()).items() and time.monotonic() < until:
        time.sleep(0.1)
    return there


@pytest.mark.parametrize(
    ("kind", "times", "seed"),
    [
        *(pytest.param(kind, times, 1, id=f"{kind}-{times}") for kind, times in IN_SUITE.items()),
        *(pytest.param(kind, IN_PROOF, 2, id=f"{kind}-{IN_PROOF}", marks=pytest.mark.prove) for kind in IN_PROOFS),
    ],
)
def test_readers_find_whole_pages_while_publishes_are_cut_off(tmp_path: Path, kind: str, times: int, seed: int) -> None:
    with place_of(kind, tmp_path) as place:
        cut, crawler = publishes_cut_off(place, tmp_path, times, seed, AGAIN.get(kind, 0))
    if kind == "rclone's sftp":
        # It removes the old file before it renames the new one, so a page that changes may be missing for a moment.
        crawler.broken = [line for line in crawler.broken if not line.endswith("index.html is not there")]
    assert crawler.broken == []
    assert crawler.seen > times
    print(f"{kind}: {times} publishes, {cut} of them cut off, {crawler.seen} pages read")
    if times == IN_PROOF:
        assert cut > times // 3  # else this has shown little


def publishes_cut_off(place: Place, folder: Path, times: int, seed: int, again: int) -> tuple[int, Crawler]:
    """Publish a site that changes so many times, each time cut off and completed; give how often it was, and a reader.

    Raises AssertionError where a publish does not complete the one before.
    """
    chance = random.Random(seed)
    started = time.monotonic()
    done = place.publish(write_site(folder / "site-0", version(0)))
    lasts = time.monotonic() - started
    assert done.returncode == 0, done.stderr
    crawler = Crawler(place, seed, again)
    crawler.start()
    cut = 0
    for number in range(1, times + 1):
        files = version(number)
        site = write_site(folder / f"site-{number}", files)
        cut += interrupt(place, site, chance.uniform(ENDED_BEFORE, lasts)) != 0
        done = place.publish(site)
        assert done.returncode == 0, done.stderr
        there = settled(place, files)
        assert {path: there.get(path, b"").decode() for path in files} == files
        left = there.keys() - files.keys()
        assert left <= {f"theme/kept/plaza.{past:08x}.css" for past in range(number)}, "only styles leave later"
        assert len(left) <= 2
    crawler.is_over.set()
    crawler.join()
    return cut, crawler


def test_a_publish_that_removes_first_would_be_noticed(tmp_path: Path) -> None:
    place = in_folder(tmp_path / "web")
    assert place.publish(write_site(tmp_path / "site-0", version(0))).returncode == 0
    (tmp_path / "web" / "theme" / "kept" / "plaza.00000000.css").unlink()
    crawler = Crawler(place, 1)
    crawler.start()
    while crawler.seen < 2:
        time.sleep(0.01)
    crawler.is_over.set()
    crawler.join()
    assert "theme/kept/plaza.00000000.css, which index.html asks for, is not there" in crawler.broken
