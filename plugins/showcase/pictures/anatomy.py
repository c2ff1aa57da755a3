"""How a picture file is built, read from its bytes without decoding a pixel.

One short walker a format: size, whether the end is there, what a decoder would have to hold
in memory, and the blocks of metadata. Pillow is not asked before these have answered, so a
file that is a bomb never reaches it.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

_MAX_TEXT = 4_000_000  # of one unpacked PNG text chunk, bytes
_MAX_EXTRA_EXIF = 16  # pictures inside a multi-picture file that are searched for a position
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_JPEG_NOTES = frozenset({*range(0xE1, 0xF0), 0xFE}) - {0xEE}  # 0xEE: how Adobe stored the colours
_PNG_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP"})
_ICC = b"ICC_PROFILE\0"
_EXIF, _XMP, _XMP_MORE = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_HEX_PROFILE = re.compile(rb"\s*(?:exif|app1|xmp)\s+\d+\s+([0-9a-fA-F\s]*)")


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What the bytes say. width, height: as stored, before orientation, pixels.

    whole: the end of the file is there. buffered: a decoder holds every pixel at once, where
    a plain JPEG can be read small. scans: passes over the picture. exif: TIFF blocks.
    needless: (start, end) of the parts that pixels do not need.
    """

    format: str
    width: int
    height: int
    whole: bool
    buffered: bool = True
    scans: int = 1
    exif: tuple[bytes, ...] = ()
    xmp: bytes = b""
    needless: tuple[tuple[int, int], ...] = ()


def lean(data: bytes, anatomy: Anatomy) -> bytes:
    """The file without what pixels do not need: a decoder cannot trip over a camera's broken notes."""
    kept = []
    position = 0
    for start, end in anatomy.needless:
        kept.append(data[position:start])
        position = end
    return b"".join([*kept, data[position:]])


def read_jpeg(data: bytes) -> Anatomy:
    """JPEG, also as the first picture of a multi-picture or gain-map file."""
    position, width, height, channels, frame = 2, 0, 0, 0, 0
    exif: list[bytes] = []
    xmp: list[bytes] = []
    needless: list[tuple[int, int]] = []
    while True:
        marker, start, end = _jpeg_segment(data, position)
        body = data[start:end]
        if marker in _JPEG_FRAMES:
            height, width, channels = struct.unpack_from(">HHB", body, 1)
            frame = marker
        elif marker == 0xE1 and body.startswith(_EXIF):
            exif.append(body[len(_EXIF) :])
        elif marker == 0xE1 and body.startswith((_XMP, _XMP_MORE)):
            xmp.append(body)
        elif marker == 0xDA:
            break
        if marker in _JPEG_NOTES and not (marker == 0xE2 and body.startswith(_ICC)):
            needless.append((position, end))
        position = end
    several = frame not in (0xC0, 0xC1) or body[0] < channels  # more than one pass: all coefficients are kept
    exif += _later_exif(data, position)
    whole = data.rfind(b"\xff\xd9") > position
    scans = data.count(b"\xff\xda") if several else 1
    return Anatomy("JPEG", width, height, whole, several, scans, tuple(exif), b"".join(xmp), tuple(needless))


def read_png(data: bytes) -> Anatomy:
    """PNG; of an animated one, the still picture."""
    width, height = struct.unpack_from(">II", data, 16)
    exif: list[bytes] = []
    xmp: list[bytes] = []
    needless: list[tuple[int, int]] = []
    position, whole = 8, False
    while position + 12 <= len(data) and not whole:
        size, kind = struct.unpack_from(">I4s", data, position)
        body = data[position + 8 : position + 8 + size]
        if kind == b"eXIf":
            exif.append(body.removeprefix(_EXIF))
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            text = _png_text(kind, body)
            xmp.append(text)
            exif += [text.removeprefix(_EXIF)] if text.startswith(_EXIF) else []
        if kind not in _PNG_NEEDED:
            needless.append((position, position + 12 + size))
        position += 12 + size
        whole = kind == b"IEND" and position <= len(data)
    return Anatomy("PNG", width, height, whole, exif=tuple(exif), xmp=b"".join(xmp), needless=tuple(needless))


