"""What a picture tells beside its picture: place, time, camera, names. Taken out, without touching a pixel.

A photograph from a telephone says where it was taken, and the people in it may pay for that. Drawing it again would
cost quality, and Pillow cannot leave its pixels alone; so only the containers are read here, and nothing but what is
known to be needed is kept: JPEG (ITU T.81, annex B), PNG (W3C, third edition, 5 and 11), WebP (RFC 9649).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = frozenset((
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs",
    b"acTL", b"fcTL", b"fdAT",
))  # fmt: skip
WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
WEBP_TOLD = 0x0C  # of the flags in VP8X: has Exif, has XMP
SCAN, END = 0xDA, 0xD9
ALONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers that no length follows
JFIF, ICC, ADOBE = 0xE0, 0xE2, 0xEE
APPLICATIONS, COMMENT = range(0xE0, 0xF0), 0xFE


class UnreadablePictureError(Exception):
    """The file breaks off, or is not what it says it is."""


def without_private_data(content: bytes) -> bytes:
    """Give a JPEG, PNG or WebP file without what it tells beside its picture; any other as it is.

    Colour profiles stay. Raises UnreadablePictureError.
    """
    try:
        if content.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(content))
        if content.startswith(PNG_HEAD):
            return PNG_HEAD + b"".join(_png(content))
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            body = b"WEBP" + b"".join(_webp(content))
            return b"RIFF" + struct.pack("<I", len(body)) + body
    except (struct.error, IndexError) as fault:
        raise UnreadablePictureError(str(fault)) from fault
    return content


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Give the segments of the first picture: telephones hide further ones, and films, behind its end."""
    yield content[:2]
    at = 2
    while True:
        while content[at + 1] == 0xFF:  # any marker may be padded (B.1.1.2)
            at += 1
        if content[at] != 0xFF:
            raise UnreadablePictureError("no marker where one was expected")
        marker = content[at + 1]
        if marker == END:
            yield content[at : at + 2]
            return
        length = 2 if marker in ALONE else 2 + struct.unpack_from(">H", content, at + 2)[0]
        end = at + length
        if marker == SCAN:
            end = _end_of_scan(content, end)
        if end > len(content):
            raise UnreadablePictureError("the file breaks off")
        if _is_kept(marker, content[at + 4 : at + length]):
            yield content[at:end]
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Find the marker after coded pixels, in which 0xFF is followed by 0 or a restart (B.1.1.5)."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise UnreadablePictureError("the file breaks off")
        if content[at + 1] not in (0x00, 0xFF) and content[at + 1] not in ALONE:
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def _is_kept(marker: int, told: bytes) -> bool:
    if marker == JFIF:
        return told.startswith(b"JFIF\0")
    if marker == ICC:
        return told.startswith(b"ICC_PROFILE\0")
    return marker == ADOBE or (marker not in APPLICATIONS and marker != COMMENT)


def _png(content: bytes) -> Iterator[bytes]:
    at = len(PNG_HEAD)
    kind = b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise UnreadablePictureError("the file breaks off")
        if kind in PNG_KEPT:
            yield content[at:end]
        at = end


def _webp(content: bytes) -> Iterator[bytes]:
    at = 12
    total = 8 + struct.unpack_from("<I", content, 4)[0]
    if total > len(content):
        raise UnreadablePictureError("the file breaks off")
    while at + 8 <= total:
        kind, length = struct.unpack_from("<4sI", content, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(content):
            raise UnreadablePictureError("the file breaks off")
        if kind == b"VP8X":
            flags = content[at + 8] & ~WEBP_TOLD
            yield content[at : at + 8] + bytes((flags,)) + content[at + 9 : end]
        elif kind in WEBP_KEPT:
            yield content[at:end]
        at = end
