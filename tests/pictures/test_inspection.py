"""A file is a picture with facts, or one sentence says why not and what to do."""

from __future__ import annotations

import re
import struct
import time
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.support.photos import exif, framed, huge_png, png_chunk, put, saved, scene, xmp

from showcase.diagnostics.registry import family
from showcase.pictures import PictureError, inspect
from showcase.pictures.container import _MAX_PARTS
from showcase.pictures.inspection import MAX_BYTES, MAX_PIXELS, MAX_WHOLE_PIXELS, facts_of

SMALL = scene(64, 48)
MORE_XMP = b"http://ns.adobe.com/xmp/extension/\0"


def with_segments(data: bytes, bodies: list[bytes], marker: int = 0xE1) -> bytes:
    """A JPEG with further segments before the others."""
    more = b"".join(bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body for body in bodies)
    return data[:2] + more + data[2:]


def long_xmp(packet: bytes, piece: int) -> list[bytes]:
    """A packet in pieces, as JPEG holds those of more than 64 KB."""
    at = packet.index(b"GPSLat") + 4
    head = MORE_XMP + b"0" * 32 + struct.pack(">II", len(packet), 0)
    return [head + part for part in (packet[:at], packet[at : at + piece], packet[at + piece :])]


def second_directory(block: bytes) -> bytes:
    """An EXIF block whose first directory is empty and leads to the one that was first."""
    order = "<" if block[6:8] == b"II" else ">"
    tiff = block[6:]
    (first,) = struct.unpack_from(order + "I", tiff, 4)
    return block[:10] + struct.pack(order + "I", len(tiff)) + tiff[8:] + struct.pack(order + "HI", 0, first)


GAIN_MAP_APPENDED = saved(SMALL, exif=exif()) + saved(SMALL, exif=exif(position=True))
POSITION = 'exif:GPSLatitude="2,30.0S" exif:GPSLongitude="107,0.0E"'


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_four_formats_are_known_by_their_content(kind: str, tmp_path: Path):
    facts = inspect(put(tmp_path, "apa-saja.jpg", saved(SMALL, kind)))
    assert (facts.width, facts.height, facts.format) == (64, 48, kind)


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
        ("XMP of a drone", saved(SMALL, xmp=xmp('exif:GpsLatitude="-2.55"'))),
        ("misspelt XMP of a drone", saved(SMALL, xmp=xmp('exif:GpsLongtitude="107.6"'))),
        ("clip of a motion photo", saved(SMALL) + b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7-02.5500+107.6000/"),
        ("clip of an iPhone", saved(SMALL) + b"\0\0\0\x30mdtacom.apple.quicktime.location.ISO6709"),
        ("PNG, after its end", saved(SMALL, "PNG") + exif(position=True)),
        ("WebP, after its end", saved(SMALL, "WEBP") + exif(position=True)),
        ("GIF, after its end", saved(SMALL, "GIF") + exif(position=True)),
        ("directory of the thumbnail", saved(SMALL, exif=second_directory(exif(position=True)))),
        ("block in capitals", saved(SMALL, exif=exif(position=True)).replace(b"Exif\0", b"EXIF\0")),
        ("long XMP, cut within the word", with_segments(saved(SMALL), long_xmp(xmp(POSITION), 150))),
        (
            "maker's block of a thermal camera",
            with_segments(saved(SMALL), [b"FLIR\0\1\0\0" + bytes(40) + b"\1\0\0\0\2\2\0\0S\0E\0" + bytes(16)]),
        ),
    ],
)
def test_a_position_is_found_wherever_it_hides(where: str, data: bytes):
    assert facts_of(data).gps, where


@pytest.mark.parametrize(
    "tail", [b"\xa9xyz", b"\xa9xyz\0\x12\x15\xc7Belitung", b"latitude", b"Exif\0\0", b"Exif\0\0II*\0", b"FLIR\0\1"]
)
def test_what_only_looks_like_one_is_no_position(tail: bytes):
    assert not facts_of(saved(SMALL) + tail + bytes(40)).gps


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


def png_chunks(data: bytes, bodies: list[bytes], kind: bytes = b"abCd") -> bytes:
    """A PNG with further chunks before its pixels."""
    chunks = {body: png_chunk(data, kind, body, early=True)[33 : 33 + 12 + len(body)] for body in set(bodies)}
    return data[:33] + b"".join(chunks[body] for body in bodies) + data[33:]


def riff(chunks: bytes) -> bytes:
    """A WebP file of these chunks."""
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def gif_blocks(data: bytes, blocks: bytes) -> bytes:
    """A GIF with further blocks before its frame."""
    place = data.index(b"\x2c", 13 + (3 << (data[10] & 7) + 1))
    return data[:place] + blocks + data[place:]


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
    ("a little too large", huge_png(5_000, 2_501), "G105", "13 juta piksel, paling banyak 12 juta"),
    ("a phone's largest", framed(16_320, 12_240), "G105", "200 juta piksel, paling banyak 80 juta. Kirim ulang"),
    ("too long", huge_png(60_000, 4_000), "G106", "60000×4000"),
    ("too narrow", saved(Image.new("RGB", (2_100, 100))), "G106", "2100×100"),
    ("no size", huge_png(0, 4), "G108", "rusak"),
    ("no pixels", huge_png(640, 480), "G104", "terpotong"),
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
    assert facts_of(framed(9_900, 8_000)).width * 8_000 < MAX_PIXELS


