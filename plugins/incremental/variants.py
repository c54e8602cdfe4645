"""Compressed variants of a file, beside it for hosts to send in its place: which files have them, how they are made.

A variant is known by the digest of the bytes that it was made of, so that it is made again only where those differ.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterable
from hashlib import blake2b
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]

from plugins.incremental.fingerprint import SIZE, Fingerprint

LEAST = 1024  # bytes of a file that is worth it: less fits into one packet with its headers
TEXTS = (
    *(".html", ".css", ".js", ".mjs", ".json", ".map", ".xml", ".svg", ".txt", ".md", ".csv", ".vtt", ".webmanifest"),
    *(".wasm", ".ttf", ".otf"),
)
MANY = (".html", ".xml")  # of which a site has thousands, each seldom fetched
VARIANT = "variant"  # the key of one in the manifest


class Encoding(NamedTuple):
    """A content coding of HTTP (RFC 9110, 8.4.1): the end of its files' names, and how they are made.

    `form` stands for the way of making; another one makes every variant anew.
    """

    suffix: str
    form: str
    compress: Callable[[bytes, str], bytes]


def _gzip(content: bytes, path: str) -> bytes:
    """Compress without a name and a time (RFC 1952, 2.3), so that equal bytes stay equal."""
    packing = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packing.compress(content) + packing.flush()


def _brotli(content: bytes, path: str) -> bytes:
    """Compress what all pages share as far as can be; pages in a fortieth of that time, and an eighth larger.

    A window beyond the content would only cost time (RFC 7932, 9.1).
    """
    quality = 8 if path.endswith(MANY) else 11
    return bytes(brotli.compress(content, quality=quality, lgwin=max(16, min(22, len(content).bit_length()))))


ENCODINGS = {"gzip": Encoding(".gz", "gzip 1", _gzip), "br": Encoding(".br", f"br 1 {brotli.__version__}", _brotli)}


def is_worth_it(path: str, size: int) -> bool:
    """Tell whether a file of so many bytes gets variants, where they come out smaller."""
    return size >= LEAST and path.lower().endswith(TEXTS)


def fingerprint_of(encoding: Encoding, content: bytes) -> Fingerprint:
    """Tell what a variant of some bytes is made of."""
    return Fingerprint(f"{encoding.form} {blake2b(content, digest_size=SIZE).hexdigest()}")


def is_of_form(encoding: Encoding, made_of: Fingerprint | None) -> bool:
    """Tell whether a variant was made as they are made now."""
    return made_of is not None and made_of.view.startswith(f"{encoding.form} ")


def owner_of(path: str) -> str:
    """Name the file that a variant of that path would stand beside; empty where it ends as none."""
    owner, _, ending = path.rpartition(".")
    return owner if any(encoding.suffix == f".{ending}" for encoding in ENCODINGS.values()) else ""


def place(path: str, variants: Collection[str]) -> tuple[bool, str, bool]:
    """Order files as they are moved: pages after what they fetch, and each file right after its variants.

    So no page names what is not there yet, and no variant is older than its file.
    """
    owner = owner_of(path) if path in variants else path
    return owner.endswith(".html"), owner, path not in variants


def told(paths: Iterable[str], variants: Collection[str]) -> tuple[str, ...]:
    """Give the paths that are worth telling, in order: variants go with their files without saying."""
    known = set(paths)
    return tuple(sorted(path for path in known if path not in variants or owner_of(path) not in known))
