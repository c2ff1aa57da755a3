"""A regency is found by whatever people call it; two of one name are both named, a slip of the hand is asked about."""

from __future__ import annotations

import pytest
from tests.start.making import write_lists

from showcase.start.register import find, nearest, read_register


@pytest.fixture(scope="module")
def register():
    return read_register()


FOUND = [
    ("Kota Makassar", ["73.71"]),
    ("  makassar ", ["73.71"]),
    ("MAKASSAR", ["73.71"]),
    ("Pemerintah Kota Makassar", ["73.71"]),
    ("Makassar, Sulawesi Selatan", ["73.71"]),
    ("7371", ["73.71"]),
    ("73.71", ["73.71"]),
    ("Ujung Pandang", ["73.71"]),
    ("Kab. Belitung", ["19.02"]),
    ("Kab.Belitung", ["19.02"]),
    ("kabupaten belitung", ["19.02"]),
    ("belitung timur", ["19.06"]),
    ("KOTA ADM. JAKARTA PUSAT", ["31.71"]),
    ("Jakarta Utara", ["31.72"]),
    ("Kepulauan Seribu", ["31.01"]),
    ("kep. seribu", ["31.01"]),
    ("Fak-Fak", ["92.03"]),
    ("Fakfak", ["92.03"]),
    ("kab. fak fak", ["92.03"]),
    ("tolitoli", ["72.04"]),
    ("Kotabaru", ["63.02"]),
    ("Kota Baru", ["63.02"]),
    ("Kota Waringin Barat", ["62.01"]),
    ("Lubuklinggau", ["16.73"]),
    ("Pangkalpinang", ["19.71"]),
    ("Solo", ["33.72"]),
    ("Jogja", ["34.71"]),
    ("Pangkep", ["73.10"]),
    ("Kota Bogor", ["32.71"]),
    ("Kodya Bogor", ["32.71"]),
    ("bogor", ["32.01", "32.71"]),
    ("Banjar", ["32.79", "63.03"]),
    ("Kabupaten Banjar", ["63.03"]),
    ("Banjar, Jawa Barat", ["32.79"]),
    ("banjar, prov. kalimantan selatan", ["63.03"]),
    ("Kabupaten Banjar, Jawa Barat", []),
    ("Kabupaten Banjar, Indonesia", ["63.03"]),
    ("Jakarta Pusat, DKI Jakarta", ["31.71"]),
    ("Kota Yogyakarta, DI Yogyakarta", ["34.71"]),
    ("9999", []),
    ("73.71.01", []),
    ("Kota", []),
    ("Sulawesi Selatan", []),
    ("Wakanda", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "codes"), FOUND)
def test_a_name_finds_its_regency(register, text, codes):
    assert [one.code for one in find(text, register)] == codes


NEAR = [
    ("makasar", ["73.71"]),
    ("Kota Belitong", ["19.02"]),
    ("Kota Bandugn", ["32.04", "32.73"]),
    ("Jakarta", ["31.71", "31.72", "31.73", "31.74", "31.75"]),
    ("DKI Jakarta", ["31.71", "31.72", "31.73", "31.74", "31.75"]),
    ("Sidenreng", ["73.14"]),
    ("Kabupaten Banjar, Jawa Barat", ["32.79", "63.03"]),
    ("Bali", ["51.01", "51.02", "51.03", "51.04", "51.05", "51.06", "51.07", "51.08", "51.71"]),
    ("Wakanda", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "codes"), NEAR)
def test_a_name_that_is_none_names_the_nearest(register, text, codes):
    assert [one.code for one in nearest(text, register)] == codes


def test_every_name_and_every_code_of_the_list_finds_itself_alone(register):
    assert len(register) == 514
    wrong = [one.name for one in register if [find(one.name, register), find(one.code, register)] != [(one,), (one,)]]
    assert wrong == []


def test_a_short_name_that_two_share_says_which_it_is(register):
    short = {one.code: one.short for one in register}
    assert short["73.71"], short["31.72"] == ("Makassar", "Jakarta Utara")
    assert (short["32.01"], short["32.71"]) == ("Kabupaten Bogor", "Kota Bogor")
    assert len(set(short.values())) == 514


def test_a_list_is_read_whole(tmp_path):
    regency, city = read_register(write_lists(tmp_path))
    assert (regency.name, regency.short, regency.province) == ("Kabupaten Umpama", "Kabupaten Umpama", "Tanah Umpama")
    assert (city.code, city.name, city.timezone) == ("99.71", "Kota Umpama", "Asia/Makassar")
    assert [(one.code, one.name, [(v.name, v.kind) for v in one.villages]) for one in city.districts] == [
        ("99.71.01", "Lembah Ka'u", [("Pasar Baru", "kelurahan"), ("Kebun", "kelurahan")]),
        ("99.71.02", "Hulu/Hilir", [("Hulu", "kelurahan")]),
    ]
    assert regency.districts[0].villages[1].kind == "desa"
