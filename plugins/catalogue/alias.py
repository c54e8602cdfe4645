"""An alias: an old path of a page, from the site's root, and the file that can stand there and lead on.

An author writes it as it stood in the old address: with or without a slash at its end, percent-encoded or not.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from plugins.catalogue.web_url import NOT_IN_URL

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ufffd]")
AS_FILE = (".html", ".htm")  # what hosts serve as a page; a file of any other name would not be one
LONGEST = 255  # bytes that a name may have in nearly all file systems
OWN = "theme"  # the folder of Plaza's own files
OWN_ANYWHERE = "pagefind"  # the folder of a search index, whose files are named as they are made
ALONE = "write the path alone, as /old/path/"


def alias_fault(text: str) -> tuple[str, str] | None:
    """Say why a text can be no alias, and what to do about it; None where it can."""
    is_none = "is no path on this site; expected one that starts with / and has no .."
    try:
        plain = unquote(text, errors="strict")
    except UnicodeDecodeError:
        return "is percent-encoded, but not in UTF-8; no page can stand there", "write its letters as they are"
    if plain.startswith("//"):
        return "names another host, or has nothing before its second /; expected a path on this site", ALONE
    if not plain.startswith("/") or {".", ".."} & set(plain.split("/")):
        return is_none, ALONE
    if "?" in plain:
        advice = "leave it out, or have the host redirect it: files are found by the path before the ?"
        return "has a query, for which no file can stand; expected a path alone", advice
    if "#" in plain:
        return "has a fragment, which no host is ever asked for; expected a path alone", ALONE
    if NOT_IN_URL.search(text) or CONTROL.search(plain):
        advice = "write a space as %20, and leave out what no address has"
        return "has white space or another character that no address has", advice
    if "//" in plain:
        return "has nothing between two of its /; expected a name there", "write one / there"
    return _unfit(alias_path(text).split("/"))


def _unfit(names: list[str]) -> tuple[str, str] | None:
    """Say why no file may have such a path."""
    if any(len(name.encode()) > LONGEST for name in names) or len("/".join(names).encode()) > 4 * LONGEST:
        return "is too long for the name of a file", "leave the alias out, or have the host redirect it"
    if names[0].lower() == OWN or OWN_ANYWHERE in (name.lower() for name in names):
        return "lies in a folder of Plaza's own files", "leave the alias out, or have the host redirect it"
    return None


def alias_path(text: str) -> str:
    """Give the file, from the root of the output, that stands where an alias says."""
    plain = unquote(text).removeprefix("/")
    if plain.lower().endswith(AS_FILE):
        return plain
    return f"{plain.removesuffix('/')}/index.html" if plain else "index.html"
