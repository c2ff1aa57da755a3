"""Whatever a phone, a scanner or an editor has made becomes upright sRGB pixels, and nothing else."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from tests.support.photos import TURNS, difference, exif, pixels, png_chunk, put, saved, scene, xmp

from showcase.pictures import DEFAULT_RECIPE, PicturePipeline, Recipe, Use
from showcase.pictures.inspection import facts_of
from showcase.pictures.pixels import render

OWN = Recipe(("webp", "jpeg"), DEFAULT_RECIPE.quality, {"work": Use((160, 320), None), "portrait": Use((96,), (1, 1))})
WORDS = re.compile(rb"Exif\0\0|http://ns\.adobe|ICC_PROFILE|GPSL|Kamera Contoh|x:xmpmeta|iCCP|eXIf|catatan rahasia")


def rendered(data: bytes, width: int = 320) -> Image.Image:
    """The picture `width` pixels wide, uncropped."""
    facts = facts_of(data)
    size = (width, max(1, round(facts.height * width / facts.width)))
    return next(render(data, facts.orientation, (0, 0, facts.width, facts.height), (size,)))


def profile_of(space: str) -> bytes:
    """A colour profile that LittleCMS makes itself."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_is_shown_upright(orientation: int, kind: str):
    upright = scene()
    turn = TURNS[orientation]
    stored = upright if turn is None else upright.transpose(turn)
    shown = rendered(saved(stored, kind, exif=exif(orientation)))
    assert difference(shown, upright.resize((320, 240))) < 5
    assert orientation == 1 or shown.size == (320, 240)


@pytest.mark.parametrize("orientation", TURNS)
def test_orientation_in_xmp_alone_counts_too(orientation: int):
    turn = TURNS[orientation]
    stored = scene() if turn is None else scene().transpose(turn)
    shown = rendered(saved(stored, xmp=xmp(f'tiff:Orientation="{orientation}"')))
    assert difference(shown, scene(320, 240)) < 5


@pytest.mark.parametrize("width", [40, 96, 100, 213, 320, 639])
def test_decoding_small_shows_the_same_picture(width: int):
    data = saved(scene())
    whole = Image.open(BytesIO(data)).resize((width, round(480 * width / 640)), Image.Resampling.LANCZOS)
    assert difference(rendered(data, width), whole) < 2


