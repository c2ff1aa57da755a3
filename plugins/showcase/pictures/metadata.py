"""Reads from EXIF and XMP which way is up and whether a place is named. Nothing of either is published.

Both are read by hand, a few bytes of each: a broken block must never stop a sound picture,
and a position must be found wherever phones, drones and editors leave one.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

_ORIENTATION, _EXIF_BLOCK, _GPS_BLOCK = 0x0112, 0x8769, 0x8825
# Latitude and longitude of the camera and of what it looks at; the block alone may hold a version only.
_POSITION_TAGS = frozenset({2, 4, 20, 22})
_MAX_DIRECTORIES = 8  # of one EXIF block
_MAX_ENTRIES = 256  # of one directory
_MAX_BLOCKS = 256  # EXIF blocks of further pictures in the same file
_BLOCK = 65_536
_HEADER = re.compile(rb"Exif\0.(?:II\*\0|MM\0\*)", re.DOTALL)
_XMP_ORIENTATION = re.compile(rb"tiff:Orientation\s*(?:=\s*[\"']|>)\s*([1-8])")
# `GPSLatitude` of everybody, `GpsLatitude` and the misspelt `GpsLongtitude` of drones. Looked for by their
# ends, which is many times faster than letting a pattern try every byte of a photo.
_XMP_ENDS = (b"atitude", b"ongitude", b"ongtitude")
_MAX_PLACES = 100_000  # of such an end in one file: whoever writes more hides something among them
# Of the clip that hangs on a motion photo. Four bytes alone would be met by chance in one photo of a thousand.
_CLIP_PLACE, _CLIP_KEY = re.compile(rb"\xa9xyz.{4}[+-]\d", re.DOTALL), b"com.apple.quicktime.location.ISO6709"
_THERMAL = b"FLIR\0\1"  # a maker's own block
_THERMAL_PLACE = re.compile(rb"\x01\0\0\0[\x00-\x04]{4}[NS]\0[EW]\0")

# (tag, count, value or offset) of each entry, and where the next directory starts.
_Directory = tuple[list[tuple[int, int, int]], int]


def exif_orientation(block: bytes) -> int | None:
    """The EXIF orientation, 1-8; None where the block does not say or is broken."""
    try:
        values = [value for tag, _count, value in _directory(block, 0)[0] if tag == _ORIENTATION]
    except (struct.error, ValueError):
        return None
    return values[0] if values and values[0] in range(1, 9) else None


def exif_has_position(block: bytes) -> bool:
    """True if the block names a latitude or longitude, or is broken where it would."""
    try:
        entries, following = _directory(block, 0)
        if _names_position(block, entries):
            return True
    except (struct.error, ValueError):
        return b"\x88\x25" in block or b"\x25\x88" in block  # a broken block gets no benefit of the doubt
    camera = [offset for tag, _count, offset in entries if tag == _EXIF_BLOCK]
    return _position_below(block, [*camera, *([following] if following else [])])


def xmp_orientation(packet: bytes) -> int | None:
    """The XMP orientation, 1-8, or None."""
    found = _XMP_ORIENTATION.search(packet)
    return int(found[1]) if found else None


def xmp_has_position(packet: bytes) -> bool:
    """True if the packet, or any bytes that may hold one, names a latitude or longitude."""
    return any(_named(packet, end) for end in _XMP_ENDS)


def file_has_position(data: bytes) -> bool:
    """True if a position stands anywhere in a file: in XMP, in a further picture, in a clip that hangs on it."""
    further = (found.end() - 4 for found in islice(_HEADER.finditer(data), _MAX_BLOCKS))
    return (
        xmp_has_position(data)
        or _CLIP_PLACE.search(data) is not None
        or _CLIP_KEY in data
        or (_THERMAL in data and _THERMAL_PLACE.search(data) is not None)
        or any(exif_has_position(data[start : start + _BLOCK]) for start in further)
    )


def _places(data: bytes, word: bytes) -> Iterator[int]:
    at = data.find(word)
    while at >= 0:
        yield at
        at = data.find(word, at + 1)


def _named(data: bytes, word: bytes) -> bool:
    """Whether a word that ends so begins as the name of a position does."""
    for number, at in enumerate(_places(data, word)):
        if number == _MAX_PLACES or data[at - 4 : at].lower() == b"gpsl":
            return True
    return False


def _names_position(block: bytes, entries: list[tuple[int, int, int]]) -> bool:
    """Whether the GPS directory that these entries point at holds a position."""
    for tag, _count, offset in entries:
        if tag == _GPS_BLOCK:
            return any(inner in _POSITION_TAGS and count for inner, count, _value in _directory(block, offset)[0])
    return False


def _position_below(block: bytes, ahead: list[int]) -> bool:
    """Whether one of these directories, or one that follows them, leads to a position."""
    for _ in range(_MAX_DIRECTORIES):
        if not ahead:
            return False
        with suppress(struct.error, ValueError):  # cameras leave such directories broken, and nobody minds
            entries, following = _directory(block, ahead.pop())
            ahead += [following] if following else []
            if _names_position(block, entries):
                return True
    return False


def _directory(block: bytes, offset: int) -> _Directory:
    """One directory; the first one for offset 0. Raises struct.error or ValueError on a broken block.

    A short value is read as such, everything else as a 32-bit number: enough for orientation
    and for pointers.
    """
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        raise ValueError(block[:4])
    (first,) = struct.unpack_from(order + "I", block, 4)
    start = offset or first
    (size,) = struct.unpack_from(order + "H", block, start)
    if size > _MAX_ENTRIES:
        raise ValueError(size)
    entries = []
    for position in range(start + 2, start + 2 + 12 * size, 12):
        tag, kind, count = struct.unpack_from(order + "HHI", block, position)
        (value,) = struct.unpack_from(order + _VALUES.get(kind, "I"), block, position + 8)
        entries.append((tag, count, value))
    end = start + 2 + 12 * size
    (following,) = struct.unpack_from(order + "I", block, end) if end + 4 <= len(block) else (0,)
    return entries, following


_VALUES = {1: "B", 3: "H"}  # types of a value that are shorter than a pointer
