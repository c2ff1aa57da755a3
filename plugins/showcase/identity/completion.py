"""What a region has not drawn itself, drawn for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..palette import Palette
from ..region.model import DRAWINGS, Region, RegionImage
from . import drawings
from .paints import paints_of
from .scene import Scene
from .silhouette import silhouette_of


def with_drawings(region: Region, palette: Palette) -> Region:
    """The region with a drawing in every place that it has left empty."""
    have = {image.name for image in region.images}
    made = (image for image in _made(region, palette, have))
    return replace(region, images=(*region.images, *made))


def _made(region: Region, palette: Palette, have: set[str]) -> Iterator[RegionImage]:
    if have >= set(DRAWINGS):
        return
    land = silhouette_of(region.map_svg)
    light, dark = paints_of(palette)
    site = region.site
    scenes = {
        "beranda": (drawings.home(land), dark),
        "favicon": (drawings.favicon(land, (site.short_name or site.name)[:1].upper()), light),
    }
    if land:
        scenes |= {"ajakan": (drawings.invitation(land), dark), "maskot": (drawings.lost(land), dark)}
    for name, (scene, night) in scenes.items():
        if name not in have:
            yield RegionImage(f"{name}.svg", scene.svg(light, night), scene.width, scene.height)


def landscape_of(name: str, map_svg: str) -> Scene:
    """The ground of a share image of a format, `bagikan` or `cerita`."""
    return {"bagikan": drawings.wide, "cerita": drawings.story}[name](silhouette_of(map_svg))
