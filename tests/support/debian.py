"""Programs that tests run and Python has no package of: the machine's own, or Debian's, installed where there is none.

The suite may not pass over what such a program really does, so a machine where it can neither be found nor installed
is told so in one line.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tools.chromium import run
from tools.errors import MachineError

APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300")


def found_or_installed(name: str, package: str, places: tuple[str, ...] = ()) -> str:
    """Return the path of a program: what its variable says (PLAZA_NGINX), or where it is on PATH or else by custom.

    Raises MachineError.
    """
    if found := _existing(name, places):
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"plaza: installing {package} for the tests …", file=sys.stderr, flush=True)
        run((*APT, "update"))
        run((*APT, "install", "--no-install-recommends", package))
        if found := _existing(name, places):
            return found
    raise MachineError(f"found no {name} and could not install one: install it, or set {_variable(name)} to its path")


def _existing(name: str, places: tuple[str, ...]) -> str | None:
    named = os.environ.get(_variable(name)) or shutil.which(name)
    return named or next((place for place in places if Path(place).exists()), None)


def _variable(name: str) -> str:
    return f"PLAZA_{name}".upper().replace("-", "_")
