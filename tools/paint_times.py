"""How long a reader on a slow link waits for the largest thing on a page (W3C, Largest Contentful Paint).

The link is set through the browser's own protocol, so that the numbers tell of pages and not of this machine's network;
they still tell of its processor, and are for reading, not for tests.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from tools.chromium import find_chromium
from tools.served_folder import served
from tools.temporary_site import temporary_site

ROUND_TRIP = 150  # milliseconds
SPEED = 1_600_000  # bits a second
TIMES = 5  # each page is opened, with an empty cache
PHONE = {"width": 390, "height": 844}
LARGEST = """() => new Promise(done => {
    let seen = {startTime: 0};
    new PerformanceObserver(list => { seen = list.getEntries().at(-1); })
        .observe({type: 'largest-contentful-paint', buffered: true});
    setTimeout(() => done([seen.startTime, seen.element ? seen.element.localName : '']), 500);
})"""


@dataclass(frozen=True, slots=True)
class Paint:
    """When the largest thing of a page was there, in milliseconds after it was asked for, and what it was."""

    name: str
    url: str
    element: str
    time: float
    bytes: int  # that came over the link


def print_waits(content: Path | None = None, settings: Path | None = None) -> None:
    """Print the waits of each kind of page in the main language. Raises ContentError, UsageError or MachineError."""
    with temporary_site(content, settings, "nothing was measured") as site:
        main = site.build.settings.main_lang
        pages = [(page.name, page.url) for page in site.pages() if page.lang == main and not page.selector]
        paints = measure(site.folder, pages, find_chromium())
    print_table(paints)


def measure(folder: Path, pages: Iterable[tuple[str, str]], browser: Path) -> tuple[Paint, ...]:
    """Open pages (name, address) of a built site on a slow link, as a phone does; the median of several times."""
    from playwright.sync_api import sync_playwright  # late: `--help` and bad usage need no browser

    with served(folder, is_compressed=True) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--disable-gpu"])
        paints = tuple(_paint(chromium, name, address, url) for name, url in pages)
        chromium.close()
    return paints


def _paint(chromium: Any, name: str, address: str, url: str) -> Paint:
    waits: list[tuple[float, str]] = []
    came = 0
    for _ in range(TIMES):
        context = chromium.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
        tab = context.new_page()
        protocol = context.new_cdp_session(tab)
        protocol.send("Network.enable")
        link = {"latency": ROUND_TRIP, "downloadThroughput": SPEED / 8, "uploadThroughput": SPEED / 8}
        protocol.send("Network.emulateNetworkConditions", {"offline": False, **link})
        sizes: list[float] = []
        protocol.on("Network.loadingFinished", lambda told, sizes=sizes: sizes.append(told["encodedDataLength"]))
        tab.goto(address + url, wait_until="load")
        time, element = tab.evaluate(LARGEST)
        waits.append((time, element))
        came = int(sum(sizes))
        context.close()
    middle = median(time for time, _ in waits)
    return Paint(name, url, min(waits, key=lambda wait: abs(wait[0] - middle))[1], middle, came)


def print_table(paints: Iterable[Paint]) -> None:
    """Print the waits, the longest first."""
    title = f"largest contentful paint at {ROUND_TRIP} ms and {SPEED / 1_000_000:g} Mbit/s, median of {TIMES}"
    table = Table("page", "address", "largest", "seconds", "kilobytes", title=title)
    for paint in sorted(paints, key=lambda paint: -paint.time):
        row = (paint.name, paint.url, paint.element, f"{paint.time / 1000:.2f}", f"{paint.bytes / 1024:.1f}")
        table.add_row(*row)
    Console(width=110).print(table)
