"""The colours of a site as its style sheets say them, for the pages and for what those do not reach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics.fault import ToolFailure
from .accent import ACCENT_HUE, turned
from .colour import Oklch

_TOKEN = re.compile(r"--([\w-]+):\s*([^;{}]+);")
_HUE = re.compile(r'\[data-hue="(\d)"\][^{]*\{ --hue: (\d+); \}')
_SAME_CHROMA = re.compile(r"oklch\(var\(--on-l\) (\S+)")


@dataclass(frozen=True, slots=True)
class Palette:
    """light, dark: token -> value, of each scheme. tints: ground and letters of a monogram, by its number, light.

    own_light, own_dark: what a region has in place of the theme's.
    """

    light: Mapping[str, str]
    dark: Mapping[str, str]
    tints: tuple[tuple[str, str], ...]
    own_light: tuple[tuple[str, str], ...] = ()
    own_dark: tuple[tuple[str, str], ...] = ()

    @property
    def css(self) -> str:
        """What a style sheet says after the theme's tokens; "" where it says nothing of its own."""
        return "".join(
            f"@media (prefers-color-scheme:{scheme}){{:root{{{''.join(f'--{name}:{value};' for name, value in own)}}}}}"
            for scheme, own in (("light", self.own_light), ("dark", self.own_dark))
            if own
        )


def palette_of(theme: Path, accent: str = "", chosen: Iterable[tuple[str, str]] = ()) -> Palette:
    """The colours of a theme folder, turned to a region's accent. Raises ToolFailure where they are not found.

    accent: `#rrggbb`, or "" for the theme's own. chosen: colours that the region says itself, of the light scheme.
    """
    css = theme / "static" / "css"
    try:
        light, _media, dark = (css / "tokens.css").read_text(encoding="utf-8").partition("prefers-color-scheme: dark")
        chips = (css / "blocks" / "chip.css").read_text(encoding="utf-8")
        tokens, changed = dict(_TOKEN.findall(light)), dict(_TOKEN.findall(dark))
        own_light, own_dark = turned(tokens, tokens | changed, accent) if accent else ({}, {})
        own_light |= dict(chosen)
        shown = tokens | own_light
        tints = tuple(_tints(shown, chips))
        return Palette(shown, tokens | changed | own_dark, tints, tuple(own_light.items()), tuple(own_dark.items()))
    except (OSError, KeyError, TypeError, ValueError) as missing:
        raise ToolFailure(f"Warna tema di {css} tidak terbaca: {missing}.") from missing


def _tints(tokens: Mapping[str, str], chips: str) -> list[tuple[str, str]]:
    """One formula, a hue each: as chips and monograms have it on a page."""
    chroma = _SAME_CHROMA.search(chips)
    if not chroma:
        raise ValueError("chip.css")
    hues = {"0": tokens[ACCENT_HUE], **dict(_HUE.findall(chips))}
    ground, letters = (tokens["fill-l"], tokens["fill-c"]), (tokens["on-l"], chroma[1])
    return [
        (
            Oklch(*map(float, (*ground, hues[number]))).clipped,
            Oklch(*map(float, (*letters, hues[number]))).clipped,
        )
        for number in sorted(hues)
    ]
