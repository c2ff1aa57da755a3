"""How a picture file is built, read from its bytes without decoding a pixel.

One short walker a format. Pillow is not asked before these have answered, so a bomb never reaches it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from .png_text import text_of

_MAX_PARTS = 20_000  # segments, chunks or blocks of a file: real ones have hundreds, a bomb of 3 MB a million
_MAX_TEXT = 4_000_000  # of all unpacked text chunks of a PNG, bytes
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_JPEG_GAP = 0x00  # no marker: what stands between two segments, and should not
_JPEG_NOTES = frozenset({_JPEG_GAP, *range(0xE1, 0xF0), 0xFE}) - {0xEE}  # 0xEE: how Adobe stored the colours
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xff]")  # some cameras pad between segments
_JPEG_AFTER_SCAN = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")
_PNG_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP"})
_GIF_CONTROL = 0xF9  # the one block of notes that pixels need: which colour is transparent
_ICC = b"ICC_PROFILE\0"
_EXIF, _XMP, _XMP_MORE = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_XMP_MORE_HEAD = len(_XMP_MORE) + 40  # what stands before each piece of a long packet

T = TypeVar("T")
Part = tuple[bytes, int, int, int]  # kind, start of its header, start of its body, end


class TooManyParts(Exception):
    """A file of more parts than any camera or editor writes."""


@dataclass(frozen=True, slots=True)
class Container:
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


def lean(data: bytes, container: Container) -> bytes:
    """The file without what pixels do not need: a decoder cannot trip over a camera's broken notes."""
    kept = []
    position = 0
    for start, end in container.needless:
        kept.append(data[position:start])
        position = end
    return b"".join([*kept, data[position:]])


def read_jpeg(data: bytes) -> Container:
    """JPEG, also as the first picture of a multi-picture or gain-map file."""
    width, height, channels, frame = 0, 0, 0, 0
    exif: list[bytes] = []
    xmp: list[bytes] = []
    needless: list[tuple[int, int]] = []
    for kind, start, inside, position in _few(_jpeg_segments(data)):
        marker, body = kind[0], data[inside:position]
        if marker in _JPEG_FRAMES:
            height, width, channels = struct.unpack_from(">HHB", body, 1)
            frame = marker
        elif marker == 0xE1 and body[:5].upper() == b"EXIF\0":
            exif.append(body[len(_EXIF) :])
        elif marker == 0xE1 and body.startswith(_XMP):
            xmp.append(body)
        elif marker == 0xE1 and body.startswith(_XMP_MORE):
            xmp.append(body[_XMP_MORE_HEAD:])
        if marker in _JPEG_NOTES and not (marker == 0xE2 and body.startswith(_ICC)):
            needless.append((start, position))
    several = frame not in (0xC0, 0xC1) or body[0] < channels  # more than one pass: all coefficients are kept
    whole = data.rfind(b"\xff\xd9") >= position
    scans = _jpeg_scans(data, position) if several else 1
    return Container("JPEG", width, height, whole, several, scans, tuple(exif), b"".join(xmp), tuple(needless))


def read_png(data: bytes) -> Container:
    """PNG; of an animated one, the still picture."""
    width, height = struct.unpack_from(">II", data, 16)
    exif: list[bytes] = []
    xmp: list[bytes] = []
    needless: list[tuple[int, int]] = []
    pixels, whole, room = False, False, _MAX_TEXT
    for kind, start, inside, end in _few(_png_chunks(data)):
        if kind == b"eXIf":
            exif.append(data[inside : end - 4].removeprefix(_EXIF))
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            text = text_of(kind, data[inside : end - 4], room)
            room -= len(text)
            xmp.append(text)
            exif += [text.removeprefix(_EXIF)] if text.startswith(_EXIF) else []
        if kind not in _PNG_NEEDED:
            needless.append((start, end))
        pixels = pixels or kind == b"IDAT"
        whole = kind == b"IEND" and pixels and end <= len(data)
    return Container("PNG", width, height, whole, exif=tuple(exif), xmp=b"".join(xmp), needless=tuple(needless))


