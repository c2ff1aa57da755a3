"""What the drawings are painted with, from the palette."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..palette import Palette, mixed
from .scene import Paints

# Paint -> of each scheme: two tokens, and how much of the second. What is near is stronger, what is far fades.
_MIXES: Mapping[str, tuple[tuple[str, str, float], tuple[str, str, float]]] = MappingProxyType(
    {
        "sun": (("surface", "amber", 0.35), ("sky-low", "land", 0.3)),
        "far": (("sky-high", "link", 0.18), ("sky-low", "deep", 0.35)),
        "middle": (("sky-high", "link", 0.34), ("sky-low", "deep", 0.6)),
        "near": (("sky-high", "link", 0.5), ("sky-low", "deep", 0.85)),
        "ground": (("bg", "bg", 0), ("bg", "bg", 0)),
        "far-line": (("sky-high", "link", 0.12), ("sky-low", "deep", 0.2)),
        "middle-line": (("sky-high", "link", 0.27), ("sky-low", "deep", 0.45)),
        "near-line": (("sky-high", "link", 0.42), ("sky-low", "deep", 0.7)),
        "step1": (("link", "deep", 0.4), ("deep", "shallow", 0.2)),
        "step2": (("link", "deep", 0), ("deep", "shallow", 0.6)),
        "step3": (("link", "shallow", 0.6), ("shallow", "link", 0.1)),
        "step4": (("shallow", "land", 0.45), ("shallow", "link", 0.55)),
        "land": (("land", "land", 0), ("land", "deep", 0.18)),
        "border": (("land", "link", 0.35), ("land", "deep", 0.4)),
        "pin": (("amber", "amber", 0), ("amber", "amber", 0)),
        "ink": (("ink", "ink", 0), ("ink", "ink", 0)),
        "deep": (("deep", "deep", 0), ("deep", "deep", 0)),
        "ring1": (("deep-2", "reef", 0.1), ("deep-2", "reef", 0.08)),
        "ring2": (("deep-2", "reef", 0.22), ("deep-2", "reef", 0.18)),
        "ring3": (("deep-2", "reef", 0.4), ("deep-2", "reef", 0.3)),
        "ring4": (("deep-2", "reef", 0.65), ("deep-2", "reef", 0.5)),
    }
)


def paints_of(palette: Palette) -> tuple[Paints, Paints]:
    """The paints of the light and of the dark scheme."""
    light, dark = (
        {name: mixed(colours[mix[at][0]], colours[mix[at][1]], mix[at][2]) for name, mix in _MIXES.items()}
        for at, colours in enumerate((palette.light, palette.dark))
    )
    return light, dark
