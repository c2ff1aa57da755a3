"""Colours as people see them: OKLCH to and from `#rrggbb`, and the contrast of two."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_CLOSE = 1 / 4096  # chroma; nobody sees less
_OUTSIDE = 0.0001  # of sRGB: what rounding alone makes


@dataclass(frozen=True, slots=True)
class Oklch:
    """A colour by the axes of CSS Color 4. lightness: 0 to 1. hue: degrees."""

    lightness: float
    chroma: float
    hue: float

    @property
    def clipped(self) -> str:
        """`#rrggbb`; what sRGB cannot show is cut off."""
        return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, part)))):02x}" for part in self._linear())

    @property
    def fitted(self) -> str:
        """`#rrggbb` of the same lightness and hue, with as much of the chroma as sRGB can show."""
        least, most = 0.0, self.chroma
        if Oklch(self.lightness, most, self.hue).is_shown:
            return self.clipped
        while most - least > _CLOSE:
            middle = (least + most) / 2
            shown = Oklch(self.lightness, middle, self.hue).is_shown
            least, most = (middle, most) if shown else (least, middle)
        return Oklch(self.lightness, least, self.hue).clipped

    @property
    def is_shown(self) -> bool:
        """Whether sRGB has it."""
        return all(-_OUTSIDE <= part <= 1 + _OUTSIDE for part in self._linear())

    def _linear(self) -> tuple[float, float, float]:
        a, b = self.chroma * math.cos(math.radians(self.hue)), self.chroma * math.sin(math.radians(self.hue))
        long = (self.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        middle = (self.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (self.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
        return (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        )


def oklch(colour: str) -> Oklch:
    """The axes of `#rgb` or `#rrggbb`."""
    red, green, blue = _channels(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def mixed(one: str, other: str, share: float) -> str:
    """Between two colours, evenly to the eye (OKLab). share: of the other, 0 to 1."""
    first, second = oklch(one), oklch(other)
    (a, b), (c, d) = (
        (axes.chroma * math.cos(math.radians(axes.hue)), axes.chroma * math.sin(math.radians(axes.hue)))
        for axes in (first, second)
    )
    across, down = a + (c - a) * share, b + (d - b) * share
    lightness = first.lightness + (second.lightness - first.lightness) * share
    return Oklch(lightness, math.hypot(across, down), math.degrees(math.atan2(down, across))).fitted


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, ...]:
    """Red, green and blue, linear, 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
