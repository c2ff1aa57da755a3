"""One accent of a region -> the colours of a theme turned to its hue, each as light and as strong as before."""

from __future__ import annotations

from collections.abc import Mapping

from .colour import HEX, Oklch, oklch
from .pairs import PAIRS, nearest

BASE, HOVER = "link", "link-hover"  # the theme's own accent, and the same under a pointer
ACCENT_HUE = "accent-hue"  # of monograms and chips that have no hue of their own
NEAR = 60  # degrees: what is this near to the theme's accent turns with it; sand, amber and the like stay
FIXED = frozenset({"whatsapp"})  # a brand's colour
GREY = 0.004  # chroma of what has no hue
COOL = (100, 270)  # hues from which the way to blue leads upwards
PALE = 0.05  # chroma up to which a strong accent changes nothing: grounds stay grounds
STRONGEST = 1.6  # times the theme's chroma
DARKEST = 0.32  # lightness of the accent itself: a link is no black text
# The band above every page, woven of the accent.
STRIP = (
    "repeating-linear-gradient(90deg,var(--link) 0 4rem,var(--shallow) 0 5rem,var(--amber) 0 5.5rem,"
    "var(--shallow) 0 6.5rem)"
)


def turned(light: Mapping[str, str], dark: Mapping[str, str], accent: str) -> tuple[dict[str, str], dict[str, str]]:
    """The tokens that carry the accent's hue, of the light and of the dark scheme.

    light, dark: every token of the theme, by scheme. Every pair of colours that the theme keeps apart stays apart.
    """
    wanted, theme = oklch(accent), oklch(light[BASE])
    names = [
        name
        for name, value in light.items()
        if HEX.fullmatch(value) and name not in FIXED and any(_turns(oklch(one[name]), theme) for one in (light, dark))
    ]
    more = {"strip": STRIP} | ({ACCENT_HUE: f"{wanted.hue:.0f}"} if wanted.chroma > GREY else {})
    found = []
    for scheme in (light, dark):
        colours = {name: _turned(name, oklch(scheme[name]), theme, wanted) for name in names}
        if scheme is light:
            colours[BASE] = Oklch(max(DARKEST, wanted.lightness), wanted.chroma, wanted.hue)
        own = {name: value for name, value in _apart(colours, scheme).items() if value != oklch(scheme[name]).clipped}
        found.append(own | more)
    return found[0], found[1]


def _turns(colour: Oklch, theme: Oklch) -> bool:
    return colour.chroma > GREY and abs((colour.hue - theme.hue + 180) % 360 - 180) <= NEAR


def _turned(name: str, colour: Oklch, theme: Oklch, wanted: Oklch) -> Oklch:
    """A token beside the region's accent as it stands beside the theme's; shades lean to blue here and there."""
    if not _turns(colour, theme):
        return colour
    lean = (colour.hue - theme.hue + 180) % 360 - 180
    strength, most = wanted.chroma / theme.chroma, STRONGEST if colour.chroma > PALE else 1.0
    return Oklch(
        colour.lightness,
        colour.chroma * (strength if name in (BASE, HOVER) else min(strength, most)),
        (wanted.hue + (lean if COOL[0] < wanted.hue < COOL[1] else min(0, -lean))) % 360,
    )


def _apart(colours: Mapping[str, Oklch], scheme: Mapping[str, str]) -> dict[str, str]:
    """The colours as `#rrggbb`, none of them too close to what it meets; what lies on top gives way first."""
    shown = {name: value for name, value in scheme.items() if HEX.fullmatch(value)}
    shown |= {name: colour.fitted for name, colour in colours.items()}
    hover = oklch(scheme[HOVER]).lightness - oklch(scheme[BASE]).lightness
    fronts = dict.fromkeys(front for front, _back, _least in PAIRS)
    for name in sorted(colours, key=lambda one: list(fronts).index(one) if one in fronts else len(fronts)):
        colour = colours[name]
        if name == HOVER:
            colour = Oklch(oklch(shown[BASE]).lightness + hover, colour.chroma, colour.hue)
        shown[name] = nearest(name, colour, shown) or shown[name]
    return {name: shown[name] for name in colours}
