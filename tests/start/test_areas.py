"""The districts and villages of a regency as the region's own table, with the spellings that people use."""

from __future__ import annotations

import pytest
from tests.start.making import write_lists

from showcase.start.areas import areas_csv, spellings
from showcase.start.register import read_register

SPELT = [
    ("Tanjungpandan", ("Tanjung Pandan", "Tg. Pandan", "Tj. Pandan", "Tanjong Pandan")),
    ("Tanjung Binga", ("Tg. Binga", "Tj. Binga", "Tanjong Binga", "Tanjungbinga")),
    ("Sungai Samak", ("Sei Samak", "Sungaisamak")),
    ("Muaraenim", ("Muara Enim",)),
    ("Kep. Sunyi", ("Kepulauan Sunyi",)),
    ("Gunung Bintang Awai", ("Gn. Bintang Awai", "Gunong Bintang Awai")),
    ("Misool (Misool Utara)", ("Misool", "Misool Utara")),
    ("Konda/Kondaga", ("Konda", "Kondaga")),
    ("Batuan", ()),
    ("Batu", ()),
    ("Sijuk", ()),
    ("Ma'u", ()),
]


@pytest.mark.parametrize(("name", "others"), SPELT)
def test_a_name_has_the_spellings_that_people_use(name, others):
    assert spellings(name) == others


def test_the_table_holds_every_district_and_village(tmp_path):
    regency, city = read_register(write_lists(tmp_path))
    assert areas_csv(regency, {"99.01.01": (110.2, -0.8)}).splitlines() == [
        "kode,tingkat,nama,induk,alias,lat,lng",
        "99.01.01,kecamatan,Tanjungratu,,Tanjung Ratu|Tg. Ratu|Tj. Ratu|Tanjong Ratu,-0.80000,110.20000",
        "99.01.01.1001,kelurahan,Tanjungratu (kelurahan),99.01.01,,,",
        "99.01.01.2002,desa,Sungai Bening,99.01.01,Sei Bening|Sungaibening,,",
        "99.01.01.2003,desa,Tanjungratu (desa),99.01.01,,,",
        "99.01.02,kecamatan,Kep. Sunyi,,Kepulauan Sunyi,,",
        "99.01.02.2001,desa,Batuan,99.01.02,,,",
        "99.01.03,kecamatan,Titik,,,,",
        "99.01.03.2001,desa,Titik,99.01.03,,,",
        "99.01.04,kecamatan,Tanpa Garis,,,,",
        '99.01.04.2001,desa,"Dua, Tiga",99.01.04,,,',
    ]
    assert "99.71.02,kecamatan,Hulu/Hilir,,Hulu|Hilir,," in areas_csv(city, {})


def test_a_spelling_that_is_somebody_else_s_name_is_left_to_them(tmp_path):
    lists = write_lists(tmp_path)
    _, city = read_register(lists)
    other = city.districts[0]
    twins = type(city)(city.code, city.name, city.province, city.timezone, (
        type(other)("99.71.01", "Misool (Misool Utara)", ()), type(other)("99.71.02", "Misool Utara", ()),
    ))  # fmt: skip
    assert "99.71.01,kecamatan,Misool (Misool Utara),,Misool,," in areas_csv(twins, {}).splitlines()
