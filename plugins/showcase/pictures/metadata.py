"""What EXIF and XMP say that matters here: which way is up, and whether a place is named.

Both are read by hand, a few bytes of each: a broken block must never stop a sound picture,
and a position must be found wherever phones and editors leave one.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_ORIENTATION, _GPS_BLOCK = 0x0112, 0x8825
_POSITION_TAGS = frozenset({2, 4})  # GPSLatitude, GPSLongitude; the block alone may hold a version only
_XMP_ORIENTATION = re.compile(rb"tiff:Orientation\s*(?:=\s*[\"']|>)\s*([1-8])")
_XMP_POSITION = re.compile(rb"GPSL(?:atitude|ongitude)")


def exif_orientation(block: bytes) -> int | None:
    """The EXIF orientation, 1-8; None where the block does not say or is broken."""
    try:
        values = [value for tag, _count, value in _entries(block, 0) if tag == _ORIENTATION]
    except (struct.error, ValueError):
        return None
    return values[0] if values and values[0] in range(1, 9) else None


def exif_has_position(block: bytes) -> bool:
    """True if the block names a latitude or longitude, or is broken where it would."""
    try:
        for tag, _count, offset in _entries(block, 0):
            if tag == _GPS_BLOCK:
                return any(inner in _POSITION_TAGS and count for inner, count, _value in _entries(block, offset))
    except (struct.error, ValueError):
        return b"\x88\x25" in block or b"\x25\x88" in block  # a broken block gets no benefit of the doubt
    return False


def xmp_orientation(packet: bytes) -> int | None:
    """The XMP orientation, 1-8, or None."""
    found = _XMP_ORIENTATION.search(packet)
    return int(found[1]) if found else None


def xmp_has_position(packet: bytes) -> bool:
    """True if the packet, or any bytes that may hold one, names a latitude or longitude."""
    return _XMP_POSITION.search(packet) is not None


def _entries(block: bytes, offset: int) -> Iterator[tuple[int, int, int]]:
    """(tag, count, value or offset) of one directory; of the first one for offset 0.

    A short value is read as such, everything else as a 32-bit number: enough for
    orientation and for pointers. Raises struct.error or ValueError on a broken block.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        raise ValueError(block[:4])
    (first,) = struct.unpack_from(order + "I", block, 4)
    start = offset or first
    (size,) = struct.unpack_from(order + "H", block, start)
    for position in range(start + 2, start + 2 + 12 * size, 12):
        tag, kind, count = struct.unpack_from(order + "HHI", block, position)
        (value,) = struct.unpack_from(order + ("H" if kind == 3 else "I"), block, position + 8)
        yield tag, count, value
