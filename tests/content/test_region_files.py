"""The region's files: read whole, and every mistake in them named at its line."""

from __future__ import annotations

import re
import shutil

import pytest
from tests.profiles.making import HERE, TODAY, smallest, write_profile
from tests.support.photos import put, saved, scene
from tests.support.region import CONTENT

from showcase.content import read_content, read_region
from showcase.content.homes import NEEDED_PAGES

SHAPE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 380">{}</svg>'
TABLES = ("wilayah.csv", "tempat.csv", "jasa.csv", "bahasa.csv", "topik.csv")


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(HERE / "wilayah", tmp_path / "wilayah")


def test_a_region_is_read_whole(folder):
    region, faults = read_region(folder, TODAY)
    assert faults == ()
    assert [(d.key, len(d.villages)) for d in region.districts] == [
        ("tanjungpandan", 2),
        ("sijuk", 3),
        ("selat-nasik", 2),
    ]
    assert region.district("sijuk").villages[1].aliases == ("Aik Seruk",)
    assert region.place("pulau-lengkuas").description == "Pulau dengan mercusuar, putih."
    assert region.place("museum-contoh").latitude is None
    assert region.service("video-pendek").aliases == ("Reels", "Shorts")
    assert (region.site.name, region.site.grace_days, region.site.colours) == (
        "Kreator Contoh",
        30,
        (("link", "#9b5a00"),),
    )
    assert (region.site.office.short, region.site.office.email) == ("Dinas", "dinas@contoh.id")
    assert "<svg" in region.map_svg
    assert "<svg" in region.logo_svg


def test_no_folder_is_no_region(tmp_path):
    assert read_region(tmp_path / "wilayah", TODAY) == (None, ())


SINGLE = [
    ("wilayah.csv", "99.02.2001,desa,", "99.02.2001,dusun,", 6, "W105"),
    ("wilayah.csv", "99.02.2001,desa", "99.02,desa", 6, "W106"),
    ("wilayah.csv", "Keciput,99.02,", "Keciput,99.09,", 6, "W107"),
    ("wilayah.csv", "kelurahan,Kota", "kelurahan,", 3, "W104"),
    ("wilayah.csv", ",-2.74,107.63", ",-2.74,107.63,lagi", 3, "W104"),
    ("wilayah.csv", "kode,tingkat", "kode;tingkat", 1, "W103"),
    ("wilayah.csv", "-2.60,107.70", "selatan,107.70", 5, "W109"),
    ("wilayah.csv", "-2.60,107.70", "107.70,-2.60", 5, "W109"),
    ("tempat.csv", "museum-contoh,", "Museum Contoh,", 4, "W108"),
    ("tempat.csv", "museum-contoh,", "pulau-lengkuas,", 4, "W106"),
    ("tempat.csv", ",tanjungpandan,Kota", ",badau,Kota", 4, "W107"),
    ("tempat.csv", ",tanjungpandan,Kota", ",tanjungpandan,Keciput", 4, "W107"),
    ("jasa.csv", "foto-produk,", "Foto,", 2, "W108"),
    ("jasa.csv", "kunci,nama,alias,keterangan", "kunci,nama,keterangan", 1, "W103"),
    ("bahasa.csv", "inggris,", "jepang,", 6, "W106"),
    ("bahasa.csv", "inggris,", "Bahasa Inggris,", 4, "W108"),
    ("topik.csv", "umkm,", "kuliner,", 3, "W107"),
    ("topik.csv", "umkm,", "pariwisata,", 3, "W106"),
    ("topik.csv", "kunci,", "topik,", 1, "W103"),
    ("situs.md", "kode_area: 0719", "kode_area: 719, nol", 8, "W118"),
    ("situs.md", "nama: Kreator Contoh\n", "", None, "P102"),
    ("situs.md", "masa_tenggang_hari: 30", "masa_tenggang_hari: lama", 13, "P111"),
    ("situs.md", "warna_link: #9b5a00", "warna_link: coklat", 14, "W113"),
    ("situs.md", "warna_link: #9b5a00", "warna: oklch(.5 .1 50)", 14, "W113"),
    ("situs.md", "warna_link: #9b5a00", "warna: #9b5a0", 14, "W113"),
    ("situs.md", "warna_link: #9b5a00", "warna_aksen: #9b5a00", 14, "W120"),
    ("situs.md", "warna_link: #9b5a00", "warna_strip: #9b5a00", 14, "W120"),
    ("situs.md", "warna_link: #9b5a00", "warna_link: #ffff00", 14, "W121"),
    ("situs.md", "warna_link: #9b5a00", "tanpa_peta: Badau", None, "W122"),
    ("situs.md", "warna_link: #9b5a00", "tanpa_peta: sijuk", None, "W122"),
    ("situs.md", "zona_waktu: Asia/Jakarta", "zona_waktu: Asia/Tanjungpandan", 6, "W111"),
    ("situs.md", "repositori: https:", "repositori: http:", 11, "W112"),
    ("situs.md", "slogan:", "semboyan:", 3, "P101"),
    ("situs.md", "dinas_surel: dinas@contoh.id", "dinas_surel: dinas", 18, "P113"),
    ("logo.svg", "<path", "<script>alert(1)</script><path", None, "W110"),
    ("peta.svg", "<path", "<foreignObject/><path", None, "W110"),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "column"),
    [
        ("wilayah.csv", "99.02.2001,desa,", "99.02.2001,dusun,", 12),
        ("wilayah.csv", "Keciput,99.02,", "Keciput,99.09,", 25),
        ("wilayah.csv", "Keciput,99.02,", "Keciput,99.0,", 25),  # what begins the cell of the code too
        ("wilayah.csv", "Keciput,99.02,", "Keci\u200bput,99.09,", 26),
        ("wilayah.csv", "-2.60,107.70", "selatan,107.70", 25),
        ("tempat.csv", "museum-contoh,", "Museum Contoh,", 1),
        ("tempat.csv", ",tanjungpandan,Kota", ",badau,Kota", 37),
    ],
)
def test_a_mistake_in_a_table_is_shown_where_it_stands(folder, name, old, new, column):
    path = folder / name
    path.write_text(path.read_text().replace(old, new, 1))
    (fault,) = (one for one in read_region(folder, TODAY)[1] if one.code != "P005")
    line = path.read_text().split("\n")[fault.line - 1]
    assert fault.column == column
    assert line[column - 1 :].startswith(fault.found)


