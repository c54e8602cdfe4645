"""A time zone by its name, out of the package tzdata: the same rules on every machine.

An adapter: it reads the package's files. The standard library would look into the machine's own database first, which
may be years older or newer, so that one post would have two dates.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from zoneinfo import ZoneInfo


class PackagedZone(ZoneInfo):
    """A zone that can be copied and kept: what `ZoneInfo.from_file` gives refuses to be pickled."""

    def __reduce__(self) -> tuple[Callable[[str], ZoneInfo], tuple[str]]:
        """Tell how to make the zone again."""
        return time_zone, (self.key,)


@lru_cache(maxsize=16)
def time_zone(name: str) -> ZoneInfo:
    """Find the zone with an IANA name, as America/Mexico_City. Raises LookupError where tzdata lists none."""
    package = files("tzdata")
    if name not in package.joinpath("zones").read_text(encoding="ascii").splitlines():
        raise LookupError(name)
    data = package.joinpath("zoneinfo", *name.split("/")).read_bytes()
    return PackagedZone.from_file(BytesIO(data), key=name)
