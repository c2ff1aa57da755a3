"""What leaves the site of a photo is its pixels: right way up, in the right colours, and not a word besides."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from tests.support.colour_profiles import WIDE, press, wide
from tests.support.photos import TURNS, difference, exif, pixels, png_chunk, put, saved, scene, xmp
from tests.support.region import CONTENT
from tests.support.sites import build, write_profile

from showcase import settings as showcase_settings
from showcase.commands.check import run as check
from showcase.pictures.inspection import facts_of
from showcase.pictures.pixels import render

SIZE = (320, 240)
PLACE = 'exif:GPSLatitude="2,30.0S" exif:GPSLongitude="107,0.0E"'
SECRET = b"RAHASIA-SEKALI"


def shown(data: bytes) -> Image.Image:
    """The picture, uncropped, 320 pixels wide."""
    facts = facts_of(data)
    return next(render(data, facts.orientation, (0, 0, facts.width, facts.height), (SIZE,)))


def as_littlecms(data: bytes) -> Image.Image:
    """The same, by LittleCMS: every pixel converted before anything else happens."""
    with Image.open(BytesIO(data)) as image:
        profile = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
        converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    assert converted is not None
    return converted.resize(SIZE, Image.Resampling.LANCZOS)


COLOURED = {
    **{f"{name}, {kind}": (scene(), kind, wide(name)) for name in WIDE for kind in ("JPEG", "PNG", "WEBP")},
    "four inks": (scene().convert("CMYK"), "JPEG", press()),
}


@pytest.mark.parametrize("name", COLOURED)
def test_colours_are_those_of_littlecms(name):
    image, kind, profile = COLOURED[name]
    data = saved(image, kind, icc_profile=profile, quality=95)
    plain = image.convert("RGB").resize(SIZE)
    assert difference(as_littlecms(data), plain) > 5, "the profile must matter, or this shows nothing"
    assert difference(shown(data), as_littlecms(data)) < 2
    for place in ((40, 150), (240, 60), (40, 220), (240, 200)):  # the middle of each colour, away from edges
        assert np.abs(np.subtract(shown(data).getpixel(place), as_littlecms(data).getpixel(place))).max() <= 2


def test_inverted_inks_with_a_profile_are_not_a_negative():
    """Adobe stores ink as its absence, and says so in a marker that must not be lost on the way."""
    white = saved(Image.new("CMYK", (64, 64), (0, 0, 0, 0)), icc_profile=press(), exif=exif(1))
    assert b"Adobe" in white
    assert pixels(shown(white)).min() > 250


def packet(data: bytes, kind: str, text: str) -> bytes:
    """A picture with XMP, as its format holds it."""
    if kind == "PNG":
        return png_chunk(data, b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(text))
    with Image.open(BytesIO(data)) as image:
        return saved(image, kind, xmp=xmp(text))


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_in_xmp_is_shown_upright(orientation, kind):
    turn = TURNS[orientation]
    stored = scene() if turn is None else scene().transpose(turn)
    data = packet(saved(stored, kind), kind, f'tiff:Orientation="{orientation}"')
    assert facts_of(data).orientation == orientation
    assert difference(shown(data), scene(*SIZE)) < 10


POSITIONED = {
    "JPEG, EXIF": ("foto.jpg", saved(scene(), exif=exif(position=True))),
    "PNG, eXIf": ("foto.png", saved(scene(), "PNG", exif=exif(position=True))),
    "WebP, EXIF": ("foto.webp", saved(scene(), "WEBP", exif=exif(position=True))),
    "JPEG, XMP": ("foto.jpg", packet(saved(scene()), "JPEG", PLACE)),
    "PNG, XMP": ("foto.png", packet(saved(scene(), "PNG"), "PNG", PLACE)),
    "WebP, XMP": ("foto.webp", packet(saved(scene(), "WEBP"), "WEBP", PLACE)),
    "gain map": ("foto.jpg", saved(scene()) + saved(scene(64, 48), exif=exif(position=True))),
    "motion photo": ("foto.jpg", saved(scene()) + b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7-02.5500+107.6000/"),
    "picture of a draft": ("foto.jpg", saved(scene(), exif=exif(position=True))),
}


@pytest.mark.parametrize("name", POSITIONED)
def test_check_refuses_an_original_that_names_its_place(name, tmp_path):
    file, data = POSITIONED[name]
    put(write_profile(tmp_path, "uji", more="status: sembunyi\n" if "draft" in name else ""), file, data)
    told = StringIO()
    assert check(tmp_path, CONTENT, "json", told) == 1
    [fault] = [fault for fault in json.loads(told.getvalue()) if fault["severity"] == "fault"]
    assert (fault["code"], fault["path"]) == ("P305", f"kreator/uji/{file}")


def full_of_words() -> dict[str, bytes]:
    """Photos that say as much as their formats let them, all but a place."""
    words = {"exif": spoken(), "icc_profile": wide("Adobe RGB")}
    text = f'tiff:Orientation="1" dc:creator="{SECRET.decode()}"'
    return {
        "a.jpg": packet_kept(saved(scene(), comment=SECRET, **words), text) + SECRET,
        "b.png": png_chunk(
            packet(png_chunk(saved(scene(), "PNG", **words), b"tEXt", b"Comment\0" + SECRET), "PNG", text),
            b"zTXt", b"Author\0\0" + SECRET,
        ),
        "c.webp": saved(scene(), "WEBP", xmp=xmp(text), **words) + SECRET,
        "d.gif": saved(scene(), "GIF", comment=SECRET) + SECRET,
        "e.jpg": saved(scene().convert("CMYK"), comment=SECRET, exif=spoken(), icc_profile=press()),
    }  # fmt: skip


def spoken() -> bytes:
    """An EXIF block with a camera, an owner and a thumbnail that was never cropped."""
    block = Image.Exif()
    block.update({0x010F: SECRET.decode(), 0x8298: SECRET.decode(), 0x013B: SECRET.decode()})
    return block.tobytes() + SECRET


def packet_kept(data: bytes, text: str) -> bytes:
    """A JPEG with XMP and everything that it had."""
    body = b"http://ns.adobe.com/xap/1.0/\0" + xmp(text)
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + data[2:]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A public site, share images included, of creators whose photos talk."""
    tmp = tmp_path_factory.mktemp("kata")
    for number, (name, data) in enumerate(full_of_words().items()):
        assert SECRET in data
        assert not facts_of(data).gps
        put(write_profile(tmp / "isi", f"uji-{number}"), name, data)
        folder = write_profile(tmp / "isi", f"karya-{number}", more=f"karya: [{{judul: Uji, foto: {name}}}]\n")
        put(folder, name, data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp / "cache"))
        patch.setenv("SOURCE_DATE_EPOCH", "1795518400")
        patch.setenv("SITEURL", "https://contoh.example")
        outcome = build(tmp / "isi", tmp / "out", public=True)
    assert outcome.creators == 10
    return tmp / "out"


