"""Reads a settings file without Pelican, so that `check` need not start it."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

from plugins.catalogue.settings import SettingError, Settings, read_settings
from tools.errors import UsageError

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ROOT / "pelicanconf.py"
PATHS = ("PATH", "OUTPUT_PATH", "THEME")


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
        raise UsageError(f"cannot read the settings file {file}: {type(fault).__name__}: {fault}") from fault
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
    try:
        return read_settings(load(file, **overrides), ROOT)
    except SettingError as fault:
        raise UsageError(f"{file or DEFAULT.name}: {fault}") from fault
