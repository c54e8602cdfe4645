"""What every kind of target can do, for `publishing` to lead: nothing is seen by readers but whole files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from tools.publish.record import Record


class Target(Protocol):
    """A place a site is published to. Each method raises TargetError or MachineError in one line."""

    reads_cheaply: bool  # whether the digest of every file may be asked for, not only of those that were sent

    def record(self) -> Record | None:
        """Read what the last publish left; None where there is none."""

    def sizes(self) -> Mapping[str, int]:
        """Give the bytes of each file there but the record, by path; leave out what an earlier publish lost there."""

    def write_record(self, record: Record) -> None:
        """Write what stands there."""

    def send(self, folder: Path, paths: Sequence[str]) -> None:
        """Send files of a folder, each whole or not at all."""

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and the folders that are empty then; what is not there is no fault."""

    def digests(self, paths: Sequence[str]) -> Mapping[str, str]:
        """Read files back: the SHA-256 in hexadecimal of each that is there."""

    def finish(self, record: Record) -> None:
        """Write the last record, and let readers see all of it where they have not until now."""