def test_no_byte_of_the_site_says_what_the_photos_said(site):
    words = re.compile(
        rb"RAHASIA|Exif\0|http://ns\.adobe|x:xmpmeta|ICC_PROFILE|acspMSFT|iCCP|eXIf|GPSL|Photoshop 3\.0|CREATOR: gd"
    )
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 60
    assert [path for path in files if words.search(path.read_bytes())] == []


JPEG_NEEDS = {0xD8, 0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDD, 0xDA, 0xD9}
AVIF_NEEDS = {b"ftyp", b"meta", b"mdat", b"hdlr", b"pitm", b"iloc", b"iinf", b"infe", b"iprp", b"ipco", b"ipma",
              b"ispe", b"pixi", b"av1C", b"colr", b"free"}  # fmt: skip
AVIF_HOLDERS = {b"meta": 4, b"iprp": 0, b"ipco": 0, b"iinf": 6}  # box: bytes before the boxes in it


def test_a_published_picture_has_no_part_that_could_say_anything(site):
    pictures = [path for path in site.rglob("*") if path.suffix in (".jpg", ".avif", ".png", ".webp")]
    assert {path.suffix for path in pictures} == {".jpg", ".avif"}
    assert len(pictures) > 40
    for path in pictures:
        data = path.read_bytes()
        if path.suffix == ".jpg":
            assert set(markers(data)) <= JPEG_NEEDS, path
            assert data.endswith(b"\xff\xd9"), path
        else:
            found = list(boxes(data))
            assert {kind for kind, _body in found} <= AVIF_NEEDS, path
            assert all(body[:4] == b"nclx" for kind, body in found if kind == b"colr"), path
            assert {body[8:12] for kind, body in found if kind == b"infe"} == {b"av01"}, path


def markers(data: bytes) -> Iterator[int]:
    """The markers of a JPEG, those between its passes too."""
    position = 0
    while (found := re.compile(rb"\xff[^\x00\xd0-\xd7\xff]").search(data, position)) is not None:
        marker = data[found.end() - 1]
        yield marker
        bare = marker in (0xD8, 0xD9)
        position = found.end() + (0 if bare else int.from_bytes(data[found.end() : found.end() + 2], "big"))


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, body) of every box of an AVIF, outer before inner."""
    position = 0
    while position < len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        body = data[position + 8 : position + (size or len(data))]
        yield kind, body
        if kind in AVIF_HOLDERS:
            yield from boxes(body[AVIF_HOLDERS[kind] :])
        position += size or len(data)


def test_drawings_and_codes_are_drawn_by_us(site):
    for path in site.rglob("*.svg"):
        assert not re.search(
            r"<(?:metadata|script|image|foreignObject)|xmlns:(?:dc|rdf|sodipodi)", path.read_text("utf-8")
        )
