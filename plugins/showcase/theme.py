"""The colours of a theme as its style sheets say them, for what they do not reach: share images, a browser bar."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .diagnostics.fault import ToolFailure

_TOKEN = re.compile(r"--([\w-]+):\s*([^;{}]+);")
_HUE = re.compile(r'\[data-hue="(\d)"\][^{]*\{ --hue: (\d+); \}')
_SAME_HUE, _SAME_CHROMA = re.compile(r"--hue: (\d+);"), re.compile(r"oklch\(var\(--on-l\) (\S+)")


@dataclass(frozen=True, slots=True)
class Palette:
    """light, dark: token -> value, of each theme. tints: ground and letters of a monogram, by its number, light."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    tints: tuple[tuple[str, str], ...]


def palette_of(theme: Path) -> Palette:
    """The colours of a theme folder. Raises ToolFailure where they are not found."""
    css = theme / "static" / "css"
    try:
        light, _media, dark = (css / "tokens.css").read_text(encoding="utf-8").partition("prefers-color-scheme: dark")
        chips = (css / "blocks" / "chip.css").read_text(encoding="utf-8")
        tokens = dict(_TOKEN.findall(light))
        return Palette(tokens, tokens | dict(_TOKEN.findall(dark)), tuple(_tints(tokens, chips)))
    except (OSError, KeyError, TypeError, ValueError) as missing:
        raise ToolFailure(f"Warna tema di {css} tidak terbaca: {missing}.") from missing


def _tints(tokens: Mapping[str, str], chips: str) -> list[tuple[str, str]]:
    """One formula, a hue each: as chips and monograms have it on a page."""
    hue, chroma = _SAME_HUE.search(chips), _SAME_CHROMA.search(chips)
    if not hue or not chroma:
        raise ValueError("chip.css")
    hues = {"0": hue[1], **dict(_HUE.findall(chips))}
    ground, letters = (tokens["fill-l"], tokens["fill-c"]), (tokens["on-l"], chroma[1])
    return [
        (_hex(*map(float, (*ground, hues[number]))), _hex(*map(float, (*letters, hues[number]))))
        for number in sorted(hues)
    ]


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """`#rrggbb` of an oklch() colour, by the matrices of CSS Color 4; what sRGB cannot show is cut off."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    parts = (min(1.0, max(0.0, part)) for part in linear)
    return "#" + "".join(f"{round(255 * _gamma(part)):02x}" for part in parts)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
