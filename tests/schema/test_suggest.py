"""What was meant: names known under another word, the nearest one, what can be an address."""

from __future__ import annotations

import pytest

from showcase.schema import PROFILE
from showcase.schema.key_names import look_up
from showcase.schema.keys import CONSENT, DOCUMENT, WORK
from showcase.text.similarity import distance, nearest, perhaps, slugify


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("title", "nama"), ("name", "nama"), ("Tiktok", "akun"), ("instagram", "akun"), ("tags", "topik"),
        ("bio", "ringkasan"),
        ("photo", "foto"), ("district", "kecamatan"), ("works", "karya"), ("phone", "whatsapp"), ("email", "surel"),
        ("price", "tarif_mulai"), ("consent", "persetujuan"), ("kelurahan", "desa"), ("kata kunci", "kata_kunci"),
    ],
)  # fmt: skip
def test_a_key_known_under_another_name_is_answered_with_the_right_one(typed, key):
    found, _ = look_up(typed, PROFILE)
    assert found is not None
    assert found.name == key


def test_every_name_means_one_key():
    """A wrong name that is a key elsewhere would send people in circles."""
    for keys in (PROFILE, WORK, CONSENT, DOCUMENT):
        names = [name for key in keys for name in (key.name, *key.also, *key.wrong)]
        assert len(names) == len(set(names))
        assert len({key.field for key in keys}) == len(keys)


def test_every_example_of_the_schema_is_short_and_has_help():
    for key in (*PROFILE, *WORK, *CONSENT):
        assert key.help
        assert not key.help.endswith(".")


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("", "", 0), ("a", "", 1), ("nama", "nma", 1), ("nama", "naam", 1), ("desa", "dusun", 3)],
)
def test_a_swap_of_neighbours_is_one_edit(one, other, edits):
    assert distance(one, other) == distance(other, one) == edits


def test_nothing_near_is_nothing():
    assert nearest("xyzzy", ["nama", "topik"]) == ""
    assert nearest("", ["nama"]) == ""
    assert perhaps("xyzzy", ["nama", "topik"]) == perhaps("", ["nama"]) == ""


def test_two_slips_in_a_short_word_are_only_asked_about():
    assert nearest("ft", ["foto", "nama"]) == ""
    assert perhaps("ft", ["foto", "nama"]) == "foto"
    assert perhaps("uto", ["foto", "nama"], closed=False) == "", "another first letter"
    assert perhaps("kata", ["kiri", "kota", "kaca"]) == "", "two that are as near"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("perusahaan", "perorangan"), ("motto", "foto"), ("foto prewed", "foto-produk"), ("dusun", "desa"),
        ("pantai.jpg", "lain.jpg"), ("tanjungpandan", "tanjungpendam"),
    ],
)  # fmt: skip
def test_a_word_that_only_has_the_length_of_another_is_no_guess(typed, word):
    assert nearest(typed, [word]) == ""


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("sijukk", "sijuk"), ("sjiuk", "sijuk"), ("sjuk", "sijuk"), ("aijuk", "sijuk"), ("foro", "foto"),
        ("pariwista", "pariwisata"), ("fideografi", "videografi"), ("tanjunpadan", "tanjungpandan"),
    ],
)  # fmt: skip
def test_a_slip_of_the_hand_is_mended(typed, word):
    assert nearest(typed, [word]) == word


@pytest.mark.parametrize("typed", ["motto", "moto", "semboyan"])
def test_a_motto_is_a_line_about_somebody(typed):
    assert look_up(typed, PROFILE)[0] == look_up("ringkasan", PROFILE)[0]


@pytest.mark.parametrize(
    ("text", "slug"), [("Sanggar Édi: Tari!", "sanggar-edi-tari"), ("!!!", ""), ("  A  ", "a"), ("日本", "")]
)
def test_a_slug_is_what_can_be_an_address(text, slug):
    assert slugify(text) == slug