@pytest.mark.parametrize(("name", "old", "new", "line", "code"), SINGLE, ids=[f"{row[4]} {row[2]}" for row in SINGLE])
def test_a_single_mistake_is_the_only_fault(folder, name, old, new, line, code):
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    _, faults = read_region(folder, TODAY)
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [(f"wilayah/{name}", line, code)]


@pytest.mark.parametrize("name", [*TABLES, "situs.md", "peta.svg", "logo.svg"])
def test_a_missing_file_is_named_and_nothing_raises(folder, name):
    (folder / name).unlink()
    region, faults = read_region(folder, TODAY)
    assert region is not None
    assert ("wilayah/" + name, "W101") in [(fault.path, fault.code) for fault in faults]


@pytest.mark.parametrize("name", [*TABLES, "situs.md", "peta.svg"])
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\x00\x01\x02", b'"', b'a,b\n"c', b"\xe9" * 100])
def test_broken_files_never_raise(folder, name, data):
    (folder / name).write_bytes(data)
    region, faults = read_region(folder, TODAY)
    assert region is not None
    assert faults


def test_a_table_of_another_encoding_is_named_at_its_line(folder):
    path = folder / "jasa.csv"
    path.write_bytes(path.read_bytes().replace(b"Foto jualan", b"Foto jual\xe9n"))
    _, faults = read_region(folder, TODAY)
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [("wilayah/jasa.csv", 2, "W102")]


# What a program made of a good table: the code of the only fault, and what its message says.
SAVED = {
    "semicolons": (lambda text: text.replace(",", ";").encode(), "W103", "dipisah titik koma"),
    "tabs": (lambda text: text.replace(",", "\t").encode(), "W103", "dipisah tab"),
    "Excel's first line": (
        lambda text: ("sep=;\n" + text.replace(",", ";")).encode(),
        "W103",
        "Hapus baris itu. Pisah",
    ),
    "Excel's first line, commas": (lambda text: ("sep=,\n" + text).encode(), "W103", "Hapus baris itu."),
    "UTF-16": (lambda text: text.encode("utf-16"), "W102", "UTF-16"),
    "RTF": (lambda text: b"{\\rtf1\\ansi " + text.encode(), "W117", "dokumen RTF"),
    "xlsx": (lambda _text: b"PK\x03\x04" + bytes(2000), "W117", "dokumen Word, Excel"),
}