def test_a_file_that_changes_is_looked_at_again(tmp_path: Path):
    path = put(tmp_path, "foto.png", saved(SMALL, "PNG"))
    before = inspect(path)
    path.write_bytes(saved(scene(32, 48), "PNG"))
    assert (before.width, inspect(path).width) == (64, 32)


ZIPPED = b"Raw profile type exif\0\0" + zlib.compress(bytes(4_000_000))
PARTS = {
    "JPEG segments": lambda count: with_segments(saved(SMALL), [b""] * count),
    "PNG chunks": lambda count: png_chunks(saved(SMALL, "PNG"), [b""] * count),
    "WebP chunks": lambda count: riff(saved(SMALL, "WEBP")[12:] + (b"XMP " + struct.pack("<I", 2) + b"ab") * count),
    "GIF blocks": lambda count: gif_blocks(saved(SMALL, "GIF"), b"\x21\xff\x0bXMP DataXMP\0" * count),
    "WebP notes": lambda count: riff(saved(SMALL, "WEBP")[12:] + (b"EXIF" + struct.pack("<I", 2) + b"ab") * count),
}
HEAVY = {
    **{name: make(200_000) for name, make in PARTS.items()},
    "packed texts": png_chunks(saved(SMALL, "PNG"), [ZIPPED] * 700, b"zTXt"),
    "garbage between segments": saved(SMALL)[:20] + bytes(3_000_000) + saved(SMALL)[20:],
    "markers that are none": saved(SMALL)[:20] + b"\xff\x00" * 1_500_000 + saved(SMALL)[20:],
    "passes without end": saved(SMALL, progressive=True)[:-2] + b"\xff\xda\0\2" * 700_000 + b"\xff\xd9",
    "blocks of a letter": gif_blocks(saved(SMALL, "GIF"), b"\x21\xfe" + b"\x01a" * 1_400_000 + b"\0"),
    "further pictures": saved(SMALL) + b"Exif\0\0II*\0\x08\0\0\0\xff\0" * 190_000,
    "words for a place": saved(SMALL) + b"latitude" * 370_000,
}


@pytest.mark.parametrize("what", HEAVY)
def test_a_file_of_a_million_parts_is_looked_at_in_a_blink(what: str):
    """Three megabytes, as a profile may have them; without the limits some take minutes and gigabytes."""
    data = HEAVY[what]
    assert len(data) < 3_100_000
    tracemalloc.start()
    began = time.process_time()
    with suppress(PictureError):
        facts_of(data)
    took = time.process_time() - began
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 5, what  # a busy machine, and tracing makes it slower
    assert most < 40_000_000, what


@pytest.mark.parametrize("what", PARTS)
def test_as_many_parts_as_are_allowed_are_a_picture(what: str):
    assert facts_of(PARTS[what](_MAX_PARTS - 100)).width == 64
    with pytest.raises(PictureError, match="rusak"):
        facts_of(PARTS[what](_MAX_PARTS + 1))


def test_passes_are_counted_in_the_picture_alone():
    """What an application hangs on may look like anything."""
    photo = saved(SMALL, progressive=True)
    assert facts_of(photo + b"\xff\xda\0\2" * 5_000).width == 64


def test_a_second_picture_turns_nothing():
    assert facts_of(saved(SMALL) + saved(SMALL, exif=exif(6))).orientation == 1


def test_every_code_has_words_and_every_refusal_a_code():
    codes = family("g").codes
    assert {row[2] for row in REFUSED} < set(codes)
    assert all(code.messages[""].endswith(".") and code.messages[""][0].islower() for code in codes.values())


SOUND = [saved(SMALL, kind, exif=exif(6, position=True)) for kind in ("JPEG", "PNG", "WEBP")] + [saved(SMALL, "GIF")]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SOUND), st.data())
def test_no_damage_gets_past_as_another_exception(data: bytes, draw: st.DataObject):
    place = draw.draw(st.integers(0, len(data) - 1))
    rest = draw.draw(st.sampled_from([data[place + 1 :], data[place + 40 :], b""]))
    damaged = data[:place] + draw.draw(st.binary(max_size=4)) + rest
    with suppress(PictureError):
        assert facts_of(damaged).width > 0


def test_a_picture_of_endless_passes_is_refused():
    """Each pass of a progressive JPEG is drawn over the whole; real ones have about ten."""
    data = saved(scene(64, 48), progressive=True)
    last = data.rindex(b"\xff\xda")
    more = data[:-2] + data[last:-2] * 100 + data[-2:]
    with pytest.raises(PictureError) as refused:
        facts_of(more)
    assert refused.value.code == "G108"
    facts_of(data[:-2] + data[last:-2] * 20 + data[-2:])


@pytest.mark.parametrize("found", [OSError("broken"), Image.new("RGB", (1, 1))], ids=["nothing", "another picture"])
def test_what_pillow_sees_otherwise_than_we_do_is_refused(found, monkeypatch):
    """Two readers that disagree about a file are how a picture is smuggled past one of them."""

    def opened(*_: object) -> Image.Image:
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr("showcase.pictures.inspection._open_lean", opened)
    with pytest.raises(PictureError) as refused:
        facts_of(saved(SMALL))
    assert refused.value.code == "G108"
