"""The environment in .venv: made from the hashed lock the first time and whenever the lock or its Python changes.

`inv` starts this with any Python 3.11 or newer and nothing installed, so it uses the standard library alone and
imports nothing of Plaza. A stamp, written last, tells that .venv is complete: a run that was killed is repeated.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

MACHINE_AT_FAULT = 3
NO_NETWORK = re.compile(
    "name resolution|Name or service not known|nodename nor servname|getaddrinfo|resolve host|dns error|unreachable|"
    "Connection refused|NewConnectionError|ConnectTimeout|Read timed out|timed out|Failed to fetch|ProxyError|"
    "error sending request",
    re.IGNORECASE,
)
# They would put the packages elsewhere than in .venv.
MISLEADING = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")

Runner = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


class Place(NamedTuple):
    """Where a checkout keeps its lock and its environment."""

    root: Path

    @property
    def lock(self) -> Path:
        return self.root / "requirements.lock"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def stamp(self) -> Path:
        return self.venv / "plaza-stamp"

    @property
    def log(self) -> Path:
        return self.root / ".cache" / "setup.log"


class SetupError(Exception):
    """The environment could not be made; the text is the one line the user reads."""


def stamp(lock: bytes, python: tuple[int, int]) -> str:
    """Name the environment that this lock gives on this Python (major, minor)."""
    return f"{hashlib.sha256(lock).hexdigest()} python{python[0]}.{python[1]}\n"


def is_in_step(place: Place, prefix: Path, python: tuple[int, int]) -> bool:
    """Tell whether .venv is complete and made from today's lock; `prefix` is where the running Python lives.

    Only .venv's own Python can answer yes: that it runs shows that what it was made from is still there.
    """
    if prefix != place.venv or not place.stamp.is_file():
        return False
    return place.stamp.read_text(encoding="utf-8") == stamp(place.lock.read_bytes(), python)


def install_commands(place: Place, base: str, uv: str | None) -> tuple[tuple[str, ...], ...]:
    """List the commands that make .venv with the Python `base`; wheels alone, for building one runs unhashed code."""
    python, lock = str(place.python), str(place.lock)
    hashed = ("--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lock)
    if uv:
        return (
            (uv, "venv", "--quiet", "--no-project", "--python", base, str(place.venv)),
            (uv, "pip", "install", "--quiet", "--python", python, *hashed),
        )
    pip = (python, "-I", "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
    return (base, "-I", "-m", "venv", str(place.venv)), (*pip, "install", *hashed)


def set_up(place: Place, base: str, python: tuple[int, int], uv: str | None, run: Runner) -> None:
    """Make .venv anew and stamp it; without success what stood there is put back. Raises SetupError."""
    before = place.root / ".venv.before"
    if place.stamp.is_file():
        shutil.rmtree(before, ignore_errors=True)
        place.venv.rename(before)
    shutil.rmtree(place.venv, ignore_errors=True)
    try:
        for command in install_commands(place, base, uv):
            done = run(command)
            if done.returncode:
                raise SetupError(_reason(place, command, done.stdout + done.stderr))
        place.stamp.write_text(stamp(place.lock.read_bytes(), python), encoding="utf-8")
    except BaseException:
        shutil.rmtree(place.venv, ignore_errors=True)
        if before.is_dir():
            before.rename(place.venv)  # for the lock it was made from, should that come back
        raise
    shutil.rmtree(before, ignore_errors=True)


def _reason(place: Place, command: Sequence[str], output: str) -> str:
    """Keep the output in a log, and say in a line what went wrong."""
    place.log.parent.mkdir(exist_ok=True)
    place.log.write_text(f"$ {' '.join(command)}\n{output}", encoding="utf-8")
    return f"{_cause(place, output)} (details in {place.log})"


def _cause(place: Place, output: str) -> str:
    if "certificate" in output:
        return "cannot fetch Plaza's packages: set SSL_CERT_FILE to your network's certificates"
    if NO_NETWORK.search(output):
        return "cannot fetch Plaza's packages: is there a network?"
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["no output"]
    worst = next((line for line in lines if line.casefold().startswith("error")), lines[-1])
    return f"cannot set up {place.venv}: {worst}"


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """Hold the checkout's lock; the system lets go of it whatever happens to this process."""
    with (place.root / ".venv.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def prepare(place: Place) -> None:
    """Bring .venv in step with the lock. Raises SetupError."""
    python = sys.version_info[:2]
    base: str = getattr(sys, "_base_executable", None) or sys.executable
    uv = _working_uv()
    if uv is None and not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        hint = f"install it (on Debian and Ubuntu: apt install python{python[0]}.{python[1]}-venv)"
        raise SetupError(f"the Python at {base} has no venv module: {hint}")
    with alone(place):
        if _is_in_step_by_now(place):
            return  # another ./inv did it meanwhile
        print(f"plaza: setting up {place.venv}, once for this lock …", file=sys.stderr, flush=True)
        set_up(place, base, python, uv, _run)


def _is_in_step_by_now(place: Place) -> bool:
    if not place.python.exists():
        return False
    code = "import sys; print(sys.version_info[0], sys.version_info[1])"
    answer = _run((str(place.python), "-I", "-c", code))
    major, _, minor = answer.stdout.strip().partition(" ")
    return answer.returncode == 0 and is_in_step(place, place.venv, (int(major), int(minor)))


def _working_uv() -> str | None:
    uv = shutil.which("uv")
    return uv if uv and _run((uv, "--version")).returncode == 0 else None


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=without_misleading(os.environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def without_misleading(environ: Mapping[str, str]) -> dict[str, str]:
    """Drop the variables that lead an installer away from .venv."""
    return {name: value for name, value in environ.items() if name not in MISLEADING}


def main(arguments: Sequence[str]) -> int:
    """Bring .venv in step and become the program; return an exit code only where that fails."""
    place = Place(Path(__file__).resolve().parent.parent)
    try:
        if not is_in_step(place, Path(sys.prefix), sys.version_info[:2]):
            prepare(place)
    except SetupError as error:
        print(f"plaza: {error}", file=sys.stderr)
        return MACHINE_AT_FAULT
    except OSError as error:
        print(f"plaza: cannot set up {place.venv}: {error.strerror}: {error.filename}", file=sys.stderr)
        return MACHINE_AT_FAULT
    except KeyboardInterrupt:
        return 130
    # -P: modules come from the environment, not from the folder of the script. utf8: whatever the locale.
    program = str(place.root / "tools" / "__main__.py")
    os.execv(place.python, (str(place.python), "-P", "-X", "utf8", program, *arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
