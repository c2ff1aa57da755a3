"""How much a published picture looks like its original: SSIM, as Wang and others defined it in 2004.

Luma, a Gaussian window of 11 x 11 with a deviation of 1.5, constants 0.01 and 0.03, the mean over every place where
the window lies wholly inside. 1 is the same picture. Only the benchmark asks; no build does.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageMath, ImageOps, ImageStat

_RADIUS, _SIGMA = 5, 1.5
_WEIGHTS = [math.exp(-(step**2) / (2 * _SIGMA**2)) for step in range(_RADIUS + 1)]
_WHOLE = _WEIGHTS[0] + 2 * sum(_WEIGHTS[1:])
WINDOW = tuple(weight / _WHOLE for weight in _WEIGHTS)  # the middle, then outwards on both sides
SMALLEST = 2 * _RADIUS + 1
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_THUMB = (16, 16)  # at this size two photos are compared before they are measured
_ANOTHER = 24.0  # mean difference of thumbs, in levels, above which it is another photo

Plane = Image.Image


@dataclass(frozen=True, slots=True)
class Likeness:
    """A published file beside its original, the `which`-th. kind: `webp`, `jpeg`, `avif`. ssim: at most 1."""

    which: int
    kind: str
    width: int
    ssim: float


def upright(path: Path) -> Image.Image:
    """A photo as its camera meant it, whole. Raises OSError."""
    with Image.open(path) as image:
        return ImageOps.exif_transpose(image).convert("RGB")


def likeness(published: bytes, originals: Sequence[Image.Image]) -> Likeness | None:
    """The file beside the one of `originals` that it shows, resized with Lanczos; None if it shows none of them.

    Raises what Pillow raises for a file that is no picture.
    """
    with Image.open(BytesIO(published)) as image:
        kind = str(image.format).lower()
        shown = ImageOps.exif_transpose(image).convert("RGB")
    if not originals or min(shown.size) < SMALLEST:
        return None
    which = min(range(len(originals)), key=lambda number: _apart(shown, originals[number]))
    original = originals[which]
    shape = abs(shown.width / shown.height - original.width / original.height)
    if _apart(shown, original) > _ANOTHER or shape > 0.05:
        return None
    wanted = original.resize(shown.size, Image.Resampling.LANCZOS)
    return Likeness(which, kind, shown.width, ssim(wanted.convert("L"), shown.convert("L")))


def ssim(one: Plane, other: Plane) -> float:
    """Of two grey images (mode L) of one size, at least 11 x 11."""
    x, y = one.convert("F"), other.convert("F")
    means = _smooth(x), _smooth(y)
    products = (_smooth(_of(lambda a, b: a * b, *pair)) for pair in ((x, x), (y, y), (x, y)))
    mean = _of(_index, *means, *products).resize((1, 1), Image.Resampling.BOX)  # a histogram knows no fractions
    return float(mean.getpixel((0, 0)))  # type: ignore[arg-type]


def _index(mx: Any, my: Any, xx: Any, yy: Any, xy: Any) -> Any:
    """SSIM at every place, from means and means of products."""
    both = mx * my
    squares = mx * mx + my * my
    luminance = (both * 2 + _C1) / (squares + _C1)
    return luminance * ((xy - both) * 2 + _C2) / (xx + yy - squares + _C2)


def _smooth(plane: Plane) -> Plane:
    """Means under the window, across and then down; only where it lies wholly inside."""
    wide, high = plane.width - 2 * _RADIUS, plane.height - 2 * _RADIUS
    across = _weighted([plane.crop((at, 0, at + wide, plane.height)) for at in range(SMALLEST)])
    return _weighted([across.crop((0, at, wide, at + high)) for at in range(SMALLEST)])


def _weighted(shifted: list[Plane]) -> Plane:
    def total(*planes: Any) -> Any:
        result = planes[_RADIUS] * WINDOW[0]
        for step, weight in enumerate(WINDOW[1:], start=1):
            result = result + (planes[_RADIUS - step] + planes[_RADIUS + step]) * weight
        return result

    return _of(total, *shifted)


def _of(work: Callable[..., Any], *planes: Plane) -> Plane:
    """`work` on images as if they were numbers."""
    named = {str(number): plane for number, plane in enumerate(planes)}
    result: Plane = ImageMath.lambda_eval(lambda given: work(*(given[name] for name in named)), **named)
    return result


def _apart(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures seen from afar, in levels."""
    thumbs = [image.resize(_THUMB, Image.Resampling.BOX) for image in (one, other)]
    bands: list[float] = ImageStat.Stat(ImageChops.difference(*thumbs)).mean
    return sum(bands) / len(bands)
