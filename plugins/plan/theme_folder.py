"""Where readers find the theme's files: what `site.theme` is in a template.

`site.theme["js/search.js"]` is the address of `static/js/search.js`, whatever name it is published by. Templates may
also write `{{ site.theme }}/js/search.js`: where files have other names, the folder is then stood in for until the page
is rendered and the whole address is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from jinja2 import UndefinedError

STAND_IN = "\0theme\0"
WRITTEN = re.compile(f"{STAND_IN}(?:/([^\\s\"'<>?#]*))?")


@dataclass(frozen=True, slots=True)
class ThemeFolder:
    """The folder's address, without a slash at the end, and by what name in it each file of `static/` is published."""

    address: str
    names: Mapping[str, str] = field(default_factory=dict)
    is_renamed: bool = False

    def __getitem__(self, name: str) -> str:
        """Give the address of a file. Raises UndefinedError for one that is not there, as Jinja does for values."""
        if name not in self.names:
            raise UndefinedError(f"the theme has no file {name!r} in static/")
        return self.of(name)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a file."""
        return name in self.names

    def __str__(self) -> str:
        """Give the folder's address, or what stands for it until `resolved`."""
        return STAND_IN if self.is_renamed else self.address

    def of(self, name: str) -> str:
        """Give the address that a file has, or would have."""
        return f"{self.address}/{quote(self.names.get(name, name))}"

    def resolved(self, page: str) -> str:
        """Put addresses in the place of what stood for the folder. Raises UndefinedError as above."""
        return WRITTEN.sub(self._resolved, page) if STAND_IN in page else page

    def _resolved(self, written: re.Match[str]) -> str:
        return self[unquote(written[1])] if written[1] else f"{self.address}{'/' if written[1] == '' else ''}"
