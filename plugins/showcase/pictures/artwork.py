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
from ..identity import Paints, Scene, landscape_of, paints_of
from ..palette import Palette
from .landscape import painted

FORMATS: Mapping[str, tuple[int, int]] = {"bagikan": (1200, 630), "cerita": (1080, 1920)}  # landscape -> its pixels
ICON_SIZES = (28, 26, 24, 22, 20, 18, 16)  # pixels, in the order in which they stand in a strip

_FONT = "static/fonts/plus-jakarta-sans-latin.woff2"
_ICONS = "share"


@dataclass(frozen=True, slots=True)
class Artwork:
    """font: the file. icons: of a medium, one picture of all sizes. landscapes: the region's own, by format.

    scenes: what is drawn where there is none. colours: of the site. identity: another text for anything else.
    """

    font: bytes
    icons: Mapping[str, bytes]
    landscapes: Mapping[str, bytes]
    scenes: Mapping[str, Scene]
    colours: Palette
    identity: str

    def landscape(self, name: str) -> Image.Image:
        """The landscape of a format, to be drawn on."""
        if name in self.scenes:
            return _painted(self.scenes[name], tuple(self.paints.items())).copy()
        return _decoded(self.landscapes[name], "RGB").copy()

    @property
    def paints(self) -> Paints:
        """What a scene is painted with."""
        return {**self.colours.light, **paints_of(self.colours)[0]}


def artwork_of(theme: Path, images: Mapping[str, bytes], map_svg: str, colours: Palette) -> Artwork:
    """What lies in a theme, a region's own pictures by name, and what its map makes of those that are missing.

    Raises ToolFailure where something of the theme is missing.
    """
    try:
        font = (theme / _FONT).read_bytes()
        icons = {path.stem: path.read_bytes() for path in sorted((theme / _ICONS).glob("*.png"))}
    except OSError as error:
        raise ToolFailure(f"Huruf untuk gambar bagikan tidak terbaca: {error.filename}.") from error
    landscapes = {name: images[name] for name in FORMATS if name in images}
    scenes = {name: landscape_of(name, map_svg) for name in FORMATS if name not in images}
    state = hashlib.sha256(font + repr((colours.light, colours.tints)).encode())
    for name, data in (*icons.items(), *landscapes.items()):
        state.update(f"{name} {len(data)} ".encode() + data)
    if scenes:
        state.update(repr((scenes, paints_of(colours)[0])).encode())
    return Artwork(font, icons, landscapes, scenes, colours, state.hexdigest())


def icon(strip: bytes, size: int) -> Image.Image:
    """The mask of a sign, `size` pixels square, mode L."""
    top = sum(ICON_SIZES[: ICON_SIZES.index(size)])
    return _decoded(strip, "L").crop((0, top, size, top + size))


@lru_cache(maxsize=4)
def _painted(scene: Scene, paints: tuple[tuple[str, str], ...]) -> Image.Image:
    """A scene as pixels; not to be drawn on."""
    return painted(scene, dict(paints))


@lru_cache(maxsize=16)
def _decoded(data: bytes, mode: str) -> Image.Image:
    """The pixels of a file; not to be drawn on."""
    try:
        with Image.open(BytesIO(data)) as image:
            return image.convert(mode)
    except Exception as error:  # Pillow raises whatever a broken file makes its code trip over
        raise ToolFailure(f"Gambar di wilayah/gambar rusak: {error}.") from error
