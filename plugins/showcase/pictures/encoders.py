"""Pixels -> bytes of one published file: a table of formats with their settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

import PIL
from PIL import AvifImagePlugin, Image, JpegImagePlugin, WebPImagePlugin, features


@dataclass(frozen=True, slots=True)
class Encoder:
    """A format we write. library: Pillow's name of the code behind it. quality: the default, 1-100."""

    pillow: str
    suffix: str
    mime: str
    library: str
    quality: int
    options: tuple[tuple[str, int | str | bool], ...]


# AVIF: speed 8 costs a fifth of the default 6 for 3 % more bytes. One thread, since the bytes
# depend on the number of threads, and the cores are busy with other pictures anyway.
ENCODERS: Mapping[str, Encoder] = MappingProxyType(
    {
        "avif": Encoder(
            AvifImagePlugin.AvifImageFile.format, "avif", "image/avif", "avif", 50, (("speed", 8), ("max_threads", 1))
        ),
        "webp": Encoder(WebPImagePlugin.WebPImageFile.format, "webp", "image/webp", "webp", 75, (("method", 4),)),
        "jpeg": Encoder(
            JpegImagePlugin.JpegImageFile.format,
            "jpg",
            "image/jpeg",
            "libjpeg_turbo",
            75,
            (("optimize", True), ("progressive", True)),
        ),
    }
)


def encode(image: Image.Image, name: str, quality: int) -> bytes:
    """An RGB image as a file of the format `name`. The image carries no metadata, so neither does the file."""
    encoder = ENCODERS[name]
    target = BytesIO()
    image.save(target, format=encoder.pillow, quality=quality, **dict(encoder.options))
    return target.getvalue()


def toolchain() -> str:
    """Everything but the picture that published bytes depend on: libraries, their versions, their settings."""
    libraries = ("libjpeg_turbo", "webp", "avif", "littlecms2", "zlib")
    versions = [f"{name} {features.version(name)}" for name in libraries]
    return "; ".join([f"Pillow {PIL.__version__}", *versions, repr(sorted(ENCODERS.items()))])