def read_webp(data: bytes) -> Anatomy:
    """WebP, lossy, lossless or extended; of an animated one, the canvas."""
    (size,) = struct.unpack_from("<I", data, 4)
    found = Anatomy("WEBP", 0, 0, whole=size + 8 <= len(data) + 1)  # a missing last padding byte is harmless
    position = 12
    while position + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, position)
        body = data[position + 8 : position + 8 + length]
        if kind in _WEBP_SIZES and not found.width:
            width, height = _WEBP_SIZES[kind](body)
            found = replace(found, width=width, height=height)
        elif kind == b"EXIF":
            found = replace(found, exif=(*found.exif, body.removeprefix(_EXIF)))
        elif kind == b"XMP ":
            found = replace(found, xmp=found.xmp + body)
        position += 8 + length + length % 2
    return found


def read_gif(data: bytes) -> Anatomy:
    """GIF, up to the end of its first frame."""
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    position = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    xmp = b""
    while data[position] == 0x21:
        end = _gif_blocks_end(data, position + 2)
        xmp += data[position:end] if data[position + 2 : position + 14] == b"\x0bXMP DataXMP" else b""
        position = end
    if data[position] != 0x2C:
        return Anatomy("GIF", 0, 0, whole=False)
    left, top, wide, high, flags = struct.unpack_from("<4HB", data, position + 1)
    position += 10 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    _gif_blocks_end(data, position + 1)  # an IndexError says that the frame is cut
    return Anatomy("GIF", max(width, left + wide), max(height, top + high), whole=True, xmp=xmp)


READERS: Mapping[bytes, Callable[[bytes], Anatomy]] = MappingProxyType(
    {b"\xff\xd8\xff": read_jpeg, b"\x89PNG\r\n\x1a\n": read_png, b"GIF87a": read_gif, b"GIF89a": read_gif}
)


def reader_of(data: bytes) -> Callable[[bytes], Anatomy] | None:
    """The walker for these bytes, or None if they start no picture that we accept."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return read_webp
    return next((reader for magic, reader in READERS.items() if data.startswith(magic)), None)


def _jpeg_segment(data: bytes, position: int) -> tuple[int, int, int]:
    """(marker, start of body, end of body) of the next segment; IndexError past the end."""
    while data[position] != 0xFF or data[position + 1] in (0x00, 0xFF):
        position += 1  # some cameras pad between segments
    marker = data[position + 1]
    if marker in _JPEG_BARE:
        return marker, position + 2, position + 2
    (size,) = struct.unpack_from(">H", data, position + 2)
    return marker, position + 4, position + 2 + max(size, 2)


def _later_exif(data: bytes, position: int) -> Iterator[bytes]:
    """EXIF of further pictures in the same file, which keep the position just as well."""
    for _ in range(_MAX_EXTRA_EXIF):
        position = data.find(_EXIF, position)
        if position < 0:
            return
        position += len(_EXIF)
        yield data[position : position + 65_536]


def _png_text(kind: bytes, body: bytes) -> bytes:
    """The text of a chunk that may hold XMP or a hex EXIF profile, unpacked; b"" for others."""
    keyword, _, rest = body.partition(b"\0")
    if not keyword.startswith((b"XML:com.adobe.xmp", b"Raw profile type")):
        return b""
    if kind == b"zTXt":
        rest = _inflate(rest[1:])
    elif kind == b"iTXt":
        packed = rest[:1] == b"\x01"
        rest = rest[2:].split(b"\0", 2)[-1]
        rest = _inflate(rest) if packed else rest
    profile = _HEX_PROFILE.match(rest)
    if profile is None:
        return rest
    digits = b"".join(profile[1].split())
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))


def _inflate(data: bytes) -> bytes:
    """Unpacked, at most _MAX_TEXT bytes; b"" if it cannot be."""
    try:
        return zlib.decompressobj().decompress(data, _MAX_TEXT)
    except zlib.error:
        return b""


def _gif_blocks_end(data: bytes, position: int) -> int:
    """The position after a chain of sub-blocks; IndexError past the end."""
    while data[position]:
        position += data[position] + 1
    return position + 1


def _vp8(body: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", body, 6)
    return width & 0x3FFF, height & 0x3FFF


def _vp8l(body: bytes) -> tuple[int, int]:
    (bits,) = struct.unpack_from("<I", body, 1)
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _vp8x(body: bytes) -> tuple[int, int]:
    return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1


_WEBP_SIZES: Mapping[bytes, Callable[[bytes], tuple[int, int]]] = MappingProxyType(
    {b"VP8 ": _vp8, b"VP8L": _vp8l, b"VP8X": _vp8x}
)
