"""Pixels -> bytes of one published file: a table of formats with their settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

import PIL
from PIL import AvifImagePlugin, Image, JpegImagePlugin, WebPImagePlugin, features

Options = tuple[tuple[str, int | str | bool], ...]
LARGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Encoder:
    """A format we write. quality: the default, 1-100.

    options: of Pillow's `save`. large: what is otherwise for pictures of more than LARGE pixels.
    """

    pillow: str
    suffix: str
    mime: str
    quality: int
    options: Options
    large: Options = ()


# AVIF: speed 8 costs a fifth of the default 6 for 3 % more bytes. A large and busy photo would take seconds even so:
# speed 9 takes a quarter of that for a tenth more bytes, and only wide screens fetch those. One thread, since the bytes
# depend on the number of threads, and the cores are busy with other pictures anyway.
ENCODERS: Mapping[str, Encoder] = MappingProxyType(
    {
        "avif": Encoder(
            AvifImagePlugin.AvifImageFile.format,
            "avif",
            "image/avif",
            50,
            (("speed", 8), ("max_threads", 1)),
            (("speed", 9),),
        ),
        "webp": Encoder(WebPImagePlugin.WebPImageFile.format, "webp", "image/webp", 75, (("method", 4),)),
        "jpeg": Encoder(
            JpegImagePlugin.JpegImageFile.format,
            "jpg",
            "image/jpeg",
            75,
            (("optimize", True), ("progressive", True)),
        ),
    }
)


def encode(image: Image.Image, name: str, quality: int) -> bytes:
    """An RGB image as a file of the format `name`. The image carries no metadata, so neither does the file."""
    encoder = ENCODERS[name]
    large = encoder.large if image.width * image.height > LARGE else ()
    target = BytesIO()
    image.save(target, format=encoder.pillow, quality=quality, **dict(encoder.options) | dict(large))
    return target.getvalue()


def toolchain() -> str:
    """Everything but the picture that published bytes depend on: libraries, their versions, their settings."""
    libraries = ("libjpeg_turbo", "webp", "avif", "littlecms2", "zlib")
    versions = [f"{name} {features.version(name)}" for name in libraries]
    return "; ".join([f"Pillow {PIL.__version__}", *versions, repr(sorted(ENCODERS.items())), str(LARGE)])
