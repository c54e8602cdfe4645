"""A target that rclone knows: a bucket of S3, a server by SFTP, and seventy more. One call of rclone an act.

rclone reads no file of settings: what publishconf.py says and what the environment says is all it is told. What is in
the environment is secret, and is taken out of whatever rclone has to tell.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.plan.kept_names import KEPT_FOLDER
from tools.errors import MachineError, TargetError, UsageError
from tools.publish.record import RECORD, Record, as_bytes, read_record
from tools.publish.targets import TargetSetting

QUIET = ("--config", "", "--log-level", "ERROR", "--stats", "0", "--use-json-log=false", "--ask-password=false")
PATIENCE = (
    "--transfers",
    "8",
    "--checkers",
    "16",
    "--retries",
    "2",
    "--low-level-retries",
    "2",
    "--contimeout",
    "20s",
    "--timeout",
    "2m",
)
LOST = re.compile(r"\.[0-9a-f]{8}\.partial$")  # what rclone had not finished when it was ended
STAMP = re.compile(r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d [A-Z]+ *: ")
UNREACHABLE = re.compile(
    "connection refused|no such host|i/o timeout|network is unreachable|no route to host|connection reset|"
    "connection lost|server misbehaving|tls: |certificate|unexpected eof|broken pipe",
    re.IGNORECASE,
)
SHUT = re.compile(
    "unable to authenticate|SignatureDoesNotMatch|InvalidAccessKeyId|AccessDenied|Forbidden|Unauthorized|"
    "StatusCode: 40[13]|permission denied|knownhosts|host key",
    re.IGNORECASE,
)
LONGEST = 300  # characters of rclone's own words

# How long browsers and caches may keep what a bucket serves; a web server says so by itself.
KEPT, ASKED = "public, max-age=31536000, immutable", "public, no-cache"


class Remote:
    """A folder or bucket of one remote."""

    reads_cheaply = False

    def __init__(self, setting: TargetSetting) -> None:
        """Take where it is. Raises UsageError where rclone is not told what it needs."""
        self.setting = setting
        self.place = f"{setting.name}:{setting.path}"
        prefix = setting.variable("")
        own = {name: text for name, text in os.environ.items() if name.startswith(prefix)}
        options = {setting.variable(option): text for option, text in setting.options.items()}
        told = {**options, **own}
        if setting.variable("type") not in told:
            raise UsageError(f"the target {setting.name} has no type; expected one in its options, as sftp or s3")
        if told[setting.variable("type")] == "sftp" and not _knows_host(told, setting):
            raise UsageError(
                f"the target {setting.name} does not say how to know its server; expected the option known_hosts_file, "
                'as "~/.ssh/known_hosts" ("none" trusts whoever answers)'
            )
        others = {name: text for name, text in os.environ.items() if not name.startswith("RCLONE_")}
        self.environment = {**others, **told}
        self.lost: list[str] = []  # files that rclone had not finished when it was ended
        self.secrets = sorted((text for text in own.values() if len(text) > 3), key=len, reverse=True)

    def record(self) -> Record | None:
        """Read what the last publish left."""
        if not any(path == RECORD for path, _ in self._listed()):  # of some remotes rclone gives nothing as empty
            return None
        try:
            return read_record(self._rclone("cat", f"{self.place.rstrip('/')}/{RECORD}"))
        except ValueError:
            raise TargetError(
                f"{RECORD} at {self.setting.name} cannot be read; remove it, and publish again with --force"
            ) from None

    def sizes(self) -> Mapping[str, int]:
        """Give the bytes of each file."""
        found = dict(self._listed())
        self.lost = [path for path in found if LOST.search(path)]
        return {path: size for path, size in found.items() if path != RECORD and not LOST.search(path)}

    def write_record(self, record: Record) -> None:
        """Write what stands there."""
        self.remove(self.lost)
        self.lost = []
        with TemporaryDirectory(prefix="plaza-publish-") as folder:
            (Path(folder) / RECORD).write_bytes(as_bytes(record))
            self._copy(Path(folder), (RECORD,), ASKED)

    def send(self, folder: Path, paths: Sequence[str]) -> None:
        """Send files; rclone gives each its name when it is whole."""
        kept = [path for path in paths if path.startswith(KEPT_FOLDER)]
        self._copy(folder, kept, KEPT)
        self._copy(folder, [path for path in paths if not path.startswith(KEPT_FOLDER)], ASKED)

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and the folders that are empty then."""
        if paths:
            self._rclone("delete", self.place, "--rmdirs", "--retries-sleep", "1s", files=paths)

    def digests(self, paths: Sequence[str]) -> Mapping[str, str]:
        """Get files again, and digest them."""
        if not paths:
            return {}
        lines = self._rclone("hashsum", "SHA256", "--download", self.place, files=paths).decode().splitlines()
        return {path: digest for digest, _, path in (line.partition("  ") for line in lines)}

    def finish(self, record: Record) -> None:
        """Write the last record."""
        self.write_record(record)

    def _copy(self, folder: Path, paths: Sequence[str], caching: str) -> None:
        if paths:
            header = ("--header-upload", f"Cache-Control: {caching}")
            # Of what it takes for damaged rclone leaves nothing; what is there is read again later, see `publishing`.
            trusting = ("--no-traverse", "--ignore-times", "--ignore-checksum")
            self._rclone("copy", str(folder), self.place, *trusting, *header, files=paths)

    def _listed(self) -> list[tuple[str, int]]:
        listing = ("lsjson", "-R", "--files-only", "--no-modtime", "--no-mimetype")
        found = json.loads(self._rclone(*listing, self.place, missing=b"[]") or b"[]")
        return [(entry["Path"], entry["Size"]) for entry in found]

    def _rclone(self, *arguments: str, files: Iterable[str] = (), missing: bytes | None = None) -> bytes:
        """Run rclone and give what it prints; `missing` where there is no such folder, if that is no fault."""
        with TemporaryDirectory(prefix="plaza-publish-") as folder:
            named: tuple[str, ...] = ()
            if files:
                (Path(folder) / "files").write_text("".join(f"{path}\n" for path in files), encoding="utf-8")
                named = ("--files-from-raw", str(Path(folder) / "files"))
            command = (str(Path(sys.executable).with_name("rclone")), *QUIET, *PATIENCE, *arguments, *named)
            try:
                done = subprocess.run(
                    command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
                )
            except OSError as fault:
                raise MachineError(f"rclone cannot be started: {fault.strerror}; expected it in .venv") from fault
        if done.returncode == 0:
            return done.stdout
        told = done.stderr.decode("utf-8", "replace")
        if missing is not None and "directory not found" in told:
            return missing
        raise self._fault(told)

    def _fault(self, told: str) -> MachineError | TargetError:
        for secret in self.secrets:
            told = told.replace(secret, "…")
        lines = [STAMP.sub("", line).strip() for line in told.splitlines() if line.strip()]
        line = (lines or ["rclone told nothing"])[-1][:LONGEST]
        name = self.setting.name
        if SHUT.search(told):
            return TargetError(f"{name} does not let us in: {line}; are {self.setting.variable('…')} right?")
        if UNREACHABLE.search(told):
            return MachineError(f"cannot reach {name}: {line}")
        return TargetError(f"cannot publish to {name}: {line}")


def _knows_host(told: Mapping[str, str], setting: TargetSetting) -> bool:
    return any(setting.variable(option) in told for option in ("known_hosts_file", "pin_host_key"))
