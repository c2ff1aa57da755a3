"""A file is a picture with facts, or one sentence says why not and what to do."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.photos import exif, huge_png, png_chunk, put, saved, scene, xmp

from showcase.pictures import MESSAGES, PictureError, inspect
from showcase.pictures.inspection import MAX_BYTES, MAX_PIXELS, MAX_WHOLE_PIXELS, facts_of

SMALL = scene(64, 48)
GAIN_MAP_APPENDED = saved(SMALL, exif=exif()) + saved(SMALL, exif=exif(position=True))
POSITION = 'exif:GPSLatitude="2,30.0S" exif:GPSLongitude="107,0.0E"'


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_four_formats_are_known_by_their_content(kind: str, tmp_path: Path):
    facts = inspect(put(tmp_path, "apa-saja.jpg", saved(SMALL, kind)))
    assert (facts.width, facts.height, facts.format) == (64, 48, kind)
    assert facts.misnamed == (kind != "JPEG")


@pytest.mark.parametrize("name", ["foto.jpg", "foto.JPG", "foto.jpeg", "foto.Jpeg"])
def test_every_usual_ending_of_a_jpeg_is_its_own(name: str, tmp_path: Path):
    assert not inspect(put(tmp_path, name, saved(SMALL))).misnamed


@pytest.mark.parametrize("orientation", range(1, 9))
def test_width_and_height_are_upright(orientation: int):
    facts = facts_of(saved(SMALL, exif=exif(orientation)))
    assert (facts.width, facts.height) == ((48, 64) if orientation >= 5 else (64, 48))
    assert facts.orientation == orientation


def test_xmp_turns_a_picture_without_exif():
    assert facts_of(saved(SMALL, xmp=xmp('tiff:Orientation="6"'))).orientation == 6


def test_exif_is_believed_before_xmp():
    assert facts_of(saved(SMALL, exif=exif(3), xmp=xmp('tiff:Orientation="6"'))).orientation == 3


@pytest.mark.parametrize(
    ("where", "data"),
    [
        ("JPEG EXIF", saved(SMALL, exif=exif(position=True))),
        ("PNG eXIf", saved(SMALL, "PNG", exif=exif(position=True))),
        ("PNG eXIf after the pixels", png_chunk(saved(SMALL, "PNG"), b"eXIf", exif(position=True)[6:])),
        ("WebP EXIF", saved(SMALL, "WEBP", exif=exif(position=True))),
        ("JPEG XMP", saved(SMALL, xmp=xmp(POSITION))),
        ("WebP XMP", saved(SMALL, "WEBP", xmp=xmp(POSITION))),
        ("PNG XMP", png_chunk(saved(SMALL, "PNG"), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(POSITION))),
        (
            "PNG text of ImageMagick",
            png_chunk(
                saved(SMALL, "PNG"),
                b"tEXt",
                b"Raw profile type exif\0\nexif\n  200\n" + exif(position=True).hex().encode(),
            ),
        ),
        ("second picture of a phone's file", GAIN_MAP_APPENDED),
        ("JPEG comment", saved(SMALL, comment=b"GPSLatitude 2 30 S")),
    ],
)
def test_a_position_is_found_wherever_it_hides(where: str, data: bytes):
    assert facts_of(data).gps, where


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_camera_without_position_is_no_position(kind: str):
    assert not facts_of(saved(SMALL, kind, exif=exif())).gps


@pytest.mark.parametrize("broken", [b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"", b"kosong"])
def test_broken_exif_stops_no_sound_picture(broken: bytes):
    facts = facts_of(saved(SMALL, exif=b"Exif\0\0" + broken))
    assert (facts.width, facts.orientation) == (64, 1)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (b"zTXt", b"Comment\0\0" + zlib.compress(bytes(70_000_000))),
        (b"acTL", bytes(8)),
        (b"eXIf", b"II*\0\xff\xff\xff\xff"),
        (b"tEXt", b"Raw profile type exif\0\nexif\n 8\nzz"),
    ],
)
def test_odd_notes_in_a_png_stop_no_sound_picture(kind: bytes, body: bytes):
    assert facts_of(png_chunk(saved(SMALL, "PNG"), kind, body, early=True)).width == 64


REFUSED = [
    ("empty", b"", "G101", "kosong"),
    ("text", b"halo", "G101", "tidak dikenal"),
    ("a web page", b"<!DOCTYPE html><html><body></body></html>", "G101", "halaman web"),
    ("a document", b"%PDF-1.7\n", "G101", "dokumen PDF"),
    ("a video", b"\0\0\0\x20ftypisom" + bytes(20), "G101", "video"),
    ("a bitmap", b"BM" + bytes(60), "G101", "BMP"),
    ("an iPhone's picture", b"\0\0\0\x20ftypheic" + bytes(20), "G102", "HEIC"),
    ("an AVIF", b"\0\0\0\x20ftypavif" + bytes(20), "G102", "AVIF"),
    ("a drawing", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "G103", "SVG"),
    ("a drawing after its prologue", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg/>', "G103", "SVG"),
    ("a cut JPEG", saved(SMALL)[:-300], "G104", "terpotong"),
    ("a JPEG cut in its header", saved(SMALL)[:100], "G104", "terpotong"),
    ("a cut PNG", saved(SMALL, "PNG")[:-20], "G104", "terpotong"),
    ("a cut WebP", saved(SMALL, "WEBP")[:-20], "G104", "terpotong"),
    ("a cut GIF", saved(SMALL, "GIF")[:-20], "G104", "terpotong"),
    ("a bomb", huge_png(29_000, 29_000), "G105", "841 juta"),
    ("too large to hold", huge_png(5_000, 4_000), "G105", f"paling banyak {MAX_WHOLE_PIXELS // 1_000_000} juta"),
    ("too long", huge_png(60_000, 4_000), "G106", "60000×4000"),
    ("too narrow", saved(Image.new("RGB", (2_100, 100))), "G106", "2100×100"),
    ("no pixels", huge_png(0, 4), "G108", "rusak"),
]


@pytest.mark.parametrize(("what", "data", "code", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_no_picture_is_refused_with_a_reason(what: str, data: bytes, code: str, words: str, tmp_path: Path):
    with pytest.raises(PictureError, match=re.escape(words)) as refusal:
        inspect(put(tmp_path, "foto.jpg", data))
    assert refusal.value.code == code
    assert "\n" not in str(refusal.value)


def test_a_heavy_file_is_refused_before_it_is_read_whole(tmp_path: Path):
    with pytest.raises(PictureError, match="paling besar 25 MB") as refusal:
        inspect(put(tmp_path, "foto.jpg", saved(SMALL) + bytes(MAX_BYTES)))
    assert refusal.value.code == "G107"


def test_a_missing_file_and_a_folder_are_errors_of_the_same_kind(tmp_path: Path):
    for path in (tmp_path / "tidak-ada.jpg", tmp_path):
        with pytest.raises(PictureError) as refusal:
            inspect(path)
        assert refusal.value.code == "G111"


def test_a_plain_jpeg_may_be_large_since_it_is_decoded_small():
    data = bytearray(saved(SMALL))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = (8_000).to_bytes(2, "big") + (9_900).to_bytes(2, "big")
    assert facts_of(bytes(data)).width * 8_000 < MAX_PIXELS


def test_a_file_that_changes_is_looked_at_again(tmp_path: Path):
    path = put(tmp_path, "foto.png", saved(SMALL, "PNG"))
    before = inspect(path)
    path.write_bytes(saved(scene(32, 48), "PNG"))
    assert (before.width, inspect(path).width) == (64, 32)


def test_every_code_has_words_and_every_refusal_a_code():
    assert {row[2] for row in REFUSED} < set(MESSAGES)
    assert all(text.endswith((".", "}.")) and text[0].islower() for text in MESSAGES.values() if text[0] != "{")


SOUND = [saved(SMALL, kind, exif=exif(6, position=True)) for kind in ("JPEG", "PNG", "WEBP")] + [saved(SMALL, "GIF")]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SOUND), st.data())
def test_no_damage_gets_past_as_another_exception(data: bytes, draw: st.DataObject):
    place = draw.draw(st.integers(0, len(data) - 1))
    rest = draw.draw(st.sampled_from([data[place + 1 :], data[place + 40 :], b""]))
    damaged = data[:place] + draw.draw(st.binary(max_size=4)) + rest
    with suppress(PictureError):
        assert facts_of(damaged).width > 0
