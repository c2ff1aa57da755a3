"""A region without drawings gets some of its own map and colours: whole, safe, small, readable where words stand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.support.making import REGION
from tests.support.region import CONTENT

from showcase.content.drawings import unsafe_part
from showcase.content.region_images import BOX
from showcase.identity import landscape_of, paints_of, with_drawings
from showcase.identity.silhouette import Silhouette, area, silhouette_of, straightened
from showcase.palette import HEX, contrast, oklch, palette_of
from showcase.region.model import DRAWINGS, RegionImage

THEME = Path(__file__).parents[2] / "theme"
OWN = palette_of(THEME)
BROWN = palette_of(THEME, "#8a3b12")
MAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600">{}</svg>'
SQUARE = '<path data-kode="1" d="M100 100h400v400h-400z"/>'
MAPS = {
    "islands and districts": (CONTENT / "wilayah/peta.svg").read_text(encoding="utf-8"),
    "one square": MAP.format(SQUARE),
    "a ribbon": MAP.format('<path data-kode="1" d="M0 0h600v4h-600z"/>'),
    "two dots": MAP.format('<path data-kode="1" d="M0 0h2v2z"/><path data-kode="2" d="M590 590h3v3z"/>'),
    "curves": MAP.format('<path data-kode="1" d="M300 20c200 0 250 300 0 560S100 20 300 20z"/>'),
}


def drawn(map_svg, palette=BROWN, **site):
    """The drawings of a region with nothing but a map, by name."""
    region = replace(REGION, map_svg=map_svg, site=replace(REGION.site, **site))
    return {image.name: image for image in with_drawings(region, palette).images}


@pytest.mark.parametrize("name", MAPS)
def test_every_place_has_a_drawing_that_the_region_could_have_made_itself(name):
    images = drawn(MAPS[name])
    assert sorted(images) == sorted(DRAWINGS)
    for image in images.values():
        text = image.content.decode()
        box = BOX.search(text)
        assert (unsafe_part(text, styled=True), image.is_drawing) == ("", True)
        assert (int(box["width"]), int(box["height"])) == (image.width, image.height)
        assert len(image.content) < 12_000
        assert "nan" not in text
        assert "inf" not in text


def test_a_map_without_any_outline_gives_a_landscape_and_an_initial():
    images = drawn("", short_name="<&")
    assert sorted(images) == ["beranda", "favicon"]
    assert b"&lt;</text>" in images["favicon"].content


def test_what_a_region_has_drawn_stays():
    own = tuple(RegionImage(f"{name}.svg", b"<svg/>", 1, 1) for name in DRAWINGS)
    assert with_drawings(replace(REGION, images=own), BROWN).images == own
    some = with_drawings(replace(REGION, map_svg=MAPS["one square"], images=own[:1]), BROWN).images
    assert some[0] == own[0]
    assert sorted(image.name for image in some) == sorted(DRAWINGS)


SIGNS = {"islands and districts": True, "one square": True, "a ribbon": False, "curves": True}


@pytest.mark.parametrize("name", SIGNS)
def test_land_that_fills_the_sign_is_the_sign_and_an_initial_stands_for_the_rest(name):
    assert (b"<text" not in drawn(MAPS[name])["favicon"].content) is SIGNS[name]


def test_a_drawing_has_its_colours_for_light_and_dark_and_none_of_the_theme_s_hue():
    for name, image in drawn(MAPS["islands and districts"]).items():
        light, _media, dark = image.content.decode().partition("prefers-color-scheme:dark")
        colours = [re.findall(r"color:(#[0-9a-f]{6})", part) for part in (light, dark)]
        assert colours[0]
        assert bool(colours[1]) is (name != "favicon")
        for colour in (*colours[0], *colours[1]):
            axes = oklch(colour)
            assert axes.chroma < 0.02 or not 150 < axes.hue < 270, (name, colour)


@settings(max_examples=100, deadline=None)
@given(st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF)))
def test_words_can_be_read_on_every_hill_whatever_the_accent(accent):
    """A narrow heading is longer: then its last line and the buttons stand on the hills."""
    palette = palette_of(THEME, accent)
    for paints, colours in zip(paints_of(palette), (palette.light, palette.dark), strict=True):
        for hill in ("far", "middle", "near"):
            assert contrast(paints[hill], colours["text"]) >= 4.5
        assert all(HEX.fullmatch(colour) for colour in paints.values())


POINTS = st.tuples(st.integers(0, 600), st.integers(0, 600))
RINGS = st.lists(st.lists(POINTS, min_size=3, max_size=9), min_size=1, max_size=5)


def as_map(rings):
    paths = ("M" + "L".join(f"{x} {y}" for x, y in ring) + "z" for ring in rings)
    return MAP.format("".join(f'<path data-kode="{number}" d="{d}"/>' for number, d in enumerate(paths)))


@settings(max_examples=200, deadline=None)
@given(RINGS)
def test_land_of_any_shape_finds_its_place(rings):
    land = silhouette_of(as_map(rings))
    if land is None:
        return
    placed = land.placed((500, 300), (400, 280), 0.62)
    left, top, wide, high = placed.box
    assert placed.rings
    assert left >= 299
    assert top >= 159
    assert wide <= 402
    assert high <= 282
    for image in drawn(as_map(rings)).values():
        assert unsafe_part(image.content.decode(), styled=True) == ""


NUMBERS = st.sampled_from(("0", "1", "7", "300", "-40", "1e999", "-1e999", "1e200", "1e-200", "1e-170", "5e-7", "1e8"))
STEPS = st.tuples(st.sampled_from("MLHVCSQAZmlhvcsqaz"), st.lists(NUMBERS, max_size=14)).map(
    lambda step: step[0] + " ".join(step[1])
)


@settings(max_examples=300, deadline=None)
@given(st.lists(STEPS, max_size=6).map("".join))
@example("M0 0h1e999v9z")
@example("M0 0h1e200v1e200z")
@example("M0 0a1e-200 9 0 0 1 9 9V0z")
@example("M0 0h1e-162v1e-162z")
@example("M0 300.1h1h1e6h-2e6z")
def test_no_path_is_too_odd_to_be_drawn_from(d):
    for image in drawn(MAP.format(f'<path data-kode="1" d="{d}"/>')).values():
        assert unsafe_part(image.content.decode(), styled=True) == ""
        assert not re.search(rb"\b(nan|inf)\b", image.content)


def test_islands_far_out_do_not_make_the_rest_small():
    far = MAP.format(SQUARE + '<path data-kode="2" d="M9000 100h20v20h-20z"/>')
    assert (
        silhouette_of(far).placed((0, 0), (100, 100)).box
        == silhouette_of(MAPS["one square"]).placed((0, 0), (100, 100)).box
    )


def test_a_line_keeps_its_corners_and_loses_the_points_between():
    side = [(x, 0.0) for x in range(101)]
    assert straightened([*side, (100.0, 50.0), (0.0, 50.0)]) == ((0, 0.0), (100, 0.0), (100.0, 50.0), (0.0, 50.0))


def test_area_is_that_of_the_ring():
    assert area(((0, 0), (4, 0), (4, 3))) == 6
    assert Silhouette((((0, 0), (4, 0), (4, 4), (0, 4)),)).fullness == 1


@pytest.mark.parametrize(("name", "size"), [("bagikan", (1200, 630)), ("cerita", (1080, 1920))])
def test_a_share_image_s_ground_has_the_size_of_its_format(name, size):
    scene = landscape_of(name, MAPS["curves"])
    assert (scene.width, scene.height) == size
    assert {shape.paint for shape in scene.shapes} <= set(paints_of(OWN)[0])
    assert len(scene.shapes) > len(landscape_of(name, "").shapes)
