"""A file's facts, or the reason why it is no picture for this site."""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache
from io import BytesIO
from math import ceil
from pathlib import Path
from types import MappingProxyType

from PIL import GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from .container import Container, TooManyParts, lean, reader_of
from .errors import picture_error
from .metadata import (
    exif_has_position,
    exif_orientation,
    file_has_position,
    xmp_has_position,
    xmp_orientation,
)
from .model import Facts

# Multi-picture files of phones open through "JPEG"; naming "MPO" here raises KeyError in Pillow.
FORMATS = (
    JpegImagePlugin.JpegImageFile.format,
    PngImagePlugin.PngImageFile.format,
    WebPImagePlugin.WebPImageFile.format,
    GifImagePlugin.GifImageFile.format,
)
MAX_BYTES = 25_000_000
# Plain JPEG is decoded small, so only time bounds it; 80 million also stays under Pillow's own alarm.
MAX_PIXELS = 80_000_000
# What must be held whole in memory (PNG, WebP, GIF, progressive JPEG) takes up to 20 bytes a pixel on the way, an
# animated WebP the most: with what the program itself holds, 12 megapixels of a phone stay below 300 MB.
MAX_WHOLE_PIXELS = 12_500_000
MAX_SIDE = 30_000
MAX_ASPECT = 20
_MAX_SCANS = 100  # passes of a progressive JPEG; real ones have about ten, a scan bomb thousands

_FTYP_STILLS = MappingProxyType(
    {b"heic": "HEIC", b"heix": "HEIC", b"heim": "HEIC", b"heis": "HEIC", b"hevc": "HEIC", b"hevx": "HEIC",
     b"mif1": "HEIC", b"msf1": "HEIC", b"avif": "AVIF", b"avis": "AVIF"}
)  # fmt: skip
_OTHER_FILES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "dokumen PDF"),
    (b"PK\x03\x04", "arsip ZIP atau dokumen Office"),
    (b"BM", "gambar BMP"),
    (b"II*\0", "gambar TIFF atau RAW"),
    (b"MM\0*", "gambar TIFF atau RAW"),
    (b"8BPS", "berkas Photoshop"),
    (b"\x00\x00\x01\x00", "ikon ICO"),
    (b"\xff\x0a", "gambar JPEG XL"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"version https://git-lfs", "penunjuk Git LFS, bukan fotonya"),
)


def inspect(path: Path) -> Facts:
    """What the header of a picture file says. Quick: nothing is decoded.

    Raises PictureError if the site cannot use the file.
    """
    try:
        stat = path.stat()
        return _inspect(path, (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino))
    except OSError as error:
        raise picture_error("G111", found=error.strerror or "tidak terbaca") from error


@lru_cache(maxsize=50_000)
def _inspect(path: Path, _stamp: tuple[int, ...]) -> Facts:
    """Kept for the life of the process, since several rooms ask about the same file."""
    return facts_of(read_bounded(path))


def read_bounded(path: Path) -> bytes:
    """The bytes of a file that is small enough; PictureError G107 if it is not, OSError if unreadable."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise picture_error("G107", found=f"{path.stat().st_size / 1e6:.0f}", limit=MAX_BYTES // 1_000_000)
    return data


def facts_of(data: bytes) -> Facts:
    """Facts of a picture's bytes. Raises PictureError."""
    container = _container_of(data)
    _refuse_oversized(container)
    if not container.whole:
        raise picture_error("G104")
    _refuse_unopenable(data, container)
    orientation = _orientation_of(container)
    width, height = (container.height, container.width) if orientation >= 5 else (container.width, container.height)
    return Facts(
        width=width,
        height=height,
        format=container.format,
        size=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        gps=any(map(exif_has_position, container.exif)) or xmp_has_position(container.xmp) or file_has_position(data),
        orientation=orientation,
    )


def open_lean(data: bytes) -> Image.Image:
    """A picture for decoding, from bytes that `facts_of` has accepted. Raises what Pillow raises."""
    return _open_lean(data, _container_of(data))


def _orientation_of(container: Container) -> int:
    """EXIF's word of the first picture, else XMP's, else 1 (upright)."""
    first = exif_orientation(container.exif[0]) if container.exif else None
    return first or xmp_orientation(container.xmp) or 1


def _container_of(data: bytes) -> Container:
    reader = reader_of(data)
    if reader is None:
        _refuse_foreign(data)
        raise picture_error("G101", found=_name_foreign(data))
    try:
        container = reader(data)
    except TooManyParts as error:
        raise picture_error("G108") from error
    except (IndexError, struct.error, ValueError) as error:
        raise picture_error("G104") from error  # the walker ran off the end
    return container


def _refuse_foreign(data: bytes) -> None:
    brand = _FTYP_STILLS.get(data[8:12]) if data[4:8] == b"ftyp" else None
    if brand:
        raise picture_error("G102", found=brand)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<") and b"<svg" in head:
        raise picture_error("G103")


def _name_foreign(data: bytes) -> str:
    if not data.strip(b"\0"):
        return "kosong"
    if data[4:8] == b"ftyp":
        return "video"
    if data[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "halaman web"
    return next((name for magic, name in _OTHER_FILES if data.startswith(magic)), "tidak dikenal")


def _refuse_oversized(container: Container) -> None:
    long, short = max(container.width, container.height), min(container.width, container.height)
    if not short:
        raise picture_error("G108")
    if long > MAX_SIDE or long > MAX_ASPECT * short:
        size = f"{container.width}×{container.height}"
        raise picture_error("G106", found=size, limit=MAX_SIDE, aspect=MAX_ASPECT)
    limit = MAX_WHOLE_PIXELS if container.buffered else MAX_PIXELS
    if long * short > limit:
        raise picture_error("G105", found=str(ceil(long * short / 1_000_000)), limit=limit // 1_000_000)
    if container.scans > _MAX_SCANS:
        raise picture_error("G108")


def _refuse_unopenable(data: bytes, container: Container) -> None:
    """Pillow must see the same picture as the walker did."""
    try:
        with _open_lean(data, container) as image:
            if image.size != (container.width, container.height):
                raise picture_error("G108")
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, NotImplementedError, Warning) as error:
        raise picture_error("G108") from error


def _open_lean(data: bytes, container: Container) -> Image.Image:
    return Image.open(BytesIO(lean(data, container)), formats=FORMATS)
