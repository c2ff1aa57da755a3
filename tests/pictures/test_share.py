"""Share images: small enough for chats, every text whole, every name legible."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor
from tests.support.photos import exif, pixels, put, saved, scene
from tests.support.region import CONTENT
from tests.tools.share_art import LANDSCAPES, icons_of, landscape

from showcase.cards.terms import MEDIA
from showcase.diagnostics.fault import ToolFailure
from showcase.palette import palette_of
from showcase.pictures import DEFAULT_RECIPE, PictureError, PicturePipeline, ShareCard
from showcase.pictures.artwork import FORMATS, ICON_SIZES, artwork_of, icon
from showcase.pictures.canvas import boulder
from showcase.pictures.lettering import Lettering
from showcase.pictures.share import MAX_BYTES, as_jpeg, draw_story, draw_wide, share_image

THEME = Path(__file__).parents[2] / "theme"
IMAGES = {path.stem: path.read_bytes() for path in (CONTENT / "wilayah" / "gambar").iterdir()}
COLOURS = palette_of(THEME)
MAP = (CONTENT / "wilayah/peta.svg").read_text(encoding="utf-8")
ART = artwork_of(THEME, IMAGES, MAP, COLOURS)
SQUARE = '<svg viewBox="0 0 9 9"><path data-kode="1" d="M0 0h9v9h-9z"/></svg>'
DATA = ART.font
CARD = ShareCard(
    "Contoh Rina Permata",
    line="Kreator pariwisata dan UMKM dari Sijuk, di TikTok dan Instagram",
    eyebrow="Kreator",
    initials="RP",
    tint=3,
    media=(("youtube", "YouTube"), ("instagram", "Instagram"), ("tiktok", "TikTok")),
    url="https://kreator.contoh.id/kreator/contoh-rina-permata/",
    site_name="Kreator Contoh",
    invitation="Pindai untuk melihat profil",
)
SIX = (*CARD.media, ("facebook", "Facebook"), ("fotografi", "Fotografi"), ("videografi", "Videografi"))
CARDS = {
    "usual": CARD,
    "80 wide letters": replace(CARD, name="W" * 80, line="M" * 90, initials="WW", media=SIX),
    "80 letters in words": replace(CARD, name="Contoh " + "Komunitas Belitung Raya " * 3 + "A", media=SIX),
    "other letters": replace(CARD, name="张三 Ñandú محمد 김철수 🙂", initials="张"),
    "nothing but a name": ShareCard("Kabar"),
    "no letters at all": ShareCard("🙂", initials="🙂", url="https://a.id/" + "x" * 400),
}


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("story", [False, True])
def test_every_card_is_a_jpeg_that_chats_accept(name: str, story: bool):
    data = share_image(CARDS[name], story, None, ART)
    assert len(data) < MAX_BYTES
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", (1080, 1920) if story else (1200, 630))
        assert not image.getexif()


def test_an_image_too_rich_for_300_kb_is_packed_tighter():
    noise = np.random.default_rng(1).integers(0, 255, (630, 1200, 3), dtype=np.uint8)
    light = Image.fromarray(noise // 3 + 80)
    assert len(saved(light, quality=88)) > MAX_BYTES
    assert len(as_jpeg(light)) < MAX_BYTES


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(200, 1_000), st.integers(40, 300))
def test_text_is_never_cut_and_never_too_wide(text: str, width: int, height: int):
    lettering = Lettering(DATA)
    fitted = lettering.fit(text, 800, (64, 34), (width, height))
    assert "".join(fitted.lines).replace(" ", "") == lettering.drawable(text).replace(" ", "")
    assert all(lettering.width(line, fitted.size, 800) <= width for line in fitted.lines)
    assert fitted.height <= height or fitted.size == 8


def test_words_stay_whole_where_they_can_and_none_is_left_alone():
    fitted = Lettering(DATA).fit("Contoh Juru Foto Senja Tanjungpandan", 800, (64, 34), (540, 210))
    assert fitted.lines == ("Contoh Juru", "Foto Senja", "Tanjungpandan")


LETTERS = [
    ("Contoh é – “ya” × 3", "Contoh é – “ya” × 3"),
    ("Ñandú Müller", "Nandu Muller"),
    ("张三", "Zhang San"),
    ("김", "Gim"),
    ("Ольга", "Ol'ga"),
    ("😀", ""),
    ("a\u202eb\u200bc", "abc"),
    ("  dua\t kata \n", "dua kata"),
]


@pytest.mark.parametrize(("text", "drawn"), LETTERS)
def test_letters_that_the_font_lacks_become_latin(text: str, drawn: str):
    assert Lettering(DATA).drawable(text) == drawn


def test_what_is_missing_is_one_sentence(tmp_path: Path):
    with pytest.raises(ToolFailure, match=r"Huruf untuk gambar bagikan tidak terbaca: \S+\.$"):
        artwork_of(tmp_path, {}, MAP, COLOURS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_region_without_a_landscape_has_one_of_its_map_and_colours(name: str):
    brown = palette_of(THEME, "#8a3b12")
    image = artwork_of(THEME, {}, MAP, brown).landscape(name)
    assert image.size == FORMATS[name]
    assert image.getpixel((0, 0)) == ImageColor.getrgb(brown.light["sky-high"])
    assert image.getpixel((0, image.height - 1)) == ImageColor.getrgb(brown.light["bg"])
    others = (artwork_of(THEME, {}, MAP, COLOURS), artwork_of(THEME, {}, SQUARE, brown))
    assert all(pixels(image).tobytes() != pixels(other.landscape(name)).tobytes() for other in others)
    assert pixels(image).tobytes() == pixels(artwork_of(THEME, {}, MAP, brown).landscape(name)).tobytes()
    assert len({art.identity for art in (ART, *others, artwork_of(THEME, {}, MAP, brown))}) == 4


def test_other_paints_give_other_images(monkeypatch):
    """What a scene is painted with is computed from the colours: the same colours may be mixed otherwise."""
    before = [artwork_of(THEME, images, MAP, COLOURS).identity for images in ({}, IMAGES)]
    monkeypatch.setattr("showcase.identity.paints._MIXES", {"sun": (("surface", "amber", 0.9),) * 2})
    after = [artwork_of(THEME, images, MAP, COLOURS).identity for images in ({}, IMAGES)]
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True]


def test_where_words_stand_the_landscape_is_quiet():
    """The text of a chat's image ends at 1010 pixels, above 432; below, the site's name stands on plain ground."""
    image = pixels(artwork_of(THEME, {}, MAP, COLOURS).landscape("bagikan")).astype(int)
    assert image[48:400, :1000].min(axis=(0, 1)).sum() > 3 * 150
    assert (image[575:, :700] == image[629, 0]).all()
    story = pixels(artwork_of(THEME, {}, MAP, COLOURS).landscape("cerita")).astype(int)
    assert (story[830:] == story[-1, 0]).all()


def test_other_artwork_gives_other_images(tmp_path: Path):
    pipeline = PicturePipeline(DEFAULT_RECIPE, tmp_path / "cache", 1)
    assert pipeline.order_share(CARD, ART) != pipeline.order_share(CARD, artwork_of(THEME, {}, MAP, COLOURS))
    pipeline.finish(None)


@pytest.mark.parametrize("name", FORMATS)
def test_the_landscape_is_the_one_that_the_tool_draws(name: str):
    assert np.array_equal(pixels(ART.landscape(name)), pixels(landscape(FORMATS[name], *LANDSCAPES[name])))


def test_a_story_carries_a_qr_code_of_the_address():
    image = draw_story(CARD, None, ART).convert("L")
    rows = [list(row) for row in segno.make(CARD.url, error="m", micro=False).matrix_iter(border=2)]
    scale = 248 // len(rows)
    inset = (248 - scale * len(rows)) // 2
    left, top = 84 + 16 + inset, 1330 + 11 + inset
    read = [
        [image.getpixel((left + x * scale + scale // 2, top + y * scale + scale // 2)) < 128 for x in range(len(rows))]
        for y in range(len(rows))
    ]
    assert read == [[bool(module) for module in row] for row in rows]


def test_without_an_address_a_story_has_no_qr_code():
    with_code, without = (draw_story(replace(CARD, url=url), None, ART) for url in (CARD.url, ""))
    box = (84, 1330, 996, 1600)
    assert pixels(with_code.crop(box)).std() > 20
    assert pixels(without.crop(box)).min() > 240


def test_a_portrait_stands_upright_in_its_boulder(tmp_path: Path):
    turned = scene(480, 480).transpose(Image.Transpose.ROTATE_90)
    photo = put(tmp_path, "foto.jpg", saved(turned, exif=exif(6)))
    pipeline = PicturePipeline(DEFAULT_RECIPE, tmp_path / "cache", 1)
    path = pipeline.order_share(replace(CARD, portrait=photo), ART)
    assert pipeline.finish(tmp_path / "site").failed == ()
    with Image.open(tmp_path / "site" / path) as image:
        quarters = [image.convert("RGB").getpixel(point) for point in ((210, 200), (330, 180), (170, 360), (330, 380))]
    wanted = [(200, 40, 40), (40, 160, 60), (50, 70, 200), (230, 210, 120)]
    assert all(
        abs(a - b) < 30 for got, want in zip(quarters, wanted, strict=True) for a, b in zip(got, want, strict=True)
    )


def test_share_images_are_cached_like_pictures(tmp_path: Path):
    photo = put(tmp_path, "foto.jpg", saved(scene()))
    results = []
    for card in (CARD, CARD, replace(CARD, portrait=photo), replace(CARD, name="Contoh Lain")):
        pipeline = PicturePipeline(DEFAULT_RECIPE, tmp_path / "cache", 1)
        paths = (pipeline.order_share(card, ART), pipeline.order_share(card, ART, story=True))
        results.append((paths, pipeline.finish(tmp_path / "site").encoded))
    assert [encoded for _paths, encoded in results] == [2, 0, 2, 2]
    assert len({path for paths, _encoded in results for path in paths}) == 6
    assert all(path.startswith("gambar/") and path.endswith(".jpg") for paths, _encoded in results for path in paths)


def test_a_portrait_that_is_no_picture_is_refused_like_any_other(tmp_path: Path):
    pipeline = PicturePipeline(DEFAULT_RECIPE, tmp_path / "cache", 1)
    with pytest.raises(PictureError):
        pipeline.order_share(replace(CARD, portrait=put(tmp_path, "foto.jpg", b"<svg/>")), ART)


def test_names_of_every_length_leave_the_lighthouse_alone():
    bare, full = (draw_wide(replace(CARD, name=name), None, ART) for name in ("", "W" * 80))
    tower = (1025, 0, 1200, 630)
    assert np.array_equal(pixels(bare.crop(tower)), pixels(full.crop(tower)))


@pytest.mark.parametrize("key", MEDIA)
def test_every_medium_has_a_sign_with_shape_as_the_tool_draws_it(key: str):
    drawn = np.asarray(icons_of(key))
    for number, size in enumerate(ICON_SIZES):
        ink = np.asarray(icon(ART.icons[key], size))
        assert 0.1 < ink.mean() / 255 < 0.9
        top = sum(ICON_SIZES[:number])
        assert np.array_equal(ink, drawn[top : top + size, :size])


def test_a_boulder_touches_all_four_sides_and_no_corner():
    mask = np.asarray(boulder(200))
    assert all(edge.max() > 100 for edge in (mask[0], mask[-1], mask[:, 0], mask[:, -1]))
    assert mask[0, 0] == mask[0, -1] == mask[-1, 0] == mask[-1, -1] == 0