def test_a_wide_gamut_picture_is_converted_as_littlecms_does():
    photo = scene(320, 240)
    profile = _exchanged_primaries()
    data = saved(photo, "PNG", icc_profile=profile)
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    expected = ImageCms.profileToProfile(photo, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    assert expected is not None
    assert difference(expected, photo) > 2, "the profile must matter, or this shows nothing"
    assert np.abs(pixels(rendered(data)) - pixels(expected)).max() <= 2


def test_a_profile_in_a_jpeg_counts_too():
    data = saved(scene(320, 240), quality=100, subsampling=0, icc_profile=_exchanged_primaries())
    as_png = saved(scene(320, 240), "PNG", icc_profile=_exchanged_primaries())
    assert difference(rendered(data), rendered(as_png)) < 2


def _exchanged_primaries() -> bytes:
    """sRGB's own profile with the red and the green primary exchanged: no one could take it for sRGB."""
    profile = bytearray(profile_of("sRGB"))
    count = int.from_bytes(profile[128:132], "big")
    tags = {bytes(profile[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red + 4 : red + 12], profile[green + 4 : green + 12] = (
        profile[green + 4 : green + 12],
        profile[red + 4 : red + 12],
    )
    return bytes(profile)


@pytest.mark.parametrize("profile", [b"rusak", b"", bytes(200), profile_of("LAB"), profile_of("sRGB")[:300]])
def test_a_broken_or_foreign_profile_is_left_aside(profile: bytes):
    data = saved(scene(320, 240), "PNG", icc_profile=profile)
    assert difference(rendered(data), scene(320, 240)) < 1


ODD = {
    "CMYK": (saved(scene(320, 240).convert("CMYK")), 6),
    "16-bit grey": (
        saved(Image.fromarray(np.asarray(scene(320, 240).convert("L"), dtype=np.uint16) * 257), "PNG"),
        None,
    ),
    "grey JPEG": (saved(scene(320, 240).convert("L")), None),
    "palette": (saved(scene(320, 240).quantize(16), "PNG"), 6),
    "one bit": (saved(Image.new("1", (320, 240), 1), "PNG"), None),
    "lossless WebP": (saved(scene(320, 240), "WEBP", lossless=True), 1),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_kinds_of_pixels_look_as_they_should(name: str):
    data, tolerance = ODD[name]
    shown = rendered(data)
    grey = scene(320, 240).convert("L") if "bit grey" in name or "grey JPEG" in name else None
    expected = Image.new("RGB", (320, 240), "white") if name == "one bit" else grey or scene(320, 240)
    assert shown.mode == "RGB"
    assert difference(shown, expected.convert("RGB")) <= (tolerance or 2)


def test_inverted_cmyk_of_adobe_is_not_a_negative():
    data = saved(Image.new("CMYK", (64, 64), (0, 0, 0, 0)))
    assert b"Adobe" in data
    assert pixels(rendered(data, 64)).min() > 250


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_shows_white(mode: str):
    image = Image.new("RGBA", (80, 60), (0, 0, 0, 0))
    image.paste((10, 10, 10, 255), (40, 0, 80, 60))
    data = saved(image.convert(mode), "PNG")
    shown = pixels(rendered(data, 80))
    assert shown[:, :36].min() > 250
    assert shown[:, 44:].max() < 30


def test_an_animation_shows_its_first_frame():
    frames = [Image.new("RGB", (64, 48), colour) for colour in ("red", "blue")]
    for kind in ("GIF", "PNG", "WEBP"):
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:])
        assert difference(rendered(data, 64), frames[0]) < 12, kind


def test_a_phones_two_pictures_show_the_first():
    first, second = scene(320, 240), Image.new("RGB", (320, 240), "blue")
    data = BytesIO()
    first.save(data, format="MPO", save_all=True, append_images=[second], quality=92)
    assert facts_of(data.getvalue()).format == "JPEG"
    assert difference(rendered(data.getvalue()), first) < 5


def test_a_single_pixel_and_a_long_panorama_are_pictures():
    assert rendered(saved(Image.new("RGB", (1, 1), "red"), "PNG"), 1).size == (1, 1)
    panorama = saved(scene(20_000, 1_200))
    assert difference(rendered(panorama, 1_000), scene(1_000, 60)) < 5


def test_a_crop_keeps_the_side_in_focus():
    facts = facts_of(data := saved(scene(), "PNG"))
    left = next(render(data, facts.orientation, (0, 0, 320, 240), ((160, 120),)))
    assert difference(left.crop((100, 0, 160, 120)), Image.new("RGB", (60, 120), (200, 40, 40))) < 2


LOADED = {
    "JPEG": saved(scene(), exif=exif(6, position=True), icc_profile=profile_of("sRGB"), comment=b"catatan rahasia"),
    "JPEG with XMP": saved(scene(), xmp=xmp('exif:GPSLatitude="2,30S"')),
    "PNG": png_chunk(
        saved(scene(), "PNG", exif=exif(8, position=True), icc_profile=profile_of("sRGB")),
        b"tEXt",
        b"Comment\0catatan rahasia",
    ),
    "WEBP": saved(scene(), "WEBP", exif=exif(3, position=True), xmp=xmp(""), icc_profile=profile_of("sRGB")),
    "GIF": saved(scene(), "GIF", comment=b"catatan rahasia"),
}


@pytest.mark.parametrize("name", LOADED)
def test_nothing_but_pixels_is_published(name: str, tmp_path: Path):
    assert WORDS.search(LOADED[name]), "the source must have something to lose"
    recipe = Recipe(("avif", "webp", "jpeg"), DEFAULT_RECIPE.quality, OWN.uses)
    pipeline = PicturePipeline(recipe, tmp_path / "cache", 1)
    pipeline.order(put(tmp_path, "foto.jpg", LOADED[name]), "work")
    report = pipeline.finish(tmp_path / "site")
    assert len(report.files) == 5
    for file in report.files:
        published = (tmp_path / "site" / file).read_bytes()
        assert not WORDS.search(published), file
        with Image.open(BytesIO(published)) as image:
            assert not image.getexif()
            assert not {"icc_profile", "exif", "xmp", "comment", "photoshop"} & set(image.info)
