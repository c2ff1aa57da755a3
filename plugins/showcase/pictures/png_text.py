"""The texts that editors leave in a PNG: XMP, and EXIF written out in digits."""

from __future__ import annotations

import re
import zlib
from string import whitespace

_HEX_PROFILE = re.compile(rb"\s*(?:exif|app1|xmp)\s+\d+\s+([0-9a-fA-F\s]*)")


def text_of(kind: bytes, body: bytes, room: int) -> bytes:
    """What a text chunk says, if it may hold XMP or an EXIF profile; b"" of others.

    kind: `tEXt`, `zTXt` or `iTXt`. room: bytes that a packed text may still take.
    """
    keyword, _, rest = body.partition(b"\0")
    if not keyword.startswith((b"XML:com.adobe.xmp", b"Raw profile type")):
        return b""
    if kind == b"zTXt":
        rest = _inflate(rest[1:], room)
    elif kind == b"iTXt":
        packed = rest[:1] == b"\x01"
        rest = rest[2:].split(b"\0", 2)[-1]
        rest = _inflate(rest, room) if packed else rest
    profile = _HEX_PROFILE.match(rest)
    if profile is None:
        return rest
    digits = profile[1].translate(None, whitespace.encode())  # millions of pieces would fill the memory
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))


def _inflate(data: bytes, room: int) -> bytes:
    """Unpacked, at most `room` bytes; b"" if it cannot be."""
    try:
        return zlib.decompressobj().decompress(data, room) if room > 0 else b""  # zlib takes 0 for "no limit"
    except zlib.error:
        return b""
