"""Paths of addresses in the configuration of hosts, written so that no character of them is syntax there."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes

PLAIN = re.compile(rb"[A-Za-z0-9/_-]")


def encoded(path: str) -> str:
    """Percent-encode all but letters, digits, `-._~/` and what is encoded already (RFC 3986, 2.3)."""
    return quote(unquote_to_bytes(path.encode("utf-8", "surrogateescape")), safe="/~")


def decoded(path: str) -> str:
    """Give a path as servers see it; bytes that are no UTF-8 are escaped as Python does (`surrogateescape`)."""
    return unquote_to_bytes(path).decode("utf-8", "surrogateescape")


def pattern(path: str) -> str:
    """Give a regular expression (PCRE and RE2 alike) that matches a path as servers see it, byte by byte."""
    return "".join(_pattern_of(byte) for byte in unquote_to_bytes(path))


def _pattern_of(byte: int) -> str:
    character = bytes((byte,))
    if PLAIN.match(character):
        return character.decode()
    return r"\." if character == b"." else rf"\x{byte:02x}"
