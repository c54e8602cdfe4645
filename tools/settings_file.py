"""Reads a settings file without Pelican, so that `check` need not start it."""

from __future__ import annotations

import re
import runpy
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.catalogue.settings import SettingError, Settings, read_settings
from tools.errors import UsageError

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ROOT / "pelicanconf.py"
SITE_FILES = (ROOT / "site" / "publishconf.py", ROOT / "site" / "pelicanconf.py")  # the later one counts first
PATHS = ("PATH", "OUTPUT_PATH", "THEME")
NAME = re.compile("[A-Z][A-Z_]+")


def load(file: Path | None = None, **overrides: Any) -> dict[str, Any]:
    """Run a settings file and give its upper-case names; overrides that are None count as not given.

    Paths in it are relative to the folder of pelicanconf.py. Raises UsageError where it cannot be run.
    """
    file = file or DEFAULT
    if not file.is_file():
        raise UsageError(f"there is no settings file {file}")
    known = set(sys.modules)
    sys.path.insert(0, str(ROOT))
    try:
        names = runpy.run_path(str(file))
    except Exception as fault:
        raise UsageError(f"cannot read the settings file {_place(fault, file)}: {_told(fault)}") from fault
    finally:
        sys.path.remove(str(ROOT))
        for name in set(sys.modules) - known:
            if not name.startswith("plugins"):  # a settings file that this one builds on is read anew each time
                del sys.modules[name]
    values = {name: value for name, value in names.items() if name.isupper()}
    values.update({name: value for name, value in overrides.items() if value is not None})
    for name in PATHS:
        if name in values:
            values[name] = str(ROOT / values[name])
    if "THEME" in values and not Path(values["THEME"]).is_dir():
        raise UsageError(f"there is no theme folder {values['THEME']}")
    return values


def read(file: Path | None = None, **overrides: Any) -> Settings:
    """Read a settings file into the value that content and plan use. Raises UsageError where a setting is wrong."""
    values = load(file, **overrides)
    try:
        return read_settings(values, ROOT)
    except SettingError as fault:
        raise UsageError(f"{site_place(fault, values) or file or DEFAULT.name}: {fault}") from fault


def site_place(fault: SettingError, values: Mapping[str, Any]) -> str:
    """Give file and line of the site's own setting that a fault is about; empty where it is not the site's."""
    found = NAME.search(str(fault))
    name = found.group() if found else ""
    value = values.get(name)
    for file in SITE_FILES if name else ():
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        # A text that the file does not hold comes from elsewhere, as from the command line.
        if (not isinstance(value, str) or value in text) and (line := re.search(rf"^{name}\b", text, re.MULTILINE)):
            return f"{file.relative_to(ROOT)}:{text.count(chr(10), 0, line.start()) + 1}"
    return ""


def _place(fault: Exception, file: Path) -> str:
    """Name the file and line that a settings file failed in; it may be one that it builds on."""
    if isinstance(fault, SyntaxError):
        return f"{fault.filename}:{fault.lineno}"
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.name == "<module>"]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else str(file)


def _told(fault: Exception) -> str:
    text = fault.msg if isinstance(fault, SyntaxError) else fault  # its place is told before it
    return f"{type(fault).__name__}: {text}"