def read_webp(data: bytes) -> Container:
    """WebP, lossy, lossless or extended; of an animated one, the canvas."""
    (size,) = struct.unpack_from("<I", data, 4)
    width, height = 0, 0
    exif: list[bytes] = []
    xmp: list[bytes] = []
    for kind, _start, inside, end in _few(_webp_chunks(data, min(size + 8, len(data)))):
        if kind in _WEBP_SIZES and not width:
            width, height = _WEBP_SIZES[kind](data[inside : inside + 10])
        elif kind == b"EXIF":
            exif.append(data[inside:end].removeprefix(_EXIF))
        elif kind == b"XMP ":
            xmp.append(data[inside:end])
    whole = size + 8 <= len(data) + 1  # a missing last padding byte is harmless
    return Container("WEBP", width, height, whole, exif=tuple(exif), xmp=b"".join(xmp))


def read_gif(data: bytes) -> Container:
    """GIF, up to the end of its first frame."""
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    position = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    xmp: list[bytes] = []
    needless: list[tuple[int, int]] = []
    for start, end in _few(_gif_extensions(data, position)):
        xmp += [data[start:end]] if data[start + 2 : start + 14] == b"\x0bXMP DataXMP" else []
        needless += [(start, end)] if data[start + 1] != _GIF_CONTROL else []
        position = end
    if data[position] != 0x2C:
        return Container("GIF", 0, 0, whole=False)
    left, top, wide, high, flags = struct.unpack_from("<4HB", data, position + 1)
    position += 10 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    _gif_blocks_end(data, position + 1)  # an IndexError says that the frame is cut
    return Container(
        "GIF", max(width, left + wide), max(height, top + high), whole=True, xmp=b"".join(xmp), needless=tuple(needless)
    )


READERS: Mapping[bytes, Callable[[bytes], Container]] = MappingProxyType(
    {b"\xff\xd8\xff": read_jpeg, b"\x89PNG\r\n\x1a\n": read_png, b"GIF87a": read_gif, b"GIF89a": read_gif}
)


def reader_of(data: bytes) -> Callable[[bytes], Container] | None:
    """The walker for these bytes, or None if they start no picture that we accept."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return read_webp
    return next((reader for magic, reader in READERS.items() if data.startswith(magic)), None)


def _few(parts: Iterable[T]) -> Iterator[T]:
    """The parts, as long as there are not too many."""
    for number, part in enumerate(parts):
        if number == _MAX_PARTS:
            raise TooManyParts
        yield part


def _jpeg_segments(data: bytes) -> Iterator[Part]:
    """Up to the start of the pixels, and that too; IndexError past the end."""
    marker, position = 0, 2
    while marker != 0xDA:
        found = _JPEG_MARKER.search(data, position)
        if found is None:
            raise IndexError(position)
        start, marker = found.start(), data[found.end() - 1]
        if start > position:
            yield bytes([_JPEG_GAP]), position, start, start
        position = found.end()
        if marker not in _JPEG_BARE:
            (size,) = struct.unpack_from(">H", data, position)
            position += max(size, 2)
        yield bytes([marker]), start, min(found.end() + 2, position), position


def _jpeg_scans(data: bytes, position: int) -> int:
    """Passes of the picture whose first pass starts here; what an application hung on behind does not count."""
    scans = 1
    for _ in range(_MAX_PARTS):
        found = _JPEG_AFTER_SCAN.search(data, position)
        if found is None or found[0] == b"\xff\xd9" or found.end() + 2 > len(data):
            return scans
        scans += found[0] == b"\xff\xda"
        (size,) = struct.unpack_from(">H", data, found.end())
        position = found.end() + max(size, 2)
    raise TooManyParts


def _png_chunks(data: bytes) -> Iterator[Part]:
    kind, position = b"", 8
    while position + 12 <= len(data) and kind != b"IEND":
        size, kind = struct.unpack_from(">I4s", data, position)
        yield kind, position, position + 8, position + 12 + size
        position += 12 + size


def _webp_chunks(data: bytes, stop: int) -> Iterator[Part]:
    position = 12
    while position + 8 <= stop:
        kind, size = struct.unpack_from("<4sI", data, position)
        yield kind, position, position + 8, position + 8 + size
        position += 8 + size + size % 2


def _gif_extensions(data: bytes, position: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each block of notes before the first frame; IndexError past the end."""
    while data[position] == 0x21:
        end = _gif_blocks_end(data, position + 2)
        yield position, end
        position = end


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
