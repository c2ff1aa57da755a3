"""Pictures for tests, drawn in memory: a few KB, every one with something odd about it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

TURNS = {  # orientation -> what a camera did to the upright picture before storing it
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(width: int = 640, height: int = 480) -> Image.Image:
    """An upright picture that no turn or mirror leaves the same: four colours, and a dark corner."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    half, middle = width // 2, height // 2
    draw.rectangle((0, 0, half, middle), fill=(200, 40, 40))
    draw.rectangle((half, 0, width, middle), fill=(40, 160, 60))
    draw.rectangle((0, middle, half, height), fill=(50, 70, 200))
    draw.rectangle((half, middle, width, height), fill=(230, 210, 120))
    draw.ellipse((width // 20, height // 20, width // 5, height // 4), fill=(20, 20, 20))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The image as a file's bytes."""
    target = BytesIO()
    image.save(target, format=kind, **{"quality": 92, **options} if kind in ("JPEG", "WEBP") else options)
    return target.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    """Bytes as a file of that name."""
    path = folder / name
    path.write_bytes(data)
    return path


def exif(orientation: int = 1, *, position: bool = False) -> bytes:
    """An EXIF block with a camera's name and, if asked for, a place in the open sea."""
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010F] = "Kamera Contoh"
    if position:
        block.get_ifd(0x8825).update({1: "S", 2: (2.0, 30.0, 0.0), 3: "E", 4: (107.0, 0.0, 0.0)})
    return block.tobytes()


def xmp(text: str) -> bytes:
    """An XMP packet around attributes such as `tiff:Orientation="6"`."""
    names = " ".join(f'xmlns:{name}="http://ns.adobe.com/{name}/1.0/"' for name in ("exif", "tiff"))
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description {names} {text}/></x:xmpmeta>'.encode()


def png_chunk(data: bytes, kind: bytes, body: bytes, *, early: bool = False) -> bytes:
    """A PNG with one more chunk: before its end, or before its pixels."""
    place = 33 if early else data.rindex(b"IEND") - 4
    check = struct.pack(">I", zlib.crc32(kind + body))
    return data[:place] + struct.pack(">I", len(body)) + kind + body + check + data[place:]


def huge_png(width: int, height: int) -> bytes:
    """A PNG whose header promises pixels that are not there: a bomb of a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(header)) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IEND" + struct.pack(">I", zlib.crc32(b"IEND"))


def framed(width: int, height: int) -> bytes:
    """A plain JPEG that says that it is so large."""
    data = bytearray(saved(scene(64, 48)))
    place = data.index(b"\xff\xc0") + 5
    data[place : place + 4] = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes(data)


def pixels(image: Image.Image) -> np.ndarray:
    """RGB levels as signed numbers, for differences."""
    return np.asarray(image.convert("RGB"), dtype=np.int16)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two images of one size, in levels (0-255)."""
    return float(np.abs(pixels(one) - pixels(other)).mean())
