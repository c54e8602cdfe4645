"""Names by which files of the theme may be kept for ever: each holds a digest of its bytes, so it is always the same.

A file that names another has the other's new name in it, and so a new one itself, once the other changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

FOLDER = "kept"  # below theme/, for all that a host may let readers keep
KEPT_FOLDER = f"theme/{FOLDER}/"  # from the root of the site
SIZE = 4  # bytes of a digest in a name

# Addresses in a stylesheet, past comments and other strings; those of modules in a script
CSS_ADDRESS = re.compile(
    r"""/\*.*?\*/
    | url\(\s*(?: "([^"\n]*)" | '([^'\n]*)' | ([^"'()\s]+) )\s*\)
    | @import\s*(?: "([^"\n]*)" | '([^'\n]*)' )
    | "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*'
    """,
    re.VERBOSE | re.DOTALL,
)
JS_ADDRESS = re.compile(
    r"""(?<![\w.$]) (?:from|import)\s*\(?\s* (?: "([^"\s]+)" | '([^'\s]+)' | `([^`$\s]+)` )
    | (?<![\w.$]) new\s+URL\(\s* (?: "([^"\s]+)" | '([^'\s]+)' | `([^`$\s]+)` ) \s*,\s*import\.meta\.url
    """,
    re.VERBOSE,
)
ADDRESSES = {".css": CSS_ADDRESS, ".js": JS_ADDRESS, ".mjs": JS_ADDRESS}


class CircleError(ValueError):
    """Files name each other in a circle, so that none of them can have its name first; `names` are theirs."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(" -> ".join(names))
        self.names = names


class KeptFile(NamedTuple):
    """A file under its new name, from the theme's folder in the output, with the new names of others in it."""

    name: str
    content: bytes


def kept_files(files: Mapping[str, bytes], folder: str) -> dict[str, KeptFile]:
    """Give every file its name, by the old one; `folder` is the address of the theme's files, as `/blog/theme`.

    Raises CircleError.
    """
    done: dict[str, KeptFile] = {}
    return {name: _keep(name, (), files, folder, done) for name in files}


def _keep(
    name: str, above: tuple[str, ...], files: Mapping[str, bytes], folder: str, done: dict[str, KeptFile]
) -> KeptFile:
    if name in above:
        raise CircleError((*above[above.index(name) :], name))
    if name not in done:
        content = files[name]
        pattern = ADDRESSES.get(PurePosixPath(name).suffix.lower())
        if pattern is not None:
            text = content.decode("utf-8", "surrogateescape")
            pieces = _replaced(text, pattern, name, (*above, name), files, folder, done)
            content = "".join(pieces).encode("utf-8", "surrogateescape")
        done[name] = KeptFile(kept_name(name, content), content)
    return done[name]


def kept_name(name: str, content: bytes) -> str:
    """Name a file by its bytes, below FOLDER, in the folders that it had."""
    path = PurePosixPath(name)
    digest = blake2b(content, digest_size=SIZE).hexdigest()
    return f"{FOLDER}/{path.with_name(f'{path.stem}.{digest}{path.suffix}')}"


def _replaced(
    text: str,
    pattern: re.Pattern[str],
    name: str,
    above: tuple[str, ...],
    files: Mapping[str, bytes],
    folder: str,
    done: dict[str, KeptFile],
) -> Iterator[str]:
    """Give a text in pieces, its addresses as they lead from where it will stand."""
    start = 0
    for match in pattern.finditer(text):
        if match.lastindex is None:
            continue
        url = match[match.lastindex]
        if pattern is JS_ADDRESS and not url.startswith((".", "/")):
            continue  # a name in an import map (HTML 8.1.6.2)
        leads = urlsplit(urljoin(f"{folder}/{name}", url))
        if not urlsplit(url).path or leads.scheme or leads.netloc:
            continue
        path = unquote(leads.path.removeprefix(f"{folder}/"))
        is_kept = leads.path.startswith(f"{folder}/") and path in files
        target = f"{folder}/{quote(_keep(path, above, files, folder, done).name)}" if is_kept else leads.path
        yield text[start : match.start(match.lastindex)]
        yield _from(f"{folder}/{FOLDER}/{name}", url, target)
        start = match.end(match.lastindex)
    yield text[start:]


def _from(place: str, url: str, target: str) -> str:
    """Write the address of a target: as the old one was, but for its last part, where that leads there from a place."""
    old = urlsplit(url)
    beside = (
        f"{old.path.rpartition('/')[0]}/{target.rpartition('/')[2]}" if "/" in old.path else target.rpartition("/")[2]
    )
    path = beside if urljoin(place, beside) == target else target
    return old._replace(path=path).geturl()