@pytest.mark.parametrize("way", SAVED)
@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_another_program_saved_is_told_so_and_gets_no_fix_of_one_line(folder, name, way):
    made, code, says = SAVED[way]
    (folder / name).write_bytes(made((folder / name).read_text(encoding="utf-8")))
    _, faults = read_region(folder, TODAY)
    assert [(fault.path, fault.code, fault.fix) for fault in faults] == [(f"wilayah/{name}", code, "")]
    assert says in faults[0].message


# A table that cannot be read -> what a profile then names in vain.
LOOKED_UP = {
    "wilayah.csv": "kecamatan: sijuk\ndesa: keciput\nmelayani: sijuk\n",
    "tempat.csv": "karya:\n  - tautan: https://youtu.be/contoh00001\n    judul: Uji\n    tempat: pulau-lengkuas\n",
    "jasa.csv": "jasa: foto-produk\n",
    "bahasa.csv": "bahasa: inggris\n",
}


@pytest.mark.parametrize("name", LOOKED_UP)
@pytest.mark.parametrize("damage", ["gone", "one row"])
def test_nobody_is_blamed_for_a_table_that_could_not_be_read(tmp_path, folder, name, damage):
    write_profile(tmp_path, smallest(more=LOOKED_UP[name]))
    assert read_content(tmp_path, tmp_path, TODAY).faults[len(NEEDED_PAGES) :] == ()
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).unlink()
    if damage == "one row":  # the one that the profile names lacks its name
        row = next(
            line for line in text.splitlines() if re.search(r"Keciput|sijuk|lengkuas|foto-produk|^inggris", line, re.I)
        )
        cells = row.split(",")
        cells[{"wilayah.csv": 2}.get(name, 1)] = ""
        (folder / name).write_text(text.replace(row, ",".join(cells)), encoding="utf-8")
    blamed = {fault.path.partition("/")[0] for fault in read_content(tmp_path, tmp_path, TODAY).faults}
    assert blamed == {"halaman", "wilayah"}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bagikan.png", saved(scene(1200, 630), "PNG"), ""),
        ("cerita.jpg", saved(scene(1080, 1920)), ""),
        ("bagikan.png", saved(scene(630, 1200), "PNG"), "W119"),
        ("latar.png", saved(scene(1200, 630), "PNG"), "W119"),
        ("bagikan.gif", saved(scene(1200, 630), "GIF"), "W119"),
        ("maskot.svg", SHAPE.format("<style>.a{fill:#fff}</style><path d='M0 0h1z'/>").encode(), ""),
        ("maskot.svg", SHAPE.format("<style>@import 'a.css'</style>").encode(), "W110"),
        ("maskot.svg", SHAPE.format("<style>.a{fill:url(https://a.id/b)}</style>").encode(), "W110"),
        ("maskot.svg", SHAPE.format("<script>alert(1)</script>").encode(), "W110"),
        ("maskot.svg", SHAPE.format("").replace("viewBox", "data-box").encode(), "W119"),
        ("maskot.svg", SHAPE.format("<title>Andr\xe9</title>").encode("latin-1"), "W119"),
        ("maskot.svg", SHAPE.format("<path d='M0 0h1z'/>" * 12_000).encode(), "P001"),
        ("bagikan.png", b"<svg/>", "G103"),
        ("bagikan.png", saved(scene(1200, 630), "PNG")[:-2000], "G104"),
    ],
)
def test_a_picture_of_the_region_has_its_name_and_its_size(folder, name, data, code):
    (folder / "gambar").mkdir()
    path = put(folder / "gambar", name, data)
    region, faults = read_region(folder, TODAY)
    assert [(fault.path, fault.code) for fault in faults] == ([(f"wilayah/gambar/{name}", code)] if code else [])
    assert [(image.file, image.content) for image in region.images] == ([] if code else [(name, path.read_bytes())])


def test_what_systems_leave_beside_them_is_nobody_s_fault_and_a_folder_is(folder):
    (folder / "gambar").mkdir(exist_ok=True)
    (folder / "gambar/.DS_Store").write_bytes(b"x")
    assert read_region(folder, TODAY)[1] == ()
    (folder / "gambar/lama").mkdir()
    assert [fault.code for fault in read_region(folder, TODAY)[1]] == ["W119"]


