"""What an author's link points to, read from its text alone: another post, a file, a place on this page, or outside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.catalogue.lang import TAG, canonical

OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
COLLECTIONS = ("posts", "pages")
FILE_FOLDERS = ("media/", "root/")
OBSOLETE = re.compile(
    r"\{(?:attach|tag|author|category|index)\}|\|(?:filename|static|attach|tag|author|category|index)\|"
)


class OutsideLink(NamedTuple):
    """An address on the web, by mail or telephone."""

    url: str
    host: str


class FragmentLink(NamedTuple):
    """A place on the same page."""

    fragment: str


class PostLink(NamedTuple):
    """A post or standing page, whatever language its author named."""

    collection: str
    key: str
    fragment: str


class FileLink(NamedTuple):
    """A file below the content folder; `paths` are the ones it may mean, the likeliest first."""

    paths: tuple[str, ...]
    suffix: str  # query and fragment, as written

    @property
    def named(self) -> str:
        """The path to name in a message: the one below media/, else the shortest that lies in the content folder."""
        within = [path for path in self.paths if not path.startswith("..")] or self.paths
        return min(within, key=lambda path: (not path.startswith("media/"), len(path)))


class SiteLink(NamedTuple):
    """An address of this site, as `/temas/`; `path` is not percent-encoded."""

    path: str
    suffix: str  # query and fragment, as written


Target = OutsideLink | FragmentLink | PostLink | FileLink | SiteLink


def read_embedded(text: str, path: str) -> OutsideLink | FileLink:
    """Read the target of a picture or player, which is a file wherever its path seems to lead."""
    if OUTSIDE.match(text):
        return OutsideLink(text, host_of(text))
    target = _file_link(text.removeprefix("{static}").removeprefix("{filename}"), path)
    if not text.startswith("/"):
        return target
    return FileLink((*target.paths, f"root/{target.paths[0]}"), target.suffix)


def read_target(text: str, path: str, langs: tuple[str, ...]) -> Target:
    """Read a link's target; `path` is the file it stands in, relative to the content folder."""
    if text.startswith("{filename}"):
        return _post_link(text.removeprefix("{filename}"), path, langs)
    if text.startswith("{static}"):
        return _file_link(text.removeprefix("{static}"), path)
    if OUTSIDE.match(text):
        return OutsideLink(text, host_of(text))
    if text.startswith("#"):
        return FragmentLink(unquote(text[1:]))
    target = text.partition("#")[0]
    if target.startswith("/"):
        if _is_post_path(target.lstrip("/"), langs):
            return _post_link(text, path, langs)
        if target.lstrip("/").startswith(FILE_FOLDERS):
            return _file_link(text, path)
        end = _path_end(text)
        return SiteLink(unquote(text[:end]), text[end:])
    if target.endswith(".md"):
        return _post_link(text, path, langs)
    return _file_link(text, path)


def read_ref(text: str, element: str, attribute: str, path: str, langs: tuple[str, ...]) -> Target:
    """Read what an attribute of an element of a body points to."""
    if element == "a" or attribute == "cite":
        return read_target(text, path, langs)
    return read_embedded(text, path)


def obsolete_form(text: str) -> str:
    """Give the start of a target that only Pelican itself would resolve, as `{attach}`, else an empty text."""
    found = OBSOLETE.match(text) if text[:1] in ("{", "|") else None
    return found.group() if found else ""


def host_of(url: str) -> str:
    """Give the host of an address in lower case, empty where it has none or cannot be read."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def link_language(host: str, by_host: Mapping[str, str]) -> str:
    """Give the language of a host's pages, from a table of hosts that serves their subdomains too; else empty."""
    labels = host.split(".")
    for start in range(len(labels)):
        if lang := by_host.get(".".join(labels[start:])):
            return lang
    return ""


def _is_post_path(path: str, langs: tuple[str, ...]) -> bool:
    return path.startswith(("posts/", "pages/")) and not path.endswith("/")


def _post_link(text: str, path: str, langs: tuple[str, ...]) -> PostLink:
    target, _, fragment = text.partition("#")
    full = _absolute(unquote(target), path)
    collection, _, rest = full.partition("/")
    stem = posixpath.basename(rest).removesuffix(".md")
    key, _, tag = stem.rpartition(".")
    has_lang = bool(key) and TAG.fullmatch(tag) is not None and canonical(tag) in langs
    return PostLink(collection, key if has_lang else stem, unquote(fragment))


def _file_link(text: str, path: str) -> FileLink:
    end = _path_end(text)
    target = unquote(text[:end])
    from_content = posixpath.normpath(target.lstrip("/"))
    beside = _absolute(target, path)
    paths = (from_content,) if target.startswith("/") else (beside, from_content)
    return FileLink(tuple(dict.fromkeys(paths)), text[end:])


def _path_end(text: str) -> int:
    return min((place for mark in "?#" if (place := text.find(mark)) >= 0), default=len(text))


def _absolute(target: str, path: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
