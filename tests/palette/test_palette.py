"""A region's one accent: every text can be read in light and dark, whatever the colour."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showcase.palette import HEX, PAIRS, contrast, faint_pairs, nearest, oklch, palette_of
from showcase.palette.colour import Oklch

THEME = Path(__file__).parents[2] / "theme"
OWN = palette_of(THEME)
COLOURS = st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF))
ODD = ("#000000", "#ffffff", "#808080", "#ffff00", "#ffd400", "#0000ff", "#00ff00", "#ff00ff", "#f00", "#010101")


def each(colours):
    """The colours as examples of a property test."""

    def wrapped(test):
        for colour in colours:
            test = example(colour)(test)
        return test

    return wrapped


@settings(max_examples=300, deadline=None)
@given(COLOURS)
@each(ODD)
def test_every_pair_can_be_read_whatever_the_accent(accent):
    palette = palette_of(THEME, accent)
    assert [*faint_pairs(palette.light), *faint_pairs(palette.dark)] == []
    assert all(contrast(ground, letters) >= 4.5 for ground, letters in palette.tints)
    assert palette.light.keys() == palette.dark.keys() == OWN.light.keys()


def test_the_theme_s_own_accent_gives_the_theme_s_own_colours():
    palette = palette_of(THEME, OWN.light["link"])
    hexes = {name: value for name, value in OWN.light.items() if HEX.fullmatch(value)}
    assert {name: palette.light[name] for name in hexes} == hexes
    assert {name: palette.dark[name] for name in hexes} == {name: OWN.dark[name] for name in hexes}


# Accent -> what becomes of it, where it can stand as it is and where it cannot.
LINKS = {"#8a3b12": "#8a3b12", "#c8102e": "#c8102e", "#6b2fa0": "#6b2fa0", "#ffffff": "#6d6d6d", "#000000": "#333333"}


@pytest.mark.parametrize("accent", LINKS)
def test_the_accent_is_the_colour_of_links_and_buttons(accent):
    assert palette_of(THEME, accent).light["link"] == LINKS[accent]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("accent", ["#8a3b12", "#6b2fa0", "#0b5fff", "#1c7c2e", "#808080"])
def test_nothing_of_the_theme_s_hue_is_left(accent, scheme):
    """Every token near the theme's accent has the region's hue, or none; sand, amber and a brand's green stay."""
    found, theme, hue = getattr(palette_of(THEME, accent), scheme), getattr(OWN, scheme), oklch(OWN.light["link"]).hue
    kept = {name for name, value in theme.items() if HEX.fullmatch(value) and found[name] == value}
    near = {name for name in kept if oklch(theme[name]).chroma > 0.01 and abs(oklch(theme[name]).hue - hue) < 45}
    assert near == set()
    assert {"amber", "land", "whatsapp", "on-deep"} <= kept


def test_a_grey_accent_gives_greys():
    palette = palette_of(THEME, "#808080")
    turned = [value for name, value in (*palette.own_light, *palette.own_dark) if HEX.fullmatch(value)]
    assert turned
    assert all(oklch(value).chroma < 0.002 for value in turned)


@pytest.mark.parametrize(("scheme", "fill", "on"), [("light", (0.93, 0.04), 0.45), ("dark", (0.34, 0.055), 0.86)])
def test_a_chip_can_be_read_in_every_hue(scheme, fill, on):
    """Chips without a hue of their own take the accent's; all of them are one formula of `tokens.css`."""
    colours = getattr(OWN, scheme)
    assert (float(colours["fill-l"]), float(colours["fill-c"]), float(colours["on-l"])) == (*fill, on)
    assert all(contrast(Oklch(*fill, hue).fitted, Oklch(on, 0.09, hue).fitted) >= 4.5 for hue in range(360))


def test_the_css_says_each_scheme_once_and_nothing_without_an_accent():
    assert OWN.css == ""
    css = palette_of(THEME, "#8a3b12").css
    light, dark = css.split("@media (prefers-color-scheme:")[1:]
    assert light.startswith("light){:root{")
    assert "--link:#8a3b12;" in light
    assert dark.startswith("dark){:root{")
    assert css.count("--bg:") == 1  # the light ground is sand, whatever the accent


def test_what_a_region_says_itself_counts_in_the_light_scheme_alone():
    palette = palette_of(THEME, "#8a3b12", (("link", "#5a2200"),))
    assert (palette.light["link"], palette.dark["link"]) == ("#5a2200", palette_of(THEME, "#8a3b12").dark["link"])
    assert palette_of(THEME, chosen=(("link", "#5a2200"),)).css == (
        "@media (prefers-color-scheme:light){:root{--link:#5a2200;}}"
    )


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted({front for front, _back, _least in PAIRS})), COLOURS)
def test_the_nearest_colour_that_passes_does(token, colour):
    """Of the same hue, and the colour itself if that can be read."""
    found = nearest(token, oklch(colour), OWN.light)
    assert found
    pairs = tuple(pair for pair in PAIRS if token in pair[:2])
    assert list(faint_pairs({**OWN.light, token: found}, pairs)) == []
    if not list(faint_pairs({**OWN.light, token: oklch(colour).fitted}, pairs)):
        assert found == oklch(colour).fitted


@settings(max_examples=300, deadline=None)
@given(COLOURS)
def test_hex_to_axes_and_back_is_the_same_colour(colour):
    assert oklch(colour).clipped == colour


@settings(max_examples=200, deadline=None)
@given(st.floats(0.1, 1), st.floats(0, 0.4), st.floats(0, 360))
def test_a_fitted_colour_keeps_lightness_and_hue(lightness, chroma, hue):
    found = oklch(Oklch(lightness, chroma, hue).fitted)
    assert math.isclose(found.lightness, lightness, abs_tol=0.01)
    if found.chroma > 0.05:
        assert abs((found.hue - hue + 180) % 360 - 180) < 4


KNOWN = [
    ("#000000", "#ffffff", 21.0),
    ("#777777", "#ffffff", 4.48),
    ("#00727d", "#fcfaf6", 5.44),
    ("#fff", "#fff", 1.0),
]


@pytest.mark.parametrize(("one", "other", "ratio"), KNOWN)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


def test_a_theme_that_lacks_a_colour_has_no_pair_with_it():
    assert list(faint_pairs({"text": "#fff"})) == []