@pytest.mark.posix
def test_a_picture_of_the_region_is_no_link(folder):
    (folder / "gambar").mkdir()
    (folder / "gambar" / "bagikan.png").symlink_to(put(folder, "lain.png", saved(scene(1200, 630), "PNG")))
    assert [fault.code for fault in read_region(folder, TODAY)[1]] == ["W101"]


def with_line(folder, line):
    """The region with a line in place of its colour."""
    path = folder / "situs.md"
    path.write_text(re.sub("(?m)^warna_link: #9b5a00$", line, path.read_text()))
    return read_region(folder, TODAY)


@pytest.mark.parametrize("line", ["warna: #8A3B12", 'warna: "#8a3b12"', "warna: '#8a3b12'"])
def test_an_accent_is_written_with_quotation_marks_or_without(folder, line):
    region, faults = with_line(folder, line)
    assert (faults, region.site.accent, region.site.colours) == ((), "#8a3b12", ())


# Line of `situs.md` -> how its fault begins.
COLOUR_FAULTS = {
    "warna_surfase: #9b5a00": "tema tidak punya warna warna_surfase. Maksudnya warna_surface? Yang ada: warna_amber,",
    "warna_link: #ffff00": "link di atas bg hanya berkontras 1,0, paling sedikit 4,5.",
    "warna_bg: #777777": "link di atas bg hanya berkontras ",
    "warna_line: #333": "text di atas line hanya berkontras ",
}


@pytest.mark.parametrize("line", COLOUR_FAULTS)
def test_a_colour_that_cannot_be_read_names_its_pair_and_the_nearest_that_can(folder, line):
    (fault,) = with_line(folder, line)[1]
    assert fault.message.startswith(COLOUR_FAULTS[line])
    if fault.code == "W121":
        assert fault.message.endswith(f"Yang terdekat dan terbaca: {fault.fix}.")
        path = folder / "situs.md"
        path.write_text(path.read_text().replace(fault.found, fault.fix))
        assert read_region(folder, TODAY)[1] == ()


def test_a_district_without_an_outline_is_named_with_what_to_do(folder):
    path = folder / "peta.svg"
    path.write_text(path.read_text().replace('data-kode="99.02"', 'data-kode="99.20"'))
    missing, unknown = read_region(folder, TODAY)[1]
    assert (missing.path, missing.line, missing.code) == ("wilayah/peta.svg", None, "W122")
    assert "Sijuk (99.02)" in missing.message
    assert missing.message.endswith("tanpa_peta: Sijuk")
    assert (unknown.path, unknown.line, unknown.found) == ("wilayah/peta.svg", 2, "99.20")
    assert [fault.found for fault in with_line(folder, "tanpa_peta: Sijuk")[1]] == ["99.20"]


def test_a_code_with_a_line_break_in_it_is_a_fault_of_the_map(folder):
    path = folder / "peta.svg"
    path.write_text(path.read_text().replace('data-kode="99.02"', 'data-kode="99.\n02"'))
    missing, unknown = read_region(folder, TODAY)[1]
    assert [(one.path, one.line, one.code) for one in (missing, unknown)] == [("wilayah/peta.svg", None, "W122")] * 2


def test_the_map_is_not_asked_about_districts_that_could_not_be_read(folder):
    path = folder / "wilayah.csv"
    path.write_text(path.read_text().replace("99.02,kecamatan,Sijuk", "99.02,distrik,Sijuk"))
    assert "W122" not in {fault.code for fault in read_region(folder, TODAY)[1]}


def test_a_quotation_mark_without_end_is_named(folder):
    path = folder / "jasa.csv"
    path.write_text(path.read_text() + 'baru,"' + "x" * 140_000)
    _, faults = read_region(folder, TODAY)
    assert [(fault.path, fault.code) for fault in faults] == [("wilayah/jasa.csv", "W103")]


def test_content_without_any_region_is_one_fault(tmp_path):
    content = read_content(tmp_path, tmp_path, TODAY)
    assert [(fault.path, fault.code) for fault in content.faults] == [("wilayah", "W101")]


def test_every_district_and_village_is_read():
    region, faults = read_region(CONTENT / "wilayah", TODAY)
    assert faults == ()
    assert len(region.districts) == 5
    assert sum(len(district.villages) for district in region.districts) == 49
