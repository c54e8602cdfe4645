"""The output folder as a host serves it: which files there are, and which file an address leads to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: a file of the output (None: nowhere), or another host."""

    path: str | None
    fragment: str
    is_outside: bool = False
    fault: str = ""  # why it leads nowhere


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of an output (posix, relative) and the address they were built for, without a slash at the end."""

    root: Path
    site_url: str
    files: frozenset[str]

    @property
    def base(self) -> str:
        """The path that every address of the site starts with, without a slash at the end."""
        return urlsplit(self.site_url).path

    def address(self, path: str) -> str:
        """Give the absolute address of a file, a folder's for its index.html."""
        name = path.rpartition("/")[2]
        return f"{self.site_url}/{quote(path.removesuffix(INDEX) if name == INDEX else path)}"

    def target(self, url: str, page: str) -> Target:
        """Resolve an address that a page names."""
        absolute = urlsplit(urljoin(self.address(page), url))
        site = urlsplit(self.site_url)
        if absolute.scheme not in ("http", "https") or absolute.netloc != site.netloc or absolute.scheme != site.scheme:
            return Target(None, "", is_outside=True)
        inside = absolute.path.startswith(f"{self.base}/") or absolute.path == self.base
        if not inside:
            if urlsplit(url).netloc:
                return Target(None, "", is_outside=True)
            return Target(None, "", fault=f"it leaves the site's path, {self.base}/")
        path = unquote(absolute.path.removeprefix(self.base).removeprefix("/"))
        if not path or path.endswith("/"):
            path += INDEX
        if path in self.files:
            return Target(path, unquote(absolute.fragment))
        if f"{path}/{INDEX}" in self.files:
            return Target(None, "", fault="it is a folder, and lacks the slash at its end")
        return Target(None, "", fault="there is no such file")


def read_folder(root: Path, site_url: str) -> Folder:
    """List a folder. Raises FileNotFoundError where there is none."""
    if not root.is_dir():
        raise FileNotFoundError(root)
    files = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return Folder(root, site_url.rstrip("/"), files)
