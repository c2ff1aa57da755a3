"""What share images are drawn with: the theme's font, signs and colours, the region's landscapes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from ..diagnostics.fault import ToolFailure
from ..palette import Palette

FORMATS: Mapping[str, tuple[int, int]] = {"bagikan": (1200, 630), "cerita": (1080, 1920)}  # landscape -> its pixels
ICON_SIZES = (28, 26, 24, 22, 20, 18, 16)  # pixels, in the order in which they stand in a strip

_FONT = "static/fonts/plus-jakarta-sans-latin.woff2"
_ICONS = "share"


@dataclass(frozen=True, slots=True)
class Artwork:
    """font: the file. icons: of a medium, one picture of all sizes. landscapes: by format; either may be missing.

    colours: of the theme. identity: another text for anything else.
    """

    font: bytes
    icons: Mapping[str, bytes]
    landscapes: Mapping[str, bytes]
    colours: Palette
    identity: str

    def landscape(self, name: str) -> Image.Image:
        """The landscape of a format, to be drawn on."""
        if name not in self.landscapes:
            return Image.new("RGB", FORMATS[name], self.colours.light["sky-low"])
        return _decoded(self.landscapes[name], "RGB").copy()


def artwork_of(theme: Path, images: Mapping[str, bytes], colours: Palette) -> Artwork:
    """What lies in a theme, and a region's own pictures by name. Raises ToolFailure where something is missing."""
    try:
        font = (theme / _FONT).read_bytes()
        icons = {path.stem: path.read_bytes() for path in sorted((theme / _ICONS).glob("*.png"))}
    except OSError as error:
        raise ToolFailure(f"Huruf untuk gambar bagikan tidak terbaca: {error.filename}.") from error
    landscapes = {name: images[name] for name in FORMATS if name in images}
    state = hashlib.sha256(font + repr((colours.light, colours.tints)).encode())
    for name, data in (*icons.items(), *landscapes.items()):
        state.update(f"{name} {len(data)} ".encode() + data)
    return Artwork(font, icons, landscapes, colours, state.hexdigest())


def icon(strip: bytes, size: int) -> Image.Image:
    """The mask of a sign, `size` pixels square, mode L."""
    top = sum(ICON_SIZES[: ICON_SIZES.index(size)])
    return _decoded(strip, "L").crop((0, top, size, top + size))


@lru_cache(maxsize=16)
def _decoded(data: bytes, mode: str) -> Image.Image:
    """The pixels of a file; not to be drawn on."""
    try:
        with Image.open(BytesIO(data)) as image:
            return image.convert(mode)
    except Exception as error:  # Pillow raises whatever a broken file makes its code trip over
        raise ToolFailure(f"Gambar di wilayah/gambar rusak: {error}.") from error
