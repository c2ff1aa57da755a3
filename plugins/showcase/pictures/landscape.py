"""A scene painted: flat shapes in the light colours, on a sky. Drawn larger and made smaller for smooth edges."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageColor, ImageDraw

from ..identity import Paints, Scene, Shape, polygons

_SMOOTH = 2  # drawn this much larger
_SKY = 0.78  # of its height: where the sky has its low colour


def painted(scene: Scene, paints: Paints) -> Image.Image:
    """The scene in its own size, RGB. paints: also `sky-high` and `sky-low`."""
    size = (scene.width * _SMOOTH, scene.height * _SMOOTH)
    image = _sky(size, paints["sky-high"], paints["sky-low"])
    draw = ImageDraw.Draw(image)
    for shape in scene.shapes:
        _paint(draw, shape, paints[shape.paint])
    return image.resize((scene.width, scene.height), Image.Resampling.LANCZOS)


def _sky(size: tuple[int, int], high: str, low: str) -> Image.Image:
    column = Image.linear_gradient("L").resize((1, round(size[1] * _SKY)))
    ramp = Image.new("L", (1, size[1]), 255)
    ramp.paste(column)
    return Image.composite(Image.new("RGB", size, low), Image.new("RGB", size, high), ramp.resize(size))


def _paint(draw: ImageDraw.ImageDraw, shape: Shape, colour: str) -> None:
    fill, width = ImageColor.getrgb(colour), round(shape.width * _SMOOTH)
    for outline in polygons(shape.d):
        points = [(x * _SMOOTH, (y + shape.down) * _SMOOTH) for x, y in outline]
        if not shape.is_line:
            draw.polygon(points, fill=fill)
        if width:
            _stroke(draw, [*points, points[0]], width, fill)


def _stroke(
    draw: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], width: int, fill: tuple[int, ...]
) -> None:
    """A line with round corners."""
    draw.line(points, fill=fill, width=width)
    for x, y in points if width > _SMOOTH * 2 else ():
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=fill)
