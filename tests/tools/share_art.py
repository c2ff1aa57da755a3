"""Draws what share images are made of, as it lies in the repository.

    PYTHONPATH=.:plugins .venv/bin/python -m tests.tools.share_art

The landscape of Belitung (morning sky, sea, sand, granite and the lighthouse) in both formats goes into
`content/wilayah/gambar/`, the signs of the media into `theme/share/`. Flat shapes, each a path and a fill, drawn
larger and made smaller for smooth edges. A build knows only the pictures: another region makes its own in any program.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from PIL import Image, ImageChops, ImageDraw

from showcase.cards.terms import MEDIA
from showcase.identity.svg_paths import Point, polygons
from showcase.pictures.artwork import FORMATS, ICON_SIZES

PROJECT = Path(__file__).resolve().parents[2]
THEME = PROJECT / "theme"
LANDSCAPES = {"bagikan": (440, 0), "cerita": (700, -150)}  # horizon from the top, the island moved to the right

Colour = tuple[int, int, int]

_SMOOTH = 2  # drawn this much larger
SKY_HIGH, SKY_LOW, SUN, FAR = "#bfe9ee", "#fdf3e0", "#fff9ec", "#9fc3c4"
SEA, MIDDLE, SHALLOW, SAND, FOAM = "#00727d", "#14a3a8", "#47d6cf", "#fcfaf6", "#f3fffd"
TOWER, SHADE, INK, LAMP = "#ffffff", "#dcd9d2", "#151d25", "#f6b933"
ROCK, ROCK_LIGHT, ROCK_DARK = "#aba193", "#d9d0c4", "#776c61"

# Units of the paths: pixels of a 1200 x 200 strip whose top is the horizon, the right-hand end of which
# holds the island. The tower rises above it, so some heights are negative.
_WATER = (
    (SEA, "M-2000 0h4000v400h-4000z"),
    (MIDDLE, "M-2000 30c200-12 420 10 640 4s360-16 560-4 300 8 500-2 240-12 440-2 260 12 460 4 400-8 900 2v400h-3500z"),
    (
        SHALLOW,
        "M-2000 62c240-14 420 8 640 2s360-18 560-4 320 10 520 0 220-12 420 0 260 10 460 2 380-8 900 2v400h-3500z",
    ),
    (
        SAND,
        "M-2000 100c260-16 420 10 660 2s340-16 540-4 340 12 540 2 240-14 420-2 260 12 460 2 380-6 900 0v1300h-3520z",
    ),
)
_FOAM = (
    "M-560 52h150v3h-150zM60 44h120v3h-120zM330 78h170v3h-170zM700 50h110v3h-110zM-900 80h180v3h-180zM520 20h80v3h-80z"
)
_FAR = "M-900 2c60-22 130-30 200-20 50-20 110-20 170-4 60 2 100 8 150 24zM430 2c50-14 100-18 150-10 40-14 90-12 130 10z"
_ISLAND = (
    (TOWER, "m1040-236-18 236h76l-18-236z"),
    (SHADE, "M1062-236h18l18 236h-28z"),
    (INK, "M1030-248h60v12h-60zM1055-202h10v16h-10zM1054-138h12v17h-12zM1053-72h13v19h-13z"),
    (LAMP, "M1040-284h40v36h-40z"),
    (INK, "M1058-284h4v36h-4zM1060-312l26 28h-52zM1058-322h4v12h-4z"),
    (ROCK_DARK, "M880 96c-14-60 14-116 84-124 50-6 82 10 104 34 50-12 108 10 120 58 4 14 2 24-2 32z"),
    (ROCK, "M880 96c-14-60 14-116 84-124 50-6 82 10 104 34-46 4-72 32-70 90z"
           "M1036 96c0-42 14-74 44-88 38-6 68 8 84 30-38 0-62 20-66 58z"),
    (ROCK_LIGHT, "M890 46c8-40 32-64 72-70 38-4 64 6 86 24-62-6-116 8-158 46z"
                 "M1052 46c8-20 22-32 42-36 24-2 44 4 58 16-36-4-72 0-100 20z"),
    (ROCK_DARK, "M780 110c-8-36 8-66 48-72 44-6 80 14 86 48 2 10 0 18-4 24z"),
    (ROCK, "M780 110c-8-36 8-66 48-72 32-4 58 4 72 24-26 0-56 14-58 48z"),
    (ROCK_LIGHT, "M788 76c6-20 20-32 42-34 22-2 40 4 54 14-32-2-70 0-96 20z"),
    (SAND, "M740 104c60-14 110-16 190-14 110 2 180-8 270-2 60 4 160-6 260 4v60H740z"),
)  # fmt: skip


# The theme draws the two crafts in strokes; here they are filled shapes like the others.
_DRAWN: Mapping[str, str] = MappingProxyType(
    {
        "fotografi": "M9 4h6l1.6 2.5H20a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8.5a2 2 0 0 1 2-2h3.4z"
        "M12 8.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z M12 10.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
        "videografi": "M4 6h9.5a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z"
        "M17 10.6 22 7.5v9l-5-3.1z",
    }
)
_FILLED = re.compile(r'<svg [^>]*fill="currentColor"[^>]*><path d="([^"]+)"/></svg>\s*')


def landscape(size: tuple[int, int], horizon: int, shift: int) -> Image.Image:
    """The whole picture, `size` pixels. horizon: its height from the top. shift: moves the island to the right."""
    large = (size[0] * _SMOOTH, size[1] * _SMOOTH)
    image = _gradient(large, horizon * _SMOOTH)
    sun = (830 + shift, horizon - 40)
    _fill(image, SUN, [[(sun[0] + 96 * math.cos(a / 40), sun[1] + 96 * math.sin(a / 40)) for a in range(252)]])
    _fill(image, FAR, _moved(polygons(_FAR), shift, horizon))
    for colour, path in (*_WATER, (FOAM, _FOAM), *_ISLAND):
        _fill(image, colour, _moved(polygons(path), shift, horizon))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=None)


def icon(path: str, size: int) -> Image.Image:
    """The mask of an icon drawn on a 24 x 24 grid, `size` pixels square, mode L; holes stay open."""
    scale = size * 4 / 24
    mask = Image.new("L", (size * 4, size * 4))
    for outline in polygons(path):
        part = Image.new("L", mask.size)
        ImageDraw.Draw(part).polygon([(x * scale, y * scale) for x, y in outline], fill=255)
        mask = ImageChops.difference(mask, part)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


def icon_path(key: str) -> str:
    """Path data on a 24 x 24 grid of a medium: as the theme draws it, where that is one filled path."""
    if key in _DRAWN:
        return _DRAWN[key]
    found = _FILLED.fullmatch((THEME / "icons" / f"{key}.svg").read_text(encoding="utf-8"))
    assert found, f"{key}.svg is not one filled path"
    return found[1]


def icons_of(key: str) -> Image.Image:
    """The signs of a medium at every size, one below the other."""
    strip = Image.new("L", (max(ICON_SIZES), sum(ICON_SIZES)))
    for number, size in enumerate(ICON_SIZES):
        strip.paste(icon(icon_path(key), size), (0, sum(ICON_SIZES[:number])))
    return strip


def _gradient(size: tuple[int, int], horizon: int) -> Image.Image:
    """Sky from high to low, down to the horizon."""
    high, low = _hex(SKY_HIGH), _hex(SKY_LOW)
    column = Image.new("RGB", (1, horizon))
    for row in range(horizon):
        way = row / horizon
        column.putpixel((0, row), tuple(round(a + (b - a) * way) for a, b in zip(high, low, strict=True)))
    image = Image.new("RGB", size, low)
    image.paste(column.resize((size[0], horizon), Image.Resampling.NEAREST))
    return image


def _fill(image: Image.Image, colour: str, outlines: Sequence[Sequence[Point]]) -> None:
    draw = ImageDraw.Draw(image)
    for outline in outlines:
        draw.polygon([(x * _SMOOTH, y * _SMOOTH) for x, y in outline], fill=colour)


def _moved(outlines: list[list[Point]], across: int, down: int) -> list[list[Point]]:
    return [[(x + across, y + down) for x, y in outline] for outline in outlines]


def _hex(colour: str) -> Colour:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def main() -> None:
    """Write every picture anew."""
    for name, (horizon, shift) in LANDSCAPES.items():
        picture = landscape(FORMATS[name], horizon, shift)
        for content in ("content", "tests/isi"):
            picture.save(PROJECT / content / "wilayah" / "gambar" / f"{name}.png", optimize=True)
    for key in MEDIA:
        icons_of(key).save(THEME / "share" / f"{key}.png", optimize=True)


if __name__ == "__main__":
    main()
