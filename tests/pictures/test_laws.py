"""Laws of crops, widths and settings that hold for every picture, not for the few we thought of."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from showcase.diagnostics.fault import ToolFailure
from showcase.identity import polygons
from showcase.pictures import DEFAULT_RECIPE, FOCUS, Use, recipe_from
from showcase.pictures.geometry import crop_box, ladder, middle
from showcase.pictures.metadata import exif_has_position, exif_orientation, xmp_orientation

SIDES = st.integers(1, 30_000)
RATIOS = st.tuples(st.integers(1, 100), st.integers(1, 100))
POINTS = st.sampled_from(sorted(FOCUS.values()))
WIDTHS = st.lists(st.integers(1, 4_096), min_size=1, max_size=6, unique=True).map(lambda found: tuple(sorted(found)))


@given(SIDES, SIDES, RATIOS, POINTS)
def test_a_crop_lies_inside_and_fills_one_side(
    width: int, height: int, ratio: tuple[int, int], focus: tuple[float, float]
):
    left, top, right, bottom = crop_box(width, height, ratio, focus)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert right - left == width or bottom - top == height


@given(SIDES, SIDES, RATIOS, POINTS)
def test_a_crop_has_its_ratio_to_the_pixel(width: int, height: int, ratio: tuple[int, int], focus: tuple[float, float]):
    left, top, right, bottom = crop_box(width, height, ratio, focus)
    wide, high = right - left, bottom - top
    exact_wide, exact_high = high * ratio[0] / ratio[1], wide * ratio[1] / ratio[0]
    assert abs(wide - exact_wide) <= 1 or abs(high - exact_high) <= 1


@given(SIDES, SIDES, POINTS)
def test_without_a_ratio_nothing_is_cut(width: int, height: int, focus: tuple[float, float]):
    assert crop_box(width, height, None, focus) == (0, 0, width, height)


@given(SIDES, SIDES, RATIOS)
def test_words_of_focus_mean_what_they_say(width: int, height: int, ratio: tuple[int, int]):
    assume(width * ratio[1] != height * ratio[0])
    assert crop_box(width, height, ratio, FOCUS["kiri atas"])[:2] == (0, 0)
    assert crop_box(width, height, ratio, FOCUS["kanan bawah"])[2:] == (width, height)


def test_focus_knows_both_orders_of_two_words():
    assert FOCUS["atas kiri"] == FOCUS["kiri atas"] == (0.0, 0.0)
    assert len(set(FOCUS.values())) == 9
    assert "tengah tengah" not in FOCUS


@given(SIDES, SIDES, WIDTHS)
def test_no_size_is_larger_than_the_part_and_none_comes_twice(wide: int, high: int, widths: tuple[int, ...]):
    sizes = ladder((0, 0, wide, high), widths)
    made = [size[0] for size in sizes]
    assert made == sorted(set(made))
    most = min(wide, max(1, 4096 * wide // high))
    assert set(made) == {width for width in widths if width < most} | ({most} if max(widths) >= most else set())
    assert all(
        1 <= height <= high and abs(height - high * width / wide) <= max(0.5, 1 - high * width / wide)
        for width, height in sizes
    )


@given(WIDTHS)
def test_the_fallback_is_one_of_the_sizes(widths: tuple[int, ...]):
    sizes = ladder((0, 0, 4_096, 4_096), widths)
    assert sizes.index(middle(sizes)) == (len(sizes) - 1) // 2


@given(st.binary(max_size=200))
def test_no_bytes_upset_the_reading_of_metadata(block: bytes):
    for head in (b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"):
        assert exif_orientation(head + block) in (None, *range(1, 9))
        assert exif_has_position(head + block) in (True, False)
    assert xmp_orientation(block) in (None, *range(1, 9))


@pytest.mark.parametrize(("entries", "turned"), [(256, 6), (257, None)])
def test_a_directory_without_end_is_broken(entries: int, turned: int | None):
    block = b"II*\0\x08\0\0\0" + entries.to_bytes(2, "little") + bytes(12 * (entries - 1))
    assert exif_orientation(block + b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0" + bytes(4)) == turned


PATHS = [
    ("M0 0h10v10h-10z", [[(0, 0), (10, 0), (10, 10), (0, 10)]]),
    ("M1 1 5 1 5 5z M2 2l1 0 0 1z", [[(1, 1), (5, 1), (5, 5)], [(2, 2), (3, 2), (3, 3)]]),
    ("m1-1.5.5 2-.5.5", [[(1, -1.5), (1.5, 0.5), (1, 1)]]),
]


@pytest.mark.parametrize(("data", "outlines"), PATHS)
def test_straight_paths_are_their_corners(data: str, outlines: list[list[tuple[float, float]]]):
    assert polygons(data) == outlines


@pytest.mark.parametrize("data", ["M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20", "M12 2a10 10 0 100 20 10 10 0 100-20z"])
def test_arcs_are_round_even_with_their_flags_run_together(data: str):
    (circle,) = polygons(data)
    assert all(abs(((x - 12) ** 2 + (y - 12) ** 2) ** 0.5 - 10) < 1e-6 for x, y in circle)


def test_curves_end_where_they_should():
    ((*_, c), (*_, s), (*_, q)) = polygons("M0 0c1 2 3 4 5 6 M0 0C1 1 2 2 3 3s1 2 3 4 M0 0Q5 5 9 0")
    assert (c, s, q) == ((5, 6), (6, 7), (9, 0))


def test_what_a_setting_leaves_out_stays_as_it_is():
    assert recipe_from({}) == DEFAULT_RECIPE
    recipe = recipe_from({"uses": {"card": {"widths": [300, 100]}}, "quality": {"jpeg": 60}})
    assert recipe.uses["card"] == Use((100, 300), (16, 9))
    assert recipe.uses["work"] == DEFAULT_RECIPE.uses["work"]
    assert (recipe.quality["jpeg"], recipe.quality["avif"]) == (60, 50)


def test_the_documented_setting_is_the_default():
    assert (
        recipe_from(
            {
                "formats": ["avif", "jpeg"],
                "quality": {"avif": 50, "jpeg": 75},
                "uses": {
                    "portrait": {"widths": [96, 160, 320], "ratio": "1:1"},
                    "card": {"widths": [320, 480, 640], "ratio": "16:9"},
                    "work": {"widths": [640, 960, 1280, 1920], "ratio": None},
                },
            }
        )
        == DEFAULT_RECIPE
    )


WRONG = [
    ({"format": ["jpeg"]}, "pictures: 'format' tidak dapat dipakai. Yang diharapkan: formats, quality, uses"),
    ({"formats": ["gif"]}, "pictures.formats: 'gif'"),
    ({"formats": []}, "pictures.formats: []"),
    ({"formats": "jpeg"}, "pictures.formats: 'jpeg'"),
    ({"formats": ["jpeg", "jpeg"]}, "tanpa pengulangan dari avif, webp, jpeg"),
    ({"quality": {"png": 3}}, "pictures.quality: 'png'"),
    ({"quality": {"jpeg": 0}}, "pictures.quality.jpeg: 0"),
    ({"quality": {"jpeg": True}}, "pictures.quality.jpeg: True"),
    ({"quality": 75}, "pictures.quality: 75"),
    ({"uses": {"potret": {}}}, "Yang diharapkan: portrait, card, work"),
    ({"uses": {"card": {"width": [3]}}}, "pictures.uses.card: 'width'"),
    ({"uses": {"card": {"widths": []}}}, "pictures.uses.card.widths: []"),
    ({"uses": {"card": {"widths": [0]}}}, "bilangan bulat 1 sampai 4096"),
    ({"uses": {"card": {"ratio": "16x9"}}}, '"16:9"'),
    ({"uses": {"card": {"ratio": "0:9"}}}, "pictures.uses.card.ratio: '0:9'"),
    ({"uses": {"card": {"ratio": (16, 9)}}}, "pictures.uses.card.ratio: (16, 9)"),
]


@pytest.mark.parametrize(("setting", "words"), WRONG, ids=[row[1] for row in WRONG])
def test_a_wrong_setting_is_refused_with_its_name_and_choices(setting: dict[str, object], words: str):
    with pytest.raises(ToolFailure) as refusal:
        recipe_from(setting)
    assert words in str(refusal.value)
