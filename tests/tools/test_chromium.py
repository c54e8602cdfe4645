"""Chromium: where it is looked for, what counts as one, and how it is installed."""

from pathlib import Path

import pytest

from tools.chromium import existing, runs, ways_to_install
from tools.errors import MachineError


def which_of(**found):
    return lambda name: found.get(name.replace("-", "_"))


def test_variable_names_the_browser(tmp_path):
    found = existing(
        {"PLAZA_CHROMIUM": "/my/browser"}, which_of(chromium="/usr/bin/chromium"), lambda _: True, tmp_path
    )
    assert found == Path("/my/browser")


def test_variable_that_names_no_browser_is_told(tmp_path):
    with pytest.raises(MachineError, match="PLAZA_CHROMIUM is /my/browser, which is no browser that starts"):
        existing({"PLAZA_CHROMIUM": "/my/browser"}, which_of(chromium="/usr/bin/chromium"), lambda _: False, tmp_path)


def test_first_browser_that_starts_is_taken(tmp_path):
    which = which_of(chromium_browser="/usr/bin/chromium-browser", google_chrome="/usr/bin/google-chrome")
    found = existing({}, which, lambda browser: browser != Path("/usr/bin/chromium-browser"), tmp_path)
    assert found == Path("/usr/bin/google-chrome")


def test_browser_of_playwright_is_found_the_newest_first(tmp_path):
    for number in ("chromium-1100", "chromium-1200"):
        folder = tmp_path / ".cache" / "ms-playwright" / number / "chrome-linux"
        folder.mkdir(parents=True)
        (folder / "chrome").write_text("")
    found = existing({}, which_of(), lambda browser: tmp_path in browser.parents, tmp_path)
    assert found == tmp_path / ".cache/ms-playwright/chromium-1200/chrome-linux/chrome"


def test_machine_without_a_browser_has_none(tmp_path):
    assert existing({}, which_of(), lambda _: False, tmp_path) is None


def test_stub_that_fails_is_no_browser(tmp_path):
    stub = tmp_path / "chromium-browser"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    assert not runs(stub)
    assert not runs(tmp_path / "nothing")


def test_root_on_debian_installs_the_package_and_falls_back_to_playwright():
    packages, playwright = ways_to_install(which_of(apt_get="/usr/bin/apt-get"), is_root=True)
    assert [command[-2:] for command in packages] == [("DPkg::Lock::Timeout=300", "update"), ("install", "chromium")]
    assert playwright[0][-3:] == ("playwright", "install", "chromium")


def test_others_install_with_playwright():
    for which, is_root in ((which_of(apt_get="/usr/bin/apt-get"), False), (which_of(), True)):
        ((command,),) = ways_to_install(which, is_root=is_root)
        assert command[-3:] == ("playwright", "install", "chromium")
