"""Small files that would grow without end, and large ones that repeat what we look for: each within 2 s and 300 MB."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.support.one_picture import apart
from tests.support.photos import framed, png_chunk, put, saved, scene

from showcase.pictures.inspection import facts_of

ROOM = 24_000_000  # bytes: nearly as much as is read of a file
XMP = b"http://ns.adobe.com/xap/1.0/\0"


@cache
def zeros(megabytes: int) -> bytes:
    """So many megabytes of nothing, packed a thousand times smaller."""
    packer, block = zlib.compressobj(9), bytes(1 << 20)
    return b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()])


def png(kind: bytes, body: bytes, times: int = 1) -> bytes:
    """A PNG with a chunk before its pixels, so many times."""
    data = saved(scene(), "PNG")
    for _ in range(times):
        data = png_chunk(data, kind, body, early=True)
    return data


def behind(word: bytes) -> bytes:
    """A JPEG with a word hung on behind, again and again."""
    return saved(scene()) + word * (ROOM // len(word))


def inside(body: bytes) -> bytes:
    """A JPEG of nothing but XMP, again and again the same."""
    packet = XMP + body * (65_000 // len(body))
    segment = b"\xff\xe1" + struct.pack(">H", len(packet) + 2) + packet
    photo = saved(scene())
    return photo[:2] + segment * (ROOM // len(segment)) + photo[2:]


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def deep_png(bits: int, colours: int, packed: bytes, *, interlaced: bool = False) -> bytes:
    """A PNG as large as may be, its pixels already packed."""
    header = struct.pack(">IIBBBBB", 5_000, 2_500, bits, colours, 0, 0, interlaced)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def frames(kind: str, **options: object) -> bytes:
    """Ten thousand frames, no two alike."""
    several = [Image.new("P", (16, 16), number % 256) for number in range(10_000)]
    for number, frame in enumerate(several):
        frame.putpalette([number % 256, number // 256, 9] * 256)
    return saved(several[0], kind, save_all=True, append_images=several[1:], **options)


def canvas() -> bytes:
    """A GIF of one small frame that says that its page is as large as may be."""
    data = bytearray(saved(scene(64, 64).quantize(16), "GIF"))
    data[6:10] = struct.pack("<HH", 5_000, 2_500)
    return bytes(data)


def several(second: Image.Image) -> bytes:
    """A multi-picture file of a phone."""
    target = BytesIO()
    scene().save(target, "MPO", save_all=True, append_images=[second])
    return target.getvalue()


def tiff() -> bytes:
    target = BytesIO()
    scene(3_000, 3_000).save(target, "TIFF", compression="tiff_deflate")
    return target.getvalue()


def still(brand: bytes) -> bytes:
    """The beginning of a HEIC or AVIF, and what might be a grid of a million tiles."""
    return struct.pack(">I", 32) + b"ftyp" + brand + bytes(20) + b"\0\0\xff\xffmeta" + bytes(ROOM)


def passes() -> bytes:
    """A progressive JPEG as large as may be, in a hundred passes."""
    photo = saved(scene(5_000, 2_500), progressive=True, subsampling=0)
    last = photo[photo.rindex(b"\xff\xda") : -2]
    return photo[:-2] + last * (100 - photo.count(b"\xff\xda")) + b"\xff\xd9"


EXIF_TEXT = b"Raw profile type exif\0\nexif\n 9\n"
# what: (the file, the code of its fault or "" for a good thumbnail)
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "PNG, packed XMP": (lambda: png(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zeros(200)), ""),
    "PNG, sixty packed EXIF blocks": (lambda: png(b"zTXt", b"Raw profile type exif\0\0" + zeros(200), 60), ""),
    "PNG, packed profile": (lambda: png(b"iCCP", b"icc\0\0" + zeros(200)), "G108"),
    "PNG, large EXIF": (lambda: png(b"eXIf", b"II*\0\x08\0\0\0" + bytes(ROOM)), ""),
    "PNG, EXIF in single digits": (lambda: png(b"tEXt", EXIF_TEXT + b"a " * (ROOM // 2)), ""),
    "PNG, EXIF in digits": (lambda: png(b"tEXt", EXIF_TEXT + b"61" * (ROOM // 2)), ""),
    "PNG, hardly a position": (lambda: png(b"tEXt", b"XML:com.adobe.xmp\0" + b"atitude" * (ROOM // 7)), ""),
    "PNG, more pixels than it says": (lambda: deep_png(8, 0, zeros(500)), ""),
    "PNG, 16-bit with transparency": (lambda: deep_png(16, 6, zeros(5_000 * 2_500 * 8 // 1_000_000)), ""),
    "PNG, interlaced": (lambda: deep_png(8, 6, zeros(64), interlaced=True), ""),
    "PNG, ten thousand frames": (lambda: frames("PNG"), "G108"),
    "JPEG, hardly a position": (lambda: behind(b"atitude"), ""),
    "JPEG, hardly a position in XMP": (lambda: inside(b"atitude"), ""),
    "JPEG, hardly an orientation": (lambda: inside(b"tiff:Orientation" + b" " * 20_000), ""),
    "JPEG, EXIF after EXIF": (lambda: behind(b"Exif\0\0II*\0\x08\0\0\0\xff\0" + bytes(3_058)), ""),
    "JPEG, beginnings of EXIF": (lambda: behind(b"Exif\0\0II*\0"), ""),
    "JPEG, beginnings of a clip's place": (lambda: behind(b"\xa9xyz"), ""),
    "JPEG, beginnings of a thermal picture's place": (lambda: behind(b"FLIR\0\1\1\0\0\0"), ""),
    "JPEG, nothing but padding": (lambda: saved(scene()).replace(b"\xff\xd8", b"\xff\xd8" + b"\xff" * ROOM, 1), ""),
    "JPEG, a hundred passes": (passes, ""),
    "JPEG, a second picture that says too much": (lambda: saved(scene()) + framed(30_000, 30_000), ""),
    "MPO, a second picture of 64 megapixels": (lambda: several(scene(8_000, 8_000)), ""),
    "WebP, ten thousand frames": (lambda: frames("WEBP", method=0), ""),
    "GIF, ten thousand frames": (lambda: frames("GIF"), ""),
    "GIF, a small frame on a large page": (canvas, ""),
    "TIFF": (tiff, "G101"),
    "HEIC": (lambda: still(b"heic"), "G102"),
    "HEIC, grid": (lambda: still(b"mif1"), "G102"),
    "AVIF": (lambda: still(b"avif"), "G102"),
    "ZIP": (lambda: b"PK\3\4" + zeros(200), "G101"),
    "packed SVG": (lambda: b"\x1f\x8b" + zeros(200), "G101"),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_is_a_thumbnail_or_a_fault_soon_and_cheaply(what: str, tmp_path: Path):
    make, code = BOMBS[what]
    outcome = apart(put(tmp_path, "foto.jpg", make()), "work", compare=False)  # Pillow alone would take minutes
    assert outcome.breaches == []
    assert outcome.code == code


def test_a_position_is_not_hidden_among_many_that_are_none():
    assert not facts_of(saved(scene()) + b"atitude" * 1_000).gps
    assert facts_of(saved(scene()) + b"atitude" * 1_000 + b"GPSLatitude").gps
    assert facts_of(behind(b"atitude") + b"GPSLatitude").gps
