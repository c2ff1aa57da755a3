"""Which colours of a theme meet on a page, and how far apart they must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .colour import Oklch, contrast

TEXT, EDGE = 4.5, 3.0  # WCAG 2.2: what is read; the edge of a control, a sign
# Foreground, background, least contrast.
PAIRS = (
    ("text", "bg", TEXT), ("text", "sunken", TEXT), ("text", "surface", TEXT), ("text", "tint", TEXT),
    ("text", "line", TEXT), ("text", "sky-high", TEXT), ("text", "sky-low", TEXT),
    ("muted", "bg", TEXT), ("muted", "sunken", TEXT), ("muted", "surface", TEXT),
    ("on-link", "link", TEXT), ("on-link", "link-hover", TEXT),
    ("link", "bg", TEXT), ("link", "sunken", TEXT), ("link", "surface", TEXT), ("link", "tint", TEXT),
    ("link-hover", "bg", TEXT), ("link-hover", "sunken", TEXT), ("link-hover", "surface", TEXT),
    ("link", "sky-high", EDGE), ("link", "sky-low", EDGE),
    ("control", "bg", EDGE), ("control", "surface", EDGE), ("control", "sunken", EDGE),
    ("on-deep", "deep", TEXT), ("on-deep", "deep-2", TEXT), ("on-deep", "night", TEXT),
    ("on-deep-soft", "deep", TEXT), ("reef", "deep", TEXT), ("amber", "deep", EDGE), ("land", "deep", EDGE),
    ("ink", "amber", TEXT), ("ink", "whatsapp", TEXT), ("amber", "night", EDGE),
)  # fmt: skip
STEPS = 256  # of lightness


@dataclass(frozen=True, slots=True)
class Faint:
    """A pair of tokens that cannot be read. least: the contrast that it needs."""

    front: str
    back: str
    ratio: float
    least: float


def faint_pairs(colours: Mapping[str, str], pairs: tuple[tuple[str, str, float], ...] = PAIRS) -> Iterator[Faint]:
    """The pairs that are too close; a pair of which a theme lacks one colour is none."""
    for front, back, least in pairs:
        if front in colours and back in colours:
            ratio = contrast(colours[front], colours[back])
            if ratio < least:
                yield Faint(front, back, ratio, least)


def nearest(token: str, colour: Oklch, colours: Mapping[str, str]) -> str:
    """`colour` for a token, as little darker or lighter as the pairs of that token need; "" if nothing is enough."""
    pairs = tuple(pair for pair in PAIRS if token in pair[:2])
    for step in range(STEPS + 1):
        for lightness in (colour.lightness - step / STEPS, colour.lightness + step / STEPS):
            if 0 <= lightness <= 1:
                moved = Oklch(lightness, colour.chroma, colour.hue).fitted
                if not any(faint_pairs({**colours, token: moved}, pairs)):
                    return moved
    return ""
