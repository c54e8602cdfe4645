"""`screenshots`: pictures of every kind of page, in every language, on phone and desktop, light and dark."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.progress import track

from tools.chromium import find_chromium
from tools.contact_sheet import Picture, write_contact_sheet
from tools.errors import UsageError
from tools.served_folder import served
from tools.settings_file import ROOT
from tools.shown_pages import Shown
from tools.temporary_site import temporary_site
from tools.usage import suggestion

MARKER = ".screenshots"  # lists what the task has made in a folder, so that nothing else is ever removed
# For the README: which picture, and how many of its pixels from the top
README_PICTURES = {"home.png": ("home.{lang}.desktop.light.png", 900), "post.png": ("post.{lang}.phone.dark.png", 1688)}
STILL = "*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent }"
SETTLED = """async () => {
    const pictures = [...document.images];
    pictures.forEach(picture => { picture.loading = 'eager'; });
    await Promise.all(pictures.map(picture => picture.decode().catch(() => {})));
    await document.fonts.ready;
}"""


@dataclass(frozen=True, slots=True)
class Device:
    """A screen: width and height in CSS pixels, and how many real ones each has a side."""

    name: str
    width: int
    height: int
    scale: int


DEVICES = (Device("phone", 390, 844, 2), Device("desktop", 1280, 900, 1))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def screenshots(
    output: Path | None = None,
    content: Path | None = None,
    settings: Path | None = None,
    kind: str | None = None,
    readme: bool = False,
) -> None:
    """Take the pictures into a folder, `screenshots/` unless told otherwise, with a contact sheet.

    With `kind`, only those of one name; with `readme`, also cut the two that the README shows. Raises ContentError,
    UsageError or MachineError; the folder is then as it was, or as far as the pictures had come.
    """
    folder = output or ROOT / "screenshots"
    made = made_before(folder)
    with temporary_site(content, settings, "no pictures were taken") as site:
        build = site.build
        sources = (build.settings.content, build.settings.theme)
        if any(folder.resolve().is_relative_to(source.resolve()) for source in sources):
            raise UsageError(f"{folder} lies in the sources; choose a folder apart from them")
        pages = of_kind(site.pages(), kind)
        browser = find_chromium()
        folder.mkdir(parents=True, exist_ok=True)
        pictures = _ordered(pages)
        _remember(folder, {*made, *(picture.file for picture in pictures)})
        _take(site.folder, folder, pages, browser)
    written = {*(picture.file for picture in pictures), *write_contact_sheet(folder, pictures)}
    for path in made - written if kind is None else ():
        (folder / path).unlink(missing_ok=True)
    _remember(folder, written if kind is None else made | written)
    if readme:
        cut_for_readme(folder, ROOT / "docs", build.settings.main_lang)
    print(f"{len(pictures)} pictures of {len(pages)} pages -> {folder}")


def made_before(folder: Path) -> set[str]:
    """Give the paths of what the task has made in a folder. Raises UsageError where the folder is another's."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is not a folder")
    marker = folder / MARKER
    if marker.is_file():
        return set(marker.read_text(encoding="utf-8").splitlines())
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty and no pictures of Plaza's are in it (it has no file {MARKER})")
    return set()


def of_kind(pages: tuple[Shown, ...], kind: str | None) -> tuple[Shown, ...]:
    """Keep the pages of one name, all without one. Raises UsageError where there is none."""
    names = tuple(dict.fromkeys(page.name for page in pages))
    if kind is not None and kind not in names:
        raise UsageError(f"--kind takes no {kind!r}: expected one of {', '.join(names)}{suggestion(kind, names)}")
    return tuple(page for page in pages if kind in (None, page.name))


def cut_for_readme(folder: Path, docs: Path, lang: str) -> None:
    """Cut the pictures that the README shows out of those in a folder. Raises UsageError where one is not there."""
    from PIL import Image  # late: only the README's pictures need it here

    for name, (source, height) in README_PICTURES.items():
        path = folder / source.format(lang=lang)
        if not path.is_file():
            raise UsageError(f"there is no {path}; take all pictures, without --kind")
        with Image.open(path) as whole:
            whole.convert("RGB").crop((0, 0, whole.width, min(height, whole.height))).save(docs / name, optimize=True)


def _ordered(pages: Iterable[Shown]) -> tuple[Picture, ...]:
    return tuple(
        Picture(page.name, page.lang, device.name, scheme) for page in pages for device in DEVICES for scheme in SCHEMES
    )


def _take(site: Path, folder: Path, pages: tuple[Shown, ...], browser: Path) -> None:
    from playwright.sync_api import sync_playwright  # late: `--help` and bad usage need no browser

    with served(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=["--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb"]
        )
        looks = [(device, scheme) for device in DEVICES for scheme in SCHEMES]
        console = Console(stderr=True)
        for device, scheme in track(looks, "pictures", console=console, disable=not console.is_terminal):
            context = chromium.new_context(
                viewport={"width": device.width, "height": device.height},
                device_scale_factor=device.scale,
                color_scheme=scheme,
                reduced_motion="reduce",
                bypass_csp=True,  # for the style that keeps all still
            )
            tab = context.new_page()
            for page in pages:
                tab.goto(address + page.url)
                tab.add_style_tag(content=STILL)
                tab.evaluate(SETTLED)
                path = folder / Picture(page.name, page.lang, device.name, scheme).file
                if page.selector:
                    tab.locator(page.selector).first.screenshot(path=path, animations="disabled")
                else:
                    tab.screenshot(path=path, full_page=True, animations="disabled")
            context.close()
            if not console.is_terminal:
                print(f"{device.name}, {scheme}: {len(pages)} pictures", file=sys.stderr, flush=True)
        chromium.close()


def _remember(folder: Path, paths: Iterable[str]) -> None:
    (folder / MARKER).write_text("".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8")
